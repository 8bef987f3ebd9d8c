# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin in English: chosen by QGIS's locale, complete on the screen, and never in what goes to the province or stays in a plan file."""

import functools
import html
import re
import sqlite3
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum, QgsProject
from qgis.PyQt.QtCore import QLocale

from lmvw_plugin import language
from lmvw_plugin.core import i18n
from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.i18n import tr
from lmvw_plugin.forms.filling.wizard import SheetsPage
from lmvw_plugin.layers.delivering import package
from lmvw_plugin.layers.map import project as map_project
from lmvw_plugin.layers.planfile import store
from lmvw_plugin.layers.planfile.making.empty import empty_plan_file
from lmvw_plugin.processing.provider import LmvwProvider
from scripts import text_sources, texts
from tests.conftest import polygon_layer, read_plans

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
MOMENT = datetime(2026, 3, 1, 12, 0, 0)
# Dutch words that are no English ones; names and what stands between ‘ ’ are as somebody typed them.
DUTCH = re.compile(
    r"\b(?:het|een|niet|van|voor|wordt|zijn|deze|naar|zonder|meer|geen|plannen|woningen|ontbreekt|verbeter|vul|kies)\b", re.IGNORECASE
)
TYPED = re.compile(r"‘[^’]*’|\([^()]*\)|\b\w+\.(?:gpkg|xlsx|html|csv|json)\b")
# The Basisset's own words, which keep their Dutch name.
TERMS = re.compile(r"\w*(?:woningen|plannen)\b|Overige woningen geschikt voor ouderen|Basisset 2\.0, [^<]*")


@pytest.fixture(scope="module", autouse=True)
def compiled():
    return texts.compile_texts()


@pytest.fixture
def english():
    language.install("en_GB")
    yield
    language.remove()


def in_language(locale, job):
    """What a job gives when the screen, and the computer, are in a language."""
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    language.install(locale)
    try:
        return job()
    finally:
        language.remove()
        QLocale.setDefault(before)


def dutch_in(text):
    """Dutch words in a text on an English screen."""
    return DUTCH.findall(TYPED.sub("", html.unescape(re.sub(r"<[^>]+>", " ", text))))


# -- which language -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "said"),
    [("nl", "fouten"), ("nl_NL", "fouten"), ("nl_BE", "fouten"), ("fy_NL", "fouten"), ("C", "fouten"), ("en_GB", "errors"), ("en", "errors"),
     ("de", "errors"), ("nds", "errors")],
)  # fmt: skip
def test_the_locale_chooses_the_language(locale, said):
    assert in_language(locale, lambda: tr("fouten")) == said
    assert tr("fouten") == "fouten"
    assert i18n.is_dutch()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"fouten": ""}, "no English for 'fouten'"),
        ({"Er is niets.": "There is nothing."}, "no code asks any more for 'Er is niets.'"),
        ({"{n} plannen": "{count} plans"}, "other placeholders, ['n'] and ['count']: '{n} plannen'"),
    ],
)
def test_what_lacks_is_named(monkeypatch, tmp_path, change, said):
    known, before = texts.read(), set(texts.problems())
    monkeypatch.setattr(texts, "SOURCE", tmp_path / "lmvw_en.ts")
    texts.write({**known, **change})
    (problem,) = set(texts.problems()) - before
    assert problem.endswith(said)


def test_a_text_is_named_with_the_algorithm_that_it_is_of(provider):
    found = text_sources.texts()
    help_text = provider.algorithm("upgradeplanfile").parameterDefinition("INPUT").help()
    assert found[help_text] == "algorithm upgradeplanfile"


def test_a_text_with_signs_and_lines_comes_through(english):
    sentence = "{file}\n{gemeente}, {peildatum}\nextractie {extraction}\n1 plan, {todo}"
    assert sentence in texts.read()
    wrong = {dutch: tr(dutch) for dutch, meant in texts.read().items() if tr(dutch) != meant}
    assert not wrong


# -- the screen ---------------------------------------------------------------------------------------------------------


