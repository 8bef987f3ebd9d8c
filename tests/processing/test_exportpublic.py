# SPDX-License-Identifier: GPL-2.0-or-later
"""The public version made of real plan files: what is in it, when there is none, and that nothing confidential is in any byte of it."""

import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsGeometry, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.confidential.public import PLANS, SUM
from lmvw_plugin.layers.planfile import store
from lmvw_plugin.layers.planfile.tables import confidential_table
from tests.conftest import MARKERWAARD, PEILDATUM, Listener, consistent_plan, left_in, mark_in, read_plans, square
from tests.secrets import found

NAMES = ["Geheime haven", "Café Ångström & Zoon", "=GEHEIM(1)", "Nieuw-Zeezicht 'Oost'"]


def secret(name, **changes):
    return consistent_plan(**{"plannaam": name, "vertrouwelijk": True, "planstatus": "3", "toelichting": f"over {name}", **changes})


def plan_file(path, plans, shapes=None):
    path.unlink(missing_ok=True)
    shapes = shapes or [square(n, 90 + n) for n in range(len(plans))]
    store.create(
        path, store.PlanFileInfo(MARKERWAARD, PEILDATUM),
        [(shapes[n], {**plan, "plan_id": f"11111111-0000-4000-8000-{n:012}"}) for n, plan in enumerate(plans)],
    )  # fmt: skip
    return path


@pytest.fixture
def publish(run, tmp_path):
    def publish_plans(plans, folder="uit", shapes=None, **more):
        path = plan_file(tmp_path / "plannen.gpkg", plans, shapes)
        (tmp_path / folder).mkdir(exist_ok=True)
        return run("exportpublic", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path / folder), **more)

    return publish_plans


@pytest.fixture
def stopped(refused, tmp_path):
    def refuse(plans, shapes=None, **more):
        path = plan_file(tmp_path / "plannen.gpkg", plans, shapes)
        (tmp_path / "uit").mkdir(exist_ok=True)
        before = path.read_bytes()
        given = {"INPUT": str(path), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "FOLDER": str(tmp_path / "uit")}
        said = refused("exportpublic", **given | more)
        assert left_in(tmp_path / "uit") == [] and path.read_bytes() == before
        return said

    return refuse


def sums(done):
    layer = QgsVectorLayer(f"{done['GPKG']}|layername={SUM}", "x", "ogr")
    return {row["kolom"]: row["woningen"] for row in layer.getFeatures()}


def shown(done):
    return [plan["plannaam"] for plan, _ in read_plans(done["GPKG"], PLANS)]


MIXED = [
    consistent_plan(plannaam="Zuid", plannummer="P-17"), *map(secret, NAMES), secret("Twijfel", vertrouwelijk=None),
    consistent_plan(plannaam="Alleen thuis", planstatus="5A"), consistent_plan(plannaam="Noord"), consistent_plan(plannaam="Klaar", gerealiseerd=True),
    secret("Vervallen geheim", vervallen=True),
]  # fmt: skip


def test_everybody_sees_the_public_plans_and_one_sum(publish, tmp_path):
    before = square(0, 90).asWkt()
    done = publish(MIXED)
    assert left_in(tmp_path) == ["plannen.gpkg", "uit"], "nothing was decided, so that nothing stands beside the plan file"
    assert left_in(tmp_path / "uit") == ["LMVW_openbaar_GM9999_2026-01-01", "LMVW_openbaar_GM9999_2026-01-01.zip"]
    assert shown(done) == ["Klaar", "Noord", "Zuid"]
    assert (sums(done)["bruto_totaal"], sums(done)["sloop_totaal"], sums(done)["bruto_2026"]) == (100, 20, 40)
    assert {plan["plannaam"]: shape.asWkt() for plan, shape in read_plans(done["GPKG"], PLANS)}["Zuid"] == before
    assert (done["REASONS"], done["DECISIONS"]) == (0, "")


