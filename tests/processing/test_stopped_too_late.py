# SPDX-License-Identifier: GPL-2.0-or-later
"""Who stops an algorithm when its work is in its place gets the whole outcome: "er is niets veranderd" would not be so."""

from pathlib import Path

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store
from tests.conftest import MARKERWAARD, Listener, consistent_plan, polygon_layer, square
from tests.packages import of, sent

SHARED = {"GEMEENTE": MARKERWAARD.code, "PEILDATUM": "2026-01-01"}


class Late(Listener):
    """Stopped from the moment that a file has its name."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def isCanceled(self):  # noqa: N802  # Qt's name
        return self.path.exists()


def imported(folder):
    layer = polygon_layer([{"plannaam": f"Plan {number}"} for number in range(3)])
    return "importplans", {"INPUT": layer, **SHARED, "OUTPUT": str(folder / "p.gpkg")}, folder / "p.gpkg"


def rolled(folder):
    old = folder / "oud.gpkg"
    store.create(old, store.PlanFileInfo(MARKERWAARD, Peildatum.parse("2026-01-01")), [(square(0), consistent_plan())])
    return "rollforward", {"INPUT": str(old), "PEILDATUM": "2027-01-01", "OUTPUT": str(folder / "nieuw.gpkg")}, folder / "nieuw.gpkg"


def opened(folder):
    sent(folder, [of(MARKERWAARD, "Zuid")], MARKERWAARD)
    given = {"INPUT": [str(folder / "in")], "OUTPUT": str(folder / "b.gpkg"), "WORKBOOK": str(folder / "overzicht.xlsx")}
    return "opendeliveries", given, folder / "b.gpkg"


def passed_on(folder):
    sent(folder, [of(MARKERWAARD, "Zuid")], MARKERWAARD)
    (folder / "uit").mkdir()
    target = folder / "uit" / "LMVW_landelijk_VERTROUWELIJK.gpkg"
    return "exportsteward", {"INPUT": str(folder / "in"), "FOLDER": str(folder / "uit")}, target


@pytest.mark.parametrize("made", [imported, rolled, opened, passed_on])
def test_what_is_in_its_place_is_told_with_its_report(made, run, provider, tmp_path):
    name, given, target = made(tmp_path)
    feedback = Late(target)
    done = run(name, feedback, **given)
    assert target.is_file()
    assert Path(done["REPORT"]).is_file()
    assert "niets veranderd" not in feedback.textLog()
