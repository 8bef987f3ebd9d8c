# SPDX-License-Identifier: GPL-2.0-or-later
"""Every definition has the words of the official text that decide what counts, and says nothing shorter than that."""

import re

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import code_list
from tests.conftest import ROOT

SOURCES = ROOT.parent / "shared" / "bronnen"
SHORT = 110  # characters: a tip beside a label

# The deciding words per field and code, as they stand in the Basisset 2.0, the Dataprotocol or the Invultips.
RENT = ["geïndexeerd met de inflatie"]
MIDDLE = ["1.157,95 euro", "lager of gelijk aan", "voor 1 januari 2028", "opslag van 10%", "ongeacht het aantal WWS punten", *RENT]
WORDS = {
    "plannaam": ["exact hetzelfde"],
    "vertrouwelijk": ["niet vertrouwelijk", "zachte planstatus", "omwonenden bekend zijn"],
    "provincie_aggregeert": ["geaggregeerd"],
    "plantype": ["het meest dominant is binnen het"],
    "planstatus": ["1A tot en met 4B", "gemeentelijke administratie", "tellen niet mee als plancapaciteit"],
    "gerealiseerd": ["woonfunctie", "‘in gebruik’", "‘in gebruik (niet ingemeten)’", "‘Verbouwing verblijfsobject’", "éénmalig aangeleverd"],
    "vervallen": ["niet door te zetten", "op pauze", "nog éénmaal aangeleverd", "niet meer mee"],
    "bruto_totaal": ["zelfstandige woningen", "volgens de planning", "nieuwbouw, transformatie", "splitsing", "restcapaciteit", "komende 20 jaar"],
    "sloop_totaal": ["volgens de planning", "gesloopt gaan worden"],
    "bruto_jaar01": ["jaar van oplevering", "eerstvolgende 10 jaar per jaar", "10 jaar daarna over twee vijfjaarsperioden"],
    "meergezins": ["samen met andere woningen of (bedrijfs)ruimten een geheel pand vormen"],
    "eengezins": ["een geheel pand vormen"],
    "woningtype_onbekend": ["vooralsnog onbekend"],
    "tijdelijk": ["een bepaalde tijd op een tijdelijke locatie", "toegelaten functie wonen of tijdelijke afwijking",
                  "permanente of tijdelijke kwaliteit", "Besluit Bouwwerken Leefomgeving (BBL)", "termijn van ten hoogste 15 jaar"],
    "koop_betaalbaar": ["Rijksgrens betaalbare koop", "€ 390.000", "geïndexeerd volgens de consumentenprijsindex (CPI)"],
    "huur_sociaal_corporatie": ["huurprijs tot en met", "879,66 euro", *RENT],
    "huur_sociaal_markt": ["huurprijs tot en met", "879,66 euro", *RENT],
    "huur_sociaal_markt_25jaar": ["instandhoudingsplicht van tenminste 25 jaar", "verhuurd aan de DAEB-doelgroep", "landelijke doelstelling"],
    "huur_midden_corporatie": MIDDLE,
    "huur_midden_markt": MIDDLE,
    "huur_midden_markt_10jaar": ["instandhoudingsplicht van tenminste 10 jaar", "landelijke doelstelling"],
    "prijs_overig": ["buiten de gedefinieerde categorieën"],
    "prijs_onbekend": ["prijssegment of eigendom (nog) onbekend zijn"],
    "nultreden": ["zowel intern als extern toegankelijk", "zonder trap te lopen", "woonkamer, keuken, badkamer, toilet en minimaal 1 slaapkamer",
                  "zonder trappen te bereiken", "bij oplevering", "traplift"],
    "nultreden_geclusterd": ["sociaal contact en gemeenschapsgevoel", "ontmoetingsruimte", "inpandig", "op loopafstand", "ca. 100 m",
                             "open en transparante basis te gebruiken", "minimaal 12 woningen", "kleine kernen", "nultredenwoning"],
    "zorggeschikt": ["Wlz-zorg geleverd kan worden", "rolstoelgeschikt", "voldoende ruimte om zorg te verlenen", "dementievriendelijk ingericht",
                     "Bouw Advies Toegankelijkheid (BAT) 3 of 4 en Woonkeur 6"],
    "ouderen_overig": ["naar eigen inzicht"],
    "geclusterd_55plus": ["voor minimaal 50%", "bestemd", "gelabeld", "met voorrang"],
    "zorg_55plus": ["woonzorgwoningen", "voor minimaal 50%", "bestemd", "gelabeld", "met voorrang"],
    "1A": ["onherroepelijk", "rechtstreekse bouwtitel", "omgevingsplan of projectbesluit is onherroepelijk"],
    "1B": ["uitwerking is nog nodig voordat een omgevingsvergunning voor bouwen verleend kan worden"],
    "2A": ["vastgesteld door de gemeenteraad maar is nog niet onherroepelijk", "omgevingsplan of projectbesluit is vastgesteld"],
    "2B": ["nog niet onherroepelijk", "uitwerking nodig voordat een omgevingsvergunning voor bouwen verleend kan worden"],
    "1C": ["kan alleen via een wijziging door BenW tot stand komen op basis waarvan een bouwvergunning kan worden verleend"],
    "2C": ["vastgesteld maar nog niet onherroepelijk", "kan alleen via een wijziging door BenW tot stand komen"],
    "3": ["in voorbereiding maar nog niet vastgesteld door de gemeenteraad", "omgevingsplan of projectbesluit is in voorbereiding (ambtelijke start)"],
    "4A": ["principeakkoord vanuit het college van B&W", "nog niet in voorbereiding", "wel opgenomen in een ruimtelijke", "omgevings- en/of woonvisie"],
    "4B": ["principeakkoord vanuit het college van B&W", "niet opgenomen in een ruimtelijke", "omgevings- en/of woonvisie"],
    "5A": ["locatie op het oog", "geen principeakkoord vanuit het college van B&W", "niet aangeleverd bij de provincie"],
    "5B": ["nog geen locatie op het oog", "geen principeakkoord vanuit het college van B&W", "niet aangeleverd bij de provincie"],
    "pand_transformatie": ["niet-woonpanden (ver- en nieuwbouw) binnen bestaand stedelijk gebied", "gebruiksfunctie", "verblijfsobjecten",
                           "niet gesloopt"],
    "transformatiegebied": ["al dan niet bebouwde gronden", "de planologische functie verandert", "agrarische gronden (zie uitbreiding)",
                            "overwegend gesloopt en vervangen door nieuwe woongebouwen"],
    "herstructurering": ["(nieuwbouw en splitsing) en/of woningonttrekking (sloop en samenvoeging)", "bestaande woningvoorraad",
                         "zonder ingrijpende wijziging van de planologische functie"],
    "verdichting": ["nieuwbouw aan of op bestaande panden", "niet-woonpanden, sportvelden of groenstroken"],
    "uitbreiding_uitleg": ["12 of meer woningen", "buiten bestaand stedelijk gebied", "agrarische bestemming had", "uitleglocatie"],
    "uitbreiding_overig": ["11 of minder woningen", "buiten het bestaand stedelijk gebied de woningvoorraad toeneemt"],
}  # fmt: skip

