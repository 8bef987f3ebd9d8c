# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by screenshots.sh: walks through what a user sees and photographs it.

Steps are chained with timers, so that QGIS paints in between; an exception in one ends the walk and says which.
"""

from __future__ import annotations

import os
import shutil
import traceback
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QComboBox, QDialog, QDockWidget, QTableView, QTabWidget, QWidget
from qgis.utils import iface

SHOTS = Path(os.environ["SHOTS"])
RESULT = Path("build/screenshots.result")
_FORM, _LEGEND = (900, 540), 400  # pixels
Step = Callable[[], bool | None]  # one that answers False is done again a little later
kept: dict[str, QWidget] = {}


def log(text: str) -> None:
    with RESULT.open("a", encoding="utf-8") as lines:
        lines.write(text + "\n")


def shot(name: str, widget: QWidget | None = None) -> None:
    QApplication.processEvents()
    picture = widget.grab() if widget else QApplication.primaryScreen().grabWindow(0)
    picture.save(str(SHOTS / f"{name}.png"))


def plans():
    return next(layer for layer in QgsProject.instance().mapLayers().values() if layer.name().startswith("Plannen"))


def window() -> None:
    iface.mainWindow().showMaximized()
    for dock in iface.mainWindow().findChildren(QDockWidget):
        if dock.objectName() in ("Browser", "GPSInformation", "UndoPanel", "AdvancedDigitizingTools", "LayerOrder"):
            dock.hide()
    panels = iface.mainWindow().findChildren(QDockWidget, "Layers")
    iface.mainWindow().resizeDocks(panels, [_LEGEND], Qt.Orientation.Horizontal)
    layer = plans()
    iface.setActiveLayer(layer)
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    node.setExpanded(True)
    whole_map()


def whole_map() -> None:
    canvas = iface.mapCanvas()
    canvas.setExtent(plans().extent().buffered(300))
    canvas.refreshAllLayers()


def main_window() -> None:
    shot("hoofdvenster")
    shot("startpaneel", start_panel())


def start_panel() -> QDockWidget:
    return iface.mainWindow().findChild(QDockWidget, "lmvw_start")


def without_start_panel() -> None:
    """As for who closed it: there is more room for the map."""
    start_panel().hide()
    whole_map()


def planner() -> None:
    """One click on a plan opens it, and marks it on the map."""
    import sys

    layer = plans()
    plan = max((f for f in layer.getFeatures() if f["nultreden_geclusterd"]), key=lambda f: f["bruto_totaal"])
    sys.modules["qgis.utils"].plugins["lmvw_woningbouw"].planner.open_plan(layer, plan)


def planner_shot() -> None:
    window = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "lmvw_planner" and one.isVisible())
    window.findChild(QTabWidget).setCurrentIndex(1)
    window.state.setFocus()
    shot("plan-aanklikken")
    window.close()


def menu() -> None:
    from qgis.PyQt.QtWidgets import QMenu

    found = iface.mainWindow().findChild(QMenu, "lmvw_menu")
    vector = iface.vectorMenu()
    vector.popup(iface.mainWindow().menuBar().mapToGlobal(iface.mainWindow().menuBar().actionGeometry(vector.menuAction()).bottomLeft()))
    found.popup(vector.mapToGlobal(vector.actionGeometry(found.menuAction()).topRight()))
    kept["menu"], kept["vector"] = found, vector


def menu_shot() -> None:
    shot("menu")
    kept["menu"].hide()
    kept["vector"].hide()


def form() -> None:
    layer = plans()
    layer.startEditing()
    feature = max((f for f in layer.getFeatures() if f["nultreden_geclusterd"]), key=lambda f: f["bruto_totaal"])
    dialog = iface.getFeatureForm(layer, feature)
    dialog.resize(*_FORM)
    dialog.move(330, 150)
    dialog.show()
    kept["form"] = dialog


def tab(number: int) -> Step:
    def show() -> None:
        kept["form"].findChild(QTabWidget).setCurrentIndex(number)

    show.__name__ = f"tab{number}"
    return show


def tab_shot(name: str) -> Step:
    def take() -> None:
        shot(f"formulier-{name}", kept["form"])

    take.__name__ = f"shot {name}"
    return take


def form_in_window() -> None:
    kept["form"].findChild(QTabWidget).setCurrentIndex(1)


def form_in_window_shot() -> None:
    shot("formulier-in-venster")
    close_form()


def dialog(algorithm: str) -> Step:
    def open_dialog() -> None:
        from qgis.PyQt.QtWidgets import QAction

        iface.mainWindow().findChild(QAction, f"lmvw_{algorithm}").trigger()

    open_dialog.__name__ = algorithm
    return open_dialog


def dialog_shot(name: str) -> Step:
    def take() -> None:
        opened = [one for one in QApplication.topLevelWidgets() if one.isVisible() and isinstance(one, QDialog)]
        shot(f"dialoog-{name}", opened[-1])
        opened[-1].close()

    take.__name__ = f"shot {name}"
    return take


def delivery_choices() -> None:
    window = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "lmvw_delivery" and one.isVisible())
    window.folder.setFilePath("/home/planner/woningbouw/levering")  # what a user would see, not this machine's folder
    window.contact.setText("Afdeling Wonen")
    window.tabs.setCurrentIndex(3)
    shot("levering-keuzes", window)
    window.close()


def public_version() -> bool | None:
    """With a limit that the sample does not reach, so that a person has to decide."""
    window = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "lmvw_public" and one.isVisible())
    if window.judged is None:
        return False
    if not window.judged.reasons:
        window.fewest.setValue(50)
        window.look()
        window.judged = None
        return False
    window.tabs.setCurrentIndex(1)
    shot("openbare-versie-vertrouwelijk", window)
    window.tabs.setCurrentIndex(2)
    shot("openbare-versie-besluit", window)
    window.close()
    return None


def map_style(title: str) -> Step:
    def show() -> None:
        plans().styleManager().setCurrentStyle(title)
        QgsProject.instance().layerTreeRoot().findLayer(plans().id()).setExpanded(True)
        iface.mapCanvas().refreshAllLayers()

    show.__name__ = f"style {title}"
    return show


def map_shot(name: str) -> Step:
    def take() -> None:
        shot(f"kaart-{name}")

    take.__name__ = f"map {name}"
    return take


def check() -> None:
    """Some mistakes, and the check that finds them: it colours map and table."""
    from qgis.PyQt.QtWidgets import QAction

    layer = plans()
    layer.startEditing()
    column = layer.fields().indexOf
    for number, feature in enumerate(
        sorted((f for f in layer.getFeatures() if (f["bruto_totaal"] or 0) > 20), key=lambda f: f["plannaam"])
    ):
        if number % 6 == 0:
            layer.changeAttributeValue(feature.id(), column("meergezins"), None if number % 12 else 9999)
        elif number % 6 == 1:
            layer.changeAttributeValue(feature.id(), column("nultreden_geclusterd"), 3)
            layer.changeAttributeValue(feature.id(), column("zorggeschikt"), 0)
            layer.changeAttributeValue(feature.id(), column("geclusterd_55plus"), False)
        elif number % 6 == 2:
            kept.setdefault("later", feature.id())
    iface.mainWindow().findChild(QAction, "lmvw_check_on_map").trigger()


def checked_shot() -> None:
    layer = plans()
    layer.changeAttributeValue(kept.pop("later"), layer.fields().indexOf("plannummer"), "later gewijzigd")
    iface.mapCanvas().refreshAllLayers()
    QTimer.singleShot(2500, lambda: shot("kaart-controle"))


def panel(entry: str) -> Step:
    """A panel that works with the plans, of which some mistakes were made."""

    def show() -> None:
        iface.setActiveLayer(plans())
        iface.mainWindow().findChild(QAction, entry).trigger()

    show.__name__ = f"panel {entry}"
    return show


def panel_shot(name: str, title: str, step: str) -> Step:
    """The panel, a step further."""

    def take() -> bool | None:
        dock = iface.mainWindow().findChild(QDockWidget, name)
        if dock is None or dock.hand.works:
            return False
        iface.mainWindow().resizeDocks([dock], [430], Qt.Orientation.Horizontal)
        getattr(dock, step).click()
        QApplication.processEvents()
        shot(title, dock)
        dock.hide()
        plans().removeSelection()
        return None

    take.__name__ = f"panel {title}"
    return take


def table() -> None:
    layer = plans()
    kept["table"] = iface.showAttributeTable(layer)
    kept["table"].window().resize(1180, 460)


def table_shot() -> None:
    shot("attributentabel", kept["table"].window())
    kept.pop("table").window().close()
    plans().rollBack()
    plans().styleManager().setCurrentStyle("Planstatus")


def name_check() -> None:
    from qgis import processing

    sample = Path("build/plugins/lmvw_woningbouw/resources/voorbeeld/fouten")
    inputs = {"INPUT": str(sample / "plannen.gpkg"), "WORKBOOK": str(sample / "werkblad.xlsx"), "OUTPUT": "memory:Bevindingen plannamen"}
    found = processing.run("lmvw:checkplannames", inputs)["OUTPUT"]
    kept["layer"] = QgsProject.instance().addMapLayer(found)
    kept["found"] = iface.showAttributeTable(found)
    kept["found"].window().resize(1240, 460)


def name_check_shot() -> None:
    for view in kept["found"].findChildren(QTableView):
        view.resizeColumnsToContents()
    shot("plannamen-bevindingen", kept["found"].window())
    kept.pop("found").window().close()
    QgsProject.instance().removeMapLayer(kept.pop("layer"))
    iface.setActiveLayer(plans())


def import_sources() -> None:
    """The import into the plan file that is open, with folders as a user has them."""
    from qgis.PyQt.QtWidgets import QAction

    iface.mainWindow().findChild(QAction, "lmvw_importplans").trigger()
    wizard = kept["import"] = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "lmvw_import")
    wizard.resize(1040, 700)
    kept["target"] = wizard.sources.target.filePath()
    for widget, name in ((wizard.sources.layer_file, "plannen.gpkg"), (wizard.sources.workbook, "werkblad.xlsx")):
        widget.setFilePath(f"/home/planner/woningbouw/{name}")
    wizard.sources.target.setFilePath("/home/planner/woningbouw/markerwaard.gpkg")


def import_sources_shot() -> None:
    wizard, sample = kept["import"], Path("build/plugins/lmvw_woningbouw/resources/voorbeeld/fouten").absolute()
    shot("dialoog-importplans", wizard)
    wizard.sources.layer_file.setFilePath(str(sample / "plannen.gpkg"))
    wizard.sources.workbook.setFilePath(str(sample / "werkblad.xlsx"))
    wizard.sources.target.setFilePath(kept.pop("target"))
    wizard.next()


def import_next(name: str) -> Step:
    def take() -> None:
        shot(name, kept["import"])
        kept["import"].next()

    take.__name__ = f"shot {name}"
    return take


def import_sum_shot() -> None:
    from dataclasses import replace

    table = kept["import"].columns.table
    before = table.mapping().fields["prijs_overig"]
    table.fill("prijs_overig", replace(before, plus=("Prijs of eigendom onbekend",)))
    combo = table.findChild(QComboBox, "kolom_prijs_overig")
    combo.setCurrentIndex(combo.findText("kolommen optellen…"))
    combo.activated.emit(combo.currentIndex())
    dialog = table.findChild(QDialog, "vullen")
    shot("import-optellen", dialog)
    dialog.reject()
    table.fill("prijs_overig", before)


def import_report_shot() -> None:
    shot("import-rapport", kept["import"])
    kept.pop("import").accept()
    plans().rollBack()


def unfinished() -> None:
    """A plan that a planner is in the middle of."""
    layer = plans()
    layer.startEditing()
    feature = next(f for f in layer.getFeatures() if f["planstatus"] == "2A" and f["bruto_totaal"] > 20)
    for name in ("plantype", "bruto_jaar03", "tijdelijk", "koop_betaalbaar", "nultreden"):
        feature[name] = None
    feature["sloop_totaal"], feature["sloop_jaar01"], feature["meergezins"] = 12, 5, 1
    feature["vertrouwelijk"] = True
    dialog = iface.getFeatureForm(layer, feature)
    dialog.resize(*_FORM)
    dialog.move(330, 120)
    dialog.show()
    kept["form"] = dialog


def close_form() -> None:
    """A form must go before its layer does."""
    dialog = kept.pop("form")
    dialog.reject()
    dialog.deleteLater()
    plans().rollBack()


def new_plan_file() -> None:
    from qgis.PyQt.QtWidgets import QAction, QLineEdit

    QgsSettings().setValue("lmvw/folder", "/home/planner/woningbouw")  # what a user would see, not this machine's folder
    iface.mainWindow().findChild(QAction, "lmvw_createplanfile").trigger()
    kept["wizard"] = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "lmvw_new_plan_file")
    kept["wizard"].findChild(QLineEdit, "search").setText("hee")


def new_plan_file_shot() -> None:
    shot("nieuw-planbestand", kept["wizard"])
    kept["wizard"].reject()


def make_plan_file() -> None:
    """To the end: the new project opens."""
    folder = Path(QgsProject.instance().fileName()).parent
    for name in ("nieuw.gpkg", "nieuw.qgz"):
        (folder / name).unlink(missing_ok=True)
    QgsProject.instance().setDirty(False)
    new_plan_file()
    wizard = kept["wizard"]
    wizard.search.setText("markerwaard")
    wizard.file.setFilePath(str(folder / "nieuw.gpkg"))
    wizard.boundary.setFilePath(str(folder / "gemeentegrens.gpkg"))
    wizard.grid.setChecked(True)
    wizard.make()


def new_project_shot() -> bool:
    if not any(layer.name().startswith("Plannen") for layer in QgsProject.instance().mapLayers().values()):
        return False
    shot("nieuw-project")
    plans().rollBack()
    return True


def merge() -> None:
    import importlib

    drawing = importlib.import_module("lmvw_woningbouw.forms.drawing.plans")  # brought in when it is first chosen
    layer = plans()
    chosen = [f for f in layer.getFeatures() if str(f["plannaam"]).startswith(("'t Hoge Land",))]
    kept["merge"] = drawing.MergeDialog(iface.mainWindow(), drawing.plan_merge(chosen), layer)
    kept["merge"].show()


def merge_shot() -> None:
    shot("samenvoegen", kept["merge"])
    kept["merge"].reject()


def cut() -> None:
    """A plan is cut; the plugin notices and asks the counts."""
    from qgis.core import QgsLineString, QgsPoint

    layer = plans()
    layer.startEditing()
    plan = max((f for f in layer.getFeatures() if f["nultreden_geclusterd"]), key=lambda f: f["bruto_totaal"])
    box = plan.geometry().boundingBox()
    place = box.xMinimum() + 0.35 * box.width()
    layer.selectByIds([plan.id()])
    layer.beginEditCommand("Objecten splitsen")
    layer.splitFeatures(QgsLineString([QgsPoint(place, box.yMinimum() - 10), QgsPoint(place, box.yMaximum() + 10)]), False, True)
    layer.endEditCommand()


def cut_shot() -> None:
    dialog = QApplication.activeModalWidget()
    dialog.area.click()
    QApplication.processEvents()
    shot("verdelen", dialog)
    dialog.reject()


def cut_undone() -> None:
    plans().rollBack()
    plans().removeSelection()


def at_province() -> None:
    """The delivery of the sample as its province opens it; the municipality's own layers are out of sight."""
    from qgis import processing

    folder = Path("build/provincie").absolute()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    own = plans()
    made = processing.run("lmvw:exportdelivery", {"INPUT": own, "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "FOLDER": str(folder)})
    processing.runAndLoadResults("lmvw:opendeliveries", {"INPUT": made["PACKAGE"], "OUTPUT": str(folder / "beoordeling.gpkg")})
    iface.layerTreeView().layerTreeModel().rootGroup().findLayer(own.id()).setItemVisibilityChecked(False)
    iface.messageBar().clearWidgets()
    main = iface.mainWindow()
    main.findChild(QAction, "lmvw_overview_panel").trigger()
    main.resizeDocks([main.findChild(QDockWidget, "lmvw_overview")], [620], Qt.Orientation.Horizontal)


def overview_shot() -> bool | None:
    dock = iface.mainWindow().findChild(QDockWidget, "lmvw_overview")
    if dock is None or not dock.table.rowCount():
        return False
    shot("leveringen-overzicht")
    dock.hide()
    iface.mainWindow().findChild(QAction, "lmvw_desk_panel").trigger()
    return None


def review() -> bool | None:
    """A plan with a label, a remark and a question."""
    dock = iface.mainWindow().findChild(QDockWidget, "lmvw_desk")
    if dock is None or dock.list.count() < 8:
        return False
    iface.mainWindow().resizeDocks([dock], [430], Qt.Orientation.Horizontal)
    for row in range(1, 5):
        dock.list.setCurrentRow(row)
        dock.seen.click()
    dock.list.setCurrentRow(6)
    dock.contrary.click()
    for text, kept_as in (("Ligt in de beschermingszone van de dijk", dock.remark), ("Wordt het busstation verplaatst?", dock.question)):
        dock.text.setText(text)
        kept_as.click()
    return None


def review_shot() -> None:
    """The panel on the map; afterwards only the municipality's own layers are there."""
    shot("leveringen-beoordelen")
    iface.mainWindow().findChild(QDockWidget, "lmvw_desk").hide()
    project = QgsProject.instance()
    (group,) = project.layerTreeRoot().findGroups()
    project.removeMapLayers(group.findLayerIds())
    project.layerTreeRoot().removeChildNode(group)
    iface.layerTreeView().layerTreeModel().rootGroup().findLayer(plans().id()).setItemVisibilityChecked(True)


def compared() -> None:
    """The panel beside a delivery of half a year ago, of which one plan is gone since."""
    from lmvw_woningbouw.layers.planfile.tables.delivery_memory import Delivered, DeliveredPlan, keeping
    from lmvw_woningbouw.layers.sources import file_of, plan_in

    layer = plans()
    then = [
        DeliveredPlan({name: one for name, one in plan_in(plan).items() if one not in (None, "")}, plan.geometry().asWkb().data())
        for plan in layer.getFeatures()
        if plan["planstatus"] in ("1A", "2A")
    ]
    with keeping(file_of(layer), Delivered("2025-07-01", "2025-07-15T10:00:00", "GM9999", "standaard", "LMVW.zip", "0"), then):
        pass
    gone = next(plan for plan in layer.getFeatures() if plan["planstatus"] == "1A")
    layer.startEditing()
    layer.deleteFeature(gone.id())
    layer.commitChanges()
    iface.setActiveLayer(layer)
    iface.mainWindow().findChild(QAction, "lmvw_compared_panel").trigger()


def compared_shot() -> bool | None:
    dock = iface.mainWindow().findChild(QDockWidget, "lmvw_compared")
    if dock is None or dock.compared is None or dock.hand.works:
        return False
    iface.mainWindow().resizeDocks([dock], [430], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    shot("toen-en-nu", dock)
    dock.hide()
    return None


def to_decide() -> None:
    """What waits after the step to the next peildatum, of which one number is ticked off."""
    from lmvw_woningbouw.forms.history.to_decide import ToDecide
    from lmvw_woningbouw.layers.planfile.tables import decisions_table
    from lmvw_woningbouw.layers.sources import file_of
    from qgis import processing

    new = file_of(plans()).with_name("najaar.gpkg")
    processing.run("lmvw:rollforward", {"INPUT": str(file_of(plans())), "OUTPUT": str(new)})
    window = ToDecide(iface.mainWindow(), decisions_table.read(new), lambda *_: ("A. de Wit", "2026-07-02 10:15"))
    kept["to_decide"] = window
    window.show()
    row = next(at for at in range(window.table.rowCount()) if window.table.item(at, 4).text() == "blijft staan")
    window.table.selectRow(row)
    window.stays.click()
    window.table.scrollToItem(window.table.item(max(0, row - 3), 0), window.table.ScrollHint.PositionAtTop)


def to_decide_shot() -> None:
    shot("te-beslissen", kept["to_decide"])
    kept.pop("to_decide").close()


def answered() -> None:
    """What the province said, at the municipality: as a layer on its map, and in what the check finds."""
    from qgis import processing

    folder = Path("build/provincie").absolute()
    processing.run("lmvw:makeanswers", {"INPUT": str(folder / "beoordeling.gpkg"), "FOLDER": str(folder)})
    (answer,) = folder.glob("LMVW_antwoord_*.zip")
    processing.runAndLoadResults("lmvw:openanswer", {"INPUT": plans(), "ANSWER": str(answer)})
    iface.setActiveLayer(plans())
    iface.mainWindow().findChild(QAction, "lmvw_check_on_map").trigger()


def answered_panel() -> None:
    """Only what the province said."""
    iface.mainWindow().findChild(QAction, "lmvw_review_panel").trigger()
    dock = iface.mainWindow().findChild(QDockWidget, "lmvw_review")
    iface.mainWindow().resizeDocks([dock], [430], Qt.Orientation.Horizontal)
    dock.search.setText("van de provincie")


def answered_walked() -> None:
    """To the first remark."""
    iface.mainWindow().findChild(QDockWidget, "lmvw_review").next.click()


def answered_shot() -> None:
    """The panel beside the map, which shows the plan and its remark."""
    iface.messageBar().clearWidgets()
    shot("antwoord-van-de-provincie")
    iface.mainWindow().findChild(QDockWidget, "lmvw_review").hide()
    project = QgsProject.instance()
    project.removeMapLayers([layer.id() for layer in project.mapLayersByName("Antwoord van de provincie")])


def end() -> None:
    log("klaar")
    kept.clear()
    QgsProject.instance().setDirty(False)
    watch.stop()
    iface.actionExit().trigger()


TABS = ("plan", "aantallen", "woningtype", "prijs", "ouderen", "levering")
STYLES = {
    "plantype": "Plantype", "bruto": "Bruto aantal woningen", "prijs": "Prijssegmenten", "stand": "Stand van invullen",
    "planstatus": "Planstatus",
}  # fmt: skip
STEPS: list[tuple[Step, int]] = [(window, 500), (main_window, 2500), (menu, 300), (menu_shot, 700)]
STEPS += [(planner, 300), (planner_shot, 1500), (without_start_panel, 300)]
for name, title in STYLES.items():
    STEPS += [(map_style(title), 200), (map_shot(name), 1500)]
STEPS.append((form, 300))
for index, title in enumerate(TABS):
    STEPS += [(tab(index), 300), (tab_shot(title), 500)]
STEPS += [(form_in_window, 200), (form_in_window_shot, 700), (unfinished, 300)]
for index, title in enumerate(TABS):
    STEPS += [(tab(index), 300), (tab_shot(f"bezig-{title}"), 500)]
STEPS += [(close_form, 200), (merge, 200), (merge_shot, 700), (cut, 200), (cut_shot, 1500), (cut_undone, 500)]
STEPS += [
    (check, 300),
    (checked_shot, 5000),
    (panel("lmvw_review_panel"), 3000),
    (panel_shot("lmvw_review", "paneel-controle", "next"), 3000),
]
STEPS += [
    (panel("lmvw_questions"), 300),
    (panel_shot("lmvw_question_panel", "paneel-vragenlijst", "next"), 4000),
    (table, 4000),
    (table_shot, 1500),
]
STEPS += [(name_check, 200), (name_check_shot, 1500), (new_plan_file, 200), (new_plan_file_shot, 700)]
STEPS += [(import_sources, 300), (import_sources_shot, 1200), (import_sum_shot, 1500)]
STEPS += [(import_next("import-kolommen"), 500), (import_next("import-wijzigingen"), 4000), (import_report_shot, 4000)]
for algorithm in ("checkplans", "exportdelivery"):
    STEPS += [(dialog(algorithm), 300), (dialog_shot(algorithm), 1200)]
STEPS += [(dialog("exportdelivery"), 300), (delivery_choices, 1200)]
STEPS += [(dialog("exportpublic"), 300), (public_version, 1500)]
STEPS += [(at_province, 500), (overview_shot, 1500), (review, 1500), (review_shot, 2500)]
STEPS += [(answered, 300), (answered_panel, 4000), (answered_walked, 1000), (answered_shot, 2500)]
STEPS += [(compared, 500), (compared_shot, 1500), (to_decide, 300), (to_decide_shot, 1000)]
STEPS += [(make_plan_file, 300), (new_project_shot, 4000), (end, 300)]


def next_step(number: int) -> None:
    def run() -> None:
        function = STEPS[number][0]
        try:
            if function() is False:
                next_step(number)
                return
        except Exception:
            log(f"{function.__name__}: {traceback.format_exc()}")
            shot("fout")
            for layer in QgsProject.instance().mapLayers().values():
                if layer.type() == layer.type().VectorLayer and layer.isEditable():
                    layer.rollBack()
            QgsProject.instance().setDirty(False)
            iface.actionExit().trigger()
            return
        if number + 1 < len(STEPS):
            next_step(number + 1)

    QTimer.singleShot(STEPS[number][1], run)


def close_unexpected() -> None:
    """A modal dialog would stop the walk: say what it was and close it."""
    modal = QApplication.activeModalWidget()
    if modal is not None and not modal.objectName().startswith("lmvw_"):
        log(f"onverwacht venster: {modal.windowTitle()}")
        shot("onverwacht")
        modal.close()


watch = QTimer()
watch.timeout.connect(close_unexpected)
watch.start(1500)
QgsApplication.instance().setStyleSheet("")
next_step(0)
