# SPDX-License-Identifier: GPL-2.0-or-later
"""The computer's reasons in Dutch."""

import errno
import os
import sqlite3

import pytest

from lmvw_plugin.core.errors import reason_of, sentence_of


@pytest.mark.parametrize(("number", "words"), [
    (errno.EACCES, "geen toegang"), (errno.ENOSPC, "schijf is vol"), (errno.EISDIR, "een map met die naam"), (errno.ENOENT, "bestaat niet"),
])  # fmt: skip
def test_a_common_reason_is_dutch(number, words):
    assert words in reason_of(OSError(number, os.strerror(number), "/map/bestand"))


def test_any_other_reason_is_told_in_the_computers_own_words():
    assert reason_of(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
    assert reason_of(OSError("zo maar")) == "zo maar"


@pytest.mark.parametrize(("said", "words"), [
    ("database or disk is full", "schijf is vol"), ("disk I/O error", "niet meer te bereiken"), ("attempt to write a readonly database", "alleen-lezen"),
    ("database table is locked: plannen", "ander programma"), ("database disk image is malformed", "beschadigd"), ("file is not a database", "geen GeoPackage"),
    ("no such table: x", "no such table: x"),
])  # fmt: skip
def test_what_sqlite_says_is_dutch(said, words):
    assert words in reason_of(sqlite3.OperationalError(said))


@pytest.mark.parametrize(("number", "why"), [
    (errno.ENOSPC, "de schijf is vol"), (errno.EDQUOT, "uw schijfruimte is op"), (errno.EFBIG, "het bestand wordt te groot"),
])  # fmt: skip
def test_without_room_the_sentence_asks_for_room(number, why):
    """Not for rights: it is no matter of the file that happened to be written."""
    said = sentence_of(OSError(number, os.strerror(number), "/map/plannen.gpkg"))
    assert why in said and "maak ruimte vrij of kies een andere map" in said and "rechten" not in said


def test_of_a_file_that_has_no_name_none_is_said():
    """What fails while it is being written has none: ‘Bestand ‘’’ helps nobody."""
    for error in (OSError(errno.EIO, os.strerror(errno.EIO)), OSError(errno.EIO, os.strerror(errno.EIO), "")):
        said = sentence_of(error)
        assert "‘’" not in said and "de schijf of de verbinding ermee geeft een fout" in said
    assert "‘/map/plannen.gpkg’" in sentence_of(OSError(errno.EACCES, os.strerror(errno.EACCES), "/map/plannen.gpkg"))


@pytest.mark.parametrize("code", [362, 380, 389, 426])
def test_a_file_that_is_only_online_is_told_with_what_to_do(code):
    """As Python on Windows tells it: an errno that says nothing, and the code of Windows."""
    error = OSError(22, "Invalid argument", "plannen.gpkg")
    error.winerror = code
    assert "staat alleen online" in sentence_of(error)
    assert "Altijd behouden op dit apparaat" in reason_of(error)