def described():
    """All that the algorithms say of themselves, by where it stands."""
    provider = LmvwProvider()
    provider.loadAlgorithms()
    said = {}
    for algorithm in provider.algorithms():
        name = algorithm.name()
        said |= {f"{name} title": algorithm.displayName(), f"{name} group": algorithm.group(), f"{name} help": algorithm.shortHelpString()}
        for parameter in algorithm.parameterDefinitions():
            said |= {f"{name} {parameter.name()}": parameter.description(), f"{name} {parameter.name()} help": parameter.help()}
            if isinstance(parameter, QgsProcessingParameterEnum) and not parameter.usesStaticStrings():
                said[f"{name} {parameter.name()} options"] = ", ".join(parameter.options())
        hidden = QgsProcessingParameterDefinition.Flag.FlagHidden
        assert not [one for one in algorithm.parameterDefinitions() if one.flags() & hidden]
        said |= {f"{name} {output.name()} output": output.description() for output in algorithm.outputDefinitions()}
    return {place: text for place, text in said.items() if text}


SAME = {"Overlap"}  # the same word in both languages


def test_every_algorithm_is_in_english():
    dutch, english = in_language("nl", described), in_language("en", described)
    assert set(dutch) == set(english)
    assert len(english) > 150
    assert {place: text for place, text in english.items() if text == dutch[place] and text not in SAME} == {}
    assert {place: found for place, text in english.items() if (found := dutch_in(TERMS.sub("", text)))} == {}


def test_form_table_and_legend_are_in_english_and_the_file_is_not(tmp_path, english):
    info = store.PlanFileInfo(gemeente("GM9999"), Peildatum.parse("2026-01-01"))
    path = tmp_path / "plannen.gpkg"
    store.create(path, info)
    project = QgsProject()
    layer = map_project.set_up_project(project, path)
    alias = layer.attributeAlias
    assert alias(layer.fields().lookupField("bruto_jaar01")) == "Bruto 2026"  # as the file has it, until the layer enters a project
    store.renew_form(layer)
    assert alias(layer.fields().lookupField("bruto_jaar01")) == "Gross 2026"
    assert (
        alias(layer.fields().lookupField("nultreden_geclusterd"))
        == "Nultredenwoningen (step-free dwellings), of which geclusterd (clustered)"
    )
    _, *tabs = layer.editFormConfig().tabs()  # the first is the line above them
    assert [tab.name() for tab in tabs] == ["Plan", "Numbers", "Types", "Price", "Elderly", "Delivery"]
    assert "Vastgesteld (adopted)" in str(layer.editorWidgetSetup(layer.fields().lookupField("planstatus")).config())
    assert {layer.constraintDescription(at) for at in layer.attributeList()} - {""} == {"fill in or correct"}
    labels = [rule.label() for rule in layer.renderer().rootRule().descendants()]
    assert "Vervallen (cancelled)" in labels
    assert not dutch_in(" ".join(label for label in labels if "(" not in label))  # a code keeps its name, with the English behind it
    assert "Outcome of the check" in layer.styleManager().styles()
    project.clear()


def stored(path):
    """What a plan file keeps in words: form, styles and the texts of the columns."""
    with closing(sqlite3.connect(path)) as database:
        styles = database.execute("SELECT styleName, description, styleQML FROM layer_styles ORDER BY styleName").fetchall()
        columns = database.execute("SELECT column_name, title, description FROM gpkg_data_columns ORDER BY column_name").fetchall()
    return [(name, about, re.sub(r"\{[0-9a-f-]{36}\}|_[0-9a-f_]{36}", "", style)) for name, about, style in styles], columns


def test_a_plan_file_keeps_dutch_words(tmp_path):
    info = store.PlanFileInfo(gemeente("GM9999"), Peildatum.parse("2026-01-01"))
    found = {}
    for locale in ("nl", "en"):
        empty_plan_file.cache_clear()
        path = tmp_path / f"{locale}.gpkg"
        in_language(locale, lambda path=path: store.create(path, info))
        found[locale] = stored(path)
    assert found["nl"][1] == found["en"][1]
    assert "Meergezinswoningen" in str(found["en"][0])
    assert "multi-family" not in str(found["en"][0])


