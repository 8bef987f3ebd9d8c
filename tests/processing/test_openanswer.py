# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery and its answer, there and back: delivered, opened, reviewed, answered, opened beside the plans, dealt with, delivered again."""

import shutil
import sqlite3
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from lmvw_plugin.core.reviewing.entries import Label
from lmvw_plugin.core.reviewing.remarks import findings
from lmvw_plugin.core.rules.acceptance import Accepted
from lmvw_plugin.layers.delivering.preflight import town_hall_wkt
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.province import remarks_table
from lmvw_plugin.layers.planfile.tables import accepted_table, confidential_table
from lmvw_plugin.layers.planfile.tables.confidential_table import strijdig_in
from lmvw_plugin.layers.reviewing.desk import Desk
from lmvw_plugin.layers.reviewing.remark_layer import set_up
from lmvw_plugin.layers.stored.values import only_table
from lmvw_plugin.processing.faces.openanswer import OpenAnswerFace
from tests.conftest import MARKERWAARD, PEILDATUM, Listener, change, consistent_plan, left_in, mark_in, square
from tests.packages import OTHER, of, remade, sent
from tests.processing.since.kit import LATER, SMALL
from tests.processing.test_makeanswers import in_map

ABOUT = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
NAMES = ("Zuid", "Noord", "Oost")


def plan_id(number):
    return f"11111111-0000-4000-8000-{number:012}"


def plan(number):
    return {"plan_id": plan_id(number), "plannummer": str(number), "plannaam": NAMES[number]}


@pytest.fixture
def plans(tmp_path, provider):
    path = tmp_path / "gemeente" / "planbestand.gpkg"
    path.parent.mkdir()
    rows = [
        (square(number), consistent_plan(plannaam=name, plannummer=str(number), plan_id=plan_id(number)))
        for number, name in enumerate(NAMES)
    ]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    return path


@pytest.fixture
def deliver(run, plans, tmp_path):
    def go(folder="levering"):
        (tmp_path / folder).mkdir(exist_ok=True)
        return Path(run("exportdelivery", INPUT=str(plans), **ABOUT, FOLDER=str(tmp_path / folder))["PACKAGE"])

    return go


@pytest.fixture
def review(run, tmp_path):
    def go(package):
        done = run("opendeliveries", INPUT=[str(package)], OUTPUT=str(tmp_path / "b.gpkg"))
        return Desk(Path(done["OUTPUT"]), "GM9999", "A. Bos")

    return go


@pytest.fixture
def answer(run, tmp_path):
    def go():
        run("makeanswers", INPUT=str(tmp_path / "b.gpkg"), FOLDER=str(tmp_path / "antwoorden"))
        return tmp_path / "antwoorden" / "LMVW_antwoord_GM9999_2026-01-01.zip"

    return go


@pytest.fixture
def back(deliver, review, answer):
    """An answer to a delivery of the plan file: both labels, a remark, a question and one of the delivery as a whole."""
    desk = review(deliver())
    desk.label(plan(0), Label.STRIJDIG)
    desk.label(plan(1), Label.NOT_JUDGED)
    desk.remark("Ligt over\nde dijk", plan(0))
    desk.ask("Hoort dit erbij?", plan(2))
    desk.remark("De oever ontbreekt", place=(146_000.0, 506_000.0))
    desk.close()
    return answer()


def checked(run, path, tmp_path):
    """What a check finds of the province: rule, plan, words and what the municipality says of it."""
    out = tmp_path / f"bevindingen{len(left_in(tmp_path))}.gpkg"
    run("checkplans", INPUT=str(path), PEILDATUM="2026-01-01", OUTPUT=str(out), KEEP=True)
    layer = QgsVectorLayer(str(out), "x", "ogr")
    found = [one for one in layer.getFeatures() if one["regel"].startswith("P")]
    return sorted((one["regel"], one["plannaam"] or "", one["melding"], one["geaccepteerd"] or "") for one in found)


def public(run, path, folder):
    """What everybody may see, with the decision that so few plans ask."""
    about = {"INPUT": str(path), **ABOUT, "FOLDER": str(folder)}
    folder.mkdir()
    with pytest.raises(QgsProcessingException) as asked:
        run("exportpublic", **about)
    return run("exportpublic", **about, DECIDED_BY="A. Bos", DECISION="Mag", DECIDED_ABOUT=mark_in(str(asked.value)))["PACKAGE"]


