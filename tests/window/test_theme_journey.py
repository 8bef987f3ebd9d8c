# SPDX-License-Identifier: GPL-2.0-or-later
"""The theme is switched while the form of a plan and the panels of ours are open: all follows at once, reads, and nothing that was typed is lost."""

import re

from tests.core.test_colours import AA, contrast

PLAN, NIGHT = "Oosterdiep-Zuid", "Night Mapping"
PANELS = ("lmvw_start", "lmvw_review", "lmvw_question_panel")
# The most frequent colour in a picture of a widget and the others, for each label with words that is in sight.
_PAINTED = (
    "[[one.text(), *sorted(set(colours), key=colours.count, reverse=True)] for one in {place}.findChildren(QWidget) if isinstance(one, (QLabel, QLineEdit))"
    " and one.isVisible() and one.isEnabled() and not one.visibleRegion().isEmpty()"
    " for image in [one.grab().toImage()]"
    " for colours in [[image.pixelColor(x, y).name() for x in range(0, image.width()) for y in range(0, image.height())]]]"
)
# Of a theme QGIS leaves the palette behind until it is started again, and Qt leaves it in lists, those of QGIS too: dark ones on light panels.
_CHOOSE = {
    "default": "later(lambda: (QgsApplication.setUITheme('default'), QApplication.setPalette(QApplication.style().standardPalette())))"
}
_TREE = "[colours.color(role).name() for colours in [widget('review_tree').palette()] for role in (colours.Base, colours.Text)]"


def in_sight(window, panel):
    window.do("iface.mainWindow().findChild(QDockWidget, panel).setUserVisible(True)", panel=panel)
    window.wait("iface.mainWindow().findChild(QDockWidget, panel).isVisible()", panel=panel)


def painted(window, place):
    """Ground and letters of what can be read there; the letters have the colour furthest from the ground."""
    found = {}
    for words, ground, *others in window.read(_PAINTED.format(place=place)):
        if others and any(map(str.isalpha, re.sub("<[^>]*>", "", words))):  # a sign alone is QGIS's own
            found[words] = (ground, max(others, key=lambda other: contrast(ground, other)))
    return found


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
        in_sight(window, "lmvw_review")
        if chosen == NIGHT:
            assert contrast(*window.read(_TREE)) >= AA
    assert window.read("plan('Oosterdiep-Zuid Noord')['plannummer']") == "MW-037"
