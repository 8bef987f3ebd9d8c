# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles are data: those of the plugin are sound, and what is wrong in a province's own file is said with its place."""

import json

import pytest

from lmvw_plugin.core import paths, profiles
from lmvw_plugin.core.codelists import code_list, stays_home
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
    (tmp_path / "kapot.json").write_text("{", encoding="utf-8")
    with pytest.raises(LmvwError, match="is geen geldige JSON"):
        profiles.read_profile(tmp_path / "kapot.json")
    with pytest.raises(LmvwError, match="kan niet gelezen worden"):
        profiles.read_profile(tmp_path / "weg.json")
    with pytest.raises(LmvwError, match="kies uit lmvw, gelderland"):
        profiles.profile_named("limburg")


def test_the_schema_knows_what_the_reader_knows():
    schema = json.loads((paths.PROFILES / "schema.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]["formaat"]["enum"]) == set(profiles.FORMATS)
    assert {next(iter(one["required"])) for one in schema["$defs"]["kolom"]["oneOf"]} == {"veld", "vast", "som", "jaar", "fasering"}
