# SPDX-License-Identifier: GPL-2.0-or-later
"""What the province passes on to the national steward: plan by plan, or summed where a municipality chose that; and no broken package."""

import html
import random
import re
import tracemalloc
import zipfile
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.confidential.steward import AT_TOWN_HALL, passed_on
from lmvw_plugin.core.confidential.steward_report import Received
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.layers.files import take_place
from lmvw_plugin.layers.geopackage import settle
from lmvw_plugin.layers.publishing import steward
from lmvw_plugin.layers.publishing.steward import PACKAGES
from lmvw_plugin.layers.receiving.received import Content, Head, head_of
from tests.conftest import MARKERWAARD, PEILDATUM, left_in, polygon_layer
from tests.packages import (
    OTHER,
    changed,
    nested,
    of,
    place_of,
    remade,
    sent,
    with_a_database_that_is_broken,
    with_a_stranger,
    with_a_stream_that_is_none,
    with_counts_as_text,
)
from tests.secrets import found

SECRET = {"vertrouwelijk": True, "planstatus": "3"}
PLANS = [of(MARKERWAARD, "Zuid"), of(MARKERWAARD, "Geheime haven", **SECRET), of(MARKERWAARD, "Stille kade", **SECRET)]
OTHERS = [of(OTHER, "Noord"), of(OTHER, "Verborgen dok", **SECRET, toelichting="over het dok")]


@pytest.fixture
def send(tmp_path, provider):
    """Makes a package as a municipality would, in the province's folder."""
    return partial(sent, tmp_path)


@pytest.fixture
def pass_on(run, tmp_path):
    def go(**more):
        (tmp_path / "uit").mkdir(exist_ok=True)
        return run("exportsteward", INPUT=str(tmp_path / "in"), FOLDER=str(tmp_path / "uit"), **more)

    return go


def plans_in(done):
    layer = QgsVectorLayer(f"{done['OUTPUT']}|layername=plannen", "x", "ogr")
    assert layer.isValid() and layer.crs().authid() == "EPSG:28992"
    return [
        ({name: value or None for name, value in zip(layer.fields().names(), one.attributes(), strict=True)}, one.geometry())
        for one in layer.getFeatures()
    ]


def packages_in(done):
    """What the province's own report says of each package; the set names those that are in it, and says nothing of another."""
    page = Path(done["REPORT"]).read_text(encoding="utf-8")
    cells = [
        [html.unescape(re.sub("<[^>]*>", "", cell)) for cell in re.findall("<td.*?</td>", row, re.DOTALL)] for row in page.split("<tr>")
    ]
    told = {row[0]: row[-1] for row in cells if len(row) == 5}
    layer = QgsVectorLayer(f"{done['OUTPUT']}|layername={PACKAGES}", "x", "ogr")
    assert layer.fields().names()[1:] == ["pakket", "gemeente", "peildatum", "plannen", "opgeteld"]
    assert {one["pakket"] for one in layer.getFeatures()} == {name for name, said in told.items() if "Niet opgenomen" not in said}
    return told


def test_each_plan_goes_as_it_is(send, pass_on, tmp_path):
    sent = [send(PLANS, MARKERWAARD), send(OTHERS, OTHER, aggregates=False)]
    before = [path.read_bytes() for path in sent]
    done = pass_on()
    assert (done["PLANS"], done["MERGED"], done["REFUSED"]) == (5, 2, 0)
    named = {plan["plannaam"]: (plan, shape) for plan, shape in plans_in(done)}
    assert set(named) == {"Zuid", "Geheime haven", "Stille kade", "Noord", "Verborgen dok"}
    plan, shape = named["Verborgen dok"]
    assert (plan["planstatus"], plan["bruto_totaal"], plan["bruto_2026"], plan["toelichting"]) == ("3", 20, 8, "over het dok")
    assert shape.asWkt() == place_of(1).asWkt()
    assert left_in(tmp_path / "uit") == ["LMVW_landelijk_VERTROUWELIJK.gpkg", "LMVW_landelijk_VERTROUWELIJK.html"]
    assert "VERTROUWELIJK" in (tmp_path / "uit" / "LMVW_landelijk_VERTROUWELIJK.html").read_text(encoding="utf-8")
    assert [path.read_bytes() for path in sent] == before


