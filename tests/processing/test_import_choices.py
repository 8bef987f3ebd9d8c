# SPDX-License-Identifier: GPL-2.0-or-later
"""Choosing plan by plan and field by field: each tick is one thing, and what was not wanted is counted as not taken over."""

import json
from pathlib import Path

import pytest

from tests.conftest import Listener, change, polygon_layer, read_plans, square
from tests.processing.test_real_formats import report_of, totals

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
HAVEN, DIJK = {"plannaam": "Haven", "bruto": 10}, {"plannaam": "Dijk", "bruto": 5}


@pytest.fixture
def importer(run, tmp_path):
    """Import rows into one plan file, with or without a choice; returns the outputs."""

    def run_import(rows, geometries=None, keep=None, **more):
        given = {"INPUT": polygon_layer(rows, geometries=geometries), **SHARED, "OUTPUT": str(tmp_path / "p.gpkg")}
        if keep is None:
            return run("importplans", **given, **more)
        shown = run("importplans", **given, DRY_RUN=True)
        document = json.loads(Path(shown["CHANGES_FOUND"]).read_text(encoding="utf-8"))
        for number, row in enumerate(document["wijzigingen"]):
            row["overnemen"] = keep(number, row)
        (tmp_path / "keuze.json").write_text(json.dumps(document), encoding="utf-8")
        return run("importplans", **given, **more, UPDATE=True, CHANGES=str(tmp_path / "keuze.json"))

    run_import.plans = lambda: [(plan["plannaam"], plan["bruto_totaal"]) for plan, _ in read_plans(tmp_path / "p.gpkg")]
    run_import.path = tmp_path / "p.gpkg"
    return run_import


@pytest.mark.parametrize("name", ["Dijk", None])
@pytest.mark.parametrize("wanted", [0, 1, 2])
def test_new_plans_with_one_name_are_ticked_apart(importer, name, wanted):
    importer([HAVEN])
    twins = [{"plannaam": name, "bruto": number} for number in (1, 2, 3)]
    result = importer([HAVEN, *twins], keep=lambda number, row: number == wanted)
    assert (result["NEW"], result["NOT_IMPORTED"]) == (1, 2)
    assert importer.plans() == [("Haven", 10), (name, wanted + 1)]
    assert totals(result)["Bruto totaal"] == (16, 11 + wanted, 5 - wanted)


def test_plans_that_were_pasted_with_one_key_are_ticked_apart(importer):
    importer([HAVEN, DIJK])
    (key,) = [plan["plan_id"] for plan, _ in read_plans(importer.path) if plan["plannaam"] == "Haven"]
    change(importer.path, "Dijk", plan_id=key)
    importer([HAVEN | {"bruto": 11}, DIJK | {"bruto": 6}], keep=lambda number, row: row["plannaam"] == "Dijk")
    assert importer.plans() == [("Haven", 10), ("Dijk", 6)]


def test_a_change_that_was_not_wanted_counts_as_not_taken_over(importer):
    importer([HAVEN, DIJK])
    result = importer([HAVEN | {"bruto": 12}, DIJK | {"bruto": 6}], keep=lambda number, row: row["plannaam"] == "Dijk")
    assert importer.plans() == [("Haven", 10), ("Dijk", 6)]
    assert totals(result)["Bruto totaal"] == (18, 6, 12)  # the 10 of Haven come from an earlier source
    assert "overgeslagen" in report_of(result)


def test_plans_without_polygon_stay_work_to_do(importer):
    rows, nowhere = [HAVEN, DIJK], [None, square(1)]
    assert "Nog te tekenen" in report_of(importer(rows, nowhere))
    assert "Nog te tekenen" in report_of(importer(rows, nowhere, UPDATE=True))
    assert "Nog te tekenen" in report_of(importer([HAVEN | {"bruto": 12}, DIJK], nowhere, UPDATE=True))
    assert "Nog te tekenen" not in report_of(importer(rows, [square(0), square(1)], UPDATE=True))


def test_a_plan_without_a_location_is_not_asked_to_be_drawn(importer):
    report = report_of(importer([HAVEN | {"planstatus": "5B"}, DIJK], [None, square(1)]))
    assert "Nog te tekenen" not in report
    assert "Teken de polygo" not in report


def test_plans_with_one_name_that_were_never_drawn_pair_again(importer):
    rows, nowhere = [HAVEN, HAVEN | {"bruto": 7}], [None, None]
    importer(rows, nowhere)
    before = importer.path.read_bytes()
    again = importer(rows, nowhere, UPDATE=True)
    assert (again["CHANGED"], again["NEW"], again["UNCHANGED"], again["NOT_IMPORTED"]) == (0, 0, 2, 0)
    assert importer.path.read_bytes() == before