def test_nothing_confidential_is_in_any_byte_of_the_folder(publish, tmp_path):
    publish(MIXED)
    hidden = [(plan, square(n, 90 + n)) for n, plan in enumerate(MIXED) if plan["plannaam"] not in ("Klaar", "Noord", "Zuid")]
    names = [plan["plannaam"] for plan, _ in hidden] + ["P-17", "11111111-0000-4000-8000"]
    points = [(point.x(), point.y()) for _, shape in hidden for point in shape.vertices()]
    boxes = [shape.boundingBox() for _, shape in hidden]
    for path in (one for one in (tmp_path / "uit").rglob("*") if one.is_file()):
        assert found(path.read_bytes(), names, points, path.name, [(box.xMinimum(), box.xMaximum()) for box in boxes]) == []
        assert str(tmp_path).encode() not in path.read_bytes()


def test_the_same_sums_give_the_same_bytes(publish, tmp_path):
    first = publish(MIXED)["PACKAGE"]
    others = [secret(f"Anders {n}", planstatus="4A") for n in range(4)] + [secret("Half", bruto_totaal=5), secret("Rest", bruto_totaal=15, **dict.fromkeys(
        ("sloop_totaal", "bruto_jaar01", "bruto_jaar10", "bruto_periode2", "sloop_jaar02", "meergezins", "eengezins", "woningtype_onbekend", "tijdelijk",
         "nultreden", "nultreden_geclusterd", "zorggeschikt", "ouderen_overig", "koop_betaalbaar", "huur_sociaal_corporatie", "huur_midden_corporatie",
         "huur_sociaal_markt", "huur_sociaal_markt_25jaar", "huur_midden_markt", "huur_midden_markt_10jaar", "prijs_overig", "prijs_onbekend"), 0,
    ))]  # fmt: skip
    public = [plan for plan in MIXED if plan["vertrouwelijk"] is False and plan["planstatus"] != "5A"]
    (tmp_path / "plannen.gpkg").unlink()
    mixed = [*others[:2], public[2], *others[2:], public[0], public[1]]
    path = tmp_path / "plannen.gpkg"
    shapes = {plan["plannaam"]: square(n, 90 + n) for n, plan in enumerate(MIXED)}
    store.create(path, store.PlanFileInfo(MARKERWAARD, PEILDATUM), [
        (shapes.get(plan["plannaam"]) or square(300 + n), {**plan, "plan_id": f"22222222-0000-4000-8000-{n:012}"}) for n, plan in enumerate(mixed)
    ])  # fmt: skip
    from qgis import processing

    (tmp_path / "twee").mkdir()
    second = processing.run("lmvw:exportpublic", {
        "INPUT": str(path), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "FOLDER": str(tmp_path / "twee"),
    }, feedback=Listener())["PACKAGE"]  # fmt: skip
    assert Path(first).read_bytes() == Path(second).read_bytes()


def area(x, y, wide, high):
    x, y = 146_000 + x, 506_000 + y
    return QgsGeometry.fromWkt(f"MultiPolygon ((({x} {y}, {x + wide} {y}, {x + wide} {y + high}, {x} {y + high}, {x} {y})))")


# Four rectangles around one of 100 by 100 metres, which fits, or lies in it with much room, or as two halves; and three plans far from those.
AROUND = [area(-60, -60, 60, 220), area(100, -60, 60, 220), area(0, 100, 100, 60), area(0, -60, 100, 60)]
APART = [area(2000, 0, 50, 50), area(3000, 0, 50, 50), area(4000, 0, 50, 50)]
RING = [consistent_plan(plannaam=f"Rand {n}") for n in range(4)]
WITH_HOLE = area(-60, -60, 220, 220).difference(area(0, 0, 100, 100))
WITH_HOLE.convertToMultiType()

