# SPDX-License-Identifier: GPL-2.0-or-later
"""The import report: all that needs a person stands in it, with totals on both sides, and nothing of a file can break it."""

from lmvw_plugin.core.formats import KNOWN
from lmvw_plugin.core.import_plans import Balance, Imported, NotImported, Remark
from lmvw_plugin.core.import_report import import_report
from lmvw_plugin.core.import_update import Change, Update
from lmvw_plugin.core.mapping import ColumnMapping, PlanMapping
from lmvw_plugin.core.reports import Subject
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan
from tests.core.test_reports import NASTY, read

SUBJECT = Subject(PEILDATUM, MARKERWAARD, "plannen")


def test_the_import_report_lists_all_that_needs_a_person():
    plan = consistent_plan(plannaam="Haven", plantype=None)
    result = Imported(
        [(0, plan)], [Remark("Haven", "plantype", "Soort", NASTY, "staat niet in de lijst")],
        [NotImported("Dijk", "werkblad, rij 9", "de naam staat twee keer")], ["Woonwagens"],
    )  # fmt: skip
    mapping = PlanMapping(
        {"polygonen": "naam"}, {"plantype": ColumnMapping("polygonen", "Soort"), "sloop_totaal": ColumnMapping("polygonen", "Sloop", True)}
    )
    text = read(import_report(SUBJECT, result, mapping, {"polygonen": ["naam", "Soort", "Sloop", "rest"]}))
    for part in ("1 plannen overgenomen, 1 regels wachten op u, 1 waarden zijn niet overgenomen.", "Dijk werkblad, rij 9 de naam staat twee keer",
                 "Woonwagens", NASTY, "staat niet in de lijst", "teken omgekeerd", "polygonen: rest", "Haven Plantype"):  # fmt: skip
        assert part in text


def test_totals_changes_and_known_formats_stand_in_it():
    result = Imported([(0, consistent_plan())], balances=[Balance("bruto_totaal", 20, 12, 8), Balance("fasering_bruto", 9, 1, 1)])
    update = Update(
        [Change("id", NASTY, "bruto_totaal", 3, 5, 0, 1), Change("id", "B", "vertrouwelijk", None, False, 0, 1, accepted=False)], same=4
    )
    columns = {"polygonen": ["naam", "KOOP"]}
    mapping = PlanMapping({"polygonen": "naam"}, {"huur_midden_markt": ColumnMapping("", "", constant="0")})
    text = read(import_report(SUBJECT, result, mapping, columns, KNOWN, update, {("polygonen", "KOOP"): 931}))
    for part in ("Bruto totaal 20 12 8 klopt", "Fasering van bruto 9 1 1 KLOPT NIET", NASTY, "Bruto totaal 3 5", "Vertrouwelijk nee overgeslagen",
                 "KOOP (samen 931)", "voor elk plan ‘0’", *(known.title for known in KNOWN)):  # fmt: skip
        assert part in text, part
