# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey of comparing: from the menu, with the package of the previous delivery and the plan file in hand, while its table is open."""

import shutil

from tests.conftest import read_plans

DIALOG = "QgsProcessingDialogBase"
FACTS = "[[one['soort'], one['vorige_namen']] for one in QgsProject.instance().mapLayersByName('Vergelijking')[0].getFeatures()]"


def test_what_became_of_the_plans_is_on_the_map(window):
    path = window.open_sample()
    before = shutil.copy(path, path.with_name("vorige.gpkg"))
    name = next(plan["plannaam"] for plan, _ in read_plans(path) if plan["planstatus"] == "1A")
    window.do("plans().startEditing(); plans().deleteFeature(plan(name).id()); plans().commitChanges()", name=name)
    window.open_table()
    window.choose("lmvw_comparedeliveries")
    window.opens(DIALOG)
    window.do(
        "window(dialog).setParameters({**window(dialog).mainWidget().createProcessingParameters(), 'PREVIOUS': file})",
        file=str(before),
        dialog=DIALOG,
    )
    window.picture("window")
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.wait("len(QgsProject.instance().mapLayersByName('Vergelijking')) == 1", limit=30)
    window.picture("log")
    window.click(f"button('Sluiten', '{DIALOG}')")
    gone = [names for kind, names in window.read(FACTS) if kind == "verdwenen"]
    assert gone == [f'["{name}"]']
    assert window.read("QgsProject.instance().mapLayersByName('Vergelijking')[0].renderer().type()") == "RuleRenderer"
    assert window.read("QgsProject.instance().mapLayersByName('Oude polygonen')[0].featureCount()") > 1
    window.picture("map")