# (plans, what of the sentence; None when it is made; what more is given: PREVIOUS as the plans that were published then)
CASES = {
    "no plan at all": ([], None),
    "only public plans": ([consistent_plan()], None),
    "only plans of the own administration": ([consistent_plan(planstatus="5B")], None),
    "one confidential plan": ([consistent_plan(), secret("Een")], "bestaat uit 1 vertrouwelijk plan"),
    "two": ([secret("Een"), secret("Twee")], "bestaat uit 2 vertrouwelijke plannen"),
    "three, all of them confidential": ([secret("Een"), secret("Twee"), secret("Drie")], None),
    "three, one without dwellings": ([secret("Een"), secret("Twee"), secret("Drie", vervallen=True)], "bestaat uit 2"),
    "three, one only at home": ([secret("Een"), secret("Twee"), secret("Drie", planstatus="5A")], "bestaat uit 2"),
    "a dominant one": ([*map(secret, NAMES), secret("Reus", bruto_totaal=900)], "Plan ‘Reus’ is 900 van de 980 woningen"),
    "dominant in sloop": ([*map(secret, NAMES), secret("Reus", sloop_totaal=900)], "‘Sloop totaal’"),
    "nobody answered": ([secret(name, vertrouwelijk=None) for name in NAMES], None),
    "one nobody answered about": ([consistent_plan(vertrouwelijk=None)], "bestaat uit 1"),
    "hardened while flagged": ([secret(name, planstatus="1A") for name in NAMES], None),
    "realised while flagged": ([secret(name, gerealiseerd=True) for name in NAMES], None),
    "dropped and confidential": ([secret("Een", vervallen=True)], None),
    "small and confidential": ([secret(name, bruto_totaal=3) for name in NAMES], None),
    "three, exactly the limit": ([secret("Een"), secret("Twee"), secret("Drie"), consistent_plan()], None),
    "two and one that is realised": ([secret("Een"), secret("Twee"), secret("Drie", gerealiseerd=True)], "bestaat uit 2"),
    "two and one that nobody answered": ([secret("Een"), secret("Twee"), secret("Drie", vertrouwelijk=None)], None),
    "one of a public municipality": ([consistent_plan(plannaam="A"), consistent_plan(plannaam="B"), secret("Een")], "bestaat uit 1"),
    "one without any dwelling": ([consistent_plan(), secret("Leeg", **{field.name: 0 for field in b.COUNTS})], None),
    "one of which no count is filled in": ([consistent_plan(), secret("Leeg", **{field.name: None for field in b.COUNTS})], None),
    "exactly three quarters is not most": ([secret("Een", bruto_totaal=75), secret("Twee", bruto_totaal=15), secret("Drie", bruto_totaal=10)], None),
    "just above three quarters is": ([secret("Een", bruto_totaal=76), secret("Twee", bruto_totaal=14), secret("Drie", bruto_totaal=10)], "Plan ‘Een’ is 76"),
    "a large one that is realised is in no sum": ([*map(secret, NAMES), secret("Reus", bruto_totaal=900, gerealiseerd=True)], None),
    "a large one at home is in no sum": ([*map(secret, NAMES), secret("Reus", bruto_totaal=900, planstatus="5A")], None),
    "realised and public": ([consistent_plan(gerealiseerd=True), *map(secret, NAMES)], None),
    "dropped and public": ([consistent_plan(vervallen=True), *map(secret, NAMES)], None),
    "small and public": ([consistent_plan(bruto_totaal=3), *map(secret, NAMES)], None),
    "own administration that says it is public": ([consistent_plan(planstatus="5A", vertrouwelijk=False), *map(secret, NAMES)], None),
    "a soft plan that is public": ([consistent_plan(planstatus="4A"), *map(secret, NAMES)], None),
    "a confidential name in capitals in a public one": ([*map(secret, NAMES), consistent_plan(plannaam="NIEUW-ZEEZICHT 'OOST' 2")], "noemt het"),
    "a name of one short word is no hint": ([secret("Oog"), *map(secret, NAMES), consistent_plan(plannaam="Oog in oog")], None),
    "a public name that tells": ([*map(secret, NAMES), consistent_plan(plannaam="Naast de geheime haven")], "noemt het vertrouwelijke plan ‘Geheime haven’"),
    "one that the province calls strijdig": ([consistent_plan(plannaam="Zuid"), consistent_plan(plannaam="Noord")], "bestaat uit 1", {"STRIJDIG": "Zuid"}),
    "strijdig beside others": ([consistent_plan(plannaam="Zuid"), *map(secret, NAMES)], None, {"STRIJDIG": "Zuid"}),
    "a plan came since the last version": (
        [*map(secret, NAMES), secret("Nieuw", bruto_totaal=33)], "precies plan ‘Nieuw’", {"PREVIOUS": list(map(secret, NAMES))},
    ),
    "a plan left since the last version": (
        [*map(secret, NAMES), secret("Weg", bruto_totaal=33, vervallen=True)], "precies plan ‘Weg’",
        {"PREVIOUS": [*map(secret, NAMES), secret("Weg", bruto_totaal=33)]},
    ),
    "nothing changed since the last version": ([*map(secret, NAMES)], None, {"PREVIOUS": [*map(secret, NAMES)]}),
    "two plans came since the last version": (
        [*map(secret, NAMES), secret("A", bruto_totaal=33, sloop_totaal=5), secret("B", bruto_totaal=34, sloop_totaal=6)], None,
        {"PREVIOUS": [*map(secret, NAMES)]},
    ),
    "the council read the total": ([consistent_plan(), *map(secret, NAMES)], "‘Raadsbrief’ noemt 100 woningen bruto", {"TOTALS": "Raadsbrief: 100"}),
    "a woondeal that counts one of them": (
        [consistent_plan(), *map(secret, NAMES), secret("Vijf", bruto_totaal=25)], "precies vertrouwelijk plan ‘Vijf’", {"TOTALS": "Woondeal: 45"},
    ),
    "a woondeal that counts all but one": (
        [consistent_plan(), *map(secret, NAMES), secret("Vijf", bruto_totaal=25)], "25 minder dan openbare plannen", {"TOTALS": "Woondeal: bruto 100"},
    ),
    "a total in netto": ([consistent_plan(), *map(secret, NAMES)], "precies de optelling: 64", {"TOTALS": "Krant: 9.999\nRaad: netto 80"}),
    "a total of which nothing follows": ([consistent_plan(), *map(secret, NAMES)], None, {"TOTALS": "Raadsbrief: 1.250\nWebsite: 20"}),
    "a hole in a public polygon": (
        [consistent_plan(), *map(secret, NAMES[:3])], "100% van de grens van vertrouwelijk plan ‘Geheime haven’",
        {"shapes": [WITH_HOLE, area(0, 0, 100, 100), *APART[:2]]},
    ),
    "a hole between public polygons": (
        [*RING, *map(secret, NAMES[:3])], "het gat daartussen toont dat plan", {"shapes": [*AROUND, area(0, 0, 100, 100), *APART[:2]]},
    ),
    "a hole with two plans": (
        [*RING, *map(secret, NAMES[:3])], "vertrouwelijke plannen ‘Geheime haven’, ‘Café Ångström & Zoon’: het gat daartussen toont ze",
        {"shapes": [*AROUND, area(0, 0, 50, 100), area(50, 0, 50, 100), APART[0]]},
    ),
    "a hole that is not shaped like the plan in it": (
        [*RING, *map(secret, NAMES[:3])], None, {"shapes": [*AROUND, area(20, 20, 60, 30), *APART[:2]]},
    ),
    "a plan that is open on one side": ([*RING[:3], *map(secret, NAMES[:3])], None, {"shapes": [*AROUND[:3], area(0, 0, 100, 100), *APART[:2]]}),
    "the same plan with a lower limit": (
        [*RING[:3], *map(secret, NAMES[:3])], "De plugin stopt vanaf 60%", {"shapes": [*AROUND[:3], area(0, 0, 100, 100), *APART[:2]], "BORDER": 60},
    ),
    "a hole around a plan of the own administration": (
        [*RING, consistent_plan(planstatus="5A"), *map(secret, NAMES[:3])], None, {"shapes": [*AROUND, area(0, 0, 100, 100), *APART]},
    ),
    "a hole around a strijdig plan": (
        [*RING, consistent_plan(plannaam="Strijdig"), *map(secret, NAMES[:3])], "vertrouwelijk plan ‘Strijdig’",
        {"shapes": [*AROUND, area(0, 0, 100, 100), *APART], "STRIJDIG": "Strijdig"},
    ),
}  # fmt: skip


