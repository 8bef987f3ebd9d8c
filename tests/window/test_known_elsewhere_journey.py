# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of what others know already: a total that stands elsewhere stops the public version, and the one sum of all plans is for a researcher."""

import zipfile

from lmvw_plugin.core.basisset.codelists import stays_home
from tests.conftest import read_plans

PUBLIC = "lmvw_public"
TOTALS = "widget('totals', 'lmvw_public')"


def test_a_total_elsewhere_stops_it_and_the_one_sum_of_all_is_made(window):
    path = window.open_sample()
    live = [plan for plan, _ in read_plans(path) if not (stays_home(plan["planstatus"]) or plan["gerealiseerd"] or plan["vervallen"])]
    whole = sum(plan["bruto_totaal"] or 0 for plan in live)
    hidden = sum(plan["bruto_totaal"] or 0 for plan in live if plan["vertrouwelijk"] is not False)
    window.open_form("Oosterdiep-Zuid")
    window.press("lmvw_exportpublic")
    window.opens(PUBLIC)
    before = window.wait("window('lmvw_public').judged and len(window('lmvw_public').judged.reasons)")  # one plan is most of the sum
    window.click("tab(widget('tabs', 'lmvw_public'), 'Keuzes')")
    window.click(TOTALS)
    window.type(f"Raadsbrief maart: {whole}")
    window.keys("Tab")
    window.wait("len(window('lmvw_public').judged.reasons) == before + 1 and idle()", before=before)
    window.click("tab(widget('tabs', 'lmvw_public'), 'Besluit')")
    told = window.read("widget('reasons', 'lmvw_public').toPlainText()")
    assert "‘Raadsbrief maart’ noemt" in told and f"precies de optelling: {hidden:,}".replace(",", ".") in told
    assert not window.read("button('Openbare versie maken', 'lmvw_public').isEnabled()")
    window.picture("total")
    window.click("tab(widget('tabs', 'lmvw_public'), 'Keuzes')")
    window.click(TOTALS)
    window.keys("ctrl+a", "Delete")
    window.type("Krant: veel")
    window.keys("Tab")
    window.sees("schrijf waar het staat", PUBLIC)
    window.click(TOTALS)
    window.keys("ctrl+a", "Delete", "Tab")
    window.wait(
        "window('lmvw_public').judged is not None and len(window('lmvw_public').judged.reasons) == before and idle()", before=before
    )
    window.click("tab(widget('tabs', 'lmvw_public'), 'Keuzes')")
    window.click("widget('sum_all', 'lmvw_public')")
    window.keys("space")
    window.wait("idle() and 'SummedVersion' in type(window('lmvw_public').judged.version).__name__")
    window.click("tab(widget('tabs', 'lmvw_public'), 'Wat iedereen ziet')")
    window.wait("'alle plannen opgeteld' in widget('summary', 'lmvw_public').toPlainText()")
    window.picture("sum")
    window.click("tab(widget('tabs', 'lmvw_public'), 'Besluit')")
    window.click("widget('who', 'lmvw_public')")
    window.type("A. Bos")
    window.keys("Tab")
    window.type("De onderzoeker heeft getekend.")
    window.wait("button('Openbare versie maken', 'lmvw_public').isEnabled()")
    window.click("button('Openbare versie maken', 'lmvw_public')")
    window.sees("geschreven en teruggelezen", PUBLIC)
    (made,) = (path.parent / "openbaar").glob("*.zip")
    assert made.name == "LMVW_opgeteld_GM9999_2026-01-01.zip"
    with zipfile.ZipFile(made) as packed:
        texts = [packed.read(name) for name in packed.namelist()]
    assert not [text for text in texts if b"Oosterdiep-Zuid" in text], "no plan, also not a public one"
    window.wait("'LMVW_opgeteld' in bar()")
    window.keys("Escape")
    window.wait("not opened('lmvw_public')")


def test_a_target_of_the_options_is_known_elsewhere_too(window):
    path = window.open_sample()
    live = [plan for plan, _ in read_plans(path) if not (stays_home(plan["planstatus"]) or plan["gerealiseerd"] or plan["vervallen"])]
    year = next(n for n in range(1, 10) if sum(plan[f"bruto_jaar{n + 1:02}"] or 0 for plan in live if plan["vertrouwelijk"] is not False))
    wanted = sum(plan[f"bruto_jaar{year + 1:02}"] or 0 for plan in live)
    window.do("iface.setActiveLayer(plans()); later(lambda: iface.showOptionsDialog(iface.mainWindow(), 'lmvw_options'))")
    window.opens("QgsOptionsBase")
    window.fill(f"widget('target_{2026 + year}')", str(wanted))
    window.keys("Tab")
    window.click("button('OK', 'QgsOptionsBase')")
    window.wait("not shown() or not opened('QgsOptionsBase')")
    window.press("lmvw_exportpublic")
    window.opens(PUBLIC)
    window.sees(f"‘Streefgetal {2026 + year}’ noemt", PUBLIC)
    window.picture("target")
    window.keys("Escape")
    window.wait("not opened('lmvw_public')")
