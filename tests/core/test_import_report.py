# SPDX-License-Identifier: GPL-2.0-or-later
"""The import report: what a person must do stands first, totals on both sides, and nothing of a file can break it."""

import pytest

from lmvw_plugin.core.importing.formats import KNOWN
from lmvw_plugin.core.importing.imported import Balance, Imported, NotImported, Remark
from lmvw_plugin.core.importing.mapping.plan import ColumnMapping, PlanMapping
from lmvw_plugin.core.importing.mapping.preview import preview
from lmvw_plugin.core.importing.report.page import import_report
from lmvw_plugin.core.importing.update import POLYGON, Change, Update
from lmvw_plugin.core.reporting.check import Subject
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan
from tests.core.test_reports import NASTY, read

SUBJECT = Subject(PEILDATUM, MARKERWAARD, "plannen")
NAMES = PlanMapping({"polygonen": "naam"}, {})
COLUMNS = {"polygonen": ["naam"]}
LEFT = "deze jaren passen niet; verdeel zelf"


def plans(*names, **values):
    return [(index, consistent_plan(plannaam=name, **values)) for index, name in enumerate(names)]


def report(result=None, mapping=NAMES, columns=COLUMNS, known=(), update=None, **more):
    return import_report(SUBJECT, result or Imported(plans("Haven")), mapping, columns, known, update, **more)


def test_the_import_report_lists_all_that_needs_a_person():
    result = Imported(
        plans("Haven", plantype=None), [Remark("Haven", "plantype", "Soort", NASTY, "staat niet in de lijst")],
        [NotImported("Dijk", "Excel-bestand, rij 9", "de naam staat twee keer", {"bruto_totaal": 1200})], ["Woonwagens", ""],
    )  # fmt: skip
    mapping = PlanMapping(
        {"polygonen": "naam"}, {"plantype": ColumnMapping("polygonen", "Soort"), "sloop_totaal": ColumnMapping("polygonen", "Sloop", True)}
    )
    text = read(report(result, mapping, {"polygonen": ["naam", "Soort", "Sloop", "rest"]}))
    for part in ("1 plan overgenomen, 1 rij wacht op u, 1 waarde is niet overgenomen.", "Dijk Excel-bestand, rij 9 de naam staat twee keer 1.200",
                 "Woonwagens (zonder naam)", NASTY, "staat niet in de lijst", "teken omgekeerd", "polygonen: rest", "Haven Plantype"):  # fmt: skip
        assert part in text, part


def test_totals_changes_and_known_formats_stand_in_it():
    result = Imported(
        [(0, consistent_plan())], balances=[Balance("bruto_totaal", 2000, 1200, 800), Balance("fasering_bruto", 9, 1, 1)]
    )  # fmt: skip
    update = Update(
        [Change("id", NASTY, "bruto_totaal", 3, 5, 0, 1), Change("id", "B", "vertrouwelijk", None, False, 0, 2, accepted=False)], same=4
    )
    columns = {"polygonen": ["naam", "KOOP"]}
    mapping = PlanMapping({"polygonen": "naam"}, {"huur_midden_markt": ColumnMapping("", "", constant="0")})
    text = read(report(result, mapping, columns, KNOWN, update, sums={("polygonen", "KOOP"): 931}))
    for part in ("Bruto totaal 2.000 1.200 800 klopt", "Fasering van bruto 9 1 1 KLOPT NIET", NASTY, "Bruto totaal 3 5",
                 "Vertrouwelijk nee overgeslagen", "KOOP (samen 931)", "voor elk plan ‘0’", *(known.title for known in KNOWN)):  # fmt: skip
        assert part in text, part


