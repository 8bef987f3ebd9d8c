# SPDX-License-Identifier: GPL-2.0-or-later
"""Headers of more than one line and headings between plans: neither becomes a plan, and no plan is taken for one."""

import html
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import polygon_layer, read_plans
from tests.processing.test_real_formats import totals

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
SPEED = {"max_examples": 15, "deadline": None, "derandomize": True, "phases": [Phase.generate], "suppress_health_check": list(HealthCheck)}


def imported(run, folder, rows, **more):
    """The plans by name, and the report as text."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(Path(folder) / "w.xlsx")
    result = run("importplans", WORKBOOK=str(Path(folder) / "w.xlsx"), **SHARED, **more, OUTPUT=str(Path(folder) / "p.gpkg"))
    totals(result)
    text = html.unescape(re.sub(r"<[^>]+>", " ", Path(result["REPORT"]).read_text(encoding="utf-8")))
    return {plan["plannaam"]: plan for plan, _ in read_plans(Path(folder) / "p.gpkg")}, re.sub(r"\s+", " ", text), result


YEARS = {2026: "jaar01", 2027: "jaar02", "2028": "jaar03", 2029.0: "jaar04"}
UNITS = (None, "aantal", "woningen", "(aantal)", "st.", "won.", "stuks")
NAMES = ("Naam", "Plannaam", "naam plan", "(naam)", None, "tekst")


@settings(**SPEED)
@given(name=st.sampled_from(NAMES), bruto=st.sampled_from(UNITS), years=st.lists(st.sampled_from(list(YEARS)), min_size=1, max_size=3, unique=True),
       split=st.booleans(), counts=st.lists(st.integers(0, 50), min_size=1, max_size=4))  # fmt: skip
def test_a_second_line_of_years_and_units_is_no_plan(run, name, bruto, years, split, counts):
    second = ["Bruto totaal", *(["Sloop", *[None] * (len(years) - 1)] if split else ["Sloop"] * len(years)), "Plantype"]
    rows = [("Project", *second), (name, bruto, *years, None)]
    rows += [
        (f"Plan {number}", count, *[count + place for place in range(len(years))], "verdichting") for number, count in enumerate(counts)
    ]
    with TemporaryDirectory() as folder:
        plans, _, _ = imported(run, folder, rows)
    assert set(plans) == {f"Plan {number}" for number in range(len(counts))}
    for number, count in enumerate(counts):
        plan = plans[f"Plan {number}"]
        assert plan["bruto_totaal"] == count
        assert plan["plantype"] == "verdichting"
        assert [plan[f"sloop_{YEARS[year]}"] for year in years] == [count + place for place in range(len(years))]


def test_the_case_that_was_seen(run, tmp_path):
    plans, _, _ = imported(run, tmp_path, [("Plan", "Bruto", "Sloop"), ("Naam", "aantal", 2026), ("Haven", 12, 3), ("Dijk", 5, 0)])
    assert {name: (plan["bruto_totaal"], plan["sloop_jaar01"]) for name, plan in plans.items()} == {"Haven": (12, 3), "Dijk": (5, 0)}


def test_three_lines(run, tmp_path):
    rows = [("Plannaam", "Bruto", None, "Sloop"), (None, 2026, 2027, None), ("naam", "aantal", "aantal", "aantal"), ("Haven", 12, 3, 1)]
    plans, _, _ = imported(run, tmp_path, rows)
    assert {name: (plan["bruto_jaar01"], plan["bruto_jaar02"], plan["sloop_totaal"]) for name, plan in plans.items()} == {
        "Haven": (12, 3, 1)
    }


@pytest.mark.parametrize(
    "first", [("Haven", 2026, 3), ("Haven", "aantal", 3), ("Naam Jezus", 12, 3), ("Naam", 12, 3), ("Haven", None, None)]
)
def test_a_first_plan_stays_a_plan(run, tmp_path, first):
    plans, _, _ = imported(run, tmp_path, [("Plannaam", "Bruto totaal", "Sloop totaal"), first, ("Dijk", 5, 0)])
    assert set(plans) == {first[0], "Dijk"}


# -- headings between plans -------------------------------------------------------------------------------------------

HEADER = ("Plannaam", "Bruto totaal", "Sloop totaal", "Opmerking")


@settings(**SPEED)
@given(blocks=st.lists(st.integers(2, 4), min_size=2, max_size=4), kind=st.sampled_from(("Kern {}", "{}", "Overige plannen {}")),
       lonely=st.booleans(), data=st.data())  # fmt: skip
def test_headings_are_no_plans_and_plans_are_no_headings(run, blocks, kind, lonely, data):
    rows, wanted, above = [HEADER], {}, []
    for place, size in enumerate(blocks):
        above.append(kind.format("ABCD"[place]))
        rows.append((above[-1], None, None, None))
        for number in range(size):
            wanted[f"Plan {place}-{number}"] = count = data.draw(st.integers(0, 30))
            rows.append((f"Plan {place}-{number}", count, None, "x"))
    if lonely:  # a plan without any number, at the end: nothing below it
        rows.append(("Nog niets", None, None, None))
        wanted["Nog niets"] = None
    with TemporaryDirectory() as folder:
        plans, text, result = imported(run, folder, rows)
    waiting = {name for name in above if name not in plans}
    if lonely and kind == "{}":  # then the rows with a name alone prove nothing
        assert {name: plan["bruto_totaal"] for name, plan in plans.items()} | dict.fromkeys(waiting) == wanted | dict.fromkeys(above)
        return
    assert {name: plan["bruto_totaal"] for name, plan in plans.items()} == wanted
    assert all(f"{name} Excel-bestand, rij" in text for name in above)
    assert result["NOT_IMPORTED"] == (len(above) if lonely else 0)


def test_a_word_alone_waits_for_a_person_and_a_polygon_decides(run, tmp_path):
    rows = [HEADER, ("Haven", 12, 0, None), ("Wijk aan Zee-Oost", None, None, None), ("Dijk", 5, 0, None)]
    plans, text, result = imported(run, tmp_path, rows)
    assert set(plans) == {"Haven", "Dijk"}
    assert result["NOT_IMPORTED"] == 1
    assert "Wijk aan Zee-Oost Excel-bestand, rij 3 heeft alleen een naam en staat boven plannen; het lijkt een tussenkop" in text
    (tmp_path / "p.gpkg").unlink()
    plans, _, result = imported(run, tmp_path, rows, INPUT=polygon_layer([{"plannaam": "Wijk aan Zee-Oost"}]))
    assert set(plans) == {"Haven", "Dijk", "Wijk aan Zee-Oost"}
    assert result["NOT_IMPORTED"] == 0


def test_a_list_of_names_only_is_a_list_of_plans(run, tmp_path):
    plans, _, _ = imported(run, tmp_path, [("Plannaam", "Bruto totaal"), ("Haven", None), ("Kern Noord", None), ("Dijk", None)])
    assert set(plans) == {"Haven", "Kern Noord", "Dijk"}


@pytest.mark.parametrize("column", ["Nr", "Opmerking", "Bruto totaal"])
def test_headings_in_another_column_are_no_plans(run, tmp_path, column):
    header = ("Nr", "Plannaam", "Bruto totaal", "Sloop totaal", "Opmerking")
    place = header.index(column)
    rows = [header]
    for village in ("Kern Noord", "Kern Zuid"):
        rows.append(tuple(village if at == place else None for at in range(len(header))))
        rows += [(number, f"Plan {village[-4:]} {number}", number, 0, None) for number in (1, 2, 3)]
    plans, text, result = imported(run, tmp_path, rows)
    assert len(plans) == 6 and result["NOT_IMPORTED"] == 0
    assert "Kern Noord Excel-bestand, rij 2 is een tussenkop boven plannen en geen plan" in text
    assert "de plannaam is leeg" not in text


def test_names_that_differ_in_how_they_are_written_are_told(run, tmp_path):
    rows = [
        HEADER,
        ("Haven", 12, 0, None),
        ("haven", 3, 0, None),
        ("Caf\u00e9", 1, 0, None),
        ("Cafe\u0301", 2, 0, None),
        ("Dijk", 5, 0, None),
    ]
    rows += [(f"Kern{signs}", 1, 0, None) for signs in ("", "-", "--", "---", "----")]
    plans, text, _ = imported(run, tmp_path, rows)
    assert len(plans) == 10, "each is a plan: a person decides"
    assert "De plannaam staat er in meer schrijfwijzen: ‘Haven’ en ‘haven’." in text
    assert "De plannaam staat er in meer schrijfwijzen: ‘Kern’, ‘Kern-’, ‘Kern--’ en nog 2." in text
    assert text.count("De plannaam staat er in meer schrijfwijzen") == 3
    assert "telt misschien woningen" not in text and "tellen misschien woningen" not in text, "they are names, and no columns"
