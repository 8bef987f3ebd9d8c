# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans written down from the official texts, legal and illegal, each with its article, its line and its verdict.

A legal plan has no fout: where something is asked (waarschuwing) or said (info), that stands in its verdict. Lines are those of
the texts as received; where these are at hand, the test looks whether the words stand there.
"""

import re

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.delivering.small_plans import is_small
from lmvw_plugin.core.rules.plans import check_plan
from tests.conftest import PEILDATUM, ROOT, consistent_plan

SOURCES = ROOT.parent / "shared" / "bronnen"

# What is cited: article, text (000 Basisset and Invultips, 001 Dataprotocol), line, and the words there.
LAW = {
    "jaren": ("Basisset, rapportage", "000", 438, "komende 20 jaar"),
    "schaal": ("Basisset, schaalniveau", "000", 452, "ook woningbouwplannen met slechts één woning"),
    "openbaar": ("Basisset, vertrouwelijkheid", "000", 462, "Woningbouwplannen zijn in principe niet vertrouwelijk"),
    "5.a": ("Dataprotocol art. 5.a", "001", 47, "5.a. Data met betrekking tot niet-vertrouwelijke woningbouwplannen worden door de gemeenten aangeleverd"),
    "6.a": ("Dataprotocol art. 6.a", "001", 71, "een woningbouwplan met een zachte planstatus als vertrouwelijk bestempelen"),
    "6.b": ("Dataprotocol art. 6.b", "001", 72, "een vervallen woningbouwplan als vertrouwelijk bestempelen"),
    "9": ("Dataprotocol art. 9", "001", 89, "kleine woningbouwplannen met minder dan 12 bruto toevoegingen niet individueel"),
    "bruto": ("Basisset, bruto plancapaciteit", "000", 476, "Het totaal aantal woningen dat binnen het woningbouwplan volgens de planning gerealiseerd"),
    "sloop": ("Basisset, sloop", "000", 482, "Het totaal aantal woningen dat binnen het woningbouwplan volgens de planning gesloopt"),
    "netto": ("Basisset, netto", "000", 487, "Het totaal aantal geplande toe te voegen nieuwe woningen minus"),
    "fasering": ("Basisset, fasering", "000", 492, "De aantallen bruto plancapaciteit per jaar van oplevering"),
    "plantype": ("Basisset, plantype", "000", 510, "welk plantype het meest dominant is"),
    "pand": ("Basisset, plantype", "000", 513, "Pand transformatie: Locatie waarbij"),
    "gebied": ("Basisset, plantype", "000", 518, "Transformatiegebied: Locatie waarbij"),
    "herstructurering": ("Basisset, plantype", "000", 526, "Herstructurering: Locatie waarbij"),
    "verdichting": ("Basisset, plantype", "000", 532, "Verdichting: Locatie waar"),
    "uitleg": ("Basisset, plantype", "000", 538, "12 of meer woningen worden gerealiseerd"),
    "overig": ("Basisset, plantype", "000", 543, "11 of minder woningen worden gerealiseerd"),
    "planstatus": ("Basisset, planstatus", "000", 551, "Per woningbouwplan dient te worden aangegeven in welke categorie"),
    "1A": ("Basisset, planstatus", "000", 554, "1A Het bestemmingsplan"),
    "1B": ("Basisset, planstatus", "000", 558, "1B Het bestemmingsplan"),
    "2A": ("Basisset, planstatus", "000", 562, "2A Het bestemmingsplan"),
    "2B": ("Basisset, planstatus", "000", 566, "2B Het bestemmingsplan"),
    "1C": ("Basisset, planstatus", "000", 571, "1C Het bestemmingsplan"),
    "2C": ("Basisset, planstatus", "000", 576, "2C Het bestemmingsplan"),
    "3": ("Basisset, planstatus", "000", 581, "3 Het bestemmingsplan"),
    "4A": ("Basisset, planstatus", "000", 585, "4A Potentieel"),
    "4B": ("Basisset, planstatus", "000", 598, "4B Potentieel"),
    "5A": ("Basisset, planstatus", "000", 619, "5A Ambtelijk met locatie"),
    "5B": ("Basisset, planstatus", "000", 623, "5B Ambtelijk zonder locatie"),
    "gerealiseerd": ("Basisset, gerealiseerd", "000", 630, "Een woningbouwplan is gerealiseerd wanneer alle woningen"),
    "gerealiseerd_1x": ("Basisset, gerealiseerd", "000", 633, "Een gerealiseerd woningbouwplan wordt éénmalig"),
    "vervallen": ("Basisset, vervallen", "000", 638, "Een vervallen woningbouwplanplan is een plan waar"),
    "pauze": ("Basisset, vervallen", "000", 639, "Dit zijn geen plannen die op pauze"),
    "vervallen_1x": ("Basisset, vervallen", "000", 641, "Een vervallen plan wordt bij verval nog éénmaal"),
    "woningtype": ("Basisset, woningtype", "000", 653, "De verdeling in absolute aantallen van het totaal aantal"),
    "type_onbekend": ("Basisset, woningtype", "000", 661, "Onbekend: het woningtype is vooralsnog onbekend"),
    "tijdelijk": ("Basisset, tijdelijke woningen", "000", 669, "Aangegeven dient te worden in bruto aantallen hoeveel woningen tijdelijke"),
    "nultreden": ("Basisset, ouderen", "000", 706, "Totaal aantal nultredenwoningen"),
    "geclusterd": ("Basisset, ouderen", "000", 707, "Waarvan aantal nultredenwoningen in een geclusterde"),
    "zorg": ("Basisset, ouderen", "000", 710, "Waarvan aantal zorggeschikte woningen"),
    "ouderen": ("Basisset, ouderen", "000", 712, "Aantal overige woningen geschikt voor ouderen"),
    "55plus": ("Basisset, ouderen", "000", 713, "De gemeente heeft de woningen in een geclusterde woonvorm voor"),
    "zorg_55plus": ("Basisset, ouderen", "000", 718, "De gemeente heeft de woonzorgwoningen voor minimaal 50%"),
    "noot": ("Basisset, ouderen, noot *", "000", 766, "minimum van 12 woningen"),
    "kleine_kern": ("Basisset, ouderen, noot *", "000", 768, "kernen lager liggen"),
    "prijs": ("Basisset, prijssegment", "000", 778, "Aangegeven dient te worden in absolute aantallen hoeveel woningen vallen in de"),
    "prijs_onbekend": ("Basisset, prijssegment", "000", 798, "Aantal woningen met onbekend prijssegment"),
    "prijs_overig": ("Basisset, prijssegment", "000", 797, "Aantal woningen buiten de gedefinieerde"),
    "25": ("Basisset, prijssegment", "000", 791, "Waarvan met instandhoudingsplicht van tenminste 25 jaar"),
    "10": ("Basisset, prijssegment", "000", 795, "Waarvan met een instandhoudingsplicht van tenminste 10 jaar"),
    "tip1": ("Invultip 1", "000", 1520, "Check daarom altijd of het totaal overeenkomt"),
    "tip2": ("Invultip 2", "000", 1525, "de LMVW vraagt naar restcapaciteit"),
    "tip4": ("Invultip 4", "000", 1545, "ingevuld wordt dat het plan zacht dan wel hard is"),
    "tip5": ("Invultip 5", "000", 1568, "exact hetzelfde zijn"),
    "tip6": ("Invultip 6", "000", 1579, "hoeft slechts de plannaam"),
}  # fmt: skip

ZERO = {field.name: 0 for field in b.COUNTS}
EMPTY = {field.name: None for field in b.COUNTS}
NO_55PLUS = {"geclusterd_55plus": None, "zorg_55plus": None}
NAME_ONLY = EMPTY | NO_55PLUS | dict.fromkeys(("plantype", "planstatus", "vertrouwelijk"))
NO_SLOOP_YEARS = dict.fromkeys(b.phasing("sloop_totaal"))
NO_BRUTO_YEARS = dict.fromkeys(b.phasing("bruto_totaal"), 0)
NO_TYPES = {"meergezins": 0, "eengezins": 0, "woningtype_onbekend": 0}
NO_PRICES = dict.fromkeys(b.SUM_OF["A5"].parts, 0) | {
    "huur_sociaal_markt_25jaar": 0, "huur_midden_markt_10jaar": 0,
}  # fmt: skip
NO_ELDERLY = {"nultreden": 0, "nultreden_geclusterd": 0, "zorggeschikt": 0, "ouderen_overig": 0} | NO_55PLUS


def of(number, **changes):
    """A plan of so many dwellings: all in the second year, single-family, of unknown price, none for the elderly, no demolition."""
    counts = {"bruto_totaal": number, "bruto_jaar02": number, "eengezins": number, "prijs_onbekend": number}
    return ZERO | counts | NO_55PLUS | NO_SLOOP_YEARS | changes


def rest(number, whole, **changes):
    """What is left of a location."""
    return of(number, toelichting=f"Hele locatie: {whole} woningen.", **changes)


# source, what the plan is, what differs from a plan of 20 dwellings without any finding, verdict
LEGAL = [
    ("schaal", "één woning", of(1), ""),
    ("bruto", "3.000 woningen", of(3000), ""),
    ("uitleg", "uitleg met 12 woningen", of(12, plantype="uitbreiding_uitleg"), ""),
    ("uitleg", "uitleg met nog 8 van 200 woningen", rest(8, 200, plantype="uitbreiding_uitleg"), ""),
    ("uitleg", "uitleg met nog 8 woningen, de hele locatie niet genoemd: gevraagd", of(8, plantype="uitbreiding_uitleg"), "A9 waarschuwing"),
    ("uitleg", "uitleg met 30 woningen, de locatie kleiner genoemd dan wat rest: gevraagd", rest(30, 8, plantype="uitbreiding_uitleg"), "A9 waarschuwing"),
    ("overig", "overig met 11 woningen", of(11, plantype="uitbreiding_overig"), ""),
    ("overig", "overig met één woning", of(1, plantype="uitbreiding_overig"), ""),
    ("overig", "vier erven buiten de stad, samen 30 woningen", of(30, plantype="uitbreiding_overig", toelichting="Grootste locatie: 8."), ""),
    ("pand", "transformatie van een kantoor", {"plantype": "pand_transformatie"}, ""),
    ("gebied", "transformatie van een haven", {"plantype": "transformatiegebied"}, ""),
    ("herstructurering", "sloop en nieuwbouw in een wijk", {"plantype": "herstructurering"}, ""),
    ("verdichting", "woningen op een sportveld", {"plantype": "verdichting"}, ""),
    *((code, f"planstatus {code}", {"planstatus": code}, "") for code in ("1A", "1B", "2A", "2B", "1C", "2C", "3", "4A", "4B")),
    ("5A", "ambtelijk met locatie: gaat niet mee", {"planstatus": "5A"}, "S3 info"),
    ("5B", "ambtelijk zonder locatie, nog nergens ingevuld: gaat niet mee", NAME_ONLY | {"planstatus": "5B"}, "S3 info"),
    *(("6.a", f"vertrouwelijk bij {code}", {"planstatus": code, "vertrouwelijk": True}, "") for code in ("1C", "2C", "3", "4A", "4B")),
    ("6.b", "vervallen en vertrouwelijk, was hard", {"vervallen": True, "vertrouwelijk": True, "planstatus": "1A"}, ""),
    ("6.b", "vervallen en vertrouwelijk, verder leeg", NAME_ONLY | {"vervallen": True, "vertrouwelijk": True}, ""),
    ("tip6", "vervallen, openbaar, verder leeg", NAME_ONLY | {"vervallen": True, "vertrouwelijk": False}, ""),
    ("tip6", "vervallen met alleen een naam: vertrouwelijk wordt gevraagd", NAME_ONLY | {"vervallen": True}, "A1 waarschuwing"),
    ("tip6", "gerealiseerd met alleen een naam", NAME_ONLY | {"gerealiseerd": True}, ""),
    ("tip6", "gerealiseerd met een restje aantallen dat niet optelt", {"gerealiseerd": True, "bruto_jaar01": 99, "tijdelijk": 80}, ""),
    ("tip6", "vervallen met oude codes en half ingevulde ouderen",
     {"vervallen": True, "planstatus": "zacht", "plantype": "uitleg", "zorg_55plus": None, "zorggeschikt": 99}, ""),
    ("pauze", "gepauzeerd: naar achteren geschoven, niet vervallen", of(20, bruto_jaar02=0, bruto_periode2=20), ""),
    ("sloop", "alleen sloop", of(0, sloop_totaal=6), ""),
    ("netto", "meer sloop dan bouw", of(4, sloop_totaal=30), ""),
    ("fasering", "sloop zonder jaren: gevraagd wordt de fasering van bruto", {**NO_SLOOP_YEARS}, ""),
    ("tip1", "sloop met jaren die optellen", {**NO_SLOOP_YEARS, "sloop_jaar01": 1, "sloop_periode1": 3}, ""),
    ("jaren", "alles in het twintigste jaar", {**NO_BRUTO_YEARS, "bruto_periode2": 20}, ""),
    ("fasering", "alles in het eerste jaar", {**NO_BRUTO_YEARS, "bruto_jaar01": 20}, ""),
    ("type_onbekend", "woningtype nog onbekend", NO_TYPES | {"woningtype_onbekend": 20}, ""),
    ("woningtype", "alleen meergezins", NO_TYPES | {"meergezins": 20}, ""),
    ("prijs_onbekend", "prijs of eigendom nog onbekend", NO_PRICES | {"prijs_onbekend": 20}, ""),
    ("prijs_overig", "alleen dure koop", NO_PRICES | {"prijs_overig": 20}, ""),
    ("tijdelijk", "alle woningen tijdelijk", {"tijdelijk": 20}, ""),
    ("tijdelijk", "geen tijdelijke woningen", {"tijdelijk": 0}, ""),
    ("nultreden", "geen woningen voor ouderen", NO_ELDERLY, ""),
    ("nultreden", "alles nultreden, niets geclusterd", NO_ELDERLY | {"nultreden": 20}, ""),
    ("geclusterd", "een cluster van 12", {"nultreden_geclusterd": 12}, ""),
    ("zorg", "het hele cluster zorggeschikt", {"zorggeschikt": 12}, ""),
    ("55plus", "cluster niet voor 55-plus", {"geclusterd_55plus": False, "zorg_55plus": False}, ""),
    ("ouderen", "alles overig geschikt voor ouderen", NO_ELDERLY | {"ouderen_overig": 20}, ""),
    ("25", "sociale huur van de markt zonder 25 jaar", {"huur_sociaal_markt_25jaar": 0}, ""),
    ("25", "alle sociale huur van de markt 25 jaar", {"huur_sociaal_markt_25jaar": 5}, ""),
    ("10", "alle middenhuur van de markt 10 jaar", {"huur_midden_markt_10jaar": 3}, ""),
    ("tip5", "zonder plannummer: plannamen of plannummers", {"plannummer": None, "toelichting": None}, ""),
]  # fmt: skip

ILLEGAL = [
    *(("tip4", f"planstatus ‘{words}’", {"planstatus": words}, "A1 fout") for words in ("hard", "zacht", "2", "6A")),
    ("planstatus", "geen planstatus", {"planstatus": None}, "A1 fout"),
    ("plantype", "geen plantype", {"plantype": None}, "A1 fout"),
    ("plantype", "een plantype dat niet bestaat", {"plantype": "uitleg"}, "A1 fout"),
    ("plantype", "twee plantypen", {"plantype": "verdichting, herstructurering"}, "A1 fout"),
    *(("6.a", f"vertrouwelijk bij {code}", {"planstatus": code, "vertrouwelijk": True}, "S1 fout") for code in ("1A", "1B", "2A", "2B")),
    ("6.a", "vertrouwelijk en gerealiseerd, was zacht", {"planstatus": "4A", "vertrouwelijk": True, "gerealiseerd": True}, "S1 fout"),
    ("6.a", "vertrouwelijk en gerealiseerd, verder leeg", NAME_ONLY | {"vertrouwelijk": True, "gerealiseerd": True}, "S1 fout"),
    ("openbaar", "vertrouwelijk niet beantwoord", {"vertrouwelijk": None}, "A1 fout"),
    ("vervallen", "gerealiseerd én vervallen", {"gerealiseerd": True, "vervallen": True}, "S2 fout"),
    ("gerealiseerd", "gerealiseerd niet beantwoord", {"gerealiseerd": None}, "A1 fout"),
    ("vervallen", "vervallen niet beantwoord", {"vervallen": None}, "A1 fout"),
    ("gerealiseerd_1x", "gerealiseerd met 5A: zou niet meer meegaan", {"gerealiseerd": True, "planstatus": "5A"}, "S3 waarschuwing"),
    ("vervallen_1x", "vervallen met 5B: zou niet meer meegaan", {"vervallen": True, "planstatus": "5B"}, "S3 waarschuwing"),
    ("bruto", "geen bruto totaal", {"bruto_totaal": None}, "A1 fout"),
    ("bruto", "min twintig woningen", {"bruto_totaal": -20}, "A1 fout"),
    ("bruto", "een halve woning", {"bruto_totaal": 20.5}, "A1 fout"),
    ("bruto", "‘ca. 20’ woningen", {"bruto_totaal": "ca. 20"}, "A1 fout"),
    ("sloop", "geen sloop totaal", {"sloop_totaal": None}, "A1 fout"),
    ("sloop", "sloop als min vier", {"sloop_totaal": -4}, "A1 fout"),
    ("fasering", "een jaar leeg", {"bruto_jaar05": None}, "A1 fout"),
    ("fasering", "geen fasering", dict.fromkeys(b.phasing("bruto_totaal")), "A1 fout"),
    ("tip1", "jaren tellen op tot 21", {"bruto_jaar01": 9}, "A2 fout"),
    ("tip1", "jaren tellen op tot 19", {"bruto_jaar01": 7}, "A2 fout"),
    ("jaren", "vijf woningen komen pas na de twintig jaar", {"bruto_periode2": 2}, "A2 fout"),
    ("tip2", "al opgeleverde woningen nog in bruto, niet in de jaren", {"bruto_totaal": 30, "meergezins": 22, "prijs_onbekend": 11}, "A2 fout"),
    ("tip1", "sloop: jaren tellen op tot 3", {"sloop_jaar02": 3}, "A3 fout"),
    ("tip1", "sloop: jaren zonder totaal", {"sloop_totaal": 0}, "A3 fout"),
    ("woningtype", "typen tellen op tot 21", {"meergezins": 13}, "A4 fout"),
    ("type_onbekend", "onbekend type niet meegeteld", {"woningtype_onbekend": 0}, "A4 fout"),
    ("woningtype", "eengezins niet ingevuld", {"eengezins": None}, "A1 fout"),
    ("prijs", "segmenten tellen op tot 21", {"koop_betaalbaar": 4}, "A5 fout"),
    ("prijs_onbekend", "onbekende prijs niet meegeteld", {"prijs_onbekend": 0}, "A5 fout"),
    ("25", "de 25 jaar dubbel geteld, als eigen segment", {"huur_sociaal_markt": 1, "huur_sociaal_markt_25jaar": 4}, "A5 fout, A6 fout"),
    ("25", "meer 25 jaar dan sociale huur van de markt", {"huur_sociaal_markt_25jaar": 6}, "A6 fout"),
    ("10", "meer 10 jaar dan middenhuur van de markt", {"huur_midden_markt_10jaar": 4}, "A6 fout"),
    ("tijdelijk", "meer tijdelijk dan bruto", {"tijdelijk": 21}, "A6 fout"),
    ("tijdelijk", "tijdelijk niet ingevuld", {"tijdelijk": None}, "A1 fout"),
    ("geclusterd", "meer geclusterd dan nultreden", {"nultreden_geclusterd": 15}, "A6 fout"),
    ("zorg", "meer zorggeschikt dan geclusterd", {"zorggeschikt": 13}, "A6 fout"),
    ("ouderen", "meer voor ouderen dan bruto", {"ouderen_overig": 7}, "A6 fout"),
    ("nultreden", "nultreden niet ingevuld", {"nultreden": None}, "A1 fout"),
    ("55plus", "55-plus niet beantwoord bij een cluster", {"geclusterd_55plus": None}, "A7 fout"),
    ("zorg_55plus", "55-plus niet beantwoord bij zorgwoningen", {"zorg_55plus": None}, "A7 fout"),
    ("noot", "een cluster van 11", {"nultreden_geclusterd": 11}, "A8 waarschuwing"),
    ("kleine_kern", "een cluster van 6 in een dorp", {"nultreden_geclusterd": 6}, "A8 waarschuwing"),
    ("overig", "uitleg met 8 woningen op de hele locatie", rest(8, 8, plantype="uitbreiding_uitleg"), "A9 waarschuwing"),
    ("uitleg", "overig met 12 woningen", of(12, plantype="uitbreiding_overig"), "A9 waarschuwing"),
    ("uitleg", "overig met nog 30 woningen van een locatie van 8", rest(30, 8, plantype="uitbreiding_overig"), "A9 waarschuwing"),
    ("uitleg", "overig met nog 8 van 30 woningen", rest(8, 30, plantype="uitbreiding_overig"), "A9 waarschuwing"),
    ("tip2", "lopend, maar niets meer te bouwen of te slopen", of(0), "A10 waarschuwing"),
    ("5.a", "gemeentecode die niet bestaat: van wie is het plan?", {"gemeente_code": "GM0000"}, "A1 fout"),
]  # fmt: skip


# Which plans art. 9 lets go as one, after the province agreed.
SMALL = [
    ("één woning", of(1), True),
    ("11 woningen", of(11), True),
    ("12 woningen", of(12), False),
    ("nog 8 van 9 woningen", rest(8, 9), True),
    ("nog 8 van 200 woningen", rest(8, 200), False),
    ("nog 8 in een uitleglocatie, die 12 of meer telt", of(8, plantype="uitbreiding_uitleg"), False),
    ("vertrouwelijk: gaat per stuk (art. 7.a)", of(8, vertrouwelijk=True, planstatus="3"), False),
    ("vervallen: gaat nog één keer mee onder zijn naam", of(8, vervallen=True), False),
    ("gerealiseerd: gaat nog één keer mee onder zijn naam", of(8, gerealiseerd=True), False),
    ("5A: gaat niet mee", of(8, planstatus="5A"), False),
]  # fmt: skip


@pytest.mark.parametrize(("words", "changes", "expected"), SMALL, ids=[case[0] for case in SMALL])
def test_which_plans_go_as_one(words, changes, expected):
    assert is_small(consistent_plan(**changes)) is expected, LAW["9"]


def verdict(changes):
    """What is found, each rule once."""
    found = check_plan(consistent_plan(**changes), PEILDATUM)
    return ", ".join(sorted({f"{finding.regel} {finding.ernst.value}" for finding in found}))


def name(case):
    return f"{LAW[case[0]][0]}: {case[1]}"


@pytest.mark.parametrize("case", LEGAL, ids=name)
def test_what_the_texts_allow_is_not_refused(case):
    _, _, changes, expected = case
    assert "fout" not in expected
    assert verdict(changes) == expected


@pytest.mark.parametrize("case", ILLEGAL, ids=name)
def test_what_the_texts_do_not_allow_is_found(case):
    _, _, changes, expected = case
    assert verdict(changes) == expected != ""


def test_there_are_at_least_forty_of_each():
    assert min(len(LEGAL), len(ILLEGAL)) >= 40
    assert {case[0] for case in (*LEGAL, *ILLEGAL)} | {"9"} == set(LAW)
    assert len({name(case) for case in LEGAL}) == len(LEGAL)
    assert len({name(case) for case in ILLEGAL}) == len(ILLEGAL)


def plain(text):
    return re.sub(r"\s+", " ", text).casefold().strip()


@pytest.mark.parametrize("key", LAW)
def test_the_words_stand_on_that_line(key):
    _, text, line, words = LAW[key]
    found = sorted(SOURCES.glob(f"{text}_*.txt"))
    if not found:
        pytest.skip("the official texts are not part of the project")
    lines = found[0].read_text(encoding="utf-8").split("\n")
    assert plain(words) in plain(" ".join(lines[line - 1 : line + 7]))
    assert plain(words).split()[0] in plain(lines[line - 1])
