# SPDX-License-Identifier: GPL-2.0-or-later
"""One word per concept and no long sentences, on the screen and in the manual, as ``docs/woorden.md`` says."""

import re

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.prices.limits import PriceLimits
from lmvw_plugin.forms.starting.new_plan_file import years_of
from lmvw_plugin.layers.plan_layer.form import alias, form_label
from scripts.text_sources import texts
from tests.conftest import PEILDATUM, ROOT

MANUAL = ("handleiding", "plannamen", "polygonen", "beheerder")
ON_SCREEN, IN_MANUAL = 25, 30  # words in a sentence
_WORD = re.compile(r"[\w{}‘’'/%-]*\w[\w{}‘’'/%-]*")
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|br|h\d|tr|td|div)\b[^>]*>")


def tables():
    """The rows of each table of the page, its header left out."""
    found, inside = [], False
    for line in (ROOT / "docs" / "woorden.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif not inside:
            found.append([])
            inside = True
        elif not line.startswith("|---"):
            found[-1].append(cells)
    return found


WORDS, LONG, SPARED = tables()


def sentences(text):
    """The sentences of a text; what follows a colon counts as one of its own, so that a list may follow it."""
    plain = re.sub(r"<[^>]+>", "", _BLOCK.sub("\n", text))
    return [one.strip() for one in re.split(r"(?<=[.!?:])\s+|\n+", plain) if one.strip()]


def too_long(text, most):
    allowed = tuple(begin for begin, _ in LONG)
    return [one for one in sentences(text) if len(_WORD.findall(one)) > most and not one.startswith(allowed)]


def wrong_words(text):
    """Every word of the last column that stands in a text, names of placeholders left out; a year stands for any year."""
    for spared, _ in SPARED:
        text = text.replace(spared, "")
    plain = re.sub(r"\{\w+\}", "{}", text)
    banned = (word.strip() for _, _, words in WORDS for word in words.split(",") if word.strip())
    return [word for word in banned if re.search(rf"(?<![\w-]){_any_year(word)}(?![\w-])", plain, re.IGNORECASE)]


def _any_year(word):
    return re.sub(r"20\d\d", r"20\\d\\d", re.escape(word))


def prose(page):
    """The paragraphs of a page of the manual, without code, pictures and marks; each item, cell and heading is one."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    text = re.sub(r"```.*?```|<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"`[^`]*`", "code", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?m)^\s*(?:[-*>]|\d+\.|#+)\s+", "\n\n", text).replace("|", "\n\n").replace("*", "")
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


@pytest.fixture(scope="module")
def screen(provider):
    """Every text of the code, and those that it puts together: the labels of all fields with real years."""
    words = dict(texts())
    for field in b.PLAN_FILE_COLUMNS:
        made = (field.title_at(PEILDATUM), form_label(field, PEILDATUM), alias(field, PEILDATUM, PriceLimits()))
        words |= dict.fromkeys(filter(None, made), f"field {field.name}")
    return words | {years_of(PEILDATUM): "new_plan_file"}


def test_each_concept_has_one_word_on_the_screen(screen):
    assert [(place, text, found) for text, place in screen.items() if (found := wrong_words(text))] == []


def test_who_reads_is_u(screen):
    assert [(place, text) for text, place in screen.items() if re.search(r"\b(?:je|jij|jouw|jullie)\b", text, re.IGNORECASE)] == []


def test_no_sentence_on_the_screen_is_too_long(screen):
    assert [(place, one) for text, place in screen.items() for one in too_long(text, ON_SCREEN)] == []


@pytest.mark.parametrize("page", MANUAL)
def test_each_concept_has_one_word_in_the_manual(page):
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    assert [(line, found) for line in text.splitlines() if (found := wrong_words(line))] == []


@pytest.mark.parametrize("page", MANUAL)
def test_no_sentence_in_the_manual_is_too_long(page):
    assert [one for part in prose(page) for one in too_long(part, IN_MANUAL)] == []


@pytest.mark.parametrize(("text", "found"), [
    ("Kies een werkblad.", ["werkblad"]), ("Kies een Excel-bestand.", []), ("Laag {layer}: de check", ["check"]), ("{check}", []),
    ("Een checklist", []), ("2036-2040", ["2036-2040"]), ("de jaren 2027–2031", ["2036–2040"]),
])  # fmt: skip
def test_the_search_itself(text, found):
    assert wrong_words(text) == found


def test_a_long_sentence_is_found_and_a_list_after_a_colon_is_not():
    long = " ".join(["woord"] * 26) + "."
    assert too_long(long, ON_SCREEN) == [long]
    assert too_long("Dit is zo: " + " ".join(["woord"] * 24) + ".", ON_SCREEN) == []


def test_every_exception_is_still_needed(screen):
    everything = "\n".join([*screen, *((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8") for page in MANUAL)])
    assert [one for one, _ in (*LONG, *SPARED) if one not in everything] == []
