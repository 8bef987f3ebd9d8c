# SPDX-License-Identifier: GPL-2.0-or-later
"""One click: the check runs in the background, and the map shows what it found."""

import time
from pathlib import Path

import pytest
import qgis.utils
from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.gui import QgsAttributeForm
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QProgressDialog, QPushButton

from lmvw_plugin.forms import check_on_map as module
from lmvw_plugin.forms import run_task
from lmvw_plugin.forms.actions import make_job_actions, proposed_parameters
from lmvw_plugin.forms.messages import guarded
from lmvw_plugin.layers.map.project import boundary_of, set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import check_table
from tests.conftest import MARKERWAARD, PEILDATUM, Listener, consistent_plan, polygon_layer, square
from tests.forms.desk import Desk
from tests.other_program import KEEPS, OtherProgram

SECOND = "7b0d0a0c-0000-4000-8000-000000000002"


@pytest.fixture
def path(tmp_path, qgis_app):
    rows = [(square(0), consistent_plan()), (square(3), consistent_plan(plan_id=SECOND, plannaam="Kade", meergezins=13))]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    return tmp_path / "p.gpkg"


@pytest.fixture
def desk(path, provider):
    desk = Desk()
    boundary = polygon_layer([{"naam": "Markerwaard"}], geometries=[square(0)])
    desk.active = set_up_project(QgsProject.instance(), path, boundary)
    yield desk
    QgsProject.instance().clear()


def test_the_map_shows_what_the_check_found(desk, path, qtbot):
    actions = {action.objectName(): action for action in make_job_actions(desk)}
    actions["lmvw_check_on_map"].trigger()
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert desk.bar.said == [("2 plannen gecontroleerd: 1 fout, 1 waarschuwing.", Qgis.MessageLevel.Critical)]
    assert desk.active.styleManager().currentStyle() == "Controleresultaat"
    found = {feature["plannaam"]: (feature["controle_uitslag"], feature["controle_bevindingen"]) for feature in desk.active.getFeatures()}
    assert found["Havenkwartier"][0] == "in orde"
    assert found["Kade"][0] == "fout"
    assert "gemeente" in found["Kade"][1], "the boundary of the project is used"
    assert not module._under_way
    assert not [window for window in desk.window.findChildren(QProgressDialog) if window.isVisible()]


@pytest.mark.parametrize(("changes", "words", "level"), [
    ([{}], "1 plan gecontroleerd: geen fouten of waarschuwingen.", Qgis.MessageLevel.Success),
    ([{"meergezins": 13}], "1 plan gecontroleerd: 1 fout.", Qgis.MessageLevel.Critical),
    ([{"nultreden_geclusterd": 3, "zorggeschikt": 0, "zorg_55plus": None}], "1 plan gecontroleerd: 1 waarschuwing.", Qgis.MessageLevel.Warning),
    ([{"meergezins": 13}, {"meergezins": 13}, {}], "3 plannen gecontroleerd: 2 fouten.", Qgis.MessageLevel.Critical),
    ([], "Er zijn nog geen plannen: geen fouten of waarschuwingen.", Qgis.MessageLevel.Success),
])  # fmt: skip
def test_the_bar_looks_like_what_was_found_and_counts_in_good_dutch(provider, tmp_path, qtbot, changes, words, level):
    rows = [
        (square(number), consistent_plan(plan_id=f"7b0d0a0c-0000-4000-8000-00000000000{number}", plannaam=f"Plan {number}", **change))
        for number, change in enumerate(changes)
    ]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    desk = Desk()
    set_up_project(QgsProject.instance(), tmp_path / "p.gpkg")
    module.check_on_map(desk)
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert desk.bar.said == [(words, level)]
    QgsProject.instance().clear()


