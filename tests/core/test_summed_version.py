# SPDX-License-Identifier: GPL-2.0-or-later
"""The one sum of all plans, which a researcher may publish (geheimhoudingsverklaring of the Dataprotocol, A.1), and what could be inferred from it."""

from dataclasses import fields as fields_of

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.confidential.dividing import make_public, make_summed, total
from lmvw_plugin.core.confidential.inference import Known, reasons
from lmvw_plugin.core.confidential.page import page
from lmvw_plugin.core.confidential.public import PLANS, WHOLE, SummedVersion
from lmvw_plugin.core.confidential.sheets import sheets
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

PUBLIC = [consistent_plan(plannaam="Zuid"), consistent_plan(plannaam="Noord", gerealiseerd=True)]
SECRET = [consistent_plan(plannaam=name, vertrouwelijk=True, planstatus="3") for name in ("Haven", "Kade", "Dok")]
HOME = [consistent_plan(plannaam="Thuis", planstatus="5A")]


def summed(plans):
    return make_summed(plans, MARKERWAARD, PEILDATUM)


def of(version):
    return dict(zip((field.name for field in b.COUNTS), version.total, strict=True))


def test_all_plans_count_but_not_the_own_administration_or_what_is_finished():
    version = summed([*PUBLIC, *SECRET, *HOME])
    assert of(version)["bruto_totaal"] == 80 and version.name == "LMVW_opgeteld_GM9999_2026-01-01"
    public = make_public([*PUBLIC, *SECRET, *HOME], lambda _: None, MARKERWAARD, PEILDATUM)
    assert version.total == tuple(map(sum, zip(public.total, total(PUBLIC), strict=True)))


def test_there_is_no_place_for_a_plan():
    assert {one.name for one in fields_of(SummedVersion)} == {"gemeente", "peildatum", "total"}
    assert SummedVersion.plans == ()


def test_whatever_is_confidential_or_not_is_the_same():
    secret = [{**plan, "vertrouwelijk": True, "plannaam": "Anders"} for plan in PUBLIC]
    assert summed([*PUBLIC, *SECRET]) == summed([*SECRET, *secret])


def test_sheets_and_page_have_the_sum_its_text_and_no_plan():
    version = summed([*PUBLIC, *SECRET])
    assert list(sheets(version)) == ["over_dit_bestand", WHOLE] and PLANS not in sheets(version)
    text = page(version, None)
    assert "onderdeel van de optelling van alle gemeentelijke woningbouwplannen, zowel de vertrouwelijke als openbare" in text
    assert "alle plannen, opgeteld" in text and "samen</td>" not in text and "vertrouwelijk, opgeteld" not in text
    assert not [plan["plannaam"] for plan in (*PUBLIC, *SECRET) if plan["plannaam"] in text]
    assert "VERTROUWELIJK" not in text


def test_what_goes_for_the_sum_of_the_confidential_plans_goes_here():
    """Whoever knows the public plans, which is everybody, knows that sum too (art. 13.d)."""
    assert reasons([*PUBLIC, *SECRET], whole=True) == []
    (few,) = reasons([*PUBLIC, *SECRET[:2]], whole=True)
    assert "2 vertrouwelijke plannen" in few
    assert reasons(PUBLIC, whole=True) == [], "nothing confidential"


def test_a_name_that_nobody_sees_tells_nothing():
    plans = [consistent_plan(plannaam="Bij de Haven"), *SECRET]
    assert len(reasons(plans)) == 1 and reasons(plans, whole=True) == []


def test_the_difference_with_the_previous_sum_is_of_all_plans():
    large = {**SECRET[0], "plannaam": "Groot", "bruto_totaal": 33}
    before = of(summed([*PUBLIC, *SECRET]))
    assert "precies plan ‘Groot’" in reasons([*PUBLIC, *SECRET, large], Known(before), whole=True)[0]
    assert (
        reasons([*PUBLIC, *SECRET, consistent_plan(plannaam="Oost", bruto_totaal=33, sloop_totaal=9)], Known(before), whole=True) == []
    ), "everybody knows that one"
