# SPDX-License-Identifier: GPL-2.0-or-later
"""Finding a municipality among the rows of a layer with boundaries."""

import pytest

from lmvw_plugin.core.basisset.boundaries import find, label_column, others, own_rows
from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.errors import LmvwError

HEEMSKERK, UTRECHT, BERGEN_NH = gemeente("GM0396"), gemeente("GM0344"), gemeente("GM0373")


@pytest.mark.parametrize("code", ["GM0396", "gm0396 ", "0396"])
def test_by_code_before_name(code):
    rows = [{"id": 396, "c": "GM0375", "naam": "Heemskerk"}, {"id": 2, "c": code, "naam": "anders"}]
    assert find(rows, HEEMSKERK).rows == (1,)


def test_by_name_in_the_column_with_the_fewest():
    rows = [{"provincie": "Utrecht", "naam": name} for name in ("Amersfoort", "Utrecht", "Zeist")]
    found = find(rows, UTRECHT)
    assert (found.column, found.values, found.rows) == ("naam", ("Utrecht",), (1,))


def test_a_municipality_in_parts_is_all_its_parts():
    rows = [{"naam": "HEEMSKERK"}, {"naam": "Beverwijk"}, {"naam": "heemskerk"}]
    assert find(rows, HEEMSKERK).rows == (0, 2)


def test_a_number_is_no_code():
    assert find([{"id": 396}, {"id": 344}], HEEMSKERK) is None


def test_other_municipalities_only_is_no_boundary():
    rows = [{"naam": "Beverwijk"}, {"naam": "Velsen"}, {"naam": "iets anders"}]
    assert others(rows) == "naam"
    with pytest.raises(LmvwError, match="maar niet Heemskerk"):
        own_rows(rows, HEEMSKERK)


def test_a_layer_that_names_none_is_the_municipality_altogether():
    assert own_rows([{"deel": "noord"}, {"deel": "zuid"}], HEEMSKERK) == [0, 1]
    assert own_rows([{}], HEEMSKERK) == [0]
    assert own_rows([], HEEMSKERK) == []


def test_rows_are_chosen_by_their_most_telling_text():
    assert label_column([{"a": 1, "b": "x", "c": "een"}, {"a": 2, "b": "x", "c": "twee"}]) == "c"
