# SPDX-License-Identifier: GPL-2.0-or-later
"""The panels of ours as narrow as they go beside the map, and loose from it; light and dark, at 100% and 150%: all is read, and reached by keyboard."""

import shutil

import pytest

from lmvw_plugin.core.colours import AA, contrast
from tests.conftest import ROOT
from tests.window.test_compared_journey import WORDS as COMPARED
from tests.window.test_review_journey import WORDS as CHECKED
from tests.window.test_theme_journey import NIGHT

PANELS = {"lmvw_review": "review", "lmvw_question_panel": "question", "lmvw_compared": "compared", "lmvw_start": "start"}
_DOCK = "iface.mainWindow().findChild(QDockWidget, '{}')"
_NARROW = "(lambda dock: iface.mainWindow().resizeDocks([dock], [1], Qt.Orientation.Horizontal))({})"
_TABS = 30  # more than there are controls in a panel


@pytest.fixture(params=["fresh_window", "large_window"])
def window(request):
    return request.getfixturevalue(request.param)


def stage(window):
    """A checked plan file with work of every kind, the questions about it, and the delivery before it."""
    path = window.open_sample()
    before = shutil.copy(path, path.with_name("vorige.gpkg"))
    window.do(
        "plans().startEditing(); [plans().changeAttributeValue(plan(name).id(), plans().fields().lookupField(column), value)"
        " for name, column, value in changes]; plans().commitChanges()",
        changes=[["Oosterdiep-Zuid", "plantype", None], ["Noorderzoom", "gerealiseerd", None], ["Noorderzoom", "bruto_totaal", 999]],
    )
    window.wait("not plans().isEditable() and idle()")
    window.press("lmvw_check_on_map")
    window.sees("gecontroleerd")
    window.do("iface.messageBar().clearWidgets()")
    window.do("import sys; sys.path.append(folder)", folder=str(ROOT / "tests"))
    for entry in ("lmvw_review_panel", "lmvw_questions", "lmvw_compared_panel"):
        window.do("later(action(name).trigger)", name=entry)
        window.wait("idle()")
    window.wait("'Gecontroleerd op' in {}".format(CHECKED.replace("widget(", "iface.mainWindow().findChild(QWidget, ")))
    in_front(window, "lmvw_compared")
    window.wait(f"'Kies de vorige levering' in {COMPARED}")
    window.fill("widget('compared_file').lineEdit()", str(before))
    window.keys("Return")
    window.wait(f"'besloten' in {COMPARED} and idle()")
    window.do("iface.mainWindow().findChild(QDockWidget, 'lmvw_review').hand.follow()")
    window.wait("idle()")


def in_front(window, panel, loose=False):
    """Beside the map and as narrow as it goes, or loose from it."""
    dock = _DOCK.format(panel)
    window.do(f"{dock}.setFloating(loose); {dock}.setUserVisible(True)", loose=loose)
    window.wait(f"{dock}.isVisible() and {dock}.isFloating() == loose and not {dock}.visibleRegion().isEmpty()", loose=loose)
    if not loose:
        window.do(_NARROW.format(dock))
    window.qgis.ask("settle")
    window.wait("idle()")
    return dock


def wrong_in(window, panel, theme, loose):
    """What cannot be read in a panel, in this theme."""
    dock = in_front(window, panel, loose)
    if panel == "lmvw_review":  # with a finding in hand all of it shows
        window.do(f"{dock}.walk(1)")
        window.wait("idle()")
    name = f"{PANELS[panel]}-{'loose' if loose else 'narrow'}-{theme.split()[0].lower()}"
    window.do(f"{dock}.grab().save(path)", path=str(window.folder / f"{name}.png"))
    yield from ((name, *one) for one in window.read(f"__import__('readable').cut_off({dock})"))
    seen = window.read(f"__import__('readable').painted({dock})")
    assert len(seen) > 1, name
    yield from ((name, *one) for one in seen if contrast(*one[2:]) < AA)


def unreached(window, panel):
    """What Tab does not come to, round and round in a panel."""
    dock = in_front(window, panel)
    window.do(f"__import__('readable').follow_focus({dock})")
    window.keys(*["Tab"] * _TABS)
    return [(panel, "Tab does not reach", one) for one in window.read(f"__import__('readable').not_reached({dock})")]


def test_all_of_a_panel_is_read_narrow_and_loose_in_light_and_dark_and_reached_by_keyboard(window):
    stage(window)
    wrong = []
    for theme in ("default", NIGHT):
        window.do("later(lambda: QgsApplication.setUITheme(theme))", theme=theme)
        window.wait("QgsApplication.themeName() == theme", theme=theme)
        for panel in PANELS:
            for loose in (False, True):
                wrong += wrong_in(window, panel, theme, loose)
            window.do(f"{_DOCK.format(panel)}.setFloating(False)")
            wrong += unreached(window, panel) if theme == "default" else []
    assert not wrong, "\n".join(map(str, wrong))
