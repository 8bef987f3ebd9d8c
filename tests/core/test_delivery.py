# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes out: which plans, with which values, under which name."""

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.delivering import delivery as d
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

NAMES = [field.name for field in b.COLUMNS]


def deliver(*plans, peildatum=PEILDATUM):
    return d.make_delivery(plans, MARKERWAARD, peildatum)


def as_plans(delivery):
    return [dict(zip(NAMES, row, strict=True)) for row in delivery.rows]


def test_a_live_plan_goes_complete_and_unchanged():
    plan = consistent_plan(vertrouwelijk=True, planstatus="4A", toelichting="Uitleg.")
    assert as_plans(deliver(plan)) == [plan]


def test_5a_and_5b_stay_home_and_the_others_keep_their_place():
    delivery = deliver(*(consistent_plan(plannaam=status, planstatus=status) for status in ("5A", "1A", "5B", "3")))
    assert [plan["plannaam"] for plan in as_plans(delivery)] == ["1A", "3"]
    assert delivery.indexes == (1, 3)
    assert d.totals(delivery)["bruto_totaal"] == 40


@pytest.mark.parametrize("which", ["gerealiseerd", "vervallen"])
def test_a_finished_plan_goes_with_name_and_polygon_only(which):
    (plan,) = as_plans(deliver(consistent_plan(**{which: True, "plannummer": "7"})))
    assert {name for name, value in plan.items() if value is not None} == {
        "plan_id", "plannummer", "plannaam", "gemeente_code", "gemeente_naam", "vertrouwelijk", "gerealiseerd", "vervallen",
    }  # fmt: skip
    assert plan[which] is True
    assert d.totals(deliver(consistent_plan(**{which: True})))["bruto_totaal"] == 0


def test_names_of_package_and_columns_carry_the_date():
    delivery = deliver(consistent_plan(), peildatum=Peildatum.parse("2026-07-01"))
    assert delivery.name == "LMVW_GM9999_2026-07-01"
    assert "bruto_2026" in delivery.columns
    assert "sloop_2041_2045" in delivery.columns
    assert not [name for name in delivery.columns if "jaar0" in name or "periode" in name]
    assert len(set(delivery.columns)) == len(b.COLUMNS)


def test_totals_do_not_count_answers_as_dwellings():
    delivery = deliver(consistent_plan(), consistent_plan(bruto_totaal=None))
    assert d.totals(delivery)["bruto_totaal"] == 20
    assert d.totals(delivery)["sloop_totaal"] == 8
    assert set(d.totals(delivery)) == {field.name for field in b.COUNTS}


@pytest.mark.parametrize(("name", "value", "text"), [
    ("vertrouwelijk", True, "ja"), ("vertrouwelijk", False, "nee"), ("vertrouwelijk", None, None), ("planstatus", "2A", "2A"),
    ("plantype", "uitbreiding_uitleg", "Uitbreiding uitleg"), ("plantype", None, None), ("bruto_totaal", 0, 0), ("bruto_totaal", None, None),
    ("plannaam", "verdichting", "verdichting"),
])  # fmt: skip
def test_shown_as_a_person_reads_it(name, value, text):
    assert d.shown(b.BY_NAME[name], value) == text


def test_readme_says_what_is_inside():
    text = d.readme(deliver(consistent_plan(), consistent_plan(vervallen=True), consistent_plan(planstatus="5A")), "9.8.7")
    assert "Markerwaard (GM9999)" in text
    assert "1 januari 2026 (voorjaarslevering, extractie 1 april 2026)" in text
    assert "2, waarvan 1 gerealiseerd of vervallen" in text
    assert "20 woningen, sloop: 4 woningen" in text
    assert "LMVW Woningbouwplannen 9.8.7" in text
    assert not {"{", "}"} & set(text)
    for name in (d.GPKG, d.XLSX, d.REPORT, d.MANIFEST):
        assert name in text


def test_readme_says_one_as_one():
    text = d.readme(deliver(consistent_plan(bruto_totaal=1, sloop_totaal=0)), "1")
    assert "Bruto:      1 woning, sloop: 0 woningen" in text
