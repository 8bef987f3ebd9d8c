# SPDX-License-Identifier: GPL-2.0-or-later
"""One table gives the same plans as a workbook and as a text file."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import read_plans

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
HEADER = ("Plannaam", "Bruto totaal", "Sloop totaal", "sloop 2027", "2028", "Meergezins")
NUMBER = st.one_of(st.none(), st.integers(-20, 40))
SIGNED = st.one_of(st.none(), st.integers(-20, 0))


@settings(max_examples=10, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(rows=st.lists(st.tuples(NUMBER, SIGNED, SIGNED, NUMBER, NUMBER), min_size=1, max_size=5))
def test_the_same_table_in_two_kinds_of_file_gives_the_same_plans(run, rows):
    rows = [(f"Havenkwartier {number}", *row) for number, row in enumerate(rows, 1)]
    made = []
    with TemporaryDirectory() as name:
        book = openpyxl.Workbook()
        for row in (HEADER, *rows):
            book.active.append(row)
        book.save(Path(name) / "w.xlsx")
        with (Path(name) / "w.csv").open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, delimiter=";").writerows((HEADER, *rows))
        for kind in ("xlsx", "csv"):
            target = Path(name) / f"{kind}.gpkg"
            run("importplans", WORKBOOK=str(Path(name) / f"w.{kind}"), **SHARED, OUTPUT=str(target))
            made.append([{**plan, "plan_id": None, "fid": None} for plan, _ in read_plans(target)])
    assert made[0] == made[1]
    assert [plan["sloop_totaal"] for plan in made[0]] == [None if row[2] is None else abs(row[2]) for row in rows]