def buttons(desk):
    """What the bar offers, beside the words and in the menu of ‘Meer’."""
    beside = [button for item in desk.bar.items() for button in item.findChildren(QPushButton) if button.text()]
    inside = [entry for button in beside if button.menu() for entry in button.menu().actions()]
    return {one.text(): getattr(one, "click", None) or one.trigger for one in (*beside, *inside)}


def test_the_bar_leads_to_what_was_found(desk, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    module.check_on_map(desk)
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    buttons(desk)["Toon bevindingen"]()
    ((layer, expression),) = desk.tables
    assert [plan["plannaam"] for plan in layer.getFeatures(expression)] == ["Kade"]
    buttons(desk)["Rapport"]()
    assert "Kade" in Path(opened[0]).read_text(encoding="utf-8")
    QgsProject.instance().removeMapLayer(layer.id())
    buttons(desk)["Toon bevindingen"]()
    assert "niet meer in het project" in desk.words[-1]


def test_what_is_not_saved_counts_and_the_check_saves_nothing(desk, path, qtbot):
    desk.active.startEditing()
    (kade,) = desk.active.getFeatures("plannaam = 'Kade'")
    desk.active.changeAttributeValue(kade.id(), desk.active.fields().lookupField("meergezins"), 12)
    module.check_on_map(desk)
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert "1 fout" not in desk.words[0]
    assert desk.words[0].endswith("Ook wat nog niet was opgeslagen telde mee; controleren slaat niets op.")
    assert desk.active.editBuffer().isModified()
    desk.active.rollBack()


@pytest.mark.parametrize("reads", [True, False])
def test_a_report_that_another_program_holds_stops_no_outcome(desk, path, qtbot, monkeypatch, reads):
    """As a virus scanner on Windows: it may be read while it has no other name, or not even that."""
    opened, rename = [], Path.rename

    def held(self, target):
        if self.name == "controle.html":
            raise PermissionError(13, "in gebruik")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())))
    if not reads:
        monkeypatch.setattr(module, "copyfile", lambda *_: Path("/nergens/controle.html").read_text())
    (kade,) = desk.active.getFeatures("plannaam = 'Kade'")
    new = {"vertrouwelijk": True, "planstatus": "4A"}
    desk.active.dataProvider().changeAttributeValues(
        {kade.id(): {desk.active.fields().lookupField(name): one for name, one in new.items()}}
    )
    module.check_on_map(desk)
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert desk.words[0].startswith("2 plannen gecontroleerd: 1 fout")
    assert ("Rapport" in buttons(desk)) is reads
    assert ("houdt het rapport vast" in desk.words[0]) is not reads
    if reads:
        buttons(desk)["Rapport"]()
        assert "VERTROUWELIJK" in opened[0].name and "Kade" in opened[0].read_text(encoding="utf-8")


def test_the_bar_of_an_earlier_check_goes_when_the_next_one_starts(desk, qtbot):
    for _ in range(2):
        desk.bar.said.clear()
        module.check_on_map(desk)
        assert not desk.bar.items()
        qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert len(desk.bar.items()) == 1


def test_a_form_that_was_open_before_the_plugin_was_has_to_be_closed_first(provider, path, qtbot):
    desk = Desk()
    desk.active = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(desk.active)
    form = QgsAttributeForm(desk.active, desk.active.getFeature(1))
    module.check_on_map(desk)
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert "laag ‘plannen’ kan haar nu niet tonen: sluit de attributentabel en de formulieren" in desk.words[0]
    sip.delete(form)
    module.check_on_map(desk)
    qtbot.waitUntil(lambda: len(desk.words) == 2, timeout=20_000)
    assert desk.words[1] == "2 plannen gecontroleerd: 1 fout."
    assert {plan["controle_uitslag"] for plan in desk.active.getFeatures()} == {"in orde", "fout"}
    QgsProject.instance().clear()


def test_one_check_at_a_time(desk, qtbot):
    module.check_on_map(desk)
    module.check_on_map(desk)
    assert desk.words == ["Er loopt al een controle; wacht tot die klaar is."]
    qtbot.waitUntil(lambda: len(desk.words) == 2, timeout=20_000)
    assert not module._under_way


