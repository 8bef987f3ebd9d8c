# SPDX-License-Identifier: GPL-2.0-or-later
"""Adopting names: in the layer with undo, in the worksheet as a copy, and clean afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

from lmvw_plugin.layers.workbook_reader import read_table
from lmvw_plugin.processing.adoptnames import LAYER, PREVIOUS, PROPOSAL, WORKBOOK, AdoptNames
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
    results, _ = adopt(layer, tmp_path, PROPOSAL)
    assert names(layer) == ["De Hoef", "plan Zuid", "007", "Kerkweg", "Plan 12", "Alleen hier"]
    copied = [name for _, name in read_table(tmp_path / "kopie.xlsx").names]
    assert copied == ["De Hoef", "plan Zuid", "007", "Kerkweg", "Plan 13", "Alleen daar"]
    assert (results["CHANGED_IN_LAYER"], results["CHANGED_IN_WORKBOOK"]) == (1, 3)
    _, findings, _ = run(INPUT=layer, WORKBOOK=str(tmp_path / "kopie.xlsx"))
    assert sorted(finding["waarde"] for finding in findings) == ["Alleen daar", "Alleen hier", "Plan 12", "Plan 13"]
    assert {finding["regel"] for finding in findings} == {"N2"}


def test_the_name_of_the_layer_goes_into_a_copy_only(layer: QgsVectorLayer, tmp_path: Path) -> None:
    results, _ = adopt(layer, tmp_path, LAYER)
    assert names(layer) == LEFT
    assert [name for _, name in read_table(tmp_path / "a.xlsx").names] == [str(name) for name in RIGHT]
    assert [name for _, name in read_table(tmp_path / "kopie.xlsx").names][:4] == LEFT[:4]
    assert results["CHANGED_IN_LAYER"] == 0 and results["CHANGED_IN_WORKBOOK"] == 4


def test_the_name_of_the_worksheet_goes_into_the_layer(layer: QgsVectorLayer, tmp_path: Path) -> None:
    results, _ = adopt(layer, tmp_path, WORKBOOK)
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
    assert "Kopie van het werkblad" in " ".join(lines)


def test_the_name_of_the_previous_delivery(layer: QgsVectorLayer) -> None:
    previous = polygons(["De Oude Hoef", "plan Zuid", "007"])
    results, _, _ = run(AdoptNames, INPUT=layer.id(), PREVIOUS=previous, ADOPT=PREVIOUS, OUTPUT=None)
    assert names(layer)[:3] == ["De Oude Hoef", "plan Zuid", "007"]
    assert results["CHANGED_IN_LAYER"] == 1


def test_a_choice_without_its_source_is_refused(layer: QgsVectorLayer) -> None:
    assert "‘Vorige levering’ is niet ingevuld" in run(AdoptNames, INPUT=layer.id(), ADOPT=PREVIOUS, OUTPUT=None)[2][0]
    assert "‘Werkblad’ is niet ingevuld" in run(AdoptNames, INPUT=layer.id(), ADOPT=LAYER, OUTPUT=None)[2][0]


def test_a_name_that_does_not_fit_is_refused_whole(tmp_path: Path) -> None:
    from lmvw_plugin.core.errors import LmvwError
    from lmvw_plugin.layers import layer_names

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
    results, _, _ = run(AdoptNames, INPUT=str(path), WORKBOOK=workbook(tmp_path / "a.xlsx", list(RIGHT)), ADOPT=WORKBOOK, OUTPUT=None)
    assert results["CHANGED_IN_LAYER"] == 4
    assert names(QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr"))[:4] == ["De Hoef ", "Plan Zuid", "7", "Kerkweg"]