def test_the_scenarios_are_many():
    assert len(CASES) >= 50


@pytest.mark.parametrize("case", CASES)
def test_what_could_be_inferred_stops_it(case, publish, stopped):
    plans, said, *given = CASES[case]
    more = dict(*given)
    if "PREVIOUS" in more:
        more["PREVIOUS"] = publish(more["PREVIOUS"], folder="vorige")["PACKAGE"]
    if said is None:
        done = publish(plans, **more)
        strijdig = more.get("STRIJDIG")
        mine = [plan for plan in plans if not str(plan["planstatus"]).startswith("5")]
        public = [plan for plan in mine if plan["vertrouwelijk"] is False and plan["plannaam"] != strijdig]
        assert shown(done) == sorted(plan["plannaam"] for plan in public)
        live = [plan for plan in mine if plan not in public and not plan["gerealiseerd"] and not plan["vervallen"]]
        assert sums(done)["bruto_totaal"] == sum(plan["bruto_totaal"] or 0 for plan in live)
    else:
        sentence = stopped(plans, **more)
        assert said in sentence and "DECIDED_BY" in sentence


def test_what_follows_is_decided_about_as_anything_else(publish, stopped, tmp_path):
    """And the decision goes for these figures and borders only."""
    plans, shapes = [*RING, *map(secret, NAMES[:3])], [*AROUND, area(0, 0, 100, 100), *APART[:2]]
    given = {"shapes": shapes, "TOTALS": "Raadsbrief: 140"}
    said = stopped(plans, **given)
    assert "precies de optelling: 60" in said and "het gat daartussen" in said
    decided = {"DECIDED_BY": "A. Bos", "DECISION": "De raad kent het plan.", "DECIDED_ABOUT": mark_in(said)}
    assert "ging niet over wat er nu af te leiden is" in stopped(plans, **given | {"TOTALS": "Raadsbrief: 160"}, **decided)
    assert "ging niet over wat er nu af te leiden is" in stopped(
        plans, **given | {"shapes": [*AROUND[:3], area(0, -60, 100, 50), *shapes[4:]]}, **decided
    )
    done = publish(plans, **given, **decided)
    assert done["REASONS"] == 2
    kept = Path(done["DECISIONS"]).read_text(encoding="utf-8")
    assert "- ‘Raadsbrief’ noemt 140 woningen bruto" in kept and "- Openbare polygonen liggen langs 100%" in kept
    with zipfile.ZipFile(done["PACKAGE"]) as packed:
        assert not [name for name in packed.namelist() if b"Raadsbrief" in packed.read(name)]


