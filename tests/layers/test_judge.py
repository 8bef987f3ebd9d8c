# SPDX-License-Identifier: GPL-2.0-or-later
"""What is judged again after an edit is what a whole check would say: of the plan, of those beside it, and of those called like it."""

import random
import re
import uuid
from dataclasses import replace

import pytest
import shapely
from qgis.core import QgsFeature, QgsGeometry

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.rules.ledger import Ledger
from lmvw_plugin.core.rules.tasks import order, tasks_of
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map.judge import Edit, Judge
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.polygons.shapely2 import shapely as shapely2
from lmvw_plugin.layers.sources import rows
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

NAMES = ("Kade", "Kade ", "kade", "KADE", "Havenkwartier", "Haven-kwartier", "Oost", "Oost 2", "n.v.t.", None, "Sluis\u200bplein",
         *(f"Veld {number}" for number in range(24)))  # fmt: skip
X, Y = 146_000.0, 506_000.0
AREA = shapely.box(X - 30, Y - 30, X + 200, Y + 200)


def polygon(dice):
    kind = dice.randrange(12)
    if kind == 0:
        return QgsGeometry()
    x, y = X + 20 * dice.randrange(10), Y + 20 * dice.randrange(10)
    if kind == 1:  # crosses itself
        return QgsGeometry.fromWkt(f"MultiPolygon ((({x} {y}, {x + 20} {y + 20}, {x + 20} {y}, {x} {y + 20}, {x} {y})))")
    side = 60 if kind == 2 else 20.0
    gap = dice.choice((0, 0, 0, 0.3, -0.3, 4))
    return QgsGeometry.fromWkt(shapely.MultiPolygon([shapely.box(x, y, x + side - gap, y + side)]).wkt)


def plan(dice, key):
    gone = dice.random() < 0.1
    return consistent_plan(
        plan_id=key, plannaam=dice.choice(NAMES), plannummer=dice.choice((None, None, None, "7", "8 ", "8")),
        gemeente_code=dice.choice(("GM9999",) * 6 + ("GM0396", None)),
        planstatus=dice.choice(("2A", "2A", "1A", "5A", None)), gerealiseerd=gone, bruto_totaal=dice.choice((20, 20, 3, None)),
        vertrouwelijk=dice.choice((False, False, True, None)), plantype=dice.choice(("verdichting", None)),
    )  # fmt: skip


def told(findings):
    """Without the place in the layer that a sentence about a name tells: it shifts for all that come after a plan that goes.

    An empty name is no name.
    """
    return {
        re.sub(r"\b([Pp])lan \d+\b", r"\1lan #", repr(replace(finding, plannummer=None, plannaam=finding.plannaam or None)))
        for finding in findings
    }


def of_check(layer, boundary):
    return check_plan_layer(layer, PEILDATUM, boundary, None, Silent(), "GM9999")


def edit_of(layer, key):
    pair = next(((feature, found) for feature, found in rows(layer) if found["plan_id"] == key), None)
    return Edit(key) if pair is None else Edit(key, pair[1], pair[0].geometry(), pair[0].id())


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edit_it_says_what_a_whole_check_says(qgis_app, tmp_path, seed):
    dice = random.Random(seed)
    keys = [str(uuid.UUID(int=number)) for number in range(40)]
    path = tmp_path / "p.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(polygon(dice), plan(dice, key)) for key in keys])
    layer, area = planfile.open_layer(path), shapely2.from_wkb(AREA.wkb)
    first = of_check(layer, area)
    judge = Judge(PEILDATUM, "GM9999", first.coverage.ran, area)
    ledger = Ledger(first.findings, {row["plan_id"]: row["bruto_totaal"] or 0 for _, row in rows(layer)}, PEILDATUM)
    for feature, found in rows(layer):
        judge.know(found["plan_id"], found, feature.geometry(), feature.id())
    layer.startEditing()
    for _ in range(14):
        edited = dice.sample(keys, dice.choice((1, 1, 2)))
        for key in edited:
            fid = next((feature.id() for feature, found in rows(layer) if found["plan_id"] == key), None)
            new, deed = plan(dice, key), dice.randrange(4)
            if fid is None:
                feature = QgsFeature(layer.fields())
                for name, answer in new.items():
                    feature[name] = answer
                feature.setGeometry(polygon(dice))
                layer.addFeature(feature)
                keys.remove(key), keys.append(key)
            elif deed == 0:
                layer.deleteFeature(fid)
            elif deed == 1:
                layer.changeGeometry(fid, polygon(dice))
            else:
                for name, answer in new.items():
                    layer.changeAttributeValue(fid, layer.fields().lookupField(name), answer)
        layer.commitChanges(False)  # so that the order of the layer is that of the file
        found = judge.again([edit_of(layer, key) for key in edited], Silent())
        ledger.replace(found.anew, found.sizes)
        whole = of_check(layer, area)
        said, right = told(ledger.findings()), told(whole.findings)
        assert said - right == set()
        assert right - said == set()
        assert ledger.counts == replace(whole.counts, delivered=None)  # which plans go is asked by a whole check
        sizes = {row["plan_id"]: row["bruto_totaal"] or 0 for _, row in rows(layer)}
        tasks = tasks_of(whole.findings, len(whole.plans), PEILDATUM, sizes)
        assert {(one.sentence, one.dwellings) for one in map(ledger.task, ledger.task_keys())} == {
            (one.sentence, one.dwellings) for one in tasks
        }
        assert sorted(map(order, map(ledger.task, ledger.task_keys()))) == list(map(order, tasks))
    layer.rollBack()