def held(package):
    with zipfile.ZipFile(package) as packed:
        return b"".join(packed.read(name) for name in packed.namelist()).decode(errors="replace")


DIKE, SHORE, ASKED = (
    "De provincie merkt op: Ligt over de dijk", "De provincie merkt op: De oever ontbreekt", "De provincie vraagt: Hoort dit erbij?"
)  # fmt: skip
LABELS = [
    ("P1", "Noord", "De provincie heeft dit plan nog niet beoordeeld.", ""),
    (
        "P1",
        "Zuid",
        "De provincie noemt dit plan strijdig met provinciaal beleid; het geldt als vertrouwelijk in alles wat iedereen mag zien.",
        "",
    ),
]


def test_there_and_back(run, plans, deliver, review, back, tmp_path):
    listener = Listener()
    with closing(sqlite3.connect(plans)) as database:
        before = database.execute("SELECT * FROM plannen").fetchall()
    done = run("openanswer", INPUT=str(plans), ANSWER=str(back), feedback=listener)
    assert (done["REMARKS"], done["LABELS"], done["STRIJDIG"]) == (3, 2, 1)
    assert "‘Zuid’. Dat geldt voortaan als vertrouwelijk" in listener.textLog()
    with closing(sqlite3.connect(plans)) as database:
        assert database.execute("SELECT * FROM plannen").fetchall() == before
    with closing(sqlite3.connect(plans)) as database:
        # Of what is NULL a form of QGIS shows that word, and who types a reaction types it behind.
        assert database.execute(f"SELECT DISTINCT reactie FROM {remarks_table.TABLE}").fetchall() == [("",)]
    # On the map, and in the panel Controle by a check.
    layer = QgsVectorLayer(f"{plans}|layername={remarks_table.TABLE}", "x", "ogr")
    there = {one["tekst"] or one["label"]: one for one in layer.getFeatures()}
    assert square(0).contains(there["Ligt over\nde dijk"].geometry())
    assert there["De oever ontbreekt"].geometry().asWkt() == "Point (146000 506000)"
    found = [*LABELS, ("P2", "", SHORE, ""), ("P2", "Oost", ASKED, ""), ("P2", "Zuid", DIKE, "")]
    assert checked(run, plans, tmp_path) == found
    assert {one["plan_id"] for one in kept_of(plans) if one["regel"] == "P2"} == {plan_id(0), plan_id(2), None}
    # Strijdig is confidential in what everybody may see.
    seen = held(public(run, plans, tmp_path / "openbaar"))
    assert strijdig_in(plans) == {plan_id(0)} and "Noord" in seen and "Zuid" not in seen
    # Dealt with: one in the layer of remarks, one in the toelichting of its plan, and one is left open.
    at = layer.fields().indexOf("reactie")
    assert layer.startEditing() and layer.changeAttributeValue(there["De oever ontbreekt"].id(), at, "Volgt in juli")
    assert layer.commitChanges()
    del layer, there
    (asked,) = (one for one in findings(remarks_table.read(plans), [plan(2)]) if one.plannaam == "Oost")
    change(plans, "Oost", toelichting="Ja, dit hoort erbij.")
    accepted_table.accept(plans, Accepted(plan_id(2), "P2", "", asked.oorzaak, "Ja, dit hoort erbij.", "A. Bos", "2026-04-20 10:00"))
    change(plans, "Noord", toelichting="Nu met een toelichting.")
    found[2:4] = [("P2", "", SHORE, "Volgt in juli"), ("P2", "Oost", ASKED, "Ja, dit hoort erbij.")]
    assert checked(run, plans, tmp_path) == found
    # Delivered again: what the province said does not go back, what the municipality says of it does.
    again = deliver("opnieuw")
    assert "de dijk" not in held(again)
    desk = review(again)
    assert desk.hear() == 2 and desk.hear() == 0
    now = desk.review()
    assert [one.tekst for one in now.carried if one.tekst] == ["Ligt over\nde dijk", "Hoort dit erbij?", "De oever ontbreekt"]
    said = {one.tekst: now.reactions[one.nummer].tekst for one in now.remarks if one.nummer in now.reactions}
    assert said == {"Hoort dit erbij?": "Ja, dit hoort erbij.", "De oever ontbreekt": "Volgt in juli"}
    for one in now.remarks:
        if one.nummer in now.reactions:
            desk.finish(one)
    assert [one.tekst for one in desk.review().remarks] == ["Ligt over\nde dijk"]


