# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of a first day: the plugin comes out of its zip, with a menu and a toolbar of which every entry does something."""

import pytest

ALGORITHMS = ("checkplans", "checkpolygons", "repairpolygons", "checkplannames")
WINDOWS = {"createplanfile": "lmvw_new_plan_file", "importplans": "lmvw_import", "exportdelivery": "lmvw_delivery"}
SAYS = {
    "new_plan_from_selection": "Kies in het paneel Lagen de laag met percelen of vlakken",
    "divide_selected": "plannen",
    "merge_selected": "plannen",
}


def test_the_zip_brings_menu_and_toolbar(window):
    assert window.read("'lmvw_woningbouw' in utils.active_plugins")
    assert window.read("utils.plugins['lmvw_woningbouw'].__class__.__name__") == "LmvwPlugin"
    window.choose("lmvw_createplanfile")
    window.opens("lmvw_new_plan_file")
    window.keys("Escape")
    window.wait("not shown()")


@pytest.mark.parametrize("press", ["press", "choose"])
@pytest.mark.parametrize("entry", ALGORITHMS)
def test_uitvoeren_runs(window, entry, press):
    window.open_sample()
    getattr(window, press)(f"lmvw_{entry}")
    window.click("button('Uitvoeren')")
    window.sees("Uitvoering voltooid", "QgsProcessingDialogBase")
    window.click("button('Sluiten')")
    window.wait("not shown()")


def test_uitvoeren_tells_what_is_missing(window):
    window.open_sample()
    window.press("lmvw_adoptnames")
    window.click("button('Uitvoeren')")
    window.sees("‘Excel-bestand’ is niet ingevuld", "QMessageBox")
    window.keys("Return")
    window.click("button('Sluiten')")
    window.wait("not shown()")


@pytest.mark.parametrize("entry", WINDOWS)
def test_a_window_opens_and_escape_closes_it(window, entry):
    window.open_sample()
    for press in (window.press, window.choose):
        press(f"lmvw_{entry}")
        window.opens(WINDOWS[entry])
        window.wait("idle()")  # while the plans of a delivery are checked Escape stops the check
        window.keys("Escape")
        window.wait("not shown()")


@pytest.mark.parametrize("entry", SAYS)
def test_an_entry_that_needs_a_selection_says_so(window, entry):
    window.open_sample()
    window.press(f"lmvw_{entry}")
    window.sees(SAYS[entry])


# What a user sees of an entry: a window or panel, words above the map, another tool or layer, a page of the manual, a button that stays down.
_SEEN = """[
    titles(), bar(), type(iface.mapCanvas().mapTool()).__name__, sorted(QgsProject.instance().mapLayers()),
    sorted(one.objectName() for one in iface.mainWindow().findChildren(QDockWidget) if one.isVisible()),
    Path(page).exists() and Path(page).stat().st_mtime_ns, action(entry).isChecked(),
]"""


_ENTRIES = "[one.objectName() for one in iface.mainWindow().findChild(QWidget, of).actions() if not one.isSeparator()]"


@pytest.mark.parametrize(("press", "of", "but"), [("press", "lmvw_toolbar", ""), ("choose", "lmvw_menu", "lmvw_toolbar")])
def test_every_entry_does_something_that_is_seen(window, press, of, but):
    """The buttons, and what stands in the menu only; QGIS says itself which there are, so that one that comes later is pressed too."""
    window.open_sample()
    entries = [one for one in window.read(_ENTRIES, of=of) if not but or one not in window.read(_ENTRIES, of=but)]
    assert len(entries) >= 8
    names = {"page": str(window.qgis.folder / "browser.txt")}
    for entry in entries:
        before = window.read(_SEEN, entry=entry, **names)
        getattr(window, press)(entry)
        window.wait(f"{_SEEN} != before", entry=entry, before=before, **names)
        window.wait("idle()")
        while window.read("bool(shown())"):
            window.keys("Escape")
            window.wait("idle()")
        window.do("iface.messageBar().clearWidgets(); iface.actionPan().trigger()")


def test_a_project_opens_time_and_again(window):
    """While the start panel looks at the files that were open before: QGIS stood still once in eight times."""
    path = window.open_sample()
    for _ in range(25):
        window.do("iface.newProject(False)")
        window.do("later(lambda: iface.addProject(path))", path=str(path.with_suffix(".qgz")))
        window.wait("plans().isValid()")


@pytest.mark.parametrize(
    ("entry", "page"), [("createplanfile", "1-een-nieuw-planbestand"), ("exportdelivery", "6-leveren"), ("importplans", "2-plannen")]
)
def test_f1_opens_the_manual_at_the_page_of_the_window(window, entry, page):
    window.open_sample()
    window.choose(f"lmvw_{entry}")
    window.opens(WINDOWS[entry])
    window.wait("idle()")
    window.keys("F1")
    window.wait("page in Path(path).read_text()", page=f"/handleiding/{page}", path=str(window.qgis.folder / "browser.txt"))
    window.keys("Escape")
    window.wait("not shown()")


def test_the_next_journey_finds_the_panels_as_after_the_first_start(window):
    """A panel that stayed open lay in front of the start panel, whose buttons a later journey could not press."""
    in_sight = "sorted(one.objectName() for one in iface.mainWindow().findChildren(QDockWidget) if one.isVisible() and not one.visibleRegion().isEmpty())"
    before = window.read(in_sight)
    assert "lmvw_start" in before
    window.open_sample()
    window.press("lmvw_questions")
    window.wait("not widget('lmvw_question_panel').visibleRegion().isEmpty()")
    window.end()
    window.wait(f"{in_sight} == before", before=before)
