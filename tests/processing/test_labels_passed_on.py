# SPDX-License-Identifier: GPL-2.0-or-later
"""What reviewers call strijdig goes as confidential to the steward, out of the review file: nobody types it again."""

from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.core.reviewing.entries import Label
from lmvw_plugin.layers.reviewing.desk import Desk
from tests.conftest import PEILDATUM, Listener
from tests.packages import of, sent

HOME, OTHER = members("Noord-Holland", PEILDATUM)[:2]


def plan(place, number, name):
    return {"plan_id": f"{place.code[2:]}1111-0000-4000-8000-{number:012}", "plannummer": name[:3], "plannaam": name}


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


@pytest.fixture
def review(run, send, tmp_path):
    """A review file in which one plan is strijdig, one no longer, one not judged, and one strijdig that is gone from the newest package."""
    send([of(HOME, "Zuid"), of(HOME, "Noord"), of(HOME, "Oost"), of(HOME, "Weg")], HOME)
    send([of(OTHER, "Zuid")], OTHER, at=20)
    path = Path(run("opendeliveries", INPUT=str(tmp_path / "in"), OUTPUT=str(tmp_path / "b.gpkg"))["OUTPUT"])
    desk = Desk(path, HOME.code, "A. Bos")
    desk.label(plan(HOME, 0, "Zuid"), Label.STRIJDIG)
    desk.label(plan(HOME, 1, "Noord"), Label.STRIJDIG)
    desk.label(plan(HOME, 1, "Noord"), Label.NONE)
    desk.label(plan(HOME, 2, "Oost"), Label.NOT_JUDGED)
    desk.label(plan(HOME, 3, "Weg"), Label.STRIJDIG)
    (tmp_path / "in" / f"LMVW_{HOME.code}_2026-01-01.zip").unlink()
    send([of(HOME, "Zuid"), of(HOME, "Noord"), of(HOME, "Oost")], HOME)
    return path


def passed(run, algorithm, tmp_path, listener=None, **more):
    (tmp_path / "uit").mkdir(exist_ok=True)
    target = (
        {"FOLDER": str(tmp_path / "uit")} if algorithm == "exportsteward" else {"OUTPUT": str(tmp_path / "uit" / "s.gpkg"), "STEWARD": True}
    )
    done = run(algorithm, listener, INPUT=str(tmp_path / "in"), **target, **more)
    layer = QgsVectorLayer(f"{done['OUTPUT']}|layername=plannen", "x", "ogr")
    return {(one["gemeente_code"], one["plannaam"]) for one in layer.getFeatures() if one["vertrouwelijk"]}


@pytest.mark.parametrize("algorithm", ["exportsteward", "mergedeliveries"])
def test_what_reviewers_call_strijdig_is_confidential(run, review, tmp_path, algorithm):
    listener = Listener()
    assert passed(run, algorithm, tmp_path, listener, REVIEW=str(review)) == {(HOME.code, "Zuid")}
    assert f"‘Weg’ van {HOME.code} zit niet in het pakket" in listener.textLog()
    assert passed(run, algorithm, tmp_path, REVIEW=str(review), STRIJDIG=f"{OTHER.code} zuid") == {
        (HOME.code, "Zuid"),
        (OTHER.code, "Zuid"),
    }
    (tmp_path / "in" / f"LMVW_{HOME.code}_2026-01-01.zip").unlink()
    assert passed(run, algorithm, tmp_path, REVIEW=str(review)) == set()  # whose package does not go, has nothing to hide


@pytest.mark.parametrize("algorithm", ["exportsteward", "mergedeliveries"])
def test_another_file_than_a_review_file_is_refused(refused, review, tmp_path, algorithm, clean_file):
    given = {"FOLDER": str(tmp_path)} if algorithm == "exportsteward" else {"OUTPUT": str(tmp_path / "s.gpkg"), "STEWARD": True}
    assert "geen beoordelingsbestand" in refused(algorithm, INPUT=str(tmp_path / "in"), REVIEW=str(clean_file), **given)


def test_a_review_is_of_no_use_to_a_file_of_the_province_itself(refused, review, tmp_path):
    said = refused("mergedeliveries", INPUT=str(tmp_path / "in"), OUTPUT=str(tmp_path / "s.gpkg"), REVIEW=str(review))
    assert "horen bij" in said