# -- what to know and do first ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("result", "colour", "said"), [
    (Imported(plans("Haven"), balances=[Balance("bruto_totaal", 5, 5, 0)]), "goed", "Bruto woningen: 5 in de bron, 5 in de plannen. Alle totalen kloppen."),
    (Imported(plans("Haven"), [Remark("Haven", "tijdelijk", "T", "x", "y")]), "waarschuwing", "Vul zelf aan wat nodig is"),
    (Imported(plans("Haven"), not_imported=[NotImported("", "Excel-bestand, rij 2", "y")]), "waarschuwing", "Bekijk ‘Niet overgenomen rijen’."),
    (Imported(plans("Haven"), balances=[Balance("bruto_totaal", 5, 3, 0)]), "fout", "De totalen van bron en plannen zijn niet gelijk"),
])  # fmt: skip
def test_the_verdict_is_as_serious_as_the_matter(result, colour, said):
    page = report(result)
    assert f'<div class="kaart {colour}">' in page
    assert said in read(page)


def test_what_to_do_comes_before_where_it_came_from():
    result = Imported(
        plans("Haven", plantype=None), [Remark("Haven", "plantype", "Soort", "Uitleg", "staat niet in de lijst")], without_polygon=["Haven"],
        balances=[Balance("bruto_totaal", 5, 5, 0)],
    )  # fmt: skip
    text = read(report(result, known=KNOWN[:1]))
    order = ["Wat u nu kunt doen", "Zeg wat onbekende woorden betekenen", "Teken de polygoon van 1 plan", "Vul in het formulier aan wat 1 plan nog mist.",
             "Kies ‘Plannen controleren’", "Herkend als", "Totalen van bron", "Deze plannen hebben nog geen polygoon", "Waarden die niet zijn overgenomen",
             "Wat de Basisset nog vraagt", "Kolommen", "Herkende bestandsvorm"]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_a_field_that_nobody_should_miss_is_asked_for_when_columns_are_left():
    columns = {"werkblad": ["Naam", "Aantal woningen", "Status"]}
    mapping = PlanMapping({"werkblad": "Naam"}, {"planstatus": ColumnMapping("werkblad", "Status")})
    assert "Geen kolom vult ‘Bruto totaal’, ‘Plantype’." in read(report(mapping=mapping, columns=columns))
    assert "Geen kolom vult" not in read(report(mapping=mapping, columns={"werkblad": ["Naam", "Status"]}))


def test_of_plans_that_were_there_only_the_check_knows_what_they_lack():
    some = plans("Haven", "Dijk", plantype=None)
    changes = [Change("a", "Haven", "bruto_totaal", 3, 5, 0, 1), Change(None, "Dijk", None, None, "Dijk", 1)]
    text = read(report(Imported(some), update=Update(changes, applied=True)))
    assert "Wat de Basisset nog vraagt Plannen Nog in te vullen Dijk Plantype" in text
    assert "Vul in het formulier aan wat 1 plan nog mist." in text
    assert "Wat de Basisset nog vraagt" not in read(report(Imported(some[:1]), update=Update(changes[:1], applied=True)))


def test_a_dry_run_says_that_nothing_was_done():
    changes = [Change("id", "Haven", "bruto_totaal", 3, 5, 0, 1), Change(None, "Kade", None, None, "Kade", 1)]
    text = read(report(Imported(plans("Haven", "Kade")), update=Update(changes, same=1)))
    assert "Alleen getoond, niets veranderd: 1 plan zou wijzigen, 1 is nieuw, 1 blijft gelijk, 0 rijen wachten op u" in text
    assert "Zonder venster importeert u zonder ‘Alleen tonen’" in text
    assert "overgenomen," not in text.split("Wat u nu kunt doen")[0]
    assert "Kies ‘Plannen controleren’" not in text


def test_two_names_that_look_the_same_are_told_apart():
    changes = [
        Change("a", "Dijk", "plannaam", "Dijk", "Dijk ", 0, 1),
        Change("b", "Prof. Lely", "plannaam", "Prof. Lely", "Prof.  Lely", 1, 2),
    ]
    text = read(report(Imported(plans("Dijk ", "Prof.  Lely")), update=Update(changes, applied=True)))
    assert "Dijk[spatie]" in text
    assert "Prof.[spatie][spatie]Lely" in text