DEFINITIONS = {field.name: field.definition for field in b.FIELDS}
DEFINITIONS |= {code.code: code.definition for name in ("planstatus", "plantype") for code in code_list(name).values()}
UNOFFICIAL = {
    "plan_id",
    "plannummer",
    "gemeente_code",
    "gemeente_naam",
    "netto_totaal",
    "sloop_jaar01",
    "toelichting",
}  # the plugin's own, or plain


def plain(text):
    """Letters, digits and signs with single spaces, so that a line break or a comma decides nothing."""
    return re.sub(r"[\s,]+", " ", text.replace("\u2018", "'").replace("\u2019", "'")).casefold()


@pytest.fixture(scope="module")
def source():
    texts = sorted(SOURCES.glob("00[01]_*.txt"))
    if not texts:
        pytest.skip("the official texts are not part of the project")
    return plain(" ".join(text.read_text(encoding="utf-8") for text in texts))


@pytest.mark.parametrize("name", WORDS)
def test_a_definition_has_the_words_that_decide(name):
    for words in WORDS[name]:
        assert plain(words) in plain(DEFINITIONS[name]), words


@pytest.mark.parametrize("name", WORDS)
def test_the_words_that_decide_are_those_of_the_official_text(name, source):
    for words in WORDS[name]:
        assert plain(words) in source, words


def test_every_field_and_code_has_its_words():
    named = {field.name for field in b.FIELDS if field.phase is None or field.phase.slot == 0}
    assert named | set(DEFINITIONS) - {field.name for field in b.FIELDS} == set(WORDS) | UNOFFICIAL


@pytest.mark.parametrize("field", b.FIELDS, ids=lambda field: field.name)
def test_a_field_has_a_short_text_where_space_is_short(field):
    assert 20 < len(field.brief) <= SHORT
    assert field.brief[-1] in ".?"
    if field.short:
        assert len(field.short) < len(field.definition)
