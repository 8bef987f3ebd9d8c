# SPDX-License-Identifier: GPL-2.0-or-later
"""Which imported plan is which plan of the plan file, witness by witness: what pairs, what waits and why, what is left."""

from collections.abc import Mapping, Sequence

import pytest

from lmvw_plugin.core.importing.match import Existing, Identical, match

TWICE = "de naam staat meer dan één keer"


class OnALine(Identical):
    """Polygons as stretches of a line, written as ``3-8``: nearly one when they share most, apart when they share nothing."""

    @staticmethod
    def _ends(shape: bytes) -> tuple[int, int]:
        first, last = shape.split(b"-")
        return int(first), int(last)

    def _shared(self, one: bytes, other: bytes) -> float:
        (a, b), (c, d) = self._ends(one), self._ends(other)
        return max(0, min(b, d) - max(a, c)) / (max(b, d) - min(a, c))

    def same(self, new: Mapping[int, bytes], old: Mapping[int, bytes]) -> dict[int, list[int]]:
        found = {position: [fid for fid, shape in old.items() if self._shared(one, shape) >= 0.8] for position, one in new.items()}
        return {position: fids for position, fids in found.items() if fids}

    def apart(self, new: bytes, old: bytes) -> bool:
        return self._shared(new, old) == 0


def there(
    fid: int, name: str | None, number: str | None = None, place: str | None = None, imported: dict[str, object] | None = None, **more
):
    values = {"plan_id": f"id-{fid}", "plannaam": name, "plannummer": number, **more}
    return Existing(fid, values, place.encode() if place else None, imported)


def plan(name: str | None, number: str | None = None, place: str | None = None, **more):
    return {"plan_id": more.pop("plan_id", f"nieuw {name} {number}"), "plannaam": name, "plannummer": number, **more}, place


def matched(existing: Sequence[Existing], plans, places=None):
    shapes = {position: place.encode() if place else None for position, (_, place) in enumerate(plans)}
    found = match(existing, [values for values, _ in plans], shapes, places or OnALine())
    pairs = {pair.position: (pair.plan.fid, pair.doubt) for pair in found.pairs}
    assert not pairs.keys() & found.waiting.keys()
    assert len({fid for fid, _ in pairs.values()}) == len(pairs), "no plan is two"
    assert not {fid for fid, _ in pairs.values()} & {one.fid for one in found.unmatched}
    return pairs, found.waiting, [one.fid for one in found.unmatched]


def test_an_own_id_goes_before_all_else_and_only_when_it_stands_once():
    ours = [there(1, "Haven", "1", "0-10"), there(2, "Dijk", "2", "20-30")]
    assert matched(ours, [plan("Dijk", "2", "20-30", plan_id="id-1")]) == ({0: (1, "")}, {}, [2])
    pairs, _, _ = matched(ours, [plan("Kade", plan_id="id-1"), plan("Sluis", plan_id="id-1")])
    assert pairs == {}


@pytest.mark.parametrize(("new", "fid", "doubt"), [
    (plan("Haven", "1"), 1, ""), (plan("Haven", "1", "80-90"), 1, ""),  # number and name, wherever it lies
    (plan("Haven", "9", "0-9"), 1, ""), (plan("Haven", None, "1-10"), 1, ""),  # name and place
    (plan("Nieuwe naam", "1", "0-9"), 1, ""),  # number and place
    (plan("Haven", None), 1, ""), (plan("Haven", None, "0-3"), 1, ""),  # a name that nothing contradicts
    (plan("Haven", "7"), 1, "het plannummer is ‘7’ in de bron en ‘1’ in het planbestand"),
    (plan("Haven", None, "80-90"), 1, "de polygoon ligt op een andere plek"),
    (plan("Havne", "1"), 1, ""), (plan("Havne", "1", "0-3"), 1, ""),  # a typing error beside the number
    (plan("Havne", "1", "80-90"), 1, "alleen het plannummer is gelijk; in het planbestand heet dit plan ‘Haven’"),
    (plan("Molen", "1"), 1, "alleen het plannummer is gelijk"), (plan(None, "1", bruto_totaal=9), 1, "alleen het plannummer is gelijk"),
])  # fmt: skip
def test_two_witnesses_pair_and_one_is_a_doubt(new, fid, doubt):
    ours = [there(1, "Haven", "1", "0-10"), there(2, "Dijkzone", "2", "20-30")]
    pairs, waiting, left = matched(ours, [new])
    assert waiting == {} and left == [2] and pairs.keys() == {0}
    assert pairs[0][0] == fid and (doubt in pairs[0][1] if doubt else pairs[0][1] == ""), pairs


