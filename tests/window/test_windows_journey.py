# SPDX-License-Identifier: GPL-2.0-or-later
"""The delivery window and the forms of a plan as they open, and the panels of the province as narrow as they go: light and dark, at 100%
and 150%, all in them is read.
"""

import pytest

from lmvw_plugin.core.colours import AA, contrast
from lmvw_plugin.core.receiving.overview import members
from tests.conftest import PEILDATUM, ROOT
from tests.packages import of, sent
from tests.window.test_opendeliveries_journey import DIALOG
from tests.window.test_panels_journey import _DOCK, in_front, unreached
from tests.window.test_theme_journey import _CHOOSE, NIGHT

PLAN = "Oosterdiep-Zuid"
FORM = "featureactiondlg"
_TABS = "shown()[-1].findChild(QTabWidget)"


@pytest.fixture(params=["fresh_window", "large_window"])
def window(request):
    return request.getfixturevalue(request.param)


def stage(window):
    """A plan file in which something is wrong, something open and something to be explained."""
    window.open_sample()
    window.do("import sys; sys.path.append(folder)", folder=str(ROOT / "tests"))
    window.do(
        "plans().startEditing(); [plans().changeAttributeValue(plan(name).id(), plans().fields().lookupField(column), value)"
        " for name, column, value in changes]; plans().commitChanges()",
        changes=[[PLAN, "plantype", None], ["Noorderzoom", "gerealiseerd", None], ["Noorderzoom", "bruto_totaal", 999]],
    )
    window.wait("not plans().isEditable() and idle()")


def themed(window, theme):
    window.do(_CHOOSE.get(theme, "later(lambda: QgsApplication.setUITheme(chosen))"), chosen=theme)
    window.wait("QgsApplication.themeName() == chosen", chosen=theme)
    window.qgis.ask("settle")


def wrong_in(window, place, name):
    """What cannot be read there."""
    window.qgis.ask("settle")
    window.do(f"{place}.grab().save(path)", path=str(window.folder / f"{name}.png"))
    yield from ((name, *one) for one in window.read(f"__import__('readable').cut_off({place})"))
    seen = window.read(f"__import__('readable').painted({place})")
    yield from ((name, *one) for one in seen if contrast(*one[2:]) < AA)


def wrong_in_window(window, name):
    """As it opens, on every tab that it has."""
    for tab in range(window.read(f"{_TABS}.count() if {_TABS} else 1")):
        window.do(f"{_TABS} and {_TABS}.setCurrentIndex(tab)", tab=tab)
        yield from wrong_in(window, "shown()[-1]", f"{name}-{tab}")


def test_all_of_the_delivery_window_and_of_the_forms_is_read(window):
    stage(window)
    wrong = []
    for theme in ("default", NIGHT):
        themed(window, theme)
        short = theme.split()[0].lower()
        window.press("lmvw_exportdelivery")
        window.opens("lmvw_delivery")
        window.sees("Dat houdt de levering tegen", "lmvw_delivery")
        wrong += wrong_in_window(window, f"delivery-{short}")
        window.keys("Escape")
        window.wait("not shown()")
        window.do("iface.openFeatureForm(plans(), plan(name), False, False)", name=PLAN)
        window.wait("shown() and shown()[-1].objectName().startswith(form)", form=FORM)
        wrong += wrong_in_window(window, f"form-{short}")
        window.do("shown()[-1].close()")
        window.wait("not shown()")
        window.show_map(*window.read(f"list(plan('{PLAN}').geometry().pointOnSurface().asPoint())"), 800)
        window.click(f"plan('{PLAN}').geometry().pointOnSurface().asPoint()")
        window.opens("lmvw_planner")
        wrong += wrong_in_window(window, f"planner-{short}")
        window.do("shown()[-1].close()")
        window.wait("not shown()")
    assert not wrong, "\n".join(map(str, wrong))


def test_all_of_the_panels_of_the_province_is_read(window, qgis_app, tmp_path):
    """Deliveries of two municipalities, one with plans that are reviewed with a label, a remark and a question."""
    one, other = members("Noord-Holland", PEILDATUM)[:2]
    sent(tmp_path, [of(one, "Zuid"), of(one, "Noord"), of(one, "Een plan met een lange naam aan de overkant van het water")], one)
    sent(tmp_path, [of(other, "Haven")], other)
    window.do("import sys; sys.path.append(folder)", folder=str(ROOT / "tests"))
    window.choose("lmvw_province", "lmvw_opendeliveries")
    window.opens(DIALOG)
    window.do(
        "window(dialog).setParameters({'INPUT': folder, 'OUTPUT': file})",
        folder=str(tmp_path / "in"),
        file=str(window.folder / "beoordeling.gpkg"),
        dialog=DIALOG,
    )
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.wait("len(QgsProject.instance().mapLayersByName('Overzicht per gemeente')) == 1", limit=60)
    window.click(f"button('Sluiten', '{DIALOG}')")
    window.choose("lmvw_province", "lmvw_overview_panel")
    window.wait("widget('overview_table').rowCount() > 1")
    window.choose("lmvw_province", "lmvw_desk_panel")
    window.wait("widget('desk_list').count() > 1 and focused('desk_list')")
    window.keys("1", "n", "o")
    window.wait("focused('desk_text')")
    window.type("Wat gebeurt er met de bestaande woningen aan de kade?")
    window.keys("shift+Return")
    window.wait("widget('desk_text').text() == '' and focused('desk_list')")
    wrong = []
    for theme in ("default", NIGHT):
        themed(window, theme)
        for panel in ("lmvw_desk", "lmvw_overview"):
            for loose in (False, True):
                in_front(window, panel, loose)
                name = f"{panel}-{'loose' if loose else 'narrow'}-{theme.split()[0].lower()}"
                wrong += wrong_in(window, _DOCK.format(panel), name)
            window.do(f"{_DOCK.format(panel)}.setFloating(False)")
            wrong += unreached(window, panel) if theme == "default" else []
    assert not wrong, "\n".join(map(str, wrong))
