# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's own report: where it comes, and that what the user has under its name is never lost."""

import contextlib
import hashlib
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers import reports
from lmvw_plugin.layers.delivering.own_report import Deciding, write_own_report
from tests.conftest import left_in

PAGE, LIST = "<html>\n</html>\n", '{\n "a": 1\n}\n'


@pytest.fixture
def in_profile():
    """Where reports come that can stand beside no plan file; gone afterwards."""
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "lmvw"
    with contextlib.suppress(OSError):
        folder.rmdir()  # it is made when it is not there
    paths = [folder / f"LMVW_proef{tail}" for tail in ("_levering.html", "_besluiten_VERTROUWELIJK.txt")]
    yield paths
    for path in paths:
        path.unlink(missing_ok=True)


CONTENT = b"wat iedereen mag zien"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def decide(tmp_path_factory):
    """Decide about a file, which then gets its name, or another does."""

    def go(words, plan_file, folder, placed=CONTENT):
        made = tmp_path_factory.mktemp("maken") / "LMVW_proef.zip"
        made.write_bytes(CONTENT)
        deciding, package = Deciding(words, plan_file, folder, "LMVW_proef"), folder / made.name
        with deciding.while_placing(made, package):
            if placed:
                folder.mkdir(exist_ok=True)
                package.write_bytes(placed)
        package.unlink(missing_ok=True)
        return deciding.path

    return go


def said(words, state, folder):
    """What a list says of it."""
    return f"{words}\n- {state}: {(folder / 'LMVW_proef.zip').absolute()} (SHA-256 {DIGEST})\n"


def test_beside_the_plan_file(tmp_path, in_profile, decide):
    plan_file, folder = tmp_path / "gemeente" / "plannen.gpkg", tmp_path / "uit"
    plan_file.parent.mkdir()
    assert write_own_report(PAGE, False, plan_file, folder, "LMVW_proef") == (plan_file.with_name("plannen_levering.html"), None)
    assert decide("een", plan_file, folder) == plan_file.with_name("plannen_besluiten_VERTROUWELIJK.txt")
    assert not any(path.exists() for path in in_profile)


@pytest.mark.parametrize("where", ["none", "in the folder that goes out", "below that folder", "where nothing can be written"])
def test_else_in_the_profile_and_never_in_the_folder_that_goes_out(tmp_path, in_profile, where, decide):
    folder = tmp_path / "uit"
    (folder / "onder").mkdir(parents=True)
    plan_file = {"none": None, "in the folder that goes out": folder / "p.gpkg", "below that folder": folder / "onder" / "p.gpkg"}.get(
        where, tmp_path / "de schijf is weg" / "p.gpkg"
    )
    assert write_own_report(PAGE, False, plan_file, folder, "LMVW_proef") == (in_profile[0], None)
    for words in ("een", "twee"):
        assert decide(words, plan_file, folder) == in_profile[1]
    assert in_profile[1].read_text(encoding="utf-8") == said("een", "Geplaatst", folder) + said("twee", "Geplaatst", folder), (
        "what stood in it stays"
    )
    assert PAGE in in_profile[0].read_text(encoding="utf-8")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(("raw", "kept"), [
    (b"besluit van B\xe8ta\r\n", "besluit van Bèta\n"), ("besluit van Bèta".encode("utf-16"), "besluit van Bèta\n"),
    ("\ufeffBèta\n".encode(), "Bèta\n"), ("Bèta\n".encode(), "Bèta\n"), (b"\x8d\xe8", "\x8dè\n"), (b"\xff\xfe\xe8", "ÿþè\n"), (b"", ""),
])  # fmt: skip
def test_a_list_that_somebody_saved_in_another_encoding_stays_as_it_is_read(tmp_path, raw, kept, decide):
    mine = tmp_path / "p_besluiten_VERTROUWELIJK.txt"
    mine.write_bytes(raw)
    assert decide("Mag", tmp_path / "p.gpkg", tmp_path / "uit") == mine
    assert mine.read_text(encoding="utf-8") == kept + said("Mag", "Geplaatst", tmp_path / "uit")


@pytest.mark.parametrize("before", [None, b"", "B\xe8ta".encode("cp1252")])
def test_what_is_not_done_after_all_is_not_decided(tmp_path, before):
    mine = tmp_path / "p_besluiten_VERTROUWELIJK.txt"
    if before is not None:
        mine.write_bytes(before)
    made = tmp_path / "LMVW_proef.zip"
    made.write_bytes(CONTENT)
    deciding = Deciding("Mag", tmp_path / "p.gpkg", tmp_path / "uit", "LMVW_proef")
    with pytest.raises(KeyboardInterrupt), deciding.while_placing(made, tmp_path / "uit" / made.name):
        assert deciding.path == mine and mine.read_text(encoding="utf-8").endswith(said("Mag", "Nog niet geplaatst", tmp_path / "uit"))
        raise KeyboardInterrupt
    assert (mine.read_bytes() if mine.exists() else None) == before