def kept_of(path):
    """The findings that a check kept for the panel."""
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        return database.execute("SELECT * FROM lmvw_bevindingen").fetchall()


def test_a_later_answer_takes_the_place_of_an_earlier_one_and_never_the_other_way(run, refused, plans, review, answer, back, tmp_path):
    first = shutil.copy(back, tmp_path / "eerst.zip")
    desk = Desk(tmp_path / "b.gpkg", "GM9999", "B. de Vries")
    desk.label(plan(0), Label.NONE)
    desk.finish(desk.review().remarks[0])
    second = answer()
    remade(second, gemaakt="2999-01-01T00:00:00")
    run("openanswer", INPUT=str(plans), ANSWER=str(first))
    assert strijdig_in(plans) == {plan_id(0)}
    run("openanswer", INPUT=str(plans), ANSWER=str(second))
    assert not strijdig_in(plans)
    assert [(one.line.tekst, one.holds) for one in remarks_table.read(plans) if not one.is_label] == [
        ("Ligt over\nde dijk", False), ("Hoort dit erbij?", True), ("De oever ontbreekt", True),
    ]  # fmt: skip
    before = plans.read_bytes()
    assert "later antwoord" in refused("openanswer", INPUT=str(plans), ANSWER=str(first))
    assert plans.read_bytes() == before
    run("openanswer", INPUT=str(plans), ANSWER=str(second))
    assert len(remarks_table.read(plans)) == 6


def test_the_answer_of_another_delivery_municipality_or_file_is_refused(run, refused, plans, back, clean_file, sample, tmp_path, provider):
    before = plans.read_bytes()
    other = shutil.copy(back, tmp_path / "ander.zip")
    remade(Path(other), gemeente_code=OTHER.code)
    said = refused("openanswer", INPUT=str(plans), ANSWER=str(other))
    assert f"voor gemeente {OTHER.name} en dit planbestand is van Markerwaard" in said
    assert "niet van dit planbestand gemaakt" in refused("openanswer", INPUT=str(clean_file), ANSWER=str(back))
    (tmp_path / "in").mkdir()
    package = sent(tmp_path, [of(MARKERWAARD, "Zuid")], MARKERWAARD)
    assert "is een levering" in refused("openanswer", INPUT=str(plans), ANSWER=str(package))
    Path(other).write_bytes(b"PK")
    assert "geen antwoord" in refused("openanswer", INPUT=str(plans), ANSWER=str(other))
    polygons = str(sample / "schoon" / "plannen.gpkg")
    assert "hoort bij een planbestand" in refused("openanswer", INPUT=polygons, ANSWER=str(back))
    assert plans.read_bytes() == before and remarks_table.read(plans) is None


@pytest.mark.parametrize("label", ["strijdig met provinciaal beleid", "geen"])
def test_an_answer_about_a_plan_that_was_not_delivered_changes_nothing(refused, plans, back, label):
    """Whoever has a package could else say of a plan that stays at home that it is public."""
    home = plan_id(7)
    confidential_table.take_over(plans, {home: ("provincie", "2026-01-01 10:00")})
    before = plans.read_bytes()
    in_map(f"UPDATE opmerkingen SET plan_id = '{home}', label = '{label}' WHERE soort = 'label'")(back)
    said = refused("openanswer", INPUT=str(plans), ANSWER=str(back))
    assert "een plan dat niet in levering" in said and plans.read_bytes() == before and strijdig_in(plans) == {home}


def test_who_delivered_again_meanwhile_is_told(run, plans, deliver, back):
    change(plans, "Noord", toelichting="Nieuw")
    deliver("opnieuw")
    listener = Listener()
    run("openanswer", INPUT=str(plans), ANSWER=str(back), feedback=listener)
    assert "eerdere levering" in listener.textLog()


