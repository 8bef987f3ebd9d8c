# SPDX-License-Identifier: GPL-2.0-or-later
"""openpyxl may not take lxml, which can end QGIS; other people's imports of lxml stay as they are."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

_USES_OPENPYXL = ("lmvw_plugin.layers.delivering.workbook", "lmvw_plugin.layers.delivering.profile_files")


@pytest.mark.parametrize("module", _USES_OPENPYXL)
def test_lxml_is_never_loaded(tmp_path, module):
    """In a fresh Python, with an lxml that ends the program as soon as it is loaded."""
    (tmp_path / "lxml").mkdir()
    (tmp_path / "lxml" / "__init__.py").touch()
    (tmp_path / "lxml" / "etree.py").write_text("raise SystemExit('lxml was loaded')")
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import {module}, openpyxl; print(openpyxl.LXML); import lxml.etree"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "False\n"
    assert done.stderr == "lxml was loaded\n", "and whoever wants it afterwards still gets it"
