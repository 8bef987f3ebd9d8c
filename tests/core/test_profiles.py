# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles are data: those of the plugin are sound, and what is wrong in a province's own file is said with its place."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core import paths
from lmvw_plugin.core.basisset.codelists import code_list, stays_home
from lmvw_plugin.core.delivering import file_names, profiles
from lmvw_plugin.core.delivering.profile_reader import read_document
from lmvw_plugin.core.errors import LmvwError
from tests.conftest import PEILDATUM, consistent_plan

OWN = {
    "naam": "eigen",
    "titel": "Eigen",
    "formaat": "geojson",
    "bestand": "eigen.geojson",
    "kolommen": [{"naam": "naam", "veld": "plannaam"}],
}


def read(tmp_path, **changes):
    path = tmp_path / "eigen.json"
    path.write_text(json.dumps({name: value for name, value in (OWN | changes).items() if value is not None}), encoding="utf-8")
    return profiles.read_profile(path)


def test_the_profiles_of_the_plugin():
    assert profiles.names() == ["lmvw", "gelderland", "zeeland", "zuid-holland"]
    for name in profiles.names()[1:]:
        profile = profiles.profile_named(name)
        assert profile.name == name
        assert profile.limits, "each says what it cannot carry"
        for column in (*profile.columns, *profile.years):
            if column.source == "veld" and column.values:
                codes = {"plantype": set(code_list("plantype")), "planstatus": {c for c in code_list("planstatus") if not stays_home(c)}}
                assert set(column.values) == codes.get(str(column.value), {"ja", "nee"}), column.name
    assert profiles.profile_named("lmvw") is profiles.STANDARD


def test_values():
    zuid = profiles.profile_named("zuid-holland")
    plan = consistent_plan()
    values = {column.name: column.of(plan, PEILDATUM) for column in zuid.columns}
    assert (values["plannaam"], values["status_planologisch"], values["vertrouwelijkheid"]) == (
        "Havenkwartier",
        "2A. Vastgesteld",
        "Openbaar",
    )
    assert (values["oplevering_eerste"], values["oplevering_laatste"]) == (2026, 2045)
    years = [{column.name: column.of(plan, PEILDATUM, slot) for column in zuid.years} for slot, _ in profiles.slots(plan, PEILDATUM)]
    assert [(year["jaartal"], year["onbekend_onbekend"], year["sloop_onbekend_onbekend"]) for year in years] == [
        (2026, 8, 0), (2027, 0, 4), (2035, 5, 0), (2041, 7, 0),
    ]  # fmt: skip
    assert len(zuid.years) == 1 + 2 * (33 + 1)


@pytest.mark.parametrize(("changes", "sentence"), [
    ({"formaat": "pdf"}, "formaat: ‘pdf’ kan de plugin niet schrijven; kies uit geojson, gdb, gpkg, werkbladen"),
    ({"kolomen": []}, "‘kolomen’ is onbekend; bedoelt u ‘kolommen’?"),
    ({"kolommen": []}, "kolommen: hier hoort een lijst met minstens één kolom"),
    ({"kolommen": [{"naam": "x", "veld": "bruto_total"}]}, "kolommen[1] ‘x’: veld ‘bruto_total’ kent het planbestand niet; bedoelt u ‘bruto_totaal’?"),
    ({"kolommen": [{"naam": "x"}]}, "kolommen[1] ‘x’: geef precies één van veld, vast, som, jaar, fasering"),
    ({"kolommen": [{"naam": "x", "veld": "plannaam", "vast": 1}]}, "geef precies één van"),
    ({"kolommen": [{"naam": "x", "som": ["plannaam"]}]}, "veld ‘plannaam’ kent het planbestand niet"),
    ({"kolommen": [{"naam": "x", "jaar": "dit"}]}, "‘jaar’ is eerste of laatste, of dit binnen ‘jaren’"),
    ({"kolommen": [{"naam": "x", "vast": 1}, {"naam": "x", "vast": 2}]}, "kolom ‘x’ staat er twee keer"),
    ({"bestand": "../x"}, "bestand: geef een bestandsnaam zonder map"), ({"bestand": ""}, "bestand: hier hoort een tekst"),
    ({"naam": None}, "naam: hier hoort een tekst"), ({"kan_niet": "alles"}, "kan_niet: hier hoort een lijst met zinnen"),
])  # fmt: skip
def test_mistakes_are_said_with_their_place(tmp_path, changes, sentence):
    with pytest.raises(LmvwError) as caught:
        read(tmp_path, **changes)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("Profiel ‘eigen.json’, ")
    assert str(caught.value).endswith(".")


