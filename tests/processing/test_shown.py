# SPDX-License-Identifier: GPL-2.0-or-later
"""What an algorithm puts in the project has the name that we gave it, and the form and style that are stored with it: Processing gives neither."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from qgis.core import QgsEditFormConfig, QgsProcessingContext, QgsProcessingUtils, QgsProject

from lmvw_plugin.core.receiving.overview import members
from tests.conftest import PEILDATUM, ROOT, Listener
from tests.packages import of, sent

HOME = members("Noord-Holland", PEILDATUM)[0]


@pytest.fixture
def kept_elsewhere():
    """A folder as a user has it: of what lies among temporary files QGIS keeps the name."""
    (ROOT / "build").mkdir(exist_ok=True)
    with TemporaryDirectory(dir=ROOT / "build") as folder:
        yield Path(folder)


@pytest.fixture
def shown(provider):
    """Run an algorithm, and take its layers as the window of Processing does; the upper first."""

    from qgis import processing

    def go(algorithm, **given):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        processing.run(f"lmvw:{algorithm}", given, context=context, feedback=Listener())
        layers = []
        for source, details in sorted(context.layersToLoadOnCompletion().items(), key=lambda one: -one[1].layerSortKey):
            layer = QgsProcessingUtils.mapLayerFromString(source, context)
            layer.setName(source)
            details.setOutputLayerName(layer)
            if details.postProcessor():
                details.postProcessor().postProcessLayer(layer, context, None)
            layers.append(layer.clone())
        return layers

    return go


def is_dressed(layer):
    return layer.renderer().type() != "singleSymbol" and layer.editFormConfig().layout() == QgsEditFormConfig.EditorLayout.TabLayout


def test_a_review_file_shows_its_layers_in_their_order_and_dressed(shown, kept_elsewhere):
    sent(kept_elsewhere, [of(HOME, "Zuid")], HOME)
    layers = shown("opendeliveries", INPUT=str(kept_elsewhere / "in"), OUTPUT=str(kept_elsewhere / "b.gpkg"))
    assert [one.name() for one in layers] == [
        "Overzicht per gemeente", "Bevindingen", "Vorige plannen", "Plannen in beoordeling", "Ontvangen bestanden", "Verwachtingen",
    ]  # fmt: skip
    there = {one.name(): one for one in layers}
    assert is_dressed(there["Plannen in beoordeling"])
    assert there["Vorige plannen"].renderer().symbol().symbolLayer(0).properties()["style"] == "no"
    assert [name for name, one in there.items() if not one.readOnly()] == ["Verwachtingen"]


def test_a_merged_file_is_shown_by_its_name_and_in_our_colours(shown, kept_elsewhere):
    sent(kept_elsewhere, [of(HOME, "Zuid")], HOME)
    (layer,) = shown("mergedeliveries", INPUT=str(kept_elsewhere / "in"), OUTPUT=str(kept_elsewhere / "samen.gpkg"))
    assert layer.name() == "Samengevoegde plannen" and layer.renderer().type() != "singleSymbol"


def test_a_new_plan_file_is_shown_by_its_name_with_its_form(shown, kept_elsewhere):
    (layer,) = shown("createplanfile", GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(kept_elsewhere / "voorjaar.gpkg"))
    assert layer.name() == "voorjaar" and is_dressed(layer)
