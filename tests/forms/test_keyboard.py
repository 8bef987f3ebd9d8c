# SPDX-License-Identifier: GPL-2.0-or-later
"""The form in its dialog: a whole plan without the mouse, in the order of the eye; and what it tells while one types."""

import gc

import pytest
from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsAttributeForm
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTabWidget, QToolButton, QToolTip

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import code_list
from lmvw_plugin.forms.plan_form.counts import unguarded
from lmvw_plugin.forms.plan_form.forms import PlanForms
from lmvw_plugin.layers.plan_layer.form import form_label
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.making.styles import save_style
from lmvw_plugin.layers.sources import value
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, read_plans, square

FIXED = ("plan_id", "gemeente_code", "gemeente_naam")


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


def type_answer(name, answer):
    widget = QApplication.focusWidget()
    if isinstance(widget, QComboBox):
        words = {True: "ja", False: "nee"}.get(answer) or code_list(name)[answer].label
        QTest.keyClicks(widget, answer if name == "planstatus" else words)
    else:
        QTest.keyClicks(widget, str(answer))


@pytest.fixture
def plan_forms():
    """What the plugin adds to a form that QGIS opens."""
    watch = PlanForms()
    yield watch
    watch.stop()


@pytest.mark.usefixtures("plan_forms")
def test_what_cannot_be_typed_in_is_no_tab_stop(layer, qtbot):
    dialog = dialog_for(layer, QgsVectorLayerUtils.createFeature(layer, square()), qtbot)
    for name in ("gemeente_code", "gemeente_naam"):
        line = dialog.attributeForm().findChild(QLineEdit, name)
        assert not line.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.usefixtures("plan_forms")
def test_no_line_has_a_cross_that_goes_while_it_is_clicked(layer, qtbot):
    """QGIS takes the cross away in the middle of its click, and Qt writes into what it was: the monkey ended QGIS with it a while later."""
    dialog = dialog_for(layer, QgsVectorLayerUtils.createFeature(layer, square()), qtbot)
    line = dialog.attributeForm().findChild(QLineEdit, "plannaam")
    line.setFocus()
    QTest.keyClicks(line, "Nieuw")
    assert [one for one in line.findChildren(QToolButton) if one.isVisible()] == []


@pytest.mark.usefixtures("plan_forms")
def test_a_whole_plan_without_the_mouse(path, layer, qtbot):
    whole = consistent_plan(plannummer="007", toelichting="Uitleg") | {"projectleider": "A. de Boer"}
    meant = {name: answer for name, answer in whole.items() if name not in FIXED}
    dialog = dialog_for(layer, QgsVectorLayerUtils.createFeature(layer, square()), qtbot)
    form = dialog.attributeForm()
    tabs = form.findChild(QTabWidget)
    pages = [element for element in layer.editFormConfig().tabs() if isinstance(element, QgsAttributeEditorContainer)]
    for number, tab in enumerate(pages):
        assert tabs.currentIndex() == number
        names = [name for name in fields_of(tab) if name not in FIXED]
        for name in names:
            assert QApplication.focusWidget().objectName() == name, "one Tab goes from field to field, with nothing in between"
            type_answer(name, meant[name])
            if name != names[-1]:
                press(Qt.Key.Key_Tab)
        if number + 1 < tabs.count():
            press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    dialog.accept()
    assert layer.commitChanges(), layer.commitErrors()
    ((stored, _),) = read_plans(path)
    assert {name: stored[name] for name in meant} == meant


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
        form.findChild(QLineEdit, name).setText(str(number))


def choose(form, name, start):
    box = form.findChild(QComboBox, name)
    box.setCurrentIndex(next(index for index in range(box.count()) if box.itemText(index).startswith(start)))


def test_of_which_is_indented_and_years_stand_alone(form, layer):
    found = labels(form)
    for words in ("↳ waarvan geclusterd", "↳ waarvan zorggeschikt", "↳ waarvan 10 jaar", "2026", "2036 t/m 2040"):
        assert any(label.strip("\u00a0") == words for label in found), words
    clustered, care = (form_label(b.BY_NAME[name], PEILDATUM) for name in ("nultreden_geclusterd", "zorggeschikt"))
    assert care.count("\u00a0") > clustered.count("\u00a0") > 0
    assert layer.attributeDisplayName(layer.fields().indexOf("bruto_jaar01")) == "Bruto 2026", "the table says it in full"