def test_a_first_import_counts_new_plans_only():
    changes = [Change(None, "Kade", None, None, "Kade", 0), Change(None, "Werf", None, None, "Werf", 1)]
    text = read(report(Imported(plans("Kade", "Werf")), update=Update(changes, applied=True)))
    assert "2 nieuwe plannen, 0 rijen wachten op u" in text
    assert "gewijzigd, " not in text
    assert "1 nieuw plan, 0 rijen" in read(report(Imported(plans("Kade")), update=Update(changes[:1], applied=True)))


def test_an_update_says_what_changed_and_lists_new_plans_once():
    changes = [
        Change("a", "Haven", "bruto_totaal", 3, 5, 0, 1), Change("a", "Haven", "plantype", None, "pand_transformatie", 0, 1),
        Change("b", "Dijk", POLYGON, True, True, 1, 2), Change(None, "Kade", None, None, "Kade", 2), Change(None, "Werf", None, None, "Werf", 3),
    ]  # fmt: skip
    text = read(report(Imported(plans("Haven", "Dijk", "Kade", "Werf")), update=Update(changes, same=3, applied=True)))
    assert "2 plannen gewijzigd, 2 nieuw, 3 ongewijzigd, 0 rijen wachten op u" in text
    assert "Nieuwe plannen: Kade; Werf." in text
    assert "Haven Bruto totaal 3 5 Plantype Pand transformatie Dijk Polygoon polygoon andere polygoon" in text


def test_negative_and_unreadable_numbers_are_explained_only_where_they_are():
    balances = [Balance("woningtype_onbekend", 903, 1103, -200)]
    assert "negatieve aantallen" in read(report(Imported(plans("Haven"), balances=balances)))
    plain = read(report(Imported(plans("Haven"), balances=[Balance("bruto_totaal", 5, 5, 0)])))
    assert "negatieve aantallen" not in plain
    assert "Wat geen heel getal is" not in plain
    unread = Imported(
        plans("Haven"), [Remark("Haven", "bruto_totaal", "B", "ca. 40", "is een schatting")], balances=[Balance("bruto_totaal", 5, 5, 0)]
    )
    assert "Wat geen heel getal is" in read(report(unread))
    beside = Imported(plans("Haven"), [Remark("Haven", "bruto_totaal", "B", "2", "de jaren geven een ander totaal")], balances=balances)
    assert "Wat geen heel getal is" not in read(report(beside))


# -- values that were not taken over ------------------------------------------------------------------------------------


def test_plans_with_the_same_unknown_word_stand_together():
    remarks = [Remark(name, "plantype", "Soort", "Uitleg", "staat niet in de lijst") for name in ("Haven", "Dijk, west", "")]
    text = read(report(Imported(plans("Haven"), remarks)))
    assert "Plantype: 3 waarden" in text
    assert text.count("staat niet in de lijst") == 1
    assert "Kolom ‘Soort’: staat niet in de lijst. Waarde in de bron Aantal Plannen Uitleg 3 Haven; Dijk, west; (zonder naam)" in text


def test_a_proposal_stands_behind_its_word_by_its_label():
    remarks = [Remark("Haven", "plantype", "Soort", "Uitleg", "staat niet in de lijst"),
               Remark("Dijk", "plantype", "Soort", "Kade", "staat niet in de lijst; vraag het")]  # fmt: skip
    column = ColumnMapping("polygonen", "Soort", values={"Uitleg": None}, proposals={"Uitleg": "uitbreiding_uitleg"})
    text = read(report(Imported(plans("Haven"), remarks), PlanMapping({"polygonen": "naam"}, {"plantype": column})))
    assert "Kolom ‘Soort’: staat niet in de lijst. Waarde in de bron Voorstel Aantal Plannen Uitleg Uitbreiding uitleg 1 Haven" in text
    assert "Kolom ‘Soort’: staat niet in de lijst; vraag het. Waarde in de bron Aantal Plannen Kade 1 Dijk" in text


