# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey of deciding: plans of an earlier delivery beside those of now, with keys and a click on the map, while form and table are open."""

import shutil
import sqlite3
from contextlib import closing

from lmvw_plugin.core.history.decisions import Verdict
from lmvw_plugin.layers.planfile.rows import stored_wkb
from lmvw_plugin.layers.planfile.tables import comparison_table
from lmvw_plugin.layers.planfile.tables.delivery_memory import Delivered, DeliveredPlan, keeping
from tests.conftest import read_plans

LIST = "widget('compared_list')"
LINES = f"[{LIST}.model().index(row, 0).data() for row in range({LIST}.model().rowCount())]"
HAND = f"str({LIST}.currentIndex().data())"
WORDS = "widget('compared_words').text()"
DOCK = "widget('lmvw_compared')"
KEPT = "Prof. Lelyplein"
THEN = Delivered("2025-07-01", "2025-07-15T10:00:00", "GM9999", "standaard", "LMVW.zip", "0")
ID = "0b0d0a0c-0000-4000-8000-00000000000{}"


def stage(window):
    """A plan file of which one plan is gone and one is called otherwise, without ids; the earlier file is beside it."""
    path = window.open_sample()
    before = shutil.copy(path, path.with_name("vorige.gpkg"))
    ours = [plan["plannaam"] for plan, shape in read_plans(path) if plan["planstatus"] == "1A" and not shape.isEmpty()]
    gone, renamed = ours[:2]
    window.do(
        "plans().startEditing(); plans().deleteFeature(plan(gone).id()); one = plan(renamed);"
        " [plans().changeAttributeValue(one.id(), plans().fields().lookupField(name), value)"
        " for name, value in (('plannaam', 'Zonnewende'), ('plan_id', key), ('plannummer', None))]; plans().commitChanges()",
        gone=gone,
        renamed=renamed,
        key=ID.format(1),
    )
    window.wait("not plans().isEditable() and idle()")
    return path, before, gone, renamed


def opened(window, before):
    window.choose("lmvw_compared_panel")
    window.wait(f"'Kies de vorige levering' in {WORDS}")
    window.fill("widget('compared_file').lineEdit()", str(before))
    window.keys("Return")
    window.wait(f"'besloten' in {WORDS} and idle()")


def test_what_is_gone_and_what_is_not_certain_is_decided_with_keys_and_a_click(window):
    path, before, gone, renamed = stage(window)
    window.open_form("Zonnewende")
    window.do("shown()[-1].move(10, 330)")
    window.open_table()
    opened(window, before)
    lines = window.read(LINES)
    assert lines[0].startswith("Verdwenen: ") and gone in lines[0]
    assert [line for line in lines if line.startswith("Hernoemd: ") and renamed in line and "Zonnewende" in line]
    assert window.read(f"{DOCK}.outlines.old.asGeometry().area()") > 100
    window.picture("gone")
    window.wait("focused('compared_list')")
    window.keys("n")
    window.wait(f"'Zonnewende' in {HAND}")
    window.keys("a")
    window.wait(f"'1 besloten' in {WORDS} and idle()")
    (one,) = comparison_table.read(path)
    assert (one.verdict, one.then.plannaam, one.now.plannaam, one.now.plan_id) == (Verdict.SAME, renamed, "Zonnewende", ID.format(1))
    assert not [line for line in window.read(LINES) if "Zonnewende" in line]
    window.keys("z")
    window.wait(f"'0 besloten' in {WORDS} and 'Zonnewende' in {HAND}")
    assert comparison_table.read(path) == []
    window.keys("w")
    window.wait(f"'2 plannen verdwenen' in {WORDS} and idle()")
    window.keys("z")
    window.wait(f"'1 plan verdwenen' in {WORDS} and 'Zonnewende' in {HAND}")
    window.picture("undone")

    window.keys("p")
    window.wait(f"name in {HAND}", name=gone)
    window.do("iface.mapCanvas().setExtent(plan('Zonnewende').geometry().boundingBox().buffered(400)); iface.mapCanvas().refresh()")
    window.wait("idle()")
    window.keys("k")
    window.wait("widget('compared_other').isVisible() and focused('compared_other')")
    window.picture("pointing")
    spot = "[plan(name).geometry().pointOnSurface().asPoint().x(), plan(name).geometry().pointOnSurface().asPoint().y()]"
    window.click_map(*window.read(spot, name=KEPT))
    window.wait(f"'1 besloten' in {WORDS} and idle()")
    kept = [(one.verdict, one.then.plannaam, one.now.plannaam) for one in comparison_table.read(path)]
    assert kept == [(Verdict.SAME, KEPT, KEPT), (Verdict.SAME, gone, KEPT)], "who was there already keeps its place"
    assert window.read("len(shown())") == 2, "form and table"
    window.picture("tied")


