# SPDX-License-Identifier: GPL-2.0-or-later
"""A column mapping that a person changed: what cannot work is refused with a sentence before anything is read."""

import json

import pytest

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.importing.mapping.document import from_json

GOOD = {"lmvw_kolomkoppeling": 2, "plannaam": {"polygonen": "naam"}, "velden": {}}


@pytest.mark.parametrize(("veld", "value", "why"), [
    ("vertrouwelijk", "misschien", "is geen ja of nee"), ("bruto_totaal", "12,5", "is geen heel getal"), ("planstatus", "hard", "statuscode"),
    ("plantype", "Uitleg", "staat niet in de lijst"),
])  # fmt: skip
def test_a_fixed_value_that_means_nothing_is_refused(veld, value, why):
    with pytest.raises(LmvwError) as caught:
        from_json(json.dumps(GOOD | {"velden": {veld: {"vast": value}}}), "k.json")
    assert f"de waarde ‘{value}’, maar die" in str(caught.value)
    assert why in str(caught.value)


@pytest.mark.parametrize(
    ("veld", "value"), [("vertrouwelijk", "nee"), ("bruto_totaal", "0"), ("planstatus", "2A"), ("toelichting", "overgenomen")]
)
def test_a_fixed_value_that_fits_is_kept(veld, value):
    assert from_json(json.dumps(GOOD | {"velden": {veld: {"vast": value}}}), "k.json").fields[veld].constant == value


def test_periods_of_a_source_that_does_not_exist_are_refused():
    with pytest.raises(LmvwError, match="ongeldig onderdeel"):
        from_json(json.dumps(GOOD | {"voor_een_persoon": {"kaart": {"OP2019": "bruto_totaal"}}}), "k.json")


def test_a_document_without_end_is_no_mapping():
    with pytest.raises(LmvwError, match="is geen kolomkoppeling van deze plugin"):
        from_json("[" * 100_000, "k.json")