def test_years_that_a_person_must_place_stand_beside_each_other_per_plan():
    remarks = [Remark(name, "fasering_bruto", column, str(count), LEFT, count)
               for name, column, count in (("Haven", "OP2", 7), ("Haven", "OP1", 1000), ("Dijk", "OP2", 5), ("Dijk", "OP2", 6))]  # fmt: skip
    mapping = PlanMapping({"polygonen": "naam"}, {}, {"polygonen": {"OP1": "bruto_totaal", "OP2": "bruto_totaal"}})
    page = report(Imported(plans("Haven"), remarks), mapping)
    text = read(page)
    assert "Fasering van bruto: 4 waarden, samen 1.018 woningen" in text
    assert f"Reden: {LEFT}. Plannaam OP1 OP2 Haven 1000 7 Dijk 5 Dijk 6" in text
    assert '<tr><td>Dijk</td><td class="n"></td><td class="n">5</td></tr>' in page


def test_more_columns_than_a_page_can_hold_stand_below_each_other():
    remarks = [Remark("Haven", "fasering_bruto", f"blok {place}", "3", LEFT, 3) for place in range(7)]
    assert "Plannaam Bronkolom Waarde in de bron Haven blok 0 3 Haven blok 1 3" in read(report(Imported(plans("Haven"), remarks)))


def test_one_value_of_one_dwelling_is_not_called_dwellings():
    remarks = [Remark("Haven", "sloop_totaal", "Sloop", "1", "opgeleverd vóór de peildatum", 1)]
    assert "Sloop totaal: 1 waarde, samen 1 woning Plannaam" in read(report(Imported(plans("Haven"), remarks)))


def test_a_reason_of_its_own_stands_behind_its_value():
    remarks = [
        Remark("Haven", "bruto_totaal", "Bruto", "ca. 40", "is een schatting"),
        Remark("Dijk", "bruto_totaal", "Bruto", "12,5", "is geen heel getal"),
    ]
    assert "Haven Bruto ca. 40 is een schatting Dijk Bruto 12,5 is geen heel getal" in read(report(Imported(plans("Haven"), remarks)))


# -- what is still missing ----------------------------------------------------------------------------------------------


def test_what_every_plan_lacks_is_said_once():
    some = [*plans("Haven", "Dijk", plantype=None), (2, consistent_plan(plannaam="Kade", plantype=None, tijdelijk=None))]
    text = read(report(Imported(some)))
    assert "alle 3 plannen Plantype Kade Tijdelijke woningen" in text
    assert "alle" not in read(report(Imported([*some, *plans("Af")]))).split("Wat de Basisset nog vraagt")[1].split("Kolommen")[0]


def test_the_slots_of_a_phasing_are_one_question():
    some = [*plans("Haven", bruto_jaar01=None), *plans("Dijk", bruto_jaar02=None, bruto_periode1=None), *plans("Af")]
    assert "Haven; Dijk de fasering van bruto" in read(report(Imported(some)))


def test_a_list_of_plans_to_draw_is_short_when_it_names_them_all():
    some = plans("Haven", "Dijk")
    assert "Geen enkel plan heeft al een polygoon" in read(report(Imported(some, without_polygon=["Haven", "Dijk"])))
    assert "Haven Dijk Kolommen" not in read(report(Imported(some, without_polygon=["Haven", "Dijk"])))
    assert "Deze plannen hebben nog geen polygoon; teken die in het planbestand. Dijk" in read(
        report(Imported(some, without_polygon=["Dijk"]))
    )


def test_plans_that_lack_the_same_share_a_row():
    some = [*plans("Haven", "Dijk", plantype=None), *plans("Af")]
    assert "Haven; Dijk Plantype" in read(report(Imported(some)))


# -- where it came from -------------------------------------------------------------------------------------------------