def test_one_overall_line_stands_above_the_tabs(form):
    set_count(form, bruto_totaal=30, sloop_totaal=4)
    (line,) = (label for label in form.findChildren(QLabel) if "Nog in te vullen" in label.text())
    assert not form.findChild(QTabWidget).isAncestorOf(line)
    assert "Netto <b>26</b>" in line.text()
    assert "Geef het plan een naam." in line.text()


def test_the_overall_line_says_on_which_tab_something_is_missing(form):
    line = next(text for text in labels(form) if "Nog in te vullen" in text)
    assert "Plan: 3, Aantallen: 14, Woningtype: 4, Prijs: 9, Ouderen: 4" in line


def test_a_part_may_be_less_but_not_more_than_bruto(form):
    def line(name):
        (text,) = (text for text in labels(form) if f"{name}: " in text)
        return text

    assert "vul eerst ‘Bruto totaal’ in" in line("Tijdelijke woningen")
    set_count(form, bruto_totaal=10)
    assert "nog niet alles ingevuld" in line("Geschikt voor ouderen")
    set_count(form, nultreden=6, ouderen_overig=4, tijdelijk=3)
    assert "past; andere woningen van dit plan: 0" in line("Geschikt voor ouderen")
    assert "past; andere woningen van dit plan: 7" in line("Tijdelijke woningen")
    set_count(form, nultreden=7)
    assert "te veel: 1" in line("Geschikt voor ouderen")


def test_why_confidential_is_refused_is_shown_only_then(form):
    def shown():
        (label,) = (label for label in form.findChildren(QLabel) if "art. 6.a)" in label.text())
        return not label.parentWidget().isHidden()

    assert not shown()
    choose(form, "planstatus", "2A")
    assert shown()
    choose(form, "planstatus", "4B")
    assert not shown()


def test_the_phasing_of_demolition_appears_when_there_is_any(form):
    box = form.findChild(QLineEdit, "sloop_jaar01")
    while not box.isHidden() and box is not form:
        box = box.parentWidget()
    assert box.isHidden()
    set_count(form, sloop_totaal=3)
    assert not box.isHidden()
    set_count(form, sloop_totaal=0)
    assert box.isHidden()


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
    assert form.findChild(QLineEdit, "bruto_totaal").text() == "0"
    assert form.findChild(QLineEdit, "sloop_totaal").text() == ""
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


def test_of_a_copied_plan_nobody_said_yet_that_it_is_public(path, layer):
    answered = {layer.fields().indexOf("plannaam"): "Haven", layer.fields().indexOf("vertrouwelijk"): False}
    assert layer.addFeature(QgsVectorLayerUtils.createFeature(layer, square(), answered))
    (first,) = layer.getFeatures()
    copy = QgsVectorLayerUtils.duplicateFeature(layer, first, QgsProject.instance())[0]
    assert (first["vertrouwelijk"], value(copy["vertrouwelijk"])) == (False, None)


# -- what a form in a file cannot do ------------------------------------------------------------------------------------


def count_line(layer, qtbot):
    dialog = dialog_for(layer, QgsVectorLayerUtils.createFeature(layer, square()), qtbot)
    dialog.attributeForm().findChild(QTabWidget).setCurrentIndex(1)
    line = dialog.attributeForm().findChild(QLineEdit, "bruto_totaal")
    line.setFocus()
    return dialog, line


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("typed", ["2,5", "2.5", "1,500", "-5", "1e3", "12a", "999999999", "ca. 40"])
@pytest.mark.usefixtures("plan_forms")
def test_what_is_no_count_stays_to_be_seen_and_is_not_stored(layer, qtbot, locale, typed):
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        dialog, line = count_line(layer, qtbot)
        QTest.keyClicks(line, typed)
        assert unguarded(line.text()) == typed
        assert f"‘{typed}’" in QToolTip.text()
        assert "heel getal van 0 of meer" in QToolTip.text()
        dialog.accept()
        assert [value(plan["bruto_totaal"]) for plan in layer.getFeatures()] == [None]
    finally:
        QToolTip.hideText()
        QLocale.setDefault(before)


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize(
    ("text", "count"),
    [("1.500", 1500), ("1 500", 1500), ("1\u00a0500", 1500), (" 40 ", 40), ("12\n", 12), ("0012", 12), ("1.234.567", 1234567)],
)
@pytest.mark.parametrize("way", ["typed", "pasted"])
@pytest.mark.usefixtures("plan_forms")
def test_a_count_with_thousands_is_read_and_shown_as_it_is_read(layer, qtbot, locale, text, count, way):
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        dialog, line = count_line(layer, qtbot)
        if way == "pasted":
            QApplication.clipboard().setText(text)
            line.paste()
        else:
            QTest.keyClicks(line, text.strip("\n"))
        press(Qt.Key.Key_Tab)
        assert line.text() == str(count)
        dialog.accept()
        assert [plan["bruto_totaal"] for plan in layer.getFeatures()] == [count]
    finally:
        QToolTip.hideText()
        QLocale.setDefault(before)


