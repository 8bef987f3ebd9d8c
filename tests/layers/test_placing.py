# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user put where the package comes is set aside and said; a file in use at any step leaves all as it was."""

import json
import os
import re
import shutil
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers import files
from lmvw_plugin.layers.delivering import placing
from tests.conftest import left_in
from tests.layers.test_package_damage import NAME, complete, write

ASIDE = re.compile(re.escape(NAME) + r"_bewaard_\d{4}-\d\d-\d\d_\d{6}")


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def aside(folder):
    """What stands under dated names."""
    return [path for path in folder.iterdir() if ASIDE.match(path.name)]


def test_what_is_only_ours_is_replaced_without_a_word(tmp_path):
    write(tmp_path, 3)
    again = write(tmp_path, 7)
    assert (again.kept, again.stuck) == ((), ())
    assert left_in(tmp_path) == [NAME, f"{NAME}.zip"]


def test_a_letter_and_an_edited_file_are_set_aside(tmp_path):
    first = write(tmp_path, 3)
    (first.folder / "brief.docx").write_bytes(b"een brief")
    (first.folder / "map" / "dieper").mkdir(parents=True)
    (first.folder / "map" / "dieper" / "notitie.txt").write_bytes(b"een notitie")
    first.file("plannen.xlsx").write_bytes(b"aangepast")
    second = write(tmp_path, 7)
    (kept,) = second.kept
    assert ASIDE.fullmatch(kept.name)
    assert contents(kept) == {"brief.docx": b"een brief", "map/dieper/notitie.txt": b"een notitie", "plannen.xlsx": b"aangepast"}
    assert complete(second.archive) == 7
    assert set(contents(second.folder)) == {"LEESMIJ.txt", "controle.html", "manifest.json", "plannen.gpkg", "plannen.xlsx"}
    assert write(tmp_path, 3).kept == ()


def test_a_file_with_the_name_of_the_folder_is_set_aside(tmp_path):
    (tmp_path / NAME).write_bytes(b"van de gebruiker")
    made = write(tmp_path, 3)
    assert [path.read_bytes() for path in made.kept] == [b"van de gebruiker"]
    assert made.folder.is_dir()


def zip_of(name, data):
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr(name, data)
    return held.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"geen zip", b"PK\x05\x06" + bytes(18), zip_of("manifest.json", '{"sha256": {}}')],
    ids=["text", "empty zip", "a zip that says nothing of what is in it"],
)
def test_another_file_with_the_name_of_the_package_is_set_aside(tmp_path, data):
    (tmp_path / f"{NAME}.zip").write_bytes(data)
    (kept,) = write(tmp_path, 3).kept
    assert (kept.suffix, kept.read_bytes()) == (".zip", data)
    assert complete(tmp_path / f"{NAME}.zip") == 3


@pytest.mark.parametrize("name", ["brief.txt", "LEESMIJ.txt"], ids=["with a letter in it", "with a file that was edited"])
def test_our_own_zip_that_the_user_changed_is_set_aside(tmp_path, name):
    archive = write(tmp_path, 3).archive
    with zipfile.ZipFile(archive) as packed:
        parts = {one: packed.read(one) for one in packed.namelist()}
    with zipfile.ZipFile(archive, "w") as packed:
        for one, data in (parts | {name: b"van de gebruiker"}).items():
            packed.writestr(one, data)
    changed = archive.read_bytes()
    (kept,) = write(tmp_path, 7).kept
    assert (kept.suffix, kept.read_bytes()) == (".zip", changed)
    assert complete(archive) == 7


def test_two_of_one_second_get_two_names(tmp_path):
    for _ in range(3):
        (write(tmp_path, 3).folder / "brief.txt").write_text("x")
    write(tmp_path, 3)
    assert [path.name for path in aside(tmp_path)] == sorted({path.name for path in aside(tmp_path)}) or len(aside(tmp_path)) == 3


MOVES = ("copy aside", "new copy", "archive", "set aside")


@pytest.mark.parametrize("number", range(len(MOVES)), ids=MOVES)
@pytest.mark.parametrize("lasting", [False, True], ids=["for a moment", "for ever"])
def test_a_file_in_use_at_any_step(tmp_path, monkeypatch, number, lasting):
    """As on Windows: a step is refused, and when the file stays open so is every later one that touches it."""
    (write(tmp_path, 3).folder / "brief.docx").write_bytes(b"een brief")
    before, replace, seen = contents(tmp_path), placing.Path.replace, []

    def in_use(self, target):
        seen.append(self.name)
        if len(seen) == number + 1 or (lasting and number < len(seen)):
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(placing.Path, "replace", in_use)
    monkeypatch.setattr(files, "_PATIENCE", 0.0)
    try:
        made = write(tmp_path, 7)
    except LmvwError as error:
        made = None
        assert "kan niet vervangen worden" in str(error)
    monkeypatch.undo()
    assert complete(tmp_path / f"{NAME}.zip") == (7 if made else 3)
    assert b"een brief" in contents(tmp_path).values(), "nothing of the user is lost"
    if made is None and not lasting:
        assert contents(tmp_path) == before
    if made:
        assert made.kept or made.stuck, "and he is told where it is"
    with placing.alone(tmp_path):  # the next run finishes what could not be done
        pass
    assert not [name for name in left_in(tmp_path) if name.startswith(".")]
    assert b"een brief" in contents(tmp_path).values()
    copy = json.loads((tmp_path / NAME / "manifest.json").read_text(encoding="utf-8"))
    assert copy["plannen"] == (7 if made else 3)