def test_columns_of_other_years_are_not_called_unused_and_keys_have_no_sum():
    mapping = PlanMapping({"polygonen": "naam"}, {}, {"polygonen": {"OP202024": "bruto_totaal"}}, {"polygonen": "nr"})
    columns = {"polygonen": ["naam", "nr", "OP202024", "OBJECTID_1", "PLANNR_1", "Volgnummer", "KOOP"]}
    text = read(report(mapping=mapping, columns=columns, sums={("polygonen", name): 1931 for name in columns["polygonen"]}))
    assert "Fasering van bruto polygonen OP202024 niet verdeeld" in text
    assert "polygonen: OBJECTID_1, PLANNR_1, Volgnummer, KOOP (samen 1.931)" in text
    assert "Koppeling op plannummer polygonen nr" in text


def test_translated_words_are_shown_by_their_label():
    values = {"Oude woorden": "pand_transformatie", "Nog niets": None}
    mapping = PlanMapping(
        {"polygonen": "naam"}, {"plantype": ColumnMapping("polygonen", "Soort", values=values, proposals={"Nog niets": "verdichting"})}
    )
    text = read(report(mapping=mapping, columns={"polygonen": ["naam", "Soort"]}))
    assert "Plantype Oude woorden Pand transformatie" in text
    assert "Nog niets" not in text
    assert "pand_transformatie" not in text


def test_columns_that_a_known_format_made_itself_are_not_called_source_columns():
    flat = next(known for known in KNOWN if known.flatten)
    mapping = PlanMapping({"polygonen": "plannaam"}, {"bruto_jaar01": ColumnMapping("polygonen", "bruto_jaar01")})
    assert "bruto_jaar01" not in read(report(mapping=mapping, columns={"polygonen": ["plannaam", "bruto_jaar01"]}, known=[flat]))


# -- the preview --------------------------------------------------------------------------------------------------------


def test_the_preview_keeps_a_place_for_what_becomes_empty():
    rows = [{"Bruto": value} for value in (1, 2, 3, 4, 5, "ca. 40", "ca. 50")]
    assert preview("bruto_totaal", ColumnMapping("polygonen", "Bruto"), rows) == ["1", "2", "3", "ca. 40 → leeg"]
    assert preview("bruto_totaal", ColumnMapping("polygonen", "Bruto"), rows[:5]) == ["1", "2", "3", "4"]
    assert preview("bruto_totaal", ColumnMapping("polygonen", "Bruto"), rows[::-1]) == ["ca. 50 → leeg", "ca. 40 → leeg", "5", "4"]


def test_the_preview_shows_plan_types_by_their_label():
    column = ColumnMapping("polygonen", "Soort", values={"Uitleg": "uitbreiding_uitleg"})
    assert preview("plantype", column, [{"Soort": "Uitleg"}]) == ["Uitleg → Uitbreiding uitleg"]
    assert preview("plantype", ColumnMapping("", "", constant="verdichting"), []) == ["Verdichting (elk plan)"]
    assert preview("vertrouwelijk", ColumnMapping("polygonen", "V"), [{"V": True}, {"V": "Nee"}]) == ["ja", "Nee"]
    assert preview("planstatus", ColumnMapping("polygonen", "S"), [{"S": "2A Vastgesteld"}]) == ["2A Vastgesteld → 2A"]


def test_what_is_no_plan_waits_for_nobody_and_stands_apart():
    result = Imported(plans("Haven"), not_imported=[NotImported("Totaal", "Excel-bestand, rij 9", "is een totaalrij", waits=False)])
    text = read(report(result))
    assert "0 rijen wachten op u" in text
    assert "Niet overgenomen rijen" not in text
    assert "Rijen die geen plan zijn Tekst Waar Waarom Totaal Excel-bestand, rij 9 is een totaalrij" in text


def test_polygons_without_a_row_are_named():
    text = read(report(Imported(plans("Haven", "Dijk"), without_row=["Dijk"])))
    assert "Polygonen zonder rij in het Excel-bestand Van 1 plan staat er geen rij in het Excel-bestand" in text