def test_a_total_that_cannot_be_read_is_told_before_the_start(stopped):
    assert "‘Raadsbrief 1250’; schrijf waar het staat" in stopped([consistent_plan()], TOTALS="Raadsbrief 1250")


def test_a_named_person_may_decide_otherwise_and_that_is_kept_beside_the_plan_file(publish, stopped, run, refused, tmp_path):
    mark = mark_in(stopped([secret("Een"), consistent_plan()]))
    (tmp_path / "plannen.gpkg").unlink()
    done = publish([secret("Een"), consistent_plan()], DECIDED_BY="A. Bos", DECISION="De raad kent\nhet plan.", DECIDED_ABOUT=mark)
    kept = tmp_path / "plannen_besluiten_VERTROUWELIJK.txt"
    assert (done["REASONS"], done["DECISIONS"]) == (1, str(kept))
    text = kept.read_text(encoding="utf-8")
    assert re.search(
        r"20\d\d, \d\d:\d\d: A\. Bos besluit dat LMVW_openbaar_GM9999_2026-01-01 gepubliceerd mag worden\. Reden: De raad kent het plan\.",
        text,
    )
    assert "- De optelling bestaat uit 1 vertrouwelijk plan" in text
    (tmp_path / "plannen.gpkg").unlink()
    plan_file(tmp_path / "plannen.gpkg", [secret("Twee")])
    given = {"INPUT": str(tmp_path / "plannen.gpkg"), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "FOLDER": str(tmp_path / "uit")}
    mark = mark_in(refused("exportpublic", **given))
    run("exportpublic", **given, DECIDED_BY="C. Dijk", DECISION="Ook goed", DECIDED_ABOUT=mark)
    assert kept.read_text(encoding="utf-8").startswith(text) and "C. Dijk" in kept.read_text(encoding="utf-8")
    with zipfile.ZipFile(done["PACKAGE"]) as packed:
        assert not [name for name in packed.namelist() if b"Bos" in packed.read(name)]


