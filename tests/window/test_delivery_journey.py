# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys from other people's files to a delivery: a real municipality through the import window, and check, mend, deliver."""

import pytest

from tests.conftest import DATA, read_plans
from tests.window import acts

PROCESSING = "QgsProcessingDialogBase"
HEEMSKERK = DATA / "plannen" / "heemskerk_2020.gpkg"


@pytest.mark.real
@pytest.mark.skipif(not HEEMSKERK.exists(), reason="the real plans of Heemskerk are not here")
def test_a_real_municipality_through_the_import_window(window):
    path = window.folder / "heemskerk.gpkg"
    window.choose("lmvw_importplans")
    window.opens("lmvw_import")
    window.fill("line('of een bestand')", str(HEEMSKERK))
    window.fill("line('Gemeente')", "Heemskerk (GM0396)")
    window.keys("Tab")
    window.fill("line('Planbestand')", str(path))
    window.click("button('Volgende', 'lmvw_import')")
    window.sees("36 polygonen", "lmvw_import")
    window.click("button('Volgende', 'lmvw_import')")
    window.sees("36 nieuwe plannen", "lmvw_import")
    window.click("button('Importeren', 'lmvw_import')")
    window.click("button('Sluiten', 'lmvw_import')")
    window.wait("not shown() and idle()")
    plans = read_plans(path)
    assert len(plans) == 36
    assert {plan["gemeente_code"] for plan, _ in plans} == {"GM0396"}
    assert all(geometry.isGeosValid() and not geometry.isEmpty() for _, geometry in plans)
    assert window.read("plans().featureCount()") == 36


def test_check_mend_and_deliver(window):
    path = window.open_sample()
    window.do(
        "plans().startEditing(); plans().changeAttributeValue(plan(name).id(), plans().fields().lookupField('bruto_totaal'), 1)",
        name="Oosterdiep-Zuid",
    )
    window.press("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.sees("Dat houdt de levering tegen", "lmvw_delivery")
    assert not window.read("button('Levering maken').isEnabled()")
    window.keys("Escape")
    window.wait("not shown()")
    acts.undo(window)
    window.wait("not plans().isModified()")
    window.press("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.click("button('Levering maken')")
    window.sees("Het pakket is geschreven, teruggelezen en vergeleken", "lmvw_delivery")
    package = path.parent / "levering" / "LMVW_GM9999_2026-01-01"
    assert package.with_suffix(".zip").is_file()
    delivered = [plan for plan, _ in read_plans(package / "plannen.gpkg")]
    assert len(delivered) == 42
    assert next(plan["bruto_totaal"] for plan in delivered if plan["plannaam"] == "Oosterdiep-Zuid") > 1


def delivered_in(folder):
    """Every file that was delivered or lies beside the plan file, with when it changed; not what SQLite keeps beside an open file."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.suffix in (".zip", ".gpkg", ".html", ".xlsx", ".json", ".txt"))
    return {file: file.stat().st_mtime_ns for file in files}


def test_the_municipality_sees_its_package_as_the_province_will(window):
    path = window.open_sample()
    window.press("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.click("button('Levering maken')")
    window.sees("Het pakket is geschreven, teruggelezen en vergeleken", "lmvw_delivery")
    before = delivered_in(path.parent)
    window.click("widget('as_province')")
    window.opens(PROCESSING)
    window.click(f"button('Uitvoeren', '{PROCESSING}')")
    window.wait("len(QgsProject.instance().mapLayersByName('Plannen in beoordeling')) == 1", limit=120)
    window.click(f"button('Sluiten', '{PROCESSING}')")
    layers = window.read("{one.name(): [one.readOnly(), one.featureCount()] for one in QgsProject.instance().mapLayers().values()}")
    assert layers["Plannen in beoordeling"] == [True, 42]
    groups = (
        "{group.name(): [layer.name() for layer in group.findLayers()] for group in QgsProject.instance().layerTreeRoot().findGroups()}"
    )
    (group,) = window.read(groups)
    assert group == "Leveringen Voorbeeldprovincie, 1 januari 2026" and len(window.read(groups)[group]) == 6
    assert delivered_in(path.parent) == before, "what the province would make goes to a folder of QGIS"
