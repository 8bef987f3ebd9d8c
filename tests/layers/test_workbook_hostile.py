# SPDX-License-Identifier: GPL-2.0-or-later
"""Hostile and surprising workbooks: the right names or one sentence, without hurting the machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers.workbook import guard as workbook_guard
from lmvw_plugin.layers.workbook.reader import opened, read_table
from scripts import make_hostile_workbooks as hostile

ROOT = Path(__file__).resolve().parents[2]


def sheets_of(path: Path) -> tuple[str, ...]:
    with opened(path) as (book, _):
        return tuple(sheet.name for sheet in book.sheets)


def test_there_are_enough_of_them() -> None:
    assert len(hostile.CASES) >= 50
    assert len({case.name for case in hostile.CASES}) == len(hostile.CASES)


@pytest.mark.parametrize("case", hostile.CASES, ids=lambda case: case.name)
def test_right_names_or_one_sentence(case: hostile.Case, tmp_path: Path) -> None:
    path = tmp_path / case.name
    case.write(path)
    if case.names is None:
        with pytest.raises(LmvwError) as caught:
            read_table(path, **dict(case.options))  # type: ignore[arg-type]
        message = str(caught.value)
        assert case.error in message
        assert message.endswith(".") and "\n" not in message
        assert "Traceback" not in message and "Error" not in message
    else:
        table = read_table(path, **dict(case.options))  # type: ignore[arg-type]
        assert tuple(name for _, name in table.names) == case.names
        assert not case.remark or any(case.remark in remark for remark in table.remarks)
        assert all(remark.endswith(".") for remark in table.remarks)


def test_reading_all_of_them_stays_below_200_mb(tmp_path: Path) -> None:
    """In a process of its own, without QGIS, whose peak is that of the reader. The files are made beforehand."""
    if not Path("/proc/self/status").exists():
        pytest.skip("de piek van een proces is alleen op Linux zo te lezen")
    hostile.main(tmp_path)
    code = (
        "import re, sys\nfrom pathlib import Path\n"
        "from lmvw_plugin.core.errors import LmvwError\nfrom lmvw_plugin.layers.workbook.reader import read_table\n"
        "for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    try:\n        read_table(path)\n    except LmvwError:\n        continue\n"
        "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) / 1024 < 200


def test_the_guard_alone_judges_without_reading(tmp_path: Path) -> None:
    path = tmp_path / "goed.xlsx"
    path.write_bytes(hostile.zipped(hostile.good()))
    assert workbook_guard.judge(path) == ()
    assert sheets_of(path) == ("Plannen",)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LmvwError, match="bestaat niet"):
        read_table(tmp_path / "weg.xlsx")