def test_who_chose_aggregation_has_one_summed_plan_at_the_town_hall(send, pass_on, tmp_path):
    send(PLANS, MARKERWAARD, aggregates=True)
    send(OTHERS, OTHER)
    hall = polygon_layer([{"gemeente_code": "GM9999"}])
    expected = next(hall.getFeatures()).geometry()
    done = pass_on(TOWN_HALLS=hall)
    plans = plans_in(done)
    assert {plan["plannaam"] for plan, _ in plans} == {"Zuid", None, "Noord", "Verborgen dok"}
    ((summed, shape),) = [(plan, shape) for plan, shape in plans if plan["plannaam"] is None]
    assert (summed["planstatus"], summed["plannummer"], summed["plan_id"], summed["plantype"], summed["toelichting"]) == (None,) * 5
    assert (summed["bruto_totaal"], summed["sloop_totaal"], summed["bruto_2026"], summed["gemeente_code"]) == (40, 8, 16, "GM9999")
    assert summed["vertrouwelijk"] is True and shape.equals(expected)
    names = ["Geheime haven", "Stille kade"]
    points = [(point.x(), point.y()) for n in (1, 2) for point in place_of(n).vertices()]
    own = {(point.x(), point.y()) for n in (0, 1) for point in place_of(n).vertices()}  # of plans that do go, Noord and Verborgen dok
    for path in (tmp_path / "uit").iterdir():
        assert found(path.read_bytes(), names, [point for point in points if point not in own], path.name) == []


def test_without_a_town_hall_a_sum_goes_nowhere(send, pass_on):
    send(PLANS, MARKERWAARD, aggregates=True)
    send(OTHERS, OTHER)
    done = pass_on()
    assert (done["MERGED"], done["REFUSED"]) == (1, 1)
    assert "gemeentehuis" in packages_in(done)["LMVW_GM9999_2026-01-01.zip"]
    assert {plan["gemeente_code"] for plan, _ in plans_in(done)} == {"GM0396"}


BROKEN = {
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:-300]), "beschadigd"),
    "no zip": (lambda path: path.write_bytes(b"geen zip"), "geen pakket van een levering"),
    "empty": (lambda path: path.write_bytes(b""), "geen pakket van een levering"),
    "a file changed": (changed, "LEESMIJ.txt"),
    "a file more": (with_a_stranger, "erbij.txt"),
    "a byte turned": (
        lambda path: path.write_bytes(bytes(byte ^ 255 if at == 4000 else byte for at, byte in enumerate(path.read_bytes()))), "beschadigd",
    ),
    "a stream that is none": (with_a_stream_that_is_none, "beschadigd"),
    "endlessly many plans": (lambda path: remade(path, plannen=float("inf")), "beschadigd"),
    "a bomb": (lambda path: remade(path, more={"bom.txt": bytes(3 << 20)}), "geen pakket van een levering"),
    "a crowd": (lambda path: remade(path, more={f"{n}.txt": b"" for n in range(1001)}), "geen pakket van een levering"),
    "a manifest without end": (lambda path: remade(path, meer=random.Random(1).randbytes(3 << 20).hex()), "geen pakket van een levering"),
    "a manifest like a nest": (nested, "geen pakket van een levering"),
    "a part": (lambda path: remade(path, niet_meegeleverd={"plannen": 2, "door": ["een filter"]}), "een deel van de plannen"),
    "a word for a count": (lambda path: remade(path, "UPDATE plannen SET bruto_totaal = 'twaalf' WHERE fid = 2"), "rij 2"),
    "counts as text": (with_counts_as_text, "‘bruto_totaal’"),
    "a broken database": (with_a_database_that_is_broken, "is beschadigd of heeft andere dan gewone lagen"),
    "a count below nothing": (lambda path: remade(path, "UPDATE plannen SET bruto_totaal = -5 WHERE fid = 2"), "‘bruto_totaal’"),
}  # fmt: skip


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_package_is_a_row_with_its_reason(how, send, pass_on):
    broken, said = BROKEN[how]
    broken(send(PLANS, MARKERWAARD))
    send(OTHERS, OTHER)
    done = pass_on()
    assert (done["MERGED"], done["REFUSED"], done["PLANS"]) == (1, 1, 2)
    assert said in packages_in(done)["LMVW_GM9999_2026-01-01.zip"]