def test_the_project_that_has_the_plans_gets_the_remarks_with_one_field_to_write_in(plans, back, provider):
    project = QgsProject.instance()
    layer = QgsVectorLayer(f"{plans}|layername=plannen", "plannen", "ogr")
    project.addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm, given = OpenAnswerFace().create(), {"INPUT": layer.id(), "ANSWER": str(back)}
    assert algorithm.prepare(given, context, Listener()) and algorithm.runPrepared(given, context, Listener())["REMARKS"] == 3
    ((source, details),) = context.layersToLoadOnCompletion().items()
    assert source == f"{plans}|layername={remarks_table.TABLE}"
    remarks = QgsVectorLayer(source, "x", "ogr")
    details.postProcessor().postProcessLayer(remarks, context, Listener())
    form = remarks.editFormConfig()
    assert [name for at, name in enumerate(remarks.fields().names()) if not form.readOnly(at)] == ["reactie"]
    assert remarks.renderer().type() == "RuleRenderer" and remarks.attributeAlias(remarks.fields().indexOf("tekst")) == "Tekst"
    project.removeMapLayer(layer.id())


def test_a_plan_file_with_remarks_is_still_read_by_its_name_alone(run, plans, back, tmp_path):
    run("openanswer", INPUT=str(plans), ANSWER=str(back))
    assert only_table(plans) == "plannen"


# -- what was done with a plan between delivering and opening ------------------------------------------------------------
def instead_of(path, plannaam, *others):
    """A plan goes, and (name, place) come or lie elsewhere from now on."""
    layer = QgsVectorLayer(f"{path}|layername=plannen", "x", "ogr")
    there = {plan["plannaam"]: plan for plan in layer.getFeatures()}
    assert layer.startEditing()
    for name, place in others:
        if name in there:
            assert layer.changeGeometry(there[name].id(), place)
            continue
        part = QgsFeature(there[plannaam])
        part["fid"], part["plan_id"], part["plannaam"] = None, f"nieuw-{name}", name
        part.setGeometry(place)
        assert layer.addFeature(part)
    assert layer.deleteFeature(there[plannaam].id()) and layer.commitChanges()


def half(number, at):
    box = square(number).boundingBox()
    middle = box.center().x()
    west, east = ((box.xMinimum(), middle), (middle, box.xMaximum()))[at]
    return QgsGeometry.fromRect(QgsRectangle(west, box.yMinimum(), east, box.yMaximum())).convertToType(Qgis.GeometryType.Polygon, True)


def test_what_was_made_of_a_strijdig_plan_since_is_strijdig_too(run, plans, back, tmp_path):
    """Cut: nothing of it is public, and nobody reads that the plan is hidden as it was."""
    instead_of(plans, "Zuid", ("Zuidkant A", half(0, 0)), ("Zuidkant B", half(0, 1)))
    listener = Listener()
    run("openanswer", INPUT=str(plans), ANSWER=str(back), feedback=listener)
    assert "mag zien, noemt het niet meer" not in listener.textLog()
    assert all(f"‘{name}’" in listener.textLog() for name in ("Zuid", "Zuidkant A", "Zuidkant B")) and "‘Noord’" not in listener.textLog()
    assert {"nieuw-Zuidkant A", "nieuw-Zuidkant B"} <= strijdig_in(plans) and plan_id(1) not in strijdig_in(plans)
    seen = held(public(run, plans, tmp_path / "openbaar"))
    assert "Noord" in seen and "Zuidkant" not in seen


def test_a_plan_into_which_a_strijdig_one_went_is_strijdig_and_neighbours_are_not(run, plans, back):
    instead_of(plans, "Zuid", ("Noord", QgsGeometry.unaryUnion([square(0), square(1)])))
    listener = Listener()
    run("openanswer", INPUT=str(plans), ANSWER=str(back), feedback=listener)
    assert plan_id(1) in strijdig_in(plans) and plan_id(2) not in strijdig_in(plans)
    assert "‘Noord’" in listener.textLog() and "mag zien, noemt het niet meer" not in listener.textLog()


def test_of_a_strijdig_plan_that_is_gone_without_a_trace_the_user_is_to_look(run, plans, back):
    instead_of(plans, "Zuid")
    listener = Listener()
    run("openanswer", INPUT=str(plans), ANSWER=str(back), feedback=listener)
    assert "‘Zuid’ staat niet meer" in listener.textLog() and "mag zien, noemt het niet meer" not in listener.textLog()


