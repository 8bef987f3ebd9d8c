# SPDX-License-Identifier: GPL-2.0-or-later
"""Bruto is tested against netto and sloop before a column is taken for it; what stays a guess is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.importing.mapping import guessing
from lmvw_plugin.core.importing.mapping import plan as m
from lmvw_plugin.core.importing.mapping.document import from_json, to_json
from tests.conftest import PEILDATUM


def guess(**columns):
    columns = {name.replace("_", " "): values for name, values in columns.items()}
    return guessing.guess({m.WERKBLAD: ["Plannaam", *columns]}, {m.WERKBLAD: columns}, PEILDATUM)


def bruto(mapping):
    found = mapping.fields["bruto_totaal"]
    return found.column, found.doubt


def test_the_column_that_says_bruto_goes_before_the_one_that_does_not():
    column, doubt = bruto(guess(Aantal_woningen=[8], Bruto_aantal=[10], Sloop=[2]))
    assert (column, doubt) == ("Bruto aantal", "")


@pytest.mark.parametrize(("without_sloop", "proves"), [(7, True), (9, False)])
def test_a_row_without_sloop_that_does_not_add_up_proves_the_contrary(without_sloop, proves):
    """There bruto and netto are the same."""
    column, _ = bruto(guess(Aantal_woningen=[8, 10, 7], Woningen_later=[10, 12, without_sloop], Sloop=[2, 2, 0]))
    assert (column == "Woningen later") is proves


ROWS = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)), min_size=1, max_size=12)  # netto and sloop


@given(rows=ROWS, whole=st.sampled_from(("Woningen", "Totaal nieuw", "bruto won.", "Programma")), part=st.sampled_from(("Aantal woningen", "Woningen netto")),
       negative=st.booleans(), text=st.booleans(), noise=st.booleans())  # fmt: skip
def test_netto_is_never_taken_for_bruto_without_a_word(rows, whole, part, negative, text, noise):
    stored = str if text else int
    columns = {
        part: [stored(netto) for netto, _ in rows],
        whole: [stored(netto + sloop) for netto, sloop in rows],
        "Sloop": [stored(-sloop if negative else sloop) for _, sloop in rows],
        "Kavels": [stored(number) for number in range(len(rows))] if noise else [None] * len(rows),
    }
    mapping = guessing.guess({m.WERKBLAD: ["Plannaam", *columns]}, {m.WERKBLAD: columns}, PEILDATUM)
    if "bruto_totaal" in mapping.fields and any(sloop for _, sloop in rows):
        column, doubt = bruto(mapping)
        assert column == whole or doubt
        if sum(sloop > 0 for _, sloop in rows) >= 2 and not noise:
            assert column == whole


@given(rows=ROWS)
def test_bruto_that_is_proven_is_no_guess(rows):
    columns = {
        "Aantal woningen": [netto + sloop for netto, sloop in rows],
        "Rest": [netto for netto, _ in rows],
        "Sloop": [sloop for _, sloop in rows],
    }
    column, doubt = bruto(guessing.guess({m.WERKBLAD: ["Plannaam", *columns]}, {m.WERKBLAD: columns}, PEILDATUM))
    assert column == "Aantal woningen"
    zero_rest = not any(netto for netto, _ in rows)
    assert not doubt or zero_rest


@pytest.mark.parametrize(("columns", "column", "said"), [
    ({"Aantal_woningen": [8, 5], "Sloop": [2, 0]}, "Aantal woningen", "Bruto is gegokt: kolom ‘Aantal woningen’ zegt niet of zij bruto of netto is"),
    ({"Aantal_woningen": [8, 5], "Sloop": [0, None]}, "Aantal woningen", ""),
    ({"Aantal_woningen": [8, 5, 1], "Programma": [10, 5, 4], "Sloop": [2, 0, 3]}, "Programma", "en dan is ‘Aantal woningen’ netto"),
    ({"Aantal_woningen": [8, 5, 1], "Programma": [10, 5, 5], "Sloop": [2, 0, 3]}, "Aantal woningen", "Bruto is gegokt"),
    ({"Bruto": [8, 5, 1], "Programma": [10, 5, 4], "Sloop": [2, 0, 3]}, "Bruto", "misschien is ‘Bruto’ netto"),
    ({"Aantal_woningen": [8, 5], "Programma": [10, 5], "Sloop": [2, 0]}, "Aantal woningen", "misschien is ‘Aantal woningen’ netto"),  # one row
    ({"Bruto": [10, 5], "Sloop": [2, 0]}, "Bruto", ""), ({"Aantalrest": [10, 5], "Sloop": [2, 0]}, "Aantalrest", ""),
    ({"Aantal_woningen": [8, 5, 1], "2028": [10, 5, 4], "Sloop": [2, 0, 3]}, "Aantal woningen", "gegokt"),
])  # fmt: skip
def test_what_the_rows_tell(columns, column, said):
    mapping = guess(**columns)
    assert bruto(mapping)[0] == column
    assert said in bruto(mapping)[1]
    assert bool(said) == bool(mapping.doubts)
    assert from_json(to_json(mapping, {m.WERKBLAD: ["Plannaam", *(name.replace("_", " ") for name in columns)]}), "x") == mapping