def test_of_two_packages_of_a_municipality_the_last_goes_and_of_two_peildata_the_last(send, pass_on, tmp_path):
    send(PLANS, MARKERWAARD, moment=datetime(2026, 4, 1)).rename(tmp_path / "in" / "eerst.zip")
    send(PLANS[:1], MARKERWAARD, moment=datetime(2026, 4, 2))
    send(OTHERS, OTHER, peildatum=Peildatum.parse("2025-07-01"))
    done = pass_on()
    reasons = packages_in(done)
    assert "later gemaakt" in reasons["eerst.zip"] and "peildatum is 2025-07-01" in reasons["LMVW_GM0396_2025-07-01.zip"]
    assert [plan["plannaam"] for plan, _ in plans_in(done)] == ["Zuid"]


def test_a_set_that_was_there_is_kept(send, pass_on, tmp_path):
    send(PLANS, MARKERWAARD)
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "LMVW_landelijk_VERTROUWELIJK.gpkg").write_bytes(b"van mij")
    pass_on()
    kept = [path for path in (tmp_path / "uit").glob("*.gpkg") if path.read_bytes() == b"van mij"]
    assert len(kept) == 1 and len(left_in(tmp_path / "uit")) == 3


def test_a_file_of_the_user_beside_the_set_stays(send, pass_on, tmp_path):
    """While a set was made it had a name of its own in the chosen folder, whatever was there under that name."""
    send(PLANS, MARKERWAARD)
    (tmp_path / "uit").mkdir(exist_ok=True)
    mine = tmp_path / "uit" / "LMVW_landelijk_VERTROUWELIJK_nieuw.gpkg"
    mine.write_bytes(b"van mij")
    done = pass_on()
    assert Path(done["OUTPUT"]).parent == mine.parent and mine.read_bytes() == b"van mij"


@pytest.mark.parametrize("filled", [False, True])
def test_nothing_to_pass_on_is_told_and_leaves_nothing(filled, refused, tmp_path, provider):
    (tmp_path / "in").mkdir()
    (tmp_path / "uit").mkdir()
    if filled:
        (tmp_path / "in" / "iets.zip").write_bytes(b"geen zip")
    said = refused("exportsteward", INPUT=str(tmp_path / "in"), FOLDER=str(tmp_path / "uit"))
    assert ("iets.zip" if filled else "staat geen zip") in said
    assert left_in(tmp_path / "uit") == []


def test_a_plan_of_the_own_administration_or_of_another_municipality_is_not_passed_on():
    with pytest.raises(LmvwError, match="eigen administratie"):
        passed_on([of(MARKERWAARD, "Thuis", planstatus="5A")], MARKERWAARD, False)
    with pytest.raises(LmvwError, match="andere gemeente"):
        passed_on([of(OTHER, "Elders")], MARKERWAARD, False)


_NAMES = ["Geheim & <Haven>", "=CMD('x')", "Ünïcode Zuid", "Nieuw-Oost; DROP TABLE plannen", " Randgeval ", "日本の計画", "a" * 300]
_SUMMED = st.fixed_dictionaries({name: st.integers(0, 90) for name in ("bruto_totaal", "sloop_totaal", "meergezins", "bruto_jaar01")})


def written_set(plans, shapes, path):
    """The bytes of a set with one package of a municipality that chose a sum, and its passed rows."""
    head = Head(Path("in.zip"), MARKERWAARD, PEILDATUM, "2026-04-01", len(plans), True, "1.0", {})
    one = steward.passed(head, Content(plans, shapes, True, None), {MARKERWAARD.code: place_of(99).asWkb().data()}, ())
    path.unlink(missing_ok=True)
    steward._write(
        path, [one], [Received("in.zip", "Markerwaard", "2026-01-01", plans=len(one.passed.rows), summed=one.passed.summed)], PEILDATUM
    )
    steward._verify(path, [one], PEILDATUM)
    settle(path)
    return path.read_bytes(), one.passed


