# SPDX-License-Identifier: GPL-2.0-or-later
"""The question table on real plans: what an import leaves open, what of it is certain, and what may be answered at once for all."""

import pytest
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.asking.answers import answers, zeros
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.rules.findings import Soort
from lmvw_plugin.core.rules.plans import check_plan
from lmvw_plugin.layers.asking.book import AnswerBook, read
from lmvw_plugin.layers.planfile.tables import answer_history
from lmvw_plugin.layers.reading import Taken
from tests.conftest import DATA

PLANS = DATA / "plannen"


def taken(layer, path):
    with Taken(layer).read() as reading:
        return read(path, reading.source, Silent())[0]


def still_open(plans):
    return sum(map(len, plans.open.values()))


def mistakes(plans):
    return {(key, one.regel, one.veld) for key in plans.open for one in check_plan(plans[key], plans.peildatum) if one.soort is Soort.FOUT}


@pytest.mark.real
@pytest.mark.skipif(not PLANS.exists(), reason="the real plans are not here")
@pytest.mark.parametrize(("name", "code", "figures"), [
    ("heemskerk_2020.gpkg", "GM0396", (1029, 56, 865)), ("zaanstad_2020.gpkg", "GM0479", (4330, 206, 3656)),
    ("alkmaar_2020.gpkg", "GM0361", (2170, 0, 1951)),
])  # fmt: skip
def test_from_import_to_what_only_a_person_knows(run, tmp_path, name, code, figures):
    """The open fields after the import, the certain zeros, and what is left after those and three answers for all: not yet the goal of 2 a plan."""
    path = tmp_path / "p.gpkg"
    run("importplans", INPUT=str(PLANS / name), GEMEENTE=code, PEILDATUM="2026-01-01", OUTPUT=str(path))
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    told = []
    book = AnswerBook(layer, path, told.append)
    plans = taken(layer, path)
    before, certain, wrong = still_open(plans), zeros(plans), mistakes(plans)
    written = len(certain)
    book.write(lambda _: "Alleen 0 mogelijk", certain)
    for veld in ("gerealiseerd", "vervallen", "vertrouwelijk"):
        plans = taken(layer, path)
        given = answers(plans, veld, False, plans.open)
        written += len(given)
        book.write(lambda _, veld=veld: veld, given)
    assert layer.commitChanges()
    plans = taken(layer, path)
    assert (before, len(certain), still_open(plans)) == figures
    assert mistakes(plans) <= wrong
    assert len(answer_history.read(path)) == written
    assert told == []