@pytest.mark.usefixtures("plan_forms")
def test_a_wrong_count_can_be_typed_over_and_mended(layer, qtbot):
    dialog, line = count_line(layer, qtbot)
    QTest.keyClicks(line, "2,5")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "2"
    QTest.keyClicks(line, "x")
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert line.text() == ""
    QTest.keyClicks(line, "7")
    dialog.accept()
    assert [plan["bruto_totaal"] for plan in layer.getFeatures()] == [7]


@pytest.mark.usefixtures("plan_forms")
def test_fields_do_their_work_after_python_has_tidied_up(layer, qtbot):
    """Nobody in Python holds a form of QGIS: what is added to it must live as long as the form."""
    dialog = dialog_for(layer, QgsVectorLayerUtils.createFeature(layer, square()), qtbot)
    gc.collect()
    QApplication.clipboard().setText("De\nHaven")
    QApplication.focusWidget().paste()
    assert QApplication.focusWidget().text() == "De Haven"
    dialog.attributeForm().findChild(QTabWidget).setCurrentIndex(1)
    dialog.attributeForm().findChild(QLineEdit, "bruto_totaal").setFocus()
    gc.collect()
    QTest.keyClicks(QApplication.focusWidget(), "20")
    assert QApplication.focusWidget().text() == "20"
    QTest.keyClicks(QApplication.focusWidget(), ",5")
    assert unguarded(QApplication.focusWidget().text()) == "20,5"


@pytest.mark.usefixtures("plan_forms")
def test_a_name_that_is_pasted_is_one_line(layer, qtbot):
    dialog = dialog_for(layer, QgsVectorLayerUtils.createFeature(layer, square()), qtbot)
    QApplication.clipboard().setText("De Haven\n\tfase 2\n")
    QApplication.focusWidget().paste()
    assert QApplication.focusWidget().text() == "De Haven fase 2"
    dialog.accept()
    assert [plan["plannaam"] for plan in layer.getFeatures()] == ["De Haven fase 2"]


@pytest.mark.usefixtures("plan_forms")
def test_an_empty_field_looks_empty(layer, qtbot):
    """Also of a plan that an earlier version made, which holds NULL where a text is missing."""
    feature = QgsVectorLayerUtils.createFeature(layer, square())
    for name in ("plannaam", "plannummer", "toelichting"):
        feature[name] = None
    dialog = dialog_for(layer, feature, qtbot, adding=False)
    for line in dialog.attributeForm().findChildren(QLineEdit):
        if line.objectName() in b.BY_NAME and line.objectName() not in FIXED:
            assert (line.text(), line.placeholderText()) == ("", ""), line.objectName()


def test_a_plan_file_of_an_earlier_version_opens_with_this_form(path, plan_forms):
    old = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    config = QgsEditFormConfig()
    config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    config.clearTabs()
    config.addTab(QgsAttributeEditorContainer("Alles", config.invisibleRootContainer()))
    old.setEditFormConfig(config)
    index = old.fields().lookupField("plannaam")
    old.setConstraintExpression(index, '"vervallen" OR true')
    old.setDefaultValueDefinition(index, QgsDefaultValue())
    count = old.fields().lookupField("meergezins")
    old.setConstraintExpression(count, '"meergezins" >= 0')
    assert not save_style(old, "lmvw", "", True)
    content = path.read_bytes()
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    assert len(layer.editFormConfig().tabs()) == 1
    QgsProject.instance().addMapLayer(layer)
    try:
        assert len(layer.editFormConfig().tabs()) == 1 + len(b.Group)
        assert layer.defaultValueDefinition(index).expression() == "''"
        assert "vervallen" not in layer.constraintExpression(index)
        assert not layer.constraintExpression(count)
        assert not layer.isEditable()
    finally:
        QgsProject.instance().clear()
    assert path.read_bytes() == content