@settings(max_examples=200)
@given(counts=st.lists(_SUMMED, min_size=1, max_size=3), chance=st.randoms(use_true_random=False))
def test_other_confidential_plans_with_the_same_sums_change_no_byte_of_the_set(counts, chance, tmp_path_factory):
    """Permuted, renamed, moved, split and replaced: of who chose a sum the set has one plan, whatever it is made of."""
    folder, zero = tmp_path_factory.getbasetemp(), {field.name: 0 for field in b.COUNTS}
    shown = [(of(MARKERWAARD, name, plan_id=name), place_of(n).asWkb().data()) for n, name in enumerate(("Zuid", "Noord"))]
    before = [(of(MARKERWAARD, f"Geheim {at}", **SECRET, **zero | one), place_of(at).asWkb().data()) for at, one in enumerate(counts)]
    after = []
    for one in counts:
        left = {name: chance.randint(0, count) for name, count in one.items()}
        for part in (left, {name: one[name] - left[name] for name in one}) if chance.random() < 0.7 else (one,):
            name, shape = chance.choice(_NAMES), place_of(chance.randint(0, 90)).asWkb().data()
            odd = {
                "vertrouwelijk": chance.choice([True, None]),
                "planstatus": chance.choice(["3", "4A"]),
                "toelichting": name,
                "plan_id": name,
            }
            after.append((of(MARKERWAARD, name, **odd, **zero | part), shape))
    after.append((of(MARKERWAARD, "Vervallen", **SECRET, vervallen=True), place_of(5).asWkb().data()))
    mixed = list(after)
    chance.shuffle(mixed)
    for pair in reversed(shown):  # what is public keeps its order; the others lie anywhere between
        mixed.insert(chance.randint(0, len(mixed) if pair is shown[-1] else mixed.index(shown[-1])), pair)
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-04-01T00:00:00.000Z")
    try:
        (first, passed), (second, _) = (
            written_set(*map(list, zip(*pairs, strict=True)), folder / "set.gpkg") for pairs in ([*shown, *before], mixed)
        )
    finally:
        gdal.SetConfigOption("OGR_CURRENT_DATE", None)
    assert passed.indexes[-1] == AT_TOWN_HALL and first == second


def test_who_chose_no_sum_has_each_plan_in_the_set():
    plans = [of(MARKERWAARD, "Zuid"), of(MARKERWAARD, "Geheim", **SECRET)]
    assert passed_on(plans, MARKERWAARD, False).indexes == (0, 1) and passed_on(plans, MARKERWAARD, True).indexes == (0, AT_TOWN_HALL)


def test_who_stops_while_a_package_is_verified_need_not_wait_for_its_end(send):
    path = send(PLANS, MARKERWAARD)
    remade(path, more={"lang.bin": random.Random(1).randbytes(40 << 20)})
    looks = []

    class Impatient(Silent):
        def isCanceled(self):  # noqa: N802  # QGIS's name
            looks.append(1)
            return len(looks) > 4

    with pytest.raises(Cancelled):
        head_of(path, Impatient())
    assert len(looks) == 5


def test_a_file_that_lies_about_its_size_is_not_unpacked_in_memory(send):
    path = send(PLANS, MARKERWAARD)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("manifest.json", bytes(96 << 20))
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\1\2") + 24
    content[at : at + 4] = (50).to_bytes(4, "little")
    path.write_bytes(content)
    tracemalloc.start()
    try:
        with pytest.raises(LmvwError, match="beschadigd"):
            head_of(path, Silent())
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


def test_a_realised_plan_whose_confidentiality_is_not_told_is_told_to_be_realised():
    done = of(MARKERWAARD, "Klaar", gerealiseerd=True, vertrouwelijk=None)
    passed = passed_on([done, *PLANS[1:]], MARKERWAARD, True)
    assert (passed.indexes, passed.summed) == ((0, AT_TOWN_HALL), 2)
    hidden = of(MARKERWAARD, "Nooit", vervallen=True, vertrouwelijk=None)
    assert passed_on([hidden, *PLANS], MARKERWAARD, True).summed == 3


def test_one_package_of_another_peildatum_keeps_nobody_else_out(send, pass_on, refused, tmp_path):
    send(PLANS, MARKERWAARD)
    send(OTHERS, OTHER)
    early = gemeente("GM0034")
    name = send([of(early, "Vroeg")], early, peildatum=Peildatum.parse("2027-01-01")).name
    done = pass_on()
    assert (done["MERGED"], done["REFUSED"]) == (2, 1) and "peildatum is 2027-01-01" in packages_in(done)[name]
    done = pass_on(PEILDATUM="2027-01-01")
    assert (done["MERGED"], done["REFUSED"]) == (1, 2)
    assert "Geen enkel pakket" in refused("exportsteward", INPUT=str(tmp_path / "in"), FOLDER=str(tmp_path / "uit"), PEILDATUM="2028-01-01")