def test_a_number_that_stands_twice_or_lies_where_another_plan_does_is_no_witness():
    ours = [there(1, "Haven", "1", "0-10"), there(2, "Dijkzone", "2", "20-30")]
    pairs, waiting, left = matched(ours, [plan("Molen", "1", "20-30")])
    assert pairs == {} and "heeft dezelfde polygoon als ‘Dijkzone’" in waiting[0] and left == [1]
    assert matched(ours, [plan("Molen", "1"), plan("Sluis", "1")]) == ({}, {}, [1, 2])
    assert matched([there(1, "Haven", "1"), there(2, "Dijkzone", "1")], [plan("Molen", "1")]) == ({}, {}, [1, 2])


def test_spaces_around_a_number_and_no_number_at_all():
    ours = [there(1, "Haven", " 1 ", "0-10"), there(2, "Dijkzone", "", "20-30"), there(3, "Kade", None, "40-50")]
    assert matched(ours, [plan("Molen", "1", "0-10")]) == ({0: (1, "")}, {}, [2, 3])
    assert matched(ours, [plan("Molen", " ", "70-80"), plan("Sluis", None, "90-99")]) == ({}, {}, [1, 2, 3])


def test_equal_names_pair_where_they_lie_or_wait():
    ours = [there(1, "Haven", None, "0-10"), there(2, "Haven", None, "20-30")]
    assert matched(ours, [plan("Haven", None, "20-30"), plan("Haven", None, "0-9")]) == ({0: (2, ""), 1: (1, "")}, {}, [])
    pairs, waiting, left = matched(ours, [plan("Haven"), plan("Haven")])
    assert pairs.keys() | waiting.keys() == {0, 1} and all(TWICE in why for why in waiting.values())
    pairs, waiting, left = matched(ours, [plan("Haven", None, "70-80")])
    assert pairs == {} and TWICE in waiting[0] and left == [], "of neither is it sure that it left the source"


def test_of_two_in_one_place_the_one_that_is_equal_is_it():
    ours = [there(1, "Haven", None, "0-10"), there(2, "Haven", None, "0-11")]
    assert matched(ours, [plan("Haven", None, "0-11", bruto_totaal=3)]) == ({0: (2, "")}, {}, [1])
    both = [plan("Haven", None, "0-11", bruto_totaal=3), plan("Haven", None, "1-10", bruto_totaal=4)]
    assert matched(ours, both) == ({0: (2, ""), 1: (1, "")}, {}, []), "what is left then has one"
    pairs, waiting, _ = matched(ours, [plan("Haven", None, "1-11", bruto_totaal=3)])
    assert pairs == {} and TWICE in waiting[0]
    pairs, waiting, left = matched(
        [there(1, "Haven", None, "0-10")], [plan("Haven", None, "0-9", bruto_totaal=1), plan("Haven", None, "1-10", bruto_totaal=2)]
    )
    assert pairs == {} and set(waiting) == {0, 1} and left == [], "two rivals for one plan"


def test_of_plans_with_one_name_that_were_never_drawn_those_that_are_the_same_pair():
    ours = [there(1, "Haven", bruto_totaal=5), there(2, "Haven", bruto_totaal=7)]
    assert matched(ours, [plan("Haven", bruto_totaal=7), plan("Haven", bruto_totaal=5)]) == ({0: (2, ""), 1: (1, "")}, {}, [])
    pairs, waiting, _ = matched(ours, [plan("Haven", bruto_totaal=7), plan("Haven", bruto_totaal=6)])
    assert pairs == {0: (2, "")} and set(waiting) == {1}
    assert matched(ours, [plan("Haven", bruto_totaal=None)])[0] == {0: (1, "")}, "what the source leaves empty says nothing"
    since = [there(1, "Haven", None, "0-10", bruto_totaal=5), there(2, "Haven", None, "40-50", bruto_totaal=7)]
    assert matched(since, [plan("Haven", bruto_totaal=7), plan("Haven", bruto_totaal=5)])[0] == {0: (2, ""), 1: (1, "")}, (
        "drawn by hand since"
    )
    drawn = [there(1, "Haven", None, "0-10", bruto_totaal=5), there(2, "Haven", None, "40-50", bruto_totaal=5)]
    assert matched(drawn, [plan("Haven", None, "70-80", bruto_totaal=5)])[0] == {}, "it lies elsewhere"