def test_a_decision_about_plans_in_the_public_folder_itself_is_kept_in_the_profile(run, refused, tmp_path):
    path = plan_file(tmp_path / "plannen.gpkg", [secret("Een")])
    given = {"INPUT": str(path), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "FOLDER": str(tmp_path)}
    mark = mark_in(refused("exportpublic", **given))
    done = run("exportpublic", **given, DECIDED_BY="A. Bos", DECISION="Mag", DECIDED_ABOUT=mark)
    assert done["DECISIONS"].startswith(QgsApplication.qgisSettingsDirPath())
    assert left_in(tmp_path) == ["LMVW_openbaar_GM9999_2026-01-01", "LMVW_openbaar_GM9999_2026-01-01.zip", "plannen.gpkg"]


@pytest.mark.parametrize("stops", ["cancelled", "not placed"])
def test_a_version_that_is_not_made_after_all_leaves_no_decision(run, refused, tmp_path, stops, monkeypatch):
    """Where somebody reads later what was decided, nothing was published."""
    path = plan_file(tmp_path / "plannen.gpkg", [secret("Een")])
    (tmp_path / "uit").mkdir()
    given = {"INPUT": str(path), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "FOLDER": str(tmp_path / "uit")}
    given |= {"DECIDED_BY": "A. Bos", "DECISION": "Mag", "DECIDED_ABOUT": mark_in(refused("exportpublic", **given))}
    if stops == "cancelled":
        heard = Listener(cancel_at=50)
        assert run("exportpublic", heard, **given) == {} and "niets veranderd" in heard.textLog()
    else:
        (tmp_path / "uit" / "LMVW_openbaar_GM9999_2026-01-01.zip").mkdir()
        refused("exportpublic", **given)
    assert left_in(tmp_path) == ["plannen.gpkg", "uit"]


# what changed since somebody decided about one confidential plan ‘Een’ of 20 dwellings
CHANGED = {
    "another plan": [secret("Twee")],
    "one more": [secret("Een"), secret("Twee")],
    "other figures": [secret("Een", bruto_totaal=30)],
    "another that adds nothing": [secret("Een"), secret("Vervallen", vervallen=True)],
}


@pytest.mark.parametrize("case", CHANGED)
def test_a_decision_goes_for_what_was_seen_only(case, stopped, tmp_path):
    mark = mark_in(stopped([secret("Een")]))
    (tmp_path / "plannen.gpkg").unlink()
    said = stopped(CHANGED[case], DECIDED_BY="A. Bos", DECISION="Mag", DECIDED_ABOUT=mark)
    assert "besluit van A. Bos ging niet over" in said and "bestaat uit" in said and mark_in(said) != mark


def test_a_decision_about_nothing_is_none(stopped):
    assert "besluit van A. Bos ging niet over" in stopped([secret("Een")], DECIDED_BY="A. Bos", DECISION="Mag")


@pytest.mark.parametrize("half", [{"DECIDED_BY": "A. Bos"}, {"DECISION": "Mag"}])
def test_half_a_decision_is_none(half, stopped):
    assert "Een besluit heeft een naam en een reden" in stopped([secret("Een")], **half)


def test_the_difference_with_what_was_published_is_judged(publish, stopped, tmp_path):
    last = publish([*map(secret, NAMES)], folder="vorige")["PACKAGE"]
    (tmp_path / "plannen.gpkg").unlink()
    sentence = stopped([*map(secret, NAMES), secret("Erbij gekomen", bruto_totaal=21)], PREVIOUS=last)
    assert "verschil met de vorige openbare versie is 21 woningen bij ‘Bruto totaal’: precies plan ‘Erbij gekomen’" in sentence
    (tmp_path / "plannen.gpkg").unlink()
    assert shown(publish([*map(secret, NAMES)], PREVIOUS=last)) == []


def test_a_file_that_is_no_public_version_is_told_before_the_start(stopped, tmp_path):
    other = tmp_path / "vorige.zip"
    other.write_bytes(b"iets anders")
    assert "geen openbaar pakket" in stopped([consistent_plan()], PREVIOUS=str(other))