def test_what_the_province_calls_strijdig_goes_as_confidential(send, pass_on):
    send(PLANS, MARKERWAARD)
    send(OTHERS, OTHER)
    done = pass_on(STRIJDIG="GM9999  zuid \n\n gm0396 Noord")
    assert {plan["plannaam"]: plan["vertrouwelijk"] for plan, _ in plans_in(done)} == dict.fromkeys(
        ["Zuid", "Geheime haven", "Stille kade", "Noord", "Verborgen dok"], True
    )


def test_what_is_strijdig_goes_in_the_sum_of_who_chose_that(send, pass_on):
    send([*PLANS, of(MARKERWAARD, "Open")], MARKERWAARD, aggregates=True)
    done = pass_on(TOWN_HALLS=polygon_layer([{"gemeente_code": "GM9999"}]), STRIJDIG="GM9999 99991111-0000-4000-8000-000000000000")
    plans = {plan["plannaam"]: plan for plan, _ in plans_in(done)}
    assert set(plans) == {"Open", None} and plans[None]["bruto_totaal"] == 60


@pytest.mark.parametrize("line, said", [
    ("GM9999 Zuit", "‘Zuit’ van GM9999"), ("GM0396 Zuid", "‘Zuid’ van GM0396"), ("GM9999", "‘GM9999’"), ("GM1 Zuid", "‘GM1’"),
])  # fmt: skip
def test_a_label_of_no_plan_stops_the_set(line, said, send, refused, tmp_path):
    send(PLANS, MARKERWAARD)
    (tmp_path / "uit").mkdir()
    assert said in refused("exportsteward", INPUT=str(tmp_path / "in"), FOLDER=str(tmp_path / "uit"), STRIJDIG=line)
    assert left_in(tmp_path / "uit") == []


def test_a_set_that_cannot_have_its_name_leaves_the_one_that_was_there(tmp_path):
    target = tmp_path / "set.gpkg"
    target.write_bytes(b"van mij")
    with pytest.raises(LmvwError, match="kan niet vervangen worden"):
        take_place(tmp_path / "weg.gpkg", target)
    assert left_in(tmp_path) == ["set.gpkg"] and target.read_bytes() == b"van mij"


def test_a_label_of_no_plan_is_told_before_the_work(send, refused, tmp_path, monkeypatch):
    """A name that was mistyped cost half an hour with the packages of a province."""
    send(PLANS, MARKERWAARD)
    send(OTHERS, OTHER)
    read, content_of = [], steward.content_of

    def remember(head, feedback):
        read.append(head.gemeente.code)
        return content_of(head, feedback)

    monkeypatch.setattr(steward, "content_of", remember)
    (tmp_path / "uit").mkdir()
    assert "‘Zuit’" in refused("exportsteward", INPUT=str(tmp_path / "in"), FOLDER=str(tmp_path / "uit"), STRIJDIG="GM9999 Zuit")
    assert read == ["GM9999"]


def test_a_set_that_cannot_have_its_name_is_kept_under_another_and_told(send, pass_on, refused, monkeypatch, tmp_path):
    """On Windows a set that is open in QGIS takes no other name; to make a new one took a while."""
    send(PLANS, MARKERWAARD)
    target = Path(pass_on()["OUTPUT"])
    before, replace = target.read_bytes(), Path.replace

    def held(path, *given):
        if path == target:
            raise PermissionError(13, "in gebruik")
        return replace(path, *given)

    monkeypatch.setattr(Path, "replace", held)
    said = refused("exportsteward", INPUT=str(tmp_path / "in"), FOLDER=str(target.parent))
    (kept,) = (path for path in target.parent.iterdir() if "_bewaard_" in path.name)
    assert str(kept) in said and target.read_bytes() == before
    assert {plan["plannaam"] for plan in QgsVectorLayer(f"{kept}|layername=plannen", "x", "ogr").getFeatures()} == {
        "Zuid", "Geheime haven", "Stille kade",
    }  # fmt: skip
