# SPDX-License-Identifier: GPL-2.0-or-later
"""Adopting names: in the layer with undo, in the worksheet as a copy, and clean afterwards."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

from lmvw_plugin.core.names.nothing import notes_among
from lmvw_plugin.core.names.repairs import repairs
from lmvw_plugin.core.names.rules import NameEntry, NameSource
from lmvw_plugin.layers.workbook.reader import read_table
from lmvw_plugin.processing.adoptnames import LAYER, PREVIOUS, PROPOSAL, WORKBOOK, AdoptNames
from scripts.make_name_corpus import PAIRS
from tests.processing.test_checkplannames import polygons, run, workbook

LEFT: list[str | None] = ["De Hoef", "plan Zuid", "007", "Kerkweg ", "Plan 12", "Alleen hier"]
RIGHT = ["De Hoef ", "Plan Zuid", 7, "Kerkweg", "Plan 13", "Alleen daar"]


@pytest.fixture
def layer() -> Any:
    made = polygons(LEFT)
    QgsProject.instance().addMapLayer(made)
    yield made
    made.rollBack()
    QgsProject.instance().removeMapLayer(made.id())


def names(layer: QgsVectorLayer) -> list[str]:
    return [feature["plannaam"] for feature in sorted(layer.getFeatures(), key=lambda feature: feature.id())]


def adopt(layer: QgsVectorLayer, folder: Path, choice: int, **more: Any) -> tuple[dict[str, Any], list[str]]:
    path = folder / "a.xlsx"
    if not path.exists():
        workbook(path, list(RIGHT))
    results, _, lines = run(
        AdoptNames, INPUT=layer.id(), WORKBOOK=str(path), ADOPT=choice, OUTPUT_WORKBOOK=str(folder / "kopie.xlsx"), OUTPUT=None, **more
    )
    return results, lines


def test_the_proposal_makes_the_next_check_clean(layer: QgsVectorLayer, tmp_path: Path) -> None:
    results, _ = adopt(layer, tmp_path, PROPOSAL, NAMES=LEFT[:4])
    assert names(layer) == ["De Hoef", "plan Zuid", "007", "Kerkweg", "Plan 12", "Alleen hier"]
    copied = [name for _, name in read_table(tmp_path / "kopie.xlsx").names]
    assert copied == ["De Hoef", "plan Zuid", "007", "Kerkweg", "Plan 13", "Alleen daar"]
    assert (results["CHANGED_IN_LAYER"], results["CHANGED_IN_WORKBOOK"]) == (1, 3)
    _, findings, _ = run(INPUT=layer, WORKBOOK=str(tmp_path / "kopie.xlsx"))
    found = [finding for finding in findings if finding["regel"] != "N5"]  # 007 still names nothing
    assert sorted(finding["waarde"] for finding in found) == ["Alleen daar", "Alleen hier", "Plan 12", "Plan 13"]
    assert {finding["regel"] for finding in found} == {"N2"}


def test_the_name_of_the_layer_goes_into_a_copy_only(layer: QgsVectorLayer, tmp_path: Path) -> None:
    results, _ = adopt(layer, tmp_path, LAYER, NAMES=LEFT)
    assert names(layer) == LEFT
    assert [name for _, name in read_table(tmp_path / "a.xlsx").names] == [str(name) for name in RIGHT]
    assert [name for _, name in read_table(tmp_path / "kopie.xlsx").names][:4] == LEFT[:4]
    assert results["CHANGED_IN_LAYER"] == 0 and results["CHANGED_IN_WORKBOOK"] == 4


def test_the_name_of_the_worksheet_goes_into_the_layer(layer: QgsVectorLayer, tmp_path: Path) -> None:
    results, _ = adopt(layer, tmp_path, WORKBOOK, NAMES=LEFT[:4])
    assert names(layer) == ["De Hoef ", "Plan Zuid", "7", "Kerkweg", "Plan 12", "Alleen hier"]
    assert not (tmp_path / "kopie.xlsx").exists()
    assert results["CHANGED_IN_LAYER"] == 4 and "WORKBOOK_COPY" not in results


def test_one_pair_only(layer: QgsVectorLayer, tmp_path: Path) -> None:
    results, _ = adopt(layer, tmp_path, WORKBOOK, NAMES=["plan Zuid"])
    assert names(layer)[:3] == ["De Hoef", "Plan Zuid", "007"]
    assert results["CHANGED_IN_LAYER"] == 1


def test_undo_takes_everything_back_in_one_step(layer: QgsVectorLayer, tmp_path: Path) -> None:
    adopt(layer, tmp_path, WORKBOOK, SAVE=False)
    assert layer.isEditable() and names(layer)[1] == "Plan Zuid"
    assert layer.undoStack().count() == 1
    layer.undoStack().undo()
    assert names(layer) == LEFT


def test_a_layer_that_is_being_edited_is_not_saved(layer: QgsVectorLayer, tmp_path: Path) -> None:
    layer.startEditing()
    adopt(layer, tmp_path, WORKBOOK, SAVE=True)
    assert layer.isEditable() and layer.isModified()


def test_nothing_changes_when_the_copy_cannot_be_written(layer: QgsVectorLayer, tmp_path: Path) -> None:
    run(
        AdoptNames, INPUT=layer.id(), WORKBOOK=workbook(tmp_path / "a.xlsx", list(RIGHT)), ADOPT=PROPOSAL, OUTPUT=None,
        OUTPUT_WORKBOOK=str(tmp_path / "weg" / "kopie.xlsx"),
    )  # fmt: skip
    assert names(layer) == LEFT


def test_a_copy_that_was_not_asked_for_is_asked_for(layer: QgsVectorLayer, tmp_path: Path) -> None:
    _, _, lines = run(AdoptNames, INPUT=layer.id(), WORKBOOK=workbook(tmp_path / "a.xlsx", list(RIGHT)), ADOPT=LAYER, OUTPUT=None)
    assert "Kopie van het Excel-bestand" in " ".join(lines)


def test_the_name_of_the_previous_delivery(layer: QgsVectorLayer) -> None:
    previous = polygons(["De Oude Hoef", "plan Zuid", "007"])
    shown, proposals, _ = run(AdoptNames, INPUT=layer.id(), PREVIOUS=previous, ADOPT=PREVIOUS)
    assert (shown["CHANGED_IN_LAYER"], shown["WAITING"]) == (0, 1)  # another name is a guess, though the polygon stayed
    assert [(one["naam_nu"], one["naam_nieuw"], one["zeker"]) for one in proposals] == [("De Hoef", "De Oude Hoef", False)]
    assert names(layer) == LEFT
    results, _, _ = run(AdoptNames, INPUT=layer.id(), PREVIOUS=previous, ADOPT=PREVIOUS, NAMES=["De Hoef"], OUTPUT=None)
    assert names(layer)[:3] == ["De Oude Hoef", "plan Zuid", "007"]
    assert results["CHANGED_IN_LAYER"] == 1


def test_a_choice_without_its_source_is_refused(layer: QgsVectorLayer) -> None:
    assert "‘Vorige levering’ is niet ingevuld" in run(AdoptNames, INPUT=layer.id(), ADOPT=PREVIOUS, OUTPUT=None)[2][0]
    assert "‘Excel-bestand’ is niet ingevuld" in run(AdoptNames, INPUT=layer.id(), ADOPT=LAYER, OUTPUT=None)[2][0]


def test_a_name_that_does_not_fit_is_refused_whole(tmp_path: Path) -> None:
    from lmvw_plugin.core.errors import LmvwError
    from lmvw_plugin.layers.names import in_layers as layer_names

    narrow = QgsVectorLayer("MultiPolygon?crs=EPSG:28992&field=plannaam:string(10)", "smal", "memory")
    with pytest.raises(LmvwError, match="10 tekens"):
        layer_names.adopt(narrow, "plannaam", {1: "Een lange naam"})
    assert not narrow.isEditable()


def test_a_file_is_saved_as_a_whole(tmp_path: Path) -> None:
    """As qgis_process does it: a path instead of a layer of the project."""
    path = tmp_path / "plannen.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "plannen"
    QgsVectorFileWriter.writeAsVectorFormatV3(polygons(LEFT), str(path), QgsProject.instance().transformContext(), options)
    results, _, _ = run(
        AdoptNames, INPUT=str(path), WORKBOOK=workbook(tmp_path / "a.xlsx", list(RIGHT)), ADOPT=WORKBOOK, OUTPUT=None, NAMES=LEFT
    )
    assert results["CHANGED_IN_LAYER"] == 4
    assert names(QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr"))[:4] == ["De Hoef ", "Plan Zuid", "7", "Kerkweg"]


# -- sure, or a guess ----------------------------------------------------------------------------------------------

GUESSES = {"Boswijk": "Bosrijk", "Waterwijk": "Waterrijk", "007": "7", "12 Kade": "Kade", "Markt, Oude": "Oude Markt", "Café": "Cafe",
           "1-2": "2026-02-01", "Noord-West": "Noordwest"}  # fmt: skip
SURE = {"Kerkweg": "Kerkweg ", "'t Hof": "\u2019t Hof", "Noord-Oost": "Noord\u2013Oost", "De Hoef": "de hoef", "Dijk": "Dijk\u200b",
        "Coöperatie": unicodedata.normalize("NFD", "Coöperatie")}  # fmt: skip


def run_on(left: list[str], right: list[str], folder: Path, **more: Any) -> tuple[dict[str, Any], list[dict[str, Any]], list[str]]:
    made = polygons(list(left))
    QgsProject.instance().addMapLayer(made)
    try:
        results, table, lines = run(
            AdoptNames,
            INPUT=made.id(),
            WORKBOOK=workbook(folder / "a.xlsx", list(right)),
            OUTPUT_WORKBOOK=str(folder / "kopie.xlsx"),
            **more,
        )
        results["NAMES_NOW"] = names(made)
        return results, table, lines
    finally:
        QgsProject.instance().removeMapLayer(made.id())


@pytest.mark.parametrize("choice", [PROPOSAL, LAYER, WORKBOOK])
def test_no_guess_is_written_unless_it_is_named(tmp_path: Path, choice: int) -> None:
    """With its defaults it wrote Bosrijk for Boswijk."""
    results, table, lines = run_on(list(GUESSES), list(GUESSES.values()), tmp_path, ADOPT=choice)
    assert results["NAMES_NOW"] == list(GUESSES)
    assert not (tmp_path / "kopie.xlsx").exists()
    assert (results["CHANGED_IN_LAYER"], results["CHANGED_IN_WORKBOOK"], results["WAITING"]) == (0, 0, len(GUESSES))
    assert {row["keuze"] for row in table} == {"wacht op uw keuze"} and not any(row["zeker"] for row in table)
    assert all(row["waarom"] for row in table)
    assert any(f"op uw keuze: {len(GUESSES)} namen" in line for line in lines)


def test_what_is_sure_is_written_and_every_change_is_in_the_table(tmp_path: Path) -> None:
    left, right = list(SURE) + list(GUESSES), list(SURE.values()) + list(GUESSES.values())
    results, table, _ = run_on(left, right, tmp_path, ADOPT=WORKBOOK)
    assert results["NAMES_NOW"] == [*SURE.values(), *GUESSES]
    assert {(row["naam_nu"], row["naam_nieuw"]) for row in table if row["keuze"] == "overgenomen"} == set(SURE.items())
    assert {row["naam_nu"] for row in table if row["keuze"] != "overgenomen"} == set(GUESSES)
    assert {row["bron"] for row in table} == {"laag"}


def test_a_guess_that_is_named_is_written(tmp_path: Path) -> None:
    results, table, lines = run_on(list(GUESSES), list(GUESSES.values()), tmp_path, ADOPT=LAYER, NAMES=["Boswijk", "Bestaat niet"])
    assert results["CHANGED_IN_WORKBOOK"] == 1
    assert [name for _, name in read_table(tmp_path / "kopie.xlsx").names] == ["Boswijk", *list(GUESSES.values())[1:]]
    assert [(row["plaats"], row["naam_nieuw"]) for row in table if row["keuze"] == "overgenomen"] == [("cel A3", "Boswijk")]
    assert any("Voor ‘Bestaat niet’ is er geen voorstel" in line for line in lines)


def test_a_preview_changes_nothing(tmp_path: Path) -> None:
    results, table, _ = run_on(list(SURE), list(SURE.values()), tmp_path, ADOPT=LAYER, DRY_RUN=True)
    assert results["NAMES_NOW"] == list(SURE) and not (tmp_path / "kopie.xlsx").exists()
    assert {row["keuze"] for row in table} == {"zou overgenomen worden"} and len(table) == len(SURE)
    assert (results["CHANGED_IN_LAYER"], results["CHANGED_IN_WORKBOOK"]) == (0, 0)


@given(st.lists(st.sampled_from(PAIRS), min_size=1, max_size=12, unique=True))
@settings(max_examples=200)
def test_nothing_is_sure_that_changes_a_letter_or_a_digit(pairs: list[tuple[str | None, str | None, str, str]]) -> None:
    """Over the whole corpus: what is adopted by itself is the same name but for capitals, spaces and signs."""
    for side in (0, 1):  # a column of mostly long texts is refused as a whole
        assume(not notes_among([name for name in (pair[side] for pair in pairs) if name]))
    left = NameSource("links", tuple(NameEntry(a, "x") for a, *_ in pairs))
    right = NameSource("rechts", tuple(NameEntry(b, "y") for _, b, *_ in pairs))
    for repair in repairs(left, right):
        if repair.sure:
            told = [
                [c for c in unicodedata.normalize("NFC", name).casefold() if c.isalnum()]
                for name in (repair.left, repair.right, repair.proposal)
            ]
            assert told[0] == told[1] == told[2]
