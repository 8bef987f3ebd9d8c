# SPDX-License-Identifier: GPL-2.0-or-later
"""The manual that goes into the zip: every page that a window asks for, and no link or picture that leads nowhere."""

import re
import shutil
from pathlib import Path

import pytest

from lmvw_plugin.core import manual, paths
from lmvw_plugin.core.manual import Page
from scripts import accessible, make_manual
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("handleiding")
    make_manual.make(folder)
    return folder


@pytest.mark.parametrize("page", Page, ids=lambda page: page.value)
def test_every_page_that_is_asked_for_is_there(folder, page):
    text = (folder / f"{page.value}.html").read_text(encoding="utf-8")
    assert "<h1" in text
    assert 'aria-current="page"' in text


def test_every_link_and_picture_leads_somewhere(folder):
    for page in folder.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        for address in re.findall(r'(?:href|src)="([^"]*)"', text):
            if "://" in address:
                continue
            name, _, part = address.partition("#")
            target = folder / name if name else page
            assert target.is_file(), (page.name, address)
            assert not part or f'id="{part}"' in target.read_text(encoding="utf-8"), (page.name, address)


def test_nothing_is_fetched_from_elsewhere(folder):
    for page in folder.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r'(?:src="|url\(|@import|<script|<link)[^"]*', re.sub(r'src="images/', "", text)), page.name


def test_lists_and_tables_are_read_as_they_were_meant(folder):
    text = (folder / "2-plannen-importeren.html").read_text(encoding="utf-8")
    assert text.count("<table>") >= 1
    assert re.search(r"<li>\s*<p>\s*<strong>Welke kolom vult welk veld.*?<ul>", text, re.S)
    assert "**" not in re.sub(r"<(code|pre)>.*?</\1>", "", text, flags=re.S)


@pytest.mark.skipif(
    not shutil.which("chromium") or not (accessible.ROOT / ".venv-axe").exists(), reason="chromium and axe-core come with setup.sh test"
)
def test_axe_finds_nothing(folder):
    pages = sorted(folder.glob("*.html"))
    assert {page.name: found["wrong"] for page, found in zip(pages, accessible.look(*pages), strict=True) if found["wrong"]} == {}


def test_it_is_not_large(folder):
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 6_000_000


def test_a_link_that_leads_nowhere_stops_the_package():
    with pytest.raises(ValueError, match=r"weg\.md"):
        make_manual._target("weg.md", "index", {})


def test_the_address_is_that_of_the_file(folder, monkeypatch):
    monkeypatch.setattr(paths, "MANUAL", folder)
    assert manual.address(Page.FILL) == (folder / "3-invullen.html").as_uri()
    monkeypatch.setattr(paths, "MANUAL", Path("/nergens"))
    assert manual.address(Page.FILL) == ""


def test_the_readme_asks_no_planner_for_a_command_before_the_plugin_is_installed():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    before, rest = readme.split("## Installeren")
    steps, after = rest.split("\n## ", 1)
    assert "make " not in before + steps
    assert "make package" in after