def test_the_delivery_window_says_what_is_gone_and_leads_to_the_panel(window):
    """Of a plan file that remembers a delivery: the plans that are gone stand above all else, before anything is sent."""
    path, _, gone, _ = stage(window)
    with keeping(path, THEN, [DeliveredPlan({"plannaam": gone, "planstatus": "1A", "bruto_totaal": 12}, None)]):
        pass
    window.press("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.wait("'tabblad Te doen' in words('lmvw_delivery')")
    window.click("tab(widget('tabs', 'lmvw_delivery'), 'Wat gaat er mee')")
    window.wait("'Sinds de vorige levering' in widget('summary', 'lmvw_delivery').toPlainText()")
    text = window.read("widget('summary', 'lmvw_delivery').toPlainText()")
    assert text.startswith("Sinds de vorige levering") and f"‘{gone}’" in text.split("Dit gaat naar de provincie")[0]
    window.picture("delivery")


def stored(path):
    """By name the plans as SQLite has them: a reader without locks does not see what waits beside the file of an open QGIS."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT plannaam, plan_id, vervallen, geom FROM plannen").fetchall()
    return {name: (plan_id, ended, stored_wkb(shape)) for name, plan_id, ended, shape in found}


def test_a_plan_that_is_gone_is_tied_off_or_put_back_with_one_key(window):
    """Its name and polygon come from the last delivery: nobody types or draws them, and the check has nothing to say of it any more."""
    path = window.open_sample()
    live = [(plan, shape) for plan, shape in read_plans(path) if plan["planstatus"] == "1A" and not shape.isEmpty()]
    with keeping(
        path, THEN, [DeliveredPlan({k: v for k, v in plan.items() if v not in (None, "")}, shape.asWkb().data()) for plan, shape in live]
    ):
        pass
    (ended, drawn), (lost, _) = live[:2]
    gone = [ended["plannaam"], lost["plannaam"]]
    window.do("plans().startEditing(); [plans().deleteFeature(plan(name).id()) for name in gone]; plans().commitChanges()", gone=gone)
    window.wait("not plans().isEditable() and idle()")
    window.open_form(KEPT)
    window.do("shown()[-1].move(10, 330)")
    window.open_table()
    window.choose("lmvw_compared_panel")
    window.wait(f"'2 plannen verdwenen' in {WORDS} and idle()")
    window.do(
        f"row, = [row for row, line in enumerate({LINES}) if name in line]; {LIST}.setCurrentIndex({LIST}.model().index(row, 0))",
        name=gone[0],
    )
    window.wait(f"name in {HAND} and focused('compared_list')", name=gone[0])
    window.picture("gone")
    window.keys("v")
    window.wait(f"'afgemeld als vervallen' in {WORDS} and '1 plan verdwenen' in {WORDS} and idle()")
    assert stored(path)[gone[0]] == (ended["plan_id"], 1, drawn.asWkb().data())
    window.wait(f"name in {HAND}", name=gone[1])
    window.keys("t")
    window.wait(f"'staat terug' in {WORDS} and '0 plannen verdwenen' in {WORDS} and idle()")
    assert stored(path).keys() >= set(gone)
    window.picture("back")
    window.keys("z")
    window.wait(f"'1 plan verdwenen' in {WORDS} and name in {HAND} and idle()", name=gone[1])
    assert gone[1] not in stored(path)
    window.click("widget('compared_built')")
    window.wait(f"'afgemeld als gerealiseerd' in {WORDS} and idle()")
    assert window.read("len(shown())") == 2, "form and table"
    window.press("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    window.wait("idle()")
    with closing(sqlite3.connect(path)) as database:
        found = {name for (name,) in database.execute("SELECT plannaam FROM lmvw_bevindingen WHERE regel IN ('S4', 'S5')")}
    assert not found & set(gone)