def test_a_part_of_the_plans_is_never_published(stopped, refused, tmp_path):
    path = plan_file(tmp_path / "deel.gpkg", MIXED)
    layer = QgsVectorLayer(f"{path}|layername=plannen|subset=\"plannaam\" <> 'Geheime haven'", "deel", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert "gaat over alle plannen" in stopped([], INPUT=layer.id())
    layer.setSubsetString("")
    layer.selectByExpression("\"plannaam\" = 'Noord'")
    assert "gaat over alle plannen" in stopped([], INPUT=QgsProcessingFeatureSourceDefinition(layer.id(), True))
    QgsProject.instance().removeMapLayer(layer.id())


def test_what_is_typed_and_not_saved_counts(run, tmp_path):
    path = plan_file(tmp_path / "open.gpkg", [consistent_plan(plannaam="Zuid"), *map(secret, NAMES)])
    layer = QgsVectorLayer(f"{path}|layername=plannen", "open", "ogr")
    QgsProject.instance().addMapLayer(layer)
    (fid,) = (one.id() for one in layer.getFeatures() if one["plannaam"] == "Zuid")
    assert layer.startEditing() and layer.changeAttributeValue(fid, layer.fields().indexOf("vertrouwelijk"), True)
    done = run("exportpublic", INPUT=layer.id(), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path))
    assert shown(done) == [] and sums(done)["bruto_totaal"] == 100
    layer.rollBack()
    QgsProject.instance().removeMapLayer(layer.id())


def test_doubts_are_told_and_hold_nothing(publish):
    heard = Listener()
    publish([secret("Hard nu", planstatus="1A"), *(secret(name, vertrouwelijk=None) for name in NAMES)], feedback=heard)
    log = heard.textLog()
    assert (
        "Geen duidelijk antwoord bij ‘Vertrouwelijk’" in log
        and "mag niet vertrouwelijk zijn (art. 6.a); deze zijn het nog wel: ‘Hard nu’" in log
    )


def test_a_public_plan_without_a_polygon_goes_without(run, tmp_path):
    path = tmp_path / "plannen.gpkg"
    store.create(path, store.PlanFileInfo(MARKERWAARD, PEILDATUM), [
        (QgsGeometry(), consistent_plan(plannaam="Zonder", plan_id="a")), (square(1), consistent_plan(plannaam="Met", plan_id="b")),
    ])  # fmt: skip
    done = run("exportpublic", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path))
    assert {plan["plannaam"]: shape.isNull() for plan, shape in read_plans(done["GPKG"], PLANS)} == {"Met": False, "Zonder": True}


def test_labels_that_cannot_be_read_make_no_plan_public(refused, tmp_path):
    path = plan_file(tmp_path / "plannen.gpkg", [consistent_plan(plannaam="Zuid"), *map(secret, NAMES)])
    confidential_table.label(path, ["11111111-0000-4000-8000-000000000000"], True, "A. Bos", "2026-01-05 10:00")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE lmvw_vertrouwelijk RENAME COLUMN soort TO anders")
    said = refused("exportpublic", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path))
    assert "niet te lezen welke plannen de provincie strijdig noemt" in said and left_in(tmp_path) == ["plannen.gpkg"]


def test_a_copy_of_a_strijdig_plan_is_strijdig_wherever_it_stands_in_the_file(run, tmp_path):
    path = tmp_path / "plannen.gpkg"
    labelled, copy = consistent_plan(plannaam="Strijdig", plan_id="een"), consistent_plan(plannaam="Kopie", plan_id="twee")
    store.create(path, store.PlanFileInfo(MARKERWAARD, PEILDATUM), [
        (square(1), copy), (square(1), labelled), (square(1), {**copy, "plan_id": "drie"}), (square(2), consistent_plan(plannaam="Zuid", plan_id="vier")),
    ])  # fmt: skip
    confidential_table.label(path, ["een"], True, "A. Bos", "2026-01-05 10:00")
    done = run("exportpublic", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path))
    assert shown(done) == ["Zuid"] and sums(done)["bruto_totaal"] == 60


@pytest.mark.parametrize("limit", [{"FEWEST": 1}, {"MOST": 100}, {"BORDER": 100}])
def test_limits_that_would_stop_nothing_are_refused(stopped, limit):
    name = next(iter(limit))
    assert name in stopped([secret("Een")], **limit)