@pytest.mark.parametrize("document", [
    {"lmvw_wijzigingen": 1, "wijzigingen": [{"plan_id": None, "plannaam": "Dijk", "veld": None, "overnemen": True}]},
    {"lmvw_wijzigingen": 2, "wijzigingen": ["x"]}, {"lmvw_wijzigingen": 2, "wijzigingen": [{"veld": None}]},
    {"lmvw_wijzigingen": 2, "wijzigingen": [{"plan_id": ["x"], "plannaam": "x", "veld": "y", "overnemen": True}]},
])  # fmt: skip
def test_a_list_of_another_kind_is_refused_whole(importer, refused, document):
    importer([HAVEN])
    before = importer.path.read_bytes()
    choice = importer.path.with_name("keuze.json")
    choice.write_text(json.dumps(document), encoding="utf-8")
    message = refused(
        "importplans", INPUT=polygon_layer([HAVEN, DIJK]), **SHARED, UPDATE=True, CHANGES=str(choice), OUTPUT=str(importer.path)
    )
    assert "‘keuze.json’ is geen lijst van wijzigingen" in message
    assert importer.path.read_bytes() == before


def test_a_list_without_end_is_no_list(importer, refused):
    choice = importer.path.with_name("keuze.json")
    choice.write_text("[" * 100_000, encoding="utf-8")
    message = refused("importplans", INPUT=polygon_layer([HAVEN]), **SHARED, CHANGES=str(choice), OUTPUT=str(importer.path))
    assert "is geen lijst van wijzigingen" in message


def test_a_choice_of_an_earlier_reading_is_told(importer, run):
    importer([HAVEN, DIJK])
    newer = {"INPUT": polygon_layer([HAVEN | {"bruto": 12}, DIJK]), **SHARED, "OUTPUT": str(importer.path)}
    choice = Path(run("importplans", **newer, DRY_RUN=True)["CHANGES_FOUND"])
    kept = choice.rename(choice.with_name("keuze.json"))
    change(importer.path, "Haven", bruto_totaal=11)
    listener = Listener()
    run("importplans", **newer, UPDATE=True, CHANGES=str(kept), feedback=listener)
    assert importer.plans() == [("Haven", 11), ("Dijk", 5)]
    said = listener.textLog()
    assert "Niet uitgevoerd, want er is intussen iets gewijzigd: plan ‘Haven’, Bruto totaal (‘10’ wordt ‘12’)." in said
    assert "er is nog niet over gekozen: plan ‘Haven’, Bruto totaal (‘11’ wordt ‘12’)." in said


@pytest.mark.parametrize("name", ["p_kolomkoppeling.json", "p_wijzigingen.json"])
def test_a_users_own_list_beside_the_plan_file_is_set_aside(importer, name):
    own = importer.path.with_name(name)
    own.write_text('{"van": "mij"}\n', encoding="utf-8")
    importer([HAVEN], DRY_RUN=True)
    importer([HAVEN], DRY_RUN=True)  # its own is replaced
    (aside,) = importer.path.parent.glob(f"{own.stem}_bewaard_*.json")
    assert aside.read_text(encoding="utf-8") == '{"van": "mij"}\n'
    assert json.loads(own.read_text(encoding="utf-8"))["lmvw_zegel"]


def test_what_an_old_list_never_offered_was_not_skipped_by_anybody(importer, run):
    """A new plan and a new value that came after the list: they wait, are named, and nobody is said to have refused them."""
    importer([HAVEN])
    importer([HAVEN, DIJK], keep=lambda number, row: False)
    listener, polder = Listener(), {"plannaam": "Polder", "bruto": 3}
    layer = polygon_layer([HAVEN | {"bruto": 12}, DIJK, polder])
    given = {"INPUT": layer, **SHARED, "OUTPUT": str(importer.path), "UPDATE": True}
    result = run("importplans", listener, **given, CHANGES=str(importer.path.with_name("keuze.json")))
    assert importer.plans() == [("Haven", 10)]
    assert result["NOT_IMPORTED"] == 2
    text = report_of(result)
    assert (
        text.count("stond niet zo in de lijst waaruit u koos") == 3
    )  # Haven's value once; Polder as what waits and as what was not imported
    assert text.count("door u overgeslagen") == 1
    (told,) = [line for line in listener.textLog().splitlines() if "nog niet over gekozen" in line]
    assert "nieuw plan ‘Polder’" in told
    assert "plan ‘Haven’" in told
    assert "Dijk" not in told
