# SPDX-License-Identifier: GPL-2.0-or-later
"""The floor is Python 3.10: nothing newer is used, and an older one gives a sentence instead of a traceback."""

import ast
import sys

import pytest
from qgis.core import Qgis

import lmvw_plugin
from scripts import check_python
from tests.conftest import ROOT
from tests.forms.desk import Desk

PLUGIN = ROOT / "lmvw_plugin"
OLDEST = (3, 7)  # what a QGIS of today may still have


@pytest.mark.parametrize("name", ["__init__.py", "too_old.py"])
def test_what_an_old_python_reads_is_written_for_it(name):
    ast.parse((PLUGIN / name).read_text(encoding="utf-8"), name, feature_version=OLDEST)


def test_an_old_python_is_told_in_one_sentence(monkeypatch, qgis_app):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    desk = Desk()
    plugin = lmvw_plugin.classFactory(desk)
    plugin.initGui()
    plugin.unload()
    assert desk.bar.said == [
        ("Deze QGIS heeft Python 3.9; nodig is 3.10 of nieuwer. Installeer een nieuwere QGIS.", Qgis.MessageLevel.Warning)
    ]


@pytest.mark.parametrize("source", ["import imp\n", "from distutils import version\n", "import asyncore.x\n", "x = '\\d'\n", "type X = int\n",
                                    "try:\n    pass\nexcept* ValueError:\n    pass\n"])  # fmt: skip
def test_what_some_python_lacks_is_found(tmp_path, source):
    path = tmp_path / "x.py"
    path.write_text(source)
    assert len(list(check_python.complaints(path))) == 1


def test_what_every_python_has_passes(tmp_path):
    path = tmp_path / "x.py"
    path.write_text("import hashlib\nfrom . import imp\nmatch 1:\n    case _:\n        pass\n")
    assert list(check_python.complaints(path)) == []
