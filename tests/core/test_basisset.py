# SPDX-License-Identifier: GPL-2.0-or-later
"""The one statement of the Basisset: complete, explained, and it adds up."""

import pytest

from lmvw_plugin.core.basisset import fields as b
from tests.conftest import PEILDATUM

YEARS = [f"jaar{number:02d}" for number in range(1, 11)] + ["periode1", "periode2"]

# the interface page, in its order
COLUMNS = """plan_id plannummer plannaam gemeente_code gemeente_naam vertrouwelijk plantype planstatus gerealiseerd vervallen
bruto_totaal sloop_totaal {bruto} {sloop} meergezins eengezins woningtype_onbekend tijdelijk nultreden nultreden_geclusterd
zorggeschikt ouderen_overig geclusterd_55plus zorg_55plus koop_betaalbaar huur_sociaal_corporatie huur_midden_corporatie
huur_sociaal_markt huur_sociaal_markt_25jaar huur_midden_markt huur_midden_markt_10jaar prijs_overig prijs_onbekend
toelichting""".format(bruto=" ".join(f"bruto_{year}" for year in YEARS), sloop=" ".join(f"sloop_{year}" for year in YEARS)).split()

# The table of the domain page: type and need of each field.
NEEDS = {
    "plannummer": ("tekst", "O"), "plannaam": ("tekst", "V"), "gemeente_code": ("code", "V"), "gemeente_naam": ("tekst", "V"),
    "vertrouwelijk": ("ja/nee", "V*"), "provincie_aggregeert": ("ja/nee", "O"), "plantype": ("code", "V*"), "planstatus": ("code", "V*"),
    "gerealiseerd": ("ja/nee", "V"), "vervallen": ("ja/nee", "V"), "bruto_totaal": ("aantal", "V*"), "sloop_totaal": ("aantal", "V*"),
    "netto_totaal": ("aantal", "A"), **{f"bruto_{year}": ("aantal", "V*") for year in YEARS},
    **{f"sloop_{year}": ("aantal", "O") for year in YEARS},
    **dict.fromkeys((
        "meergezins", "eengezins", "woningtype_onbekend", "tijdelijk", "nultreden", "nultreden_geclusterd", "zorggeschikt", "ouderen_overig",
        "koop_betaalbaar", "huur_sociaal_corporatie", "huur_midden_corporatie", "huur_sociaal_markt", "huur_sociaal_markt_25jaar",
        "huur_midden_markt", "huur_midden_markt_10jaar", "prijs_overig", "prijs_onbekend"), ("aantal", "V*")),
    "geclusterd_55plus": ("ja/nee", "indien > 0"), "zorg_55plus": ("ja/nee", "indien > 0"), "toelichting": ("tekst", "O"),
    "plan_id": ("id", "V"),
}  # fmt: skip


def test_columns_are_those_of_the_interface():
    names = [field.name for field in b.COLUMNS]
    assert len(names) == len(set(names)) == len(COLUMNS) == 56
    assert set(names) == set(COLUMNS)


def test_every_field_of_the_domain_page_stands_once_with_its_type_and_need():
    assert len(b.FIELDS) + len(b.OWN_FIELDS) == len(b.BY_NAME)
    assert {field.name: (field.kind.value, field.need.value) for field in b.FIELDS} == NEEDS


@pytest.mark.parametrize("field", b.FIELDS, ids=lambda field: field.name)
def test_a_field_has_label_definition_and_source(field):
    assert field.label[0].isupper() or field.label.startswith("waarvan ")
    assert len(field.definition) > 20
    assert field.definition.endswith(".")
    assert field.source.startswith(("Basisset 2.0", "Dataprotocol art.", "Invultip", "Gemeentelijke indeling CBS", "Planbestand"))
    assert (field.codes is not None) == (field.kind is b.Kind.CODE)


def test_titles_tell_every_field_apart():
    titles = [field.title_at(PEILDATUM) for field in b.FIELDS]
    assert len(set(titles)) == len(titles)
    assert b.BY_NAME["zorggeschikt"].title_at(None) == "Nultredenwoningen, waarvan geclusterd, waarvan zorggeschikt"


def test_phasing_has_ten_years_and_two_periods_with_their_real_years():
    assert b.phasing("bruto_totaal") == tuple(f"bruto_{year}" for year in YEARS)
    assert b.phasing("sloop_totaal") == tuple(f"sloop_{year}" for year in YEARS)
    expected = [f"bruto_{year}" for year in range(2026, 2036)] + ["bruto_2036_2040", "bruto_2041_2045"]
    assert [b.BY_NAME[name].column_at(PEILDATUM) for name in b.phasing("bruto_totaal")] == expected
    assert b.BY_NAME["sloop_jaar03"].label_at(PEILDATUM) == "Sloop 2028"
    assert b.BY_NAME["sloop_periode1"].label_at(PEILDATUM) == "Sloop 2036 t/m 2040"
    assert b.BY_NAME["sloop_jaar03"].label_at(None) == "Sloop jaar 3"
    delivered = [field.column_at(PEILDATUM) for field in b.COLUMNS]
    assert len(set(delivered)) == len(delivered)


def test_sums_are_those_of_rules_a2_to_a5():
    assert {total.rule: (total.total, set(total.parts), total.only_when_used) for total in b.SUMS} == {
        "A2": ("bruto_totaal", {f"bruto_{year}" for year in YEARS}, False),
        "A3": ("sloop_totaal", {f"sloop_{year}" for year in YEARS}, True),
        "A4": ("bruto_totaal", {"meergezins", "eengezins", "woningtype_onbekend"}, False),
        "A5": (
            "bruto_totaal",
            {"koop_betaalbaar", "huur_sociaal_corporatie", "huur_midden_corporatie", "huur_sociaal_markt", "huur_midden_markt",
             "prijs_overig", "prijs_onbekend"},
            False,
        ),
    }  # fmt: skip


def test_parts_are_those_of_rule_a6():
    assert {(limit.parts, limit.whole) for limit in b.AT_MOST} == {
        (("tijdelijk",), "bruto_totaal"),
        (("zorggeschikt",), "nultreden_geclusterd"),
        (("nultreden_geclusterd",), "nultreden"),
        (("nultreden", "ouderen_overig"), "bruto_totaal"),
        (("huur_sociaal_markt_25jaar",), "huur_sociaal_markt"),
        (("huur_midden_markt_10jaar",), "huur_midden_markt"),
    }


def test_names_that_refer_to_fields_exist():
    for field in b.FIELDS:
        for other in (field.part_of, field.explains, field.phase and field.phase.total):
            assert other is None or b.BY_NAME[other].kind is b.Kind.COUNT
    assert (b.LAYER, b.GEOMETRY, b.CRS) == ("plannen", "geom", "EPSG:28992")
