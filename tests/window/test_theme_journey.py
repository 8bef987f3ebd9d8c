# SPDX-License-Identifier: GPL-2.0-or-later
"""The theme is switched while the form of a plan and the panels of ours are open: all follows at once, reads, and nothing that was typed is lost."""

from lmvw_plugin.core.colours import AA, contrast
from tests.conftest import ROOT

PLAN, NIGHT = "Oosterdiep-Zuid", "Night Mapping"
PANELS = ("lmvw_start", "lmvw_review", "lmvw_question_panel")
# Of a theme QGIS leaves the palette behind until it is started again, and Qt leaves it in lists, those of QGIS too: dark ones on light panels.
_CHOOSE = {
    "default": "later(lambda: (QgsApplication.setUITheme('default'), QApplication.setPalette(QApplication.style().standardPalette())))"
}


def in_sight(window, panel):
    window.do("iface.mainWindow().findChild(QDockWidget, panel).setUserVisible(True)", panel=panel)
    window.wait("iface.mainWindow().findChild(QDockWidget, panel).isVisible()", panel=panel)


def painted(window, place):
    """What can be read there, by its words: ground and letters."""
    window.do("import sys; sys.path.append(folder)", folder=str(ROOT / "tests"))
    return {words: (ground, letters) for _, words, ground, letters in window.read(f"__import__('readable').painted({place})")}


def test_a_theme_is_chosen_while_form_and_panels_are_open(fresh_window):
    window = fresh_window
    window.open_sample()
    window.press("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    for entry in ("lmvw_review_panel", "lmvw_questions"):
        window.press(entry)
    window.show_map(*window.read(f"list(plan('{PLAN}').geometry().pointOnSurface().asPoint())"), 800)
    window.click(f"plan('{PLAN}').geometry().pointOnSurface().asPoint()")
    window.opens("lmvw_planner")
    window.type(" Noord")
    window.do("window('lmvw_planner').move(20, 160)")
    places = ["window('lmvw_planner')", *(f"iface.mainWindow().findChild(QDockWidget, '{panel}')" for panel in PANELS)]
    for chosen in (NIGHT, "default", NIGHT):
        window.do(_CHOOSE.get(chosen, "later(lambda: QgsApplication.setUITheme(chosen))"), chosen=chosen)
        window.wait("QgsApplication.themeName() == chosen", chosen=chosen)
        window.qgis.ask("settle")
        window.opens("lmvw_planner")
        for panel, place in zip(("", *PANELS), places, strict=True):
            if panel:
                in_sight(window, panel)
            seen = painted(window, place)
            window.picture(f"{chosen}-{panel or 'form'}".replace(" ", "-"))
            assert seen, place
            assert {words: pair for words, pair in seen.items() if contrast(*pair) < AA} == {}, (chosen, place)
    assert window.read("plan('Oosterdiep-Zuid Noord')['plannummer']") == "MW-037"