@pytest.mark.parametrize("meanwhile", [
    lambda desk: QgsProject.instance().removeMapLayer(desk.active.id()), lambda desk: QgsProject.instance().clear(),
], ids=["layer removed", "project closed"])  # fmt: skip
def test_a_layer_that_goes_while_it_is_checked_is_no_problem(desk, path, qtbot, meanwhile):
    module.check_on_map(desk)
    meanwhile(desk)
    qtbot.waitUntil(lambda: not module._under_way, timeout=20_000)
    assert desk.words == []  # of a plan file that is not open any more
    assert check_table.moment_of(path) is not None


def test_a_check_whose_plugin_goes_tells_nobody(desk, path, qtbot):
    module.check_on_map(desk)
    module.stop_checks()
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=20_000)
    assert desk.words == []
    assert check_table.moment_of(path) is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not desk.window.findChildren(QProgressDialog)


@pytest.mark.parametrize("percentage", [60, 85, 95, 100])
def test_cancelled_at_whatever_moment_nothing_is_stored_or_shown(desk, path, run, tmp_path, percentage):
    asked = {"INPUT": desk.active.id(), "PEILDATUM": "2026-01-01", "OUTPUT": "memory:", "KEEP": True}
    listener, report = Listener(cancel_at=percentage), tmp_path / "rapport.html"
    assert "ERRORS" not in run("checkplans", listener, **asked, REPORT=str(report))
    assert check_table.moment_of(path) is None
    assert not report.exists()
    assert desk.active.styleManager().currentStyle() == "Planstatus"
    assert "Afgebroken; er is niets veranderd." in listener.textLog()
    run("checkplans", **asked)
    before = check_table.moment_of(path)
    run("checkplans", Listener(cancel_at=percentage), **asked)
    assert check_table.moment_of(path) == before, "the outcome of an earlier check is still there"
    assert {plan["controle_uitslag"] for plan in desk.active.getFeatures()} == {"in orde", "fout"}
    desk.active.rollBack()


def test_cancel_leaves_everything_as_it_was(desk, path, qtbot):
    module.check_on_map(desk)
    (window,) = desk.window.findChildren(QProgressDialog)
    window.canceled.emit()
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert desk.words == ["Afgebroken; er is niets veranderd."]
    assert check_table.moment_of(path) is None
    assert desk.active.styleManager().currentStyle() == "Planstatus"


def test_without_a_plan_file_the_bar_says_what_to_do(desk):
    QgsProject.instance().clear()
    desk.active = polygon_layer([consistent_plan()])
    guarded(desk, module.check_on_map)()
    assert "komt niet uit een planbestand" in desk.words[0]


def test_the_dialog_is_filled_in_with_what_the_project_knows(desk):
    proposed = proposed_parameters("lmvw:checkplans", desk)
    assert proposed["KEEP"] is True
    assert proposed["BOUNDARY"] == boundary_of(QgsProject.instance()).id()
    assert isinstance(QgsProject.instance().mapLayer(proposed["BOUNDARY"]), QgsVectorLayer)


def test_the_check_waits_for_another_program_says_for_whom_and_then_checks(desk, path, qtbot, monkeypatch):
    """The window goes on meanwhile: what it asks of the file it does not wait for."""
    monkeypatch.setattr(qgis.utils, "iface", object())
    with OtherProgram(path, KEEPS):
        begun = time.monotonic()
        module.check_on_map(desk)
        assert time.monotonic() - begun < 2
        (progress,) = module._under_way.values()
        qtbot.waitUntil(lambda: f"Wachten op een ander programma dat in ‘{path}’" in progress.labelText(), timeout=20_000)
        assert not desk.words
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert [words for words, _ in desk.bar.said] == ["2 plannen gecontroleerd: 1 fout, 1 waarschuwing."]
