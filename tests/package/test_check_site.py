# SPDX-License-Identifier: GPL-2.0-or-later
"""The check before an upload finds what the plugin site finds."""

import zipfile

import pytest

from scripts import check_site

METADATA = (
    "[general]\nname=Woningbouw\ndescription=x\nversion=1\nqgisMinimumVersion=3.40\nauthor=A\nemail=a@b.example\nabout=y\n"
    "tracker=https://a.example/t\nrepository=https://a.example/r\nhomepage=https://a.example\n"
)


def complaints(folder, *more, name="woningbouw", metadata=METADATA, leave=()):
    archive = folder / "w.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        files = {"__init__.py": "", "metadata.txt": metadata, "LICENSE": "GPL"}
        for inside, text in files.items():
            if inside not in leave:
                packed.writestr(f"{name}/{inside}", text)
        for entry in more:
            packed.writestr(entry, "x")
    return list(check_site.complaints(archive))


def executable(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o755 << 16
    return entry


def test_a_good_zip(tmp_path):
    assert complaints(tmp_path) == []


@pytest.mark.parametrize("name", ["woningbouw/a.exe", "woningbouw/a.so", "woningbouw/.verborgen", "woningbouw/a.pyc", "woningbouw/../a.py", "x/a.py",
                                  "woningbouw/__pycache__/a.py", "woningbouw/.git/a.txt", executable("woningbouw/a.py")])  # fmt: skip
def test_a_file_that_does_not_belong_there(tmp_path, name):
    assert complaints(tmp_path, name)


@pytest.mark.parametrize("name", ["woning-plugin", "1woning", "woning bouw"])
def test_a_name_that_is_none(tmp_path, name):
    assert complaints(tmp_path, name=name)


@pytest.mark.parametrize("leave", ["__init__.py", "metadata.txt", "LICENSE"])
def test_what_must_be_there(tmp_path, leave):
    assert complaints(tmp_path, leave=(leave,)) == [f"{leave} is not there"]


@pytest.mark.parametrize(("old", "new"), [("about=y", "about=100% zeker"), ("email=a@b.example\n", ""), ("author=A", "author=A/B"),
                                          ("https://a.example/t", "nergens"), ("name=Woningbouw", "name=Woning plugin")])  # fmt: skip
def test_metadata_that_the_site_refuses(tmp_path, old, new):
    assert complaints(tmp_path, metadata=METADATA.replace(old, new, 1))
