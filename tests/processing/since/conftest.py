# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file that was delivered, that of half a year later, and a check beside the delivery."""

import json
from pathlib import Path

import pytest

from tests.conftest import values
from tests.processing.since.kit import AUTUMN, SPRING, plan_file


@pytest.fixture
def deliver(run):
    def make(path, peildatum=SPRING, **more):
        folder = path.with_name("uit")
        folder.mkdir(exist_ok=True)
        given = {"REST_CAPACITY": "ja"} if peildatum.asks_rest_capacity else {}
        return run("exportdelivery", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM=str(peildatum), FOLDER=str(folder), **given, **more)

    return make


@pytest.fixture
def first(tmp_path, deliver):
    """A plan file that was delivered, and the package."""
    path = plan_file(tmp_path / "voorjaar.gpkg")
    return path, Path(deliver(path)["PACKAGE"])


@pytest.fixture
def rolled(first, run, tmp_path):
    """The plan file of half a year later, which remembers that delivery."""
    path = tmp_path / "najaar.gpkg"
    run("rollforward", INPUT=str(first[0]), PEILDATUM=str(AUTUMN), OUTPUT=str(path))
    return path


@pytest.fixture
def check(run, tmp_path):
    """The findings of the three rules, and what the certificate says of them."""

    def checked(path, peildatum=AUTUMN, **more):
        target = tmp_path / "verklaring.json"
        done = run("checkplans", INPUT=path, PEILDATUM=str(peildatum), OUTPUT="memory:", CERTIFICATE=str(target), **more)
        rules = {rule["regel"]: rule for rule in json.loads(target.read_text(encoding="utf-8"))["regels"]}
        checked.stand = {name: (rules[name]["stand"], rules[name]["reden"]) for name in ("S4", "S5", "S6")}
        found = [values(one) for one in done["OUTPUT"].getFeatures()]
        return sorted((one["regel"], one["ernst"], one["plannaam"]) for one in found if one["regel"] in checked.stand)

    return checked
