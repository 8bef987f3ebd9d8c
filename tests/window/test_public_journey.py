# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey to the public version: from the toolbar, with table and form open, over a stop and a decision, to the files."""

import re

from lmvw_plugin.core.confidential.public import PLANS
from tests.conftest import read_plans

NAME = "LMVW_openbaar_GM9999_2026-01-01"


def test_a_stop_a_decision_and_a_public_version(window):
    path = window.open_sample()
    window.open_table()
    window.open_form("Oosterdiep-Zuid")
    window.press("lmvw_exportpublic")
    window.opens("lmvw_public")
    window.sees("af te leiden", "lmvw_public")
    window.click("tab(widget('tabs', 'lmvw_public'), 'Vertrouwelijk')")
    window.sees("Dit ziet alleen uw gemeente", "lmvw_public")
    window.click("tab(widget('tabs', 'lmvw_public'), 'Keuzes')")
    window.fill("widget('fewest', 'lmvw_public')", "50")
    window.keys("Tab")
    window.sees("zie het tabblad Besluit", "lmvw_public")
    assert not window.read("button('Openbare versie maken', 'lmvw_public').isEnabled()")
    window.click("widget('who', 'lmvw_public')")
    window.type("A. Bos")
    window.keys("Tab")
    window.type("De raad kent de plannen.")
    window.sees("beslist dat dit naar buiten mag", "lmvw_public")
    window.click("button('Openbare versie maken', 'lmvw_public')")
    window.sees("geschreven en teruggelezen", "lmvw_public")
    package = path.parent / "openbaar" / NAME
    assert package.with_suffix(".zip").is_file()
    public = {plan["plannaam"] for plan, _ in read_plans(package / "openbare_plannen.gpkg", PLANS)}
    own = {plan["plannaam"]: plan for plan, _ in read_plans(path)}
    assert public == {name for name, plan in own.items() if plan["vertrouwelijk"] is False and plan["planstatus"] not in ("5A", "5B")}
    assert any(plan["vertrouwelijk"] for plan in own.values())
    (kept,) = path.parent.glob("*_besluiten_VERTROUWELIJK.txt")
    assert re.search(r"A\. Bos besluit dat .* Reden: De raad kent de plannen\.", kept.read_text(encoding="utf-8"))
    window.wait(f"'{NAME}' in bar()")  # the algorithm tells of it in the window a moment before its run has ended
    window.keys("Escape")
    window.wait("not opened('lmvw_public')")
