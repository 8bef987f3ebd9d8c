# SPDX-License-Identifier: GPL-2.0-or-later
"""The form in its dialog: a whole plan without the mouse, in the order of the eye; and what it tells while one types."""

import pytest
from qgis.core import QgsAttributeEditorContainer, QgsAttributeEditorField, QgsProject, QgsVectorLayer, QgsVectorLayerUtils
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsAttributeForm, QgsSpinBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QTabWidget, QWidget

from lmvw_plugin.core import basisset as b
from lmvw_plugin.core.codelists import code_list
from lmvw_plugin.layers import planfile
from lmvw_plugin.layers.attribute_form import form_label
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, read_plans, square

FIXED = ("plan_id", "gemeente_code", "gemeente_naam")
NAMES = {field.name for field in b.COLUMNS}


@pytest.fixture
def path(tmp_path, qgis_app):
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))
    return tmp_path / "p.gpkg"


@pytest.fixture
def layer(path):
    opened = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    assert opened.startEditing()
    return opened


def dialog_for(layer, feature, qtbot, adding=True):
    dialog = QgsAttributeDialog(layer, feature, False)
    if adding:
        dialog.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    dialog.resize(900, 700)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    QApplication.setActiveWindow(dialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return dialog


def fields_of(element):
    for child in element.children():
        if isinstance(child, QgsAttributeEditorField):
            yield child.name()
        elif isinstance(child, QgsAttributeEditorContainer):
            yield from fields_of(child)


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def tab_to(name):
    """Press Tab until the field has the focus; no other field may come in between."""
    for _ in range(6):
        found = QApplication.focusWidget().objectName()
        if found == name:
            return
        assert found not in NAMES, f"{found} comes before {name}"
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def type_answer(name, value):
    widget = QApplication.focusWidget()
    if isinstance(widget, QComboBox):
        words = {True: "ja", False: "nee"}.get(value) or code_list(name)[value].label
        QTest.keyClicks(widget, value if name == "planstatus" else words)
    else:
        QTest.keyClicks(widget, str(value))


def test_a_whole_plan_without_the_mouse(path, layer, qtbot):
    meant = {name: value for name, value in consistent_plan(plannummer="007", toelichting="Uitleg").items() if name not in FIXED}
    dialog = dialog_for(layer, QgsVectorLayerUtils.createFeature(layer, square()), qtbot)
    form = dialog.attributeForm()
    tabs = form.findChild(QTabWidget)
    for number, tab in enumerate(layer.editFormConfig().tabs()):
        assert tabs.currentIndex() == number
        first = True
        for name in (name for name in fields_of(tab) if name not in FIXED):
            if first:  # where the eye begins; QGIS itself puts the focus there on the first tab only
                next(w for w in tabs.currentWidget().findChildren(QWidget, name) if w.focusPolicy()).setFocus(Qt.FocusReason.TabFocusReason)
                first = False
            tab_to(name)
            type_answer(name, meant[name])
            if name != "toelichting":
                press(Qt.Key.Key_Tab)
        if number + 1 < tabs.count():
            press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    dialog.accept()
    assert layer.commitChanges(), layer.commitErrors()
    ((plan, _),) = read_plans(path)
    assert {name: plan[name] for name in meant} == meant


# -- labels, lines and reasons ------------------------------------------------------------------------------------------


@pytest.fixture
def form(layer, qtbot):
    opened = QgsAttributeForm(layer, QgsVectorLayerUtils.createFeature(layer, square()))
    opened.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    qtbot.addWidget(opened)
    opened.show()
    return opened


def labels(form):
    return [label.text() for label in form.findChildren(QLabel)]


def set_count(form, **counts):
    for name, number in counts.items():
        form.findChild(QgsSpinBox, name).setValue(number)


def choose(form, name, start):
    box = form.findChild(QComboBox, name)
    box.setCurrentIndex(next(index for index in range(box.count()) if box.itemText(index).startswith(start)))


def test_of_which_is_indented_and_years_stand_alone(form, layer):
    found = labels(form)
    for words in ("↳ waarvan geclusterd", "↳ waarvan zorggeschikt", "↳ waarvan 10 jaar", "2026", "2036–2040"):
        assert any(label.strip("\u00a0") == words for label in found), words
    clustered, care = (form_label(b.BY_NAME[name], PEILDATUM) for name in ("nultreden_geclusterd", "zorggeschikt"))
    assert care.count("\u00a0") > clustered.count("\u00a0") > 0
    assert layer.attributeDisplayName(layer.fields().indexOf("bruto_jaar01")) == "Bruto 2026", "the table says it in full"


def test_every_tab_begins_with_the_same_overall_line(form):
    tabs = form.findChild(QTabWidget)
    set_count(form, bruto_totaal=30, sloop_totaal=4)
    for number in range(tabs.count()):
        first = [label.text() for label in tabs.widget(number).findChildren(QLabel) if "Nog in te vullen" in label.text()]
        assert len(first) == 1, tabs.tabText(number)
        assert "Netto <b>26</b>" in first[0]
        assert "Geef het plan een naam." in first[0]


def test_the_overall_line_says_on_which_tab_something_is_missing(form):
    line = next(text for text in labels(form) if "Nog in te vullen" in text)
    for words in ("(Plan 3", "Aantallen 14", "Woningtype 4", "Prijs 9", "Ouderen 4)"):
        assert words in line


def test_a_part_may_be_less_but_not_more_than_bruto(form):
    def line(name):
        (text,) = (text for text in labels(form) if f" {name}: " in text)
        return text

    assert "vul eerst ‘Bruto totaal’ in" in line("tijdelijk")
    set_count(form, bruto_totaal=10)
    assert "nog niet alles ingevuld" in line("geschikt voor ouderen")
    set_count(form, nultreden=6, ouderen_overig=4, tijdelijk=3)
    assert "past; overige woningen: 0" in line("geschikt voor ouderen")
    assert "past; overige woningen: 7" in line("tijdelijk")
    set_count(form, nultreden=7)
    assert "te veel: 1" in line("geschikt voor ouderen")


def test_why_confidential_is_refused_is_shown_only_then(form):
    def shown():
        (label,) = (label for label in form.findChildren(QLabel) if "Dataprotocol art. 6)" in label.text() and "is hard" in label.text())
        return not label.parentWidget().isHidden(), label.text()

    assert not shown()[0]
    choose(form, "planstatus", "2A")
    assert shown() == (True, "Planstatus 2A is hard: vertrouwelijk kan niet ja zijn, behalve bij een vervallen plan (Dataprotocol art. 6).")
    choose(form, "planstatus", "4B")
    assert not shown()[0]


def test_the_phasing_of_demolition_appears_when_there_is_any(form):
    box = form.findChild(QgsSpinBox, "sloop_jaar01").parentWidget().parentWidget()
    while "Group" not in type(box).__name__:
        box = box.parentWidget()
    assert box.isHidden()
    set_count(form, sloop_totaal=3)
    assert not box.isHidden()
    set_count(form, sloop_totaal=0)
    assert box.isHidden()


def test_each_field_is_explained_with_its_source(form):
    texts = "\n".join(labels(form))
    for field in b.COLUMNS:
        if field.kind is not b.Kind.ID:
            assert field.definition.split("‘")[0] in texts.replace("&#x27;", "'"), field.name
            assert field.source in texts, field.name


def test_half_finished_work_is_saved_and_opens_as_it_was(path, layer, qtbot):
    dialog = dialog_for(layer, QgsVectorLayerUtils.createFeature(layer, square()), qtbot)
    set_count(dialog.attributeForm(), bruto_totaal=0, meergezins=5)
    choose(dialog.attributeForm(), "vertrouwelijk", "nee")
    dialog.accept()
    assert layer.commitChanges()
    again = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    again.startEditing()
    form = QgsAttributeForm(again, next(again.getFeatures()))
    qtbot.addWidget(form)
    form.show()
    assert form.findChild(QgsSpinBox, "bruto_totaal").text() == "0"
    assert form.findChild(QgsSpinBox, "sloop_totaal").text().strip() in ("", "NULL")
    assert form.findChild(QComboBox, "vertrouwelijk").currentText() == "nee"
    assert form.findChild(QComboBox, "geclusterd_55plus").currentText() == "(niet ingevuld)"
    ((plan, _),) = read_plans(path)
    answered = {name: value for name, value in plan.items() if value is not None and name not in (*FIXED, "fid")}
    assert answered == {"bruto_totaal": 0, "meergezins": 5, "vertrouwelijk": False, "gerealiseerd": False, "vervallen": False}
    again.rollBack()
    QgsProject.instance().clear()


def test_a_copied_plan_gets_a_key_of_its_own(path, layer):
    assert layer.addFeature(QgsVectorLayerUtils.createFeature(layer, square(), {layer.fields().indexOf("plannaam"): "Haven"}))
    (first,) = layer.getFeatures()
    result = QgsVectorLayerUtils.duplicateFeature(layer, first, QgsProject.instance())
    copy = result[0]
    assert copy["plan_id"] != first["plan_id"]
    assert len(copy["plan_id"]) == 36