@pytest.fixture(scope="module")
def faulty_file(run, sample, tmp_path_factory):
    """The plan file of the sample with planted mistakes."""
    target = tmp_path_factory.mktemp("fouten") / "planbestand.gpkg"
    run(
        "importplans",
        INPUT=str(sample / "fouten" / "plannen.gpkg"),
        WORKBOOK=str(sample / "fouten" / "werkblad.xlsx"),
        OUTPUT=str(target),
        **SHARED,
    )
    return target


def kept_outcome(path):
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT plan_id, uitslag, bevindingen FROM lmvw_controle ORDER BY plan_id").fetchall()


def test_a_check_speaks_english_and_the_file_keeps_dutch(run, faulty_file, sample, tmp_path):
    found = {}
    for locale in ("nl", "en_GB"):
        done = in_language(
            locale,
            lambda: run(
                "checkplans", INPUT=f"{faulty_file}|layername=plannen", PEILDATUM="2026-01-01", BOUNDARY=str(sample / "gemeentegrens.gpkg"),
                KEEP=True, OUTPUT="memory:", REPORT=str(tmp_path / "rapport.html"),
            ),
        )  # fmt: skip
        messages = [feature["melding"] for feature in done["OUTPUT"].getFeatures()]
        found[locale] = done["ERRORS"], len(messages), kept_outcome(faulty_file)
    assert found["nl"] == found["en_GB"]
    assert done["ERRORS"] > 10
    typed = {str(plan[name]) for plan, _ in read_plans(faulty_file) for name in ("plannaam", "toelichting") if plan[name]}
    assert {message: words for message in messages if (words := dutch_in(TERMS.sub("", message)))} == {}
    report = (tmp_path / "rapport.html").read_text(encoding="utf-8")
    for words in sorted(typed, key=len, reverse=True):
        report = report.replace(html.escape(words), "")
    assert "Findings per rule" in report
    assert dutch_in(TERMS.sub("", re.sub(r"<style.*?</style>", "", report, flags=re.DOTALL))) == []


# -- what goes to the province ------------------------------------------------------------------------------------------

CHOICES = {
    "standard": {"REST_CAPACITY": "ja", "AGGREGATE": "ja", "CONTACT": "A. de Vries", "REMARKS": "Zie brief."},
    "profile and small plans": {"PROFILE": "zuid-holland", "SMALL_PLANS": True, "AGREEMENT": "mail van 3 maart 2026", "AGGREGATE": "nee"},
}


@pytest.mark.parametrize("choice", CHOICES)
def test_a_delivery_is_the_same_to_the_byte_whatever_the_screen_speaks(run, sample, own_file, tmp_path, monkeypatch, choice):
    monkeypatch.setattr(package, "write_package", functools.partial(package.write_package, moment=MOMENT))
    asked = {**SHARED, "INPUT": str(own_file), "BOUNDARY": str(sample / "gemeentegrens.gpkg"), **CHOICES[choice]}
    if "SMALL_PLANS" in asked:
        asked["TOWN_HALL"] = polygon_layer([{"naam": "gemeentehuis"}])
    found = {}
    for locale in ("nl_NL", "en_GB", "nl_NL"):  # the first keeps the choices in the plan file, of which the package tells the checksum
        folder = tmp_path / locale
        done = in_language(locale, lambda folder=folder: run("exportdelivery", FOLDER=str(folder), **asked))
        found[locale] = Path(done["PACKAGE"]).read_bytes()
        kept = found.setdefault("planbestand", own_file.read_bytes())  # it remembers each delivery
        own_file.write_bytes(kept)
    with zipfile.ZipFile(tmp_path / "en_GB" / Path(done["PACKAGE"]).name) as packed:
        assert "Levering woningbouwplannen" in packed.read("LEESMIJ.txt").decode()
        assert "Geen fouten" in packed.read("controle.html").decode()
    assert found["nl_NL"] == found["en_GB"]


def test_a_delivery_that_cannot_be_made_says_so_in_english(faulty_file, refused, tmp_path, english):
    sentence = refused("exportdelivery", INPUT=str(faulty_file), FOLDER=str(tmp_path), **SHARED)
    assert "No package was made" in sentence
    assert not dutch_in(TERMS.sub("", sentence))


def test_the_kinds_of_files_are_in_the_language_of_the_screen(qgis_app, english):
    assert SheetsPage(None).files.filter() == "Excel files (*.xlsx *.xlsm *.ods)"
