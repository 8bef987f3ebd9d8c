# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job in a QGIS in English: every window is in English, what goes to the province is in Dutch."""

import re

from tests.conftest import consistent_plan, read_plans, square

MENU = "iface.mainWindow().findChild(QMenu, 'lmvw_menu')"
DUTCH = re.compile(r"\b(?:het|een|niet|van|voor|wordt|naar|zonder|geen|plannen|woningen|maken|openen|kies|vul)\b", re.IGNORECASE)
NAME = "Havenkwartier"


def dutch_in(words):
    """Lines with Dutch in them; a code keeps its name, with the English behind it."""
    return [line for line in words.splitlines() if DUTCH.search(re.sub(r"[^(]*\([^()]+\)", "", line))]


def test_from_a_new_plan_file_to_a_delivery_in_english(english_window):
    window = english_window
    entries = window.wait(f"[action.text() for action in {MENU}.actions() if action.text()]")
    assert "Check and show on the map" in entries
    assert dutch_in("\n".join(entries)) == []
    panel = window.wait("words(iface.mainWindow().findChild(QDockWidget, 'lmvw_start'))")
    assert "No plan file is open." in panel
    assert dutch_in(panel) == []

    window.choose("lmvw_createplanfile")
    window.opens("lmvw_new_plan_file")
    window.type("markerwaard")
    window.wait("'markerwaard' in line('Save as').text()")
    assert dutch_in(window.read("words('lmvw_new_plan_file')")) == []
    path = window.folder / "new.gpkg"
    window.fill("line('Save as')", str(path))
    window.click("button('Make the plan file')")
    window.wait("not opened('lmvw_new_plan_file') and plans().isValid() and idle()")
    assert window.read("plans().name()").startswith("Plans Markerwaard 1 J")  # of January or July
    assert window.read("plans().attributeDisplayName(plans().fields().lookupField('bruto_jaar01'))").startswith("Gross 20")
    window.do(
        "layer = plans(); layer.startEditing(); layer.addFeature(QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(wkt), "
        "{layer.fields().lookupField(name): value for name, value in plan.items()})); layer.commitChanges()",
        wkt=square().asWkt(), plan={name: value for name, value in consistent_plan(plannaam=NAME).items() if value is not None},
    )  # fmt: skip

    window.open_form(NAME)
    assert dutch_in(window.read("words(shown()[-1])")) == []
    window.do("shown()[-1].close()")

    window.press("lmvw_check_on_map")
    window.sees("1 plan checked")
    window.sees("no errors or warnings")

    window.press("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.sees("No errors", "lmvw_delivery")
    if "remaining capacity" in window.read("widget('verdict').text()"):  # asked in autumn
        window.click("tab(kind('QTabWidget', 'lmvw_delivery'), 'Details')")
        window.click("widget('rest_capacity')")
        window.keys("Down", "Return")
    window.wait("button('Make a delivery').isEnabled()")
    assert dutch_in(window.read("words('lmvw_delivery')")) == []
    window.click("button('Make a delivery')")
    window.sees("The package was written, read back and compared", "lmvw_delivery")
    (package,) = path.parent.glob("levering/LMVW_*/")
    assert "Levering woningbouwplannen" in (package / "LEESMIJ.txt").read_text(encoding="utf-8")
    assert "Geen fouten" in (package / "controle.html").read_text(encoding="utf-8")
    assert [plan["plannaam"] for plan, _ in read_plans(package / "plannen.gpkg")] == [NAME]