def test_what_is_no_json_or_not_there(tmp_path):
    wrong = {b"{": "(tekstregel 1)", b"\n\n,": "(tekstregel 3)", b"\xff": "geen tekst in UTF-8"}
    for content, words in wrong.items():
        (tmp_path / "kapot.json").write_bytes(content)
        with pytest.raises(LmvwError) as caught:
            profiles.read_profile(tmp_path / "kapot.json")
        assert "is geen geldige JSON" in str(caught.value) and words in str(caught.value)
    with pytest.raises(LmvwError, match="kan niet gelezen worden"):
        profiles.read_profile(tmp_path / "weg.json")
    with pytest.raises(LmvwError, match=f"kies uit {', '.join(profiles.names())}"):
        profiles.profile_named("limburg")


def test_the_schema_knows_what_the_reader_knows():
    schema = json.loads((paths.PROFILES / "schema.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]["formaat"]["enum"]) == set(profiles.FORMATS)
    assert {next(iter(one["required"])) for one in schema["$defs"]["kolom"]["oneOf"]} == {"veld", "vast", "som", "jaar", "fasering"}


@pytest.mark.parametrize(("file", "words"), [
    ("LEESMIJ.txt", "‘LEESMIJ.txt’ staat al in het pakket"), ("plannen.GPKG", "staat al in het pakket"), ("a\\..\\..\\evil.geojson", "zonder map"),
    ("CON.geojson", "de naam van een apparaat"),
    ("lpt1.x.geojson", "de naam van een apparaat"),
    ("a:b", "zonder map"), ("..", "zonder map"), (".x.geojson", "punt vooraan"),
    ("x.geojson ", "spatie of punt aan het begin of eind"), ("x" * 300 + ".geojson", "hoogstens 100 tekens"), ("x.exe", "eindigen op .geojson of .json"),
    (".geojson", "punt vooraan"), ("a\nb.geojson", "U+000A"), ("a\u202egpj.geojson", "U+202E"), ("a\u200b.geojson", "U+200B"),
    ("a\ud800.geojson", "U+D800"), ("a/b.geojson", "zonder map"), ("x?.geojson", "zonder map"),
])  # fmt: skip
def test_a_file_name_that_some_computer_cannot_keep(tmp_path, file, words):
    with pytest.raises(LmvwError) as caught:
        read(tmp_path, bestand=file)
    assert words in str(caught.value)


@pytest.mark.parametrize(("changes", "words"), [
    ({"formaat": "gdb", "bestand": "foo"}, "eindigen op .gdb.zip"),
    ({"formaat": "gdb", "bestand": "x.gdb.zip", "laag": "1 plan"}, "laag: ‘1 plan’ kan geen laag heten"),
    ({"formaat": "gpkg", "bestand": "x.gpkg", "laag": "gpkg_contents"}, "kan geen laag heten"),
    ({"formaat": "gpkg", "bestand": "x.gpkg", "kolommen": [{"naam": "FID", "vast": 1}]}, "gebruikt het formaat zelf"),
    ({"formaat": "gpkg", "bestand": "x.gpkg", "kolommen": [{"naam": "A", "vast": 1}, {"naam": "a", "vast": 1}]}, "kolom ‘a’ staat er twee keer"),
    ({"formaat": "gpkg", "bestand": "x.gpkg", "laag": "p", "jaren": {"naam": "P", "kolommen": [{"naam": "x", "vast": 1}]}}, "‘P’ heet de laag al"),
    ({"formaat": "werkbladen", "bestand": "map", "laag": "a/b"}, "een blad heet hoogstens 31 tekens"),
    ({"formaat": "werkbladen", "bestand": "map", "laag": "x" * 32}, "een blad heet hoogstens 31 tekens"),
    ({"formaat": "werkbladen", "bestand": "map", "laag": "History"}, "een blad heet"),
    ({"formaat": "werkbladen", "bestand": "map", "laag": "'a"}, "een blad heet"),
    ({"kolommen": [{"naam": "x", "veld": "plantype", "waarden": {"uitbreiding": "a\x00"}}]}, "kolommen[1] ‘x’: het teken U+0000"),
    ({"kolommen": [{"naam": "x", "veld": "plannaam", "groep": "a\u202e"}]}, "kolommen[1] ‘x’: het teken U+202E"),
    ({"kolommen": [{"naam": "x", "vast": 2**40}]}, "een geheel getal"), ({"kolommen": [{"naam": "x", "vast": True}]}, "een geheel getal"),
    ({"kolommen": [{"naam": "x", "veld": ["a"]}]}, "kent het planbestand niet"), ({"kolommen": [{"naam": "x", "fasering": {}}]}, "‘fasering’ is"),
    ({"kolommen": ["x"]}, "hier hoort een object"), ({"eerste_jaar": 10**9}, "een jaartal"), ({"titel": "a\rb"}, "titel: het teken U+000D"),
    ({"kan_niet": ["a\x00"]}, "U+0000"), ({"jaren": []}, "jaren: hier hoort een object"),
])  # fmt: skip
def test_names_that_a_format_cannot_keep(tmp_path, changes, words):
    with pytest.raises(LmvwError) as caught:
        read(tmp_path, **changes)
    assert words in str(caught.value)


def test_the_longest_names_that_are_kept():
    assert (
        file_names.wrong_file("x" * 92 + ".geojson", (), (".geojson",))
        == ""
        != file_names.wrong_file("x" * 93 + ".geojson", (), (".geojson",))
    )
    assert file_names.wrong_sheet("x" * 31) == "" != file_names.wrong_sheet("x" * 32)
    assert file_names.wrong_table("x" * 63, False) == "" != file_names.wrong_table("x" * 64, False)


def test_all_complaints_come_at_once(tmp_path):
    with pytest.raises(LmvwError) as caught:
        read(tmp_path, bestand="CON", titel="", eerste_jaar="x", kolommen=[{"naam": "x"}, {"naam": "y", "veld": "bruto_total"}, 7], raar=1)
    for words in (
        "apparaat",
        "titel: hier",
        "eerste_jaar",
        "kolommen[1]",
        "bedoelt u ‘bruto_totaal’?",
        "kolommen[3]",
        "‘raar’ is onbekend",
    ):
        assert words in str(caught.value)


def test_a_document_of_any_shape_gives_one_sentence(tmp_path):
    path = tmp_path / "vreemd.json"
    for text in ("[" * 100_000 + "]" * 100_000, "[]", "null", "7", '"x"', "{}", "1" * 10_000, json.dumps([OWN])):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(LmvwError, match=r"^Profiel ‘.*\.$"):
            profiles.read_profile(path)


_KEYS = [*OWN, "laag", "jaren", "eerste_jaar", "kan_niet", "ook_afgerond"]
_INNER = ["naam", "veld", "vast", "som", "jaar", "fasering", "waarden", "groep", "jaren", "kolommen"]
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_INNER), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(_KEYS), _ANYTHING))
def test_whatever_stands_in_a_profile_it_is_a_profile_or_a_sentence(changes):
    with suppress(LmvwError):
        found = read_document(OWN | changes, "eigen.json")
        assert found.columns
        assert found.file == found.file.strip(" .")