def test_plans_without_a_name_are_not_called_alike():
    ours = [there(1, None, None, "0-10"), there(2, "", None, "20-30")]
    assert matched(ours, [plan(None, None, "70-80"), plan(None, None, "90-99"), plan("", None, "60-65")]) == ({}, {}, [1, 2])
    assert matched(ours, [plan(None, None, "0-10")])[0] == {0: (1, "")}
    pairs, _, _ = matched([there(1, None, "1")], [plan(None, "1", bruto_totaal=3)])
    assert "alleen het plannummer is gelijk" in pairs[0][1], "that neither has a name says nothing"


def test_a_plan_that_was_renamed_by_hand_is_known_by_the_name_that_it_had():
    was = {"plannaam": "Haven", "plannummer": "1"}
    renamed = there(1, "Havenkwartier Zuid", "1", "0-10", was)
    assert matched([renamed], [plan("Haven", "1")]) == ({0: (1, "")}, {}, [])
    assert matched([renamed], [plan("Haven", None, "0-9")]) == ({0: (1, "")}, {}, [])
    assert matched([renamed], [plan("Haven", None)]) == ({0: (1, "")}, {}, [])
    other = there(2, "Haven", "2", "20-30", {"plannaam": "Kade", "plannummer": "2"})
    pairs, _, _ = matched([renamed, other], [plan("Haven", None)])
    assert pairs == {0: (2, "")}, "what a plan is called now goes first"
    unknown = there(3, "Sluis")
    assert matched([unknown], [plan("Haven", "1")])[0] == {}


def test_what_waits_for_its_name_does_not_pair_by_an_older_one():
    ours = [there(1, "Haven", None, "0-10"), there(2, "Haven", None, "20-30"), there(3, "Kade", None, "40-50", {"plannaam": "Haven"})]
    pairs, waiting, left = matched(ours, [plan("Haven", bruto_totaal=3)])
    assert pairs == {} and TWICE in waiting[0] and left == []


def test_a_new_plan_that_may_be_one_that_is_there_waits():
    ours = [there(1, "Havenkwartier", "1", "0-10"), there(2, "Dijkzone", "2", "20-30")]
    _, waiting, left = matched(ours, [plan("Heel iets anders", None, "0-9")])
    assert "heeft dezelfde polygoon als ‘Havenkwartier’ in het planbestand" in waiting[0] and left == [2]
    pairs, waiting, _ = matched([there(1, "Havenkwartier", None, "0-10")], [plan("Heel iets anders", None, "0-9")])
    assert pairs == {} and 0 in waiting, "that neither has a number is no witness"
    _, waiting, left = matched(ours, [plan("Havenkwarteir", None, "70-80")])
    assert "lijkt op ‘Havenkwartier’ in het planbestand" in waiting[0] and "maak de namen dan gelijk" in waiting[0] and left == [2]
    assert matched(ours, [plan("Molen", "9", "70-80")]) == ({}, {}, [1, 2]), "a new plan"
    pairs, waiting, left = matched(ours, [plan("Havenkwartier", "1"), plan("Havenkwartier", None, "70-80")])
    assert pairs == {0: (1, "")} and TWICE in waiting[1] and left == [2], "its name is taken"


def test_without_geometry_only_equal_polygons_are_the_same_place():
    ours = [there(1, "Haven", "1", "0-10")]
    assert matched(ours, [plan("Molen", "1", "0-10")], Identical())[0] == {0: (1, "")}
    pairs, _, _ = matched(ours, [plan("Molen", "1", "0-9")], Identical())
    assert "alleen het plannummer is gelijk" in pairs[0][1]
    assert matched(ours, [plan("Haven", None, "70-80")], Identical())[0] == {0: (1, "")}, "nothing is known of where it lies"