def test_what_a_killed_run_holds_of_the_user_is_kept_in_whatever_case_a_disk_gives_its_name(tmp_path):
    """Some disks and shares give every name back in lower case."""
    held = tmp_path / f"{placing.STAGING}x" / f"{NAME.lower()}.oud"
    held.mkdir(parents=True)
    (held / "brief.docx").write_bytes(b"een brief")
    with placing.alone(tmp_path):
        pass
    assert list(contents(tmp_path).values()) == [b"een brief"]
    assert not [name for name in left_in(tmp_path) if name.startswith(".")]


def test_what_a_killed_run_holds_of_the_user_stays_while_it_can_go_nowhere(tmp_path, monkeypatch):
    held = tmp_path / f"{placing.STAGING}x" / f"{NAME}.oud"
    held.mkdir(parents=True)
    (held / "brief.docx").write_bytes(b"een brief")

    def in_use(self, target):
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(placing.Path, "replace", in_use)
        patch.setattr(files, "_PATIENCE", 0.0)
        with placing.alone(tmp_path):
            pass
    assert list(contents(tmp_path).values()) == [b"een brief"]
    with placing.alone(tmp_path):
        pass
    assert [path.name for path in aside(tmp_path)] == left_in(tmp_path), "the next run that can, sets it aside"
    assert list(contents(tmp_path).values()) == [b"een brief"]


# -- any call to the system, one after the other ---------------------------------------------------------------------------------

_TOUCHING = {
    "open",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.mkdir",
    "os.listdir",
    "os.scandir",
    "shutil.copyfile",
    "os.utime",
    "os.chmod",
}
_refuse = []  # while it holds anything: which call below which folder, counted down, and whether all later ones too


def _hold(event, arguments):
    """As a virus scanner, a backup or Excel does on Windows: what is asked of a file is refused."""
    if not _refuse or event not in _TOUCHING or not arguments or not isinstance(arguments[0], (str, bytes, Path)):
        return
    folder, left, lasting, name = _refuse
    path = Path(os.fsdecode(arguments[0]))
    if not path.is_absolute() or not str(path).startswith(folder) or not re.fullmatch(name, path.name):
        return
    _refuse[1] = left - 1
    if left == 0 or (lasting and left < 0):
        raise PermissionError(13, "in use", str(path))


sys.addaudithook(_hold)  # it cannot be taken away again, but refuses only when asked


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """A folder with a package of three plans, a letter in its unpacked copy, and a new package of seven that is about to be placed."""
    folder = tmp_path_factory.mktemp("klaar")
    (write(folder, 3).folder / "brief.docx").write_bytes(b"een brief")
    place = placing.put_in_place

    class Enough(Exception):
        """The new package is written; nothing is placed."""

    def stop(where, archive, content):
        shutil.copytree(content.parent, tmp_path_factory.getbasetemp() / "nieuw", dirs_exist_ok=True)
        raise Enough

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lmvw_plugin.layers.delivering.package.put_in_place", stop)
        with pytest.raises(Enough):
            write(folder, 7)
    assert placing.put_in_place is place
    return folder, tmp_path_factory.getbasetemp() / "nieuw"


FILES = (
    NAME,
    rf"{NAME}\.zip",
    r"manifest\.json",
    r"brief\.docx",
    r"plannen\.xlsx",
    r"plannen\.gpkg",
    rf"{NAME}\.oud",
    re.escape(placing.KEEP),
    ASIDE.pattern + ".*",
    ".*",
)


@pytest.mark.parametrize("foreign", [False, True], ids=["our zip", "his zip"])
@pytest.mark.parametrize("held", FILES)
@pytest.mark.parametrize("lasting", [False, True], ids=["for a moment", "for ever"])
def test_whatever_is_refused_the_folder_holds_one_whole_package_and_all_of_the_user(stage, tmp_path, monkeypatch, held, lasting, foreign):
    before, new = stage
    monkeypatch.setattr(files, "_PATIENCE", 0.0)
    for number in range(200):
        folder = tmp_path / str(number)
        shutil.copytree(before, folder)
        own = folder / f"{placing.STAGING}0"
        shutil.copytree(new, own)
        if foreign:
            (folder / f"{NAME}.zip").write_bytes(b"van de gebruiker")
        _refuse[:] = [str(folder), number, lasting, held]
        try:
            made = placing.put_in_place(folder, own / f"{NAME}.zip", own / NAME)
        except LmvwError as error:
            made = None
            assert "kan niet vervangen worden" in str(error)
        finally:
            reached, _ = _refuse[1] < 0, _refuse.clear()
        if made or not foreign:
            assert complete(folder / f"{NAME}.zip") == (7 if made else 3), (held, number)
        assert not foreign or b"van de gebruiker" in contents(folder).values()
        if made:
            assert json.loads((folder / NAME / "manifest.json").read_text(encoding="utf-8"))["plannen"] == 7
        assert b"een brief" in contents(folder).values(), "nothing of the user is lost"
        with placing.alone(folder):  # the next run finishes what could not be done
            pass
        assert not [name for name in left_in(folder) if name.startswith(".")], (held, number)
        assert b"een brief" in contents(folder).values()
        shutil.rmtree(folder)
        if not reached:
            return
    pytest.fail("there is no end to it")