def test_what_lay_over_a_strijdig_plan_when_it_was_delivered_keeps_its_own_answer(run, plans, deliver, review, answer):
    """The province saw both, and called one of them strijdig."""
    place = square(0)
    place.translate(20, 0)
    layer = QgsVectorLayer(f"{plans}|layername=plannen", "x", "ogr")
    (other,) = (plan for plan in layer.getFeatures() if plan["plannaam"] == "Noord")
    assert layer.startEditing() and layer.changeGeometry(other.id(), place) and layer.commitChanges()
    del layer
    change(plans, "Noord", toelichting="Ligt over Zuid.")
    review(deliver()).label(plan(0), Label.STRIJDIG)
    run("openanswer", INPUT=str(plans), ANSWER=str(answer()))
    assert strijdig_in(plans) == {plan_id(0)}


def test_an_answer_of_a_clock_that_was_ahead_holds_up_no_later_one(run, plans, back, review, answer, tmp_path):
    run("openanswer", INPUT=str(plans), ANSWER=str(remade_copy(back, tmp_path / "voor.zip", gemaakt="2999-01-01T00:00:00")))
    Desk(tmp_path / "b.gpkg", "GM9999", "B. de Vries").label(plan(0), Label.NONE)
    time.sleep(1.1)  # an answer says when it was made in whole seconds
    run("openanswer", INPUT=str(plans), ANSWER=str(answer()))
    assert not strijdig_in(plans)


def remade_copy(path, target, **said):
    shutil.copy(path, target)
    remade(target, **said)
    return target


def test_what_the_province_writes_is_text_in_a_map_tip_and_no_page(run, plans, review, deliver, answer, tmp_path):
    desk = review(deliver())
    desk.remark("<img src=x> & <b>vet", plan(0))
    run("openanswer", INPUT=str(plans), ANSWER=str(answer()))
    layer = QgsVectorLayer(f"{plans}|layername={remarks_table.TABLE}", "x", "ogr")
    set_up(layer)
    (remark,) = layer.getFeatures()
    context = layer.createExpressionContext()
    context.setFeature(remark)
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "<img" not in tip and "&lt;img src=x&gt; &amp; &lt;b&gt;vet" in tip and "<b>Zuid</b>" in tip


def test_words_about_a_plan_that_goes_in_a_sum_stay_at_home(run, provider, tmp_path, review, answer):
    """It was delivered by itself, the province asked something, and now it is a small plan in the sum."""
    path = tmp_path / "klein.gpkg"
    rows = [
        (
            square(n),
            consistent_plan(plan_id=plan_id(n), plannaam=name, plannummer=str(n), toelichting="Hele locatie: 8 woningen", **LATER | SMALL),
        )
        for n, name in enumerate(NAMES)
    ]
    info = planfile.PlanFileInfo(MARKERWAARD, PEILDATUM, akkoord_klein="Mail van 3 maart", gemeentehuis=town_hall_wkt(square(30)))
    planfile.create(path, info, rows)

    def deliver(folder, small):
        (tmp_path / folder).mkdir()
        return Path(run("exportdelivery", INPUT=str(path), **ABOUT, FOLDER=str(tmp_path / folder), SMALL_PLANS=small)["PACKAGE"])

    desk = review(deliver("eerst", False))
    desk.ask("Hoort dit erbij?", plan(0))
    desk.remark("Hoe staat het?")
    run("openanswer", INPUT=str(path), ANSWER=str(answer()))
    layer = QgsVectorLayer(f"{path}|layername={remarks_table.TABLE}", "x", "ogr")
    at = layer.fields().indexOf("reactie")
    assert layer.startEditing()
    for one in layer.getFeatures():
        assert layer.changeAttributeValue(one.id(), at, "Geheime woorden" if one["plan_id"] else "Goed")
    assert layer.commitChanges()
    del layer
    change(path, "Zuid", plannummer="0")  # and the file is as one that nobody has open
    seen = held(deliver("daarna", True))
    assert "Geheime woorden" not in seen and '"Goed"' in seen
