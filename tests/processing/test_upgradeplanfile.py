# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:upgradeplanfile``, and the other algorithms with a plan file of an earlier or a newer version."""

import pytest

from lmvw_plugin.layers.planfile import upgrade
from tests.conftest import left_in
from tests.layers.test_upgrade import age, say


def test_it_brings_a_plan_file_up_and_keeps_the_old_one(run, own_file, tmp_path):
    age(own_file)
    made = run("upgradeplanfile", INPUT=str(own_file))
    assert (made["OUTPUT"], made["ADDED"]) == (str(own_file), 2)
    assert left_in(tmp_path) == [own_file.name, "planbestand_schema_0.9.gpkg"]
    assert upgrade.needed(own_file) is None
    again = run("upgradeplanfile", INPUT=str(own_file))
    assert (again["KEPT"], again["ADDED"]) == ("", 0)


@pytest.mark.parametrize("name", ["checkplans", "exportdelivery"])
def test_without_a_window_an_older_one_is_read_from_a_copy(run, own_file, tmp_path, name):
    age(own_file)
    (tmp_path / "uit").mkdir()
    before = own_file.read_bytes()
    more = {"checkplans": {"OUTPUT": "TEMPORARY_OUTPUT", "REPORT": "TEMPORARY_OUTPUT"}, "exportdelivery": {"GEMEENTE": "GM9999"}}
    wanted = {"INPUT": str(own_file), "PEILDATUM": "2026-01-01", **more[name]}
    if name == "checkplans":
        made = run(name, **wanted)
        assert made["PLANS"] > 20
        assert made["ERRORS"] > 0, "what the older one did not ask is not answered"
    else:
        with pytest.raises(Exception, match="fout"):
            run(name, FOLDER=str(tmp_path / "uit"), **wanted)
    assert own_file.read_bytes() == before


def test_what_writes_in_it_says_what_to_do_first(refused, own_file, sample):
    age(own_file)
    before = own_file.read_bytes()
    given = {"INPUT": str(sample / "schoon" / "plannen.gpkg"), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "OUTPUT": str(own_file)}
    assert "lmvw:upgradeplanfile" in refused("importplans", UPDATE=True, **given)
    assert own_file.read_bytes() == before


@pytest.mark.parametrize("name", ["upgradeplanfile", "checkplans", "exportdelivery"])
def test_a_newer_one_is_refused(refused, own_file, tmp_path, name):
    say(own_file, "9.0")
    (tmp_path / "uit").mkdir()
    more = {} if name == "upgradeplanfile" else {"PEILDATUM": "2026-01-01"}
    if name == "exportdelivery":
        more |= {"GEMEENTE": "GM9999", "FOLDER": str(tmp_path / "uit")}
    elif name == "checkplans":
        more |= {"OUTPUT": "TEMPORARY_OUTPUT", "REPORT": "TEMPORARY_OUTPUT"}
    assert "nieuwere versie van de plugin" in refused(name, INPUT=str(own_file), **more)
    assert left_in(tmp_path / "uit") == []
