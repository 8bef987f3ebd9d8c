# SPDX-License-Identifier: GPL-2.0-or-later
"""A mapping used again: a column that came since is placed or asked about, and no dwelling in it is passed over in silence."""

import html
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import read_plans
from tests.processing.test_real_formats import totals

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
FIRST = {"Plannaam": ["Haven", "Dijk"], "Bruto totaal": [12, 5], "2026": [10, 5], "2027": [2, 0], "Kavelcode": [91, 92], "Opm": ["x", None]}
SPEED = {"max_examples": 12, "deadline": None, "derandomize": True, "phases": [Phase.generate], "suppress_health_check": list(HealthCheck)}


def imported(run, folder, columns, **more):
    folder = Path(folder)
    book = openpyxl.Workbook()
    for row in [list(columns), *zip(*columns.values(), strict=True)]:
        book.active.append(row)
    book.save(folder / "w.xlsx")
    (folder / "p.gpkg").unlink(missing_ok=True)
    result = run("importplans", WORKBOOK=str(folder / "w.xlsx"), **SHARED | more, OUTPUT=str(folder / "p.gpkg"))
    text = html.unescape(re.sub(r"<[^>]+>", " ", Path(result["REPORT"]).read_text(encoding="utf-8")))
    return {plan["plannaam"]: plan for plan, _ in read_plans(folder / "p.gpkg")}, re.sub(r"\s+", " ", text), result


def kept(run, folder, columns=FIRST):
    """The mapping of a first import, as a person keeps it."""
    _, _, result = imported(run, folder, columns)
    path = Path(folder) / "bewaard.json"
    path.write_text(Path(result["MAPPING_USED"]).read_text(encoding="utf-8"), encoding="utf-8")
    return str(path)


# What may come beside the columns of last year, and whether it says something of dwellings.
NEW = {
    "2029": ([7, 1], "stond niet in de kolomkoppeling en vult nu"), "sloop 2029": ([7, 1], "stond niet in de kolomkoppeling en vult nu"),
    "OP203050": ([7, 1], "past niet in één vrij jaar of één vrije periode"), "bruto 2027": ([7, 1], "past niet in één vrij jaar"),
    "Flexwoningen": ([7, 1], "telt misschien woningen (samen 8)"), "Xyz": (["7", "1"], "telt misschien woningen (samen 8)"),
    "Object_id": ([7, 1], ""), "Start": ([2027, 2028], ""), "Wijk": (["Noord", "Zuid"], ""), "Leeg": ([None, 0], ""), "Hectare": ([1.5, 2.25], ""),
}  # fmt: skip


@settings(**SPEED)
@given(new=st.lists(st.sampled_from(list(NEW)), min_size=1, max_size=4, unique=True))
def test_every_new_column_of_dwellings_is_told(run, new):
    with TemporaryDirectory() as folder:
        mapping = kept(run, folder)
        _, text, _result = imported(run, folder, FIRST | {name: NEW[name][0] for name in new}, MAPPING=mapping)
    for name in NEW:
        said = re.search(rf"Kolom ‘{re.escape(name)}’[^.]*", text)
        assert (name in new and NEW[name][1] in said[0]) if said else not (name in new and NEW[name][1]), name


def test_a_new_year_is_counted_where_it_belongs(run, tmp_path):
    mapping = kept(run, tmp_path)
    plans, _text, result = imported(run, tmp_path, FIRST | {"2029": [7, 1]}, MAPPING=mapping)
    assert (plans["Haven"]["bruto_jaar04"], plans["Dijk"]["bruto_jaar04"]) == (7, 1)
    assert totals(result)["Fasering van bruto"] == (25, 25, 0)


def test_a_period_that_fits_nowhere_waits_and_is_counted(run, tmp_path):
    mapping = kept(run, tmp_path)
    _, _, result = imported(run, tmp_path, FIRST | {"OP203050": [7, 1]}, MAPPING=mapping)
    assert totals(result)["Fasering van bruto"] == (25, 17, 8)


def test_a_column_that_counts_makes_no_green_verdict(run, tmp_path):
    mapping = kept(run, tmp_path)
    _, text, _ = imported(run, tmp_path, FIRST, MAPPING=mapping)
    assert "telt misschien woningen" not in text
    _, text, result = imported(run, tmp_path, FIRST | {"Flex": [44, 1]}, MAPPING=mapping)
    assert "Let op: 1 kolom telt misschien woningen en is niet gebruikt; zij zit in geen van deze totalen." in text
    assert 'class="kaart waarschuwing"' in Path(result["REPORT"]).read_text(encoding="utf-8")
    document = json.loads(Path(result["MAPPING_USED"]).read_text(encoding="utf-8"))
    assert "Flex" in document["niet_gebruikt"]["werkblad"]  # who keeps this one has seen the question
    _, text, _ = imported(run, tmp_path, FIRST | {"Flex": [44, 1]}, MAPPING=kept(run, tmp_path, FIRST | {"Flex": [44, 1]}))
    assert "telt misschien woningen" not in text