@pytest.mark.parametrize(("placed", "state"), [(CONTENT, "Geplaatst"), (b"iets anders", "Niet gevonden"), (None, "Niet gevonden")])
def test_the_next_decision_says_what_became_of_a_run_that_was_killed(tmp_path, decide, placed, state):
    mine, folder = tmp_path / "p_besluiten_VERTROUWELIJK.txt", tmp_path / "uit"
    mine.write_text(said("Eerst", "Nog niet geplaatst", folder), encoding="utf-8")
    folder.mkdir()
    if placed:
        (folder / "LMVW_proef.zip").write_bytes(placed)
    with (
        contextlib.suppress(KeyboardInterrupt),
        Deciding("Dan", tmp_path / "p.gpkg", folder, "x").while_placing(mine, folder / "ander.zip"),
    ):
        assert mine.read_text(encoding="utf-8").startswith(said("Eerst", state, folder) + "Dan\n- Nog niet geplaatst: ")
        raise KeyboardInterrupt
    assert mine.read_text(encoding="utf-8") == said("Eerst", "Nog niet geplaatst", folder)


@pytest.mark.parametrize(("name", "text", "changed"), [
    ("r.html", PAGE, lambda kept: kept.replace("</html>", "x</html>")), ("r.html", PAGE, lambda kept: kept + "x"), ("r.html", PAGE, lambda kept: PAGE),
    ("r.json", LIST, lambda kept: kept.replace('"a": 1', '"a": 2')), ("r.json", LIST, lambda kept: LIST), ("r.JSON", LIST, lambda kept: "{}"),
    ("r.html", PAGE, lambda kept: ""),
])  # fmt: skip
def test_what_the_user_changed_is_set_aside_and_what_is_ours_is_replaced(tmp_path, name, text, changed):
    path = tmp_path / name
    for _ in range(2):
        assert reports.write_report(path, text) is None
        assert reports.is_ours(path) and left_in(tmp_path) == [name]
    path.write_bytes(path.read_bytes() + b"\n")
    assert reports.is_ours(path), "an editor may end a file with an empty line"
    if text is LIST:
        path.write_bytes(path.read_bytes().rstrip())
        assert reports.is_ours(path), "or without the end of its last line"
    path.write_text(changed(path.read_text(encoding="utf-8").rstrip() + "\n"), encoding="utf-8")
    mine = path.read_bytes()
    assert not reports.is_ours(path)
    aside = reports.write_report(path, text)
    assert aside.read_bytes() == mine and reports.is_ours(path) and len(left_in(tmp_path)) == 2


def test_in_the_profile_when_another_program_has_the_users_file_of_that_name(tmp_path, in_profile, monkeypatch):
    plan_file, replace = tmp_path / "p.gpkg", Path.replace
    mine = plan_file.with_name("p_levering.html")
    mine.write_text("van mij")

    def in_use(self, target):
        if mine in (self, Path(target)):
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", in_use)
    assert write_own_report(PAGE, False, plan_file, tmp_path / "uit", "LMVW_proef") == (in_profile[0], None)
    assert mine.read_text() == "van mij"


def test_a_folder_with_the_name_of_a_report_is_set_aside_too(tmp_path):
    (tmp_path / "r.html").mkdir()
    (tmp_path / "r.html" / "brief.txt").write_text("van mij")
    aside = reports.write_report(tmp_path / "r.html", PAGE)
    assert (aside / "brief.txt").read_text() == "van mij" and reports.is_ours(tmp_path / "r.html")


@pytest.mark.parametrize("refused", [1, 2])
def test_a_report_that_cannot_have_its_name_leaves_the_user_what_is_his(tmp_path, monkeypatch, refused):
    """As on Windows, where a file that is open cannot be renamed: his own, or the new one that a scanner looks into."""
    path, replace, seen = tmp_path / "r.html", Path.replace, []
    path.write_text("van mij")

    def in_use(self, target):
        seen.append(target)
        if len(seen) == refused:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", in_use)
    with pytest.raises((LmvwError, PermissionError)):
        reports.write_report(path, PAGE)
    assert path.read_text() == "van mij"
    assert left_in(tmp_path) == ["r.html"]
