# SPDX-License-Identifier: GPL-2.0-or-later
"""Who belongs with whom, for all at once: the pairing of the greatest total weight, exact per group of plans that have to do with each other.

Shortest augmenting paths on the edges there are (Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear
assignment problems", 1987): nobody's best is taken from him by whoever happened to come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

from ..feedback import breathe, breathing

Edges = Mapping[tuple[int, int], float]

MOST_WORK = 3_000_000  # rows times edges of a group that is solved exactly: about two seconds
_FAR, _EXACT = float("inf"), 1e-12
_MOST_EDGES = 8  # that each keeps in a group that is larger


def best_pairs(weights: Edges) -> dict[int, int]:
    """Left to right, so that the weights of the pairs together are as high as can be. Weights are above 0; not to be paired counts 0."""
    pairs: dict[int, int] = {}
    waiting = [(group, _MOST_EDGES) for group in groups(weights)]
    while waiting:
        group, most = waiting.pop()
        if most and len({left for left, _ in group}) * len(group) > MOST_WORK:  # too much: everybody keeps his best few
            waiting += [(part, most // 2) for part in groups(_best_of_each(group, most))]
        else:
            pairs.update(_assign(group))
    return pairs


def groups(weights: Edges) -> Iterator[dict[tuple[int, int], float]]:
    """The edges that hang together."""
    of_left: dict[int, list[int]] = defaultdict(list)
    of_right: dict[int, list[int]] = defaultdict(list)
    for left, right in breathing(weights):
        of_left[left].append(right)
        of_right[right].append(left)
    seen: set[int] = set()
    for start in of_left:
        if start in seen:
            continue
        seen.add(start)
        waiting, members = [start], []
        while waiting:
            breathe()
            left = waiting.pop()
            members.append(left)
            for right in of_left[left]:
                fresh = [other for other in of_right.pop(right, ()) if other not in seen]
                seen.update(fresh)
                waiting += fresh
        yield {(left, right): weights[left, right] for left in sorted(members) for right in sorted(of_left[left])}


def _best_of_each(group: Edges, most: int) -> Edges:
    kept: set[tuple[int, int]] = set()
    for end in (0, 1):
        of_one: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for edge in group:
            of_one[edge[end]].append(edge)
        for edges in of_one.values():
            kept.update(sorted(edges, key=lambda edge: (-group[edge], edge))[:most])
    return {edge: group[edge] for edge in sorted(kept)}


def _assign(weights: Edges) -> dict[int, int]:
    """Everybody in turn comes in, by the way along which the others lose least; the way ends at a right that is free, or at a left that had
    better stay alone."""
    if len(weights) == 1:
        return dict(weights.keys())
    top = max(weights.values())
    search = _Search(top)
    for (left, right), weight in weights.items():
        search.costs[left].append((right, top - weight))
    for left in search.costs:
        search.bring_in(left)
    return search.right_of


class _Search:
    """The pairs so far, and the prices by which they are the cheapest."""

    def __init__(self, alone: float) -> None:
        self.costs: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self.right_of: dict[int, int] = {}
        self._left_of: dict[int, int] = {}
        self._alone = alone  # what it costs to stay alone
        self._price: dict[int, float] = defaultdict(float)  # of a right
        self._debt: dict[int, float] = defaultdict(float)  # of a left

    def bring_in(self, start: int) -> None:
        """One left more."""
        costs: dict[int, float] = {}  # of the way to a right
        came: dict[int, int] = {}  # from which left
        reached, done = {start: 0.0}, set[int]()
        heap: list[tuple[float, int]] = []
        breathe()
        left, way, end, alone, least = start, 0.0, None, start, self._alone
        while True:
            for right, cost in self.costs[left]:
                there = way + cost - self._debt[left] - self._price[right]
                if right not in done and there < costs.get(right, _FAR) - _EXACT:
                    costs[right], came[right] = there, left
                    heappush(heap, (there, right))
            while heap and heap[0][1] in done:
                heappop(heap)
            if not heap or heap[0][0] >= least - _EXACT:
                break
            way, right = heappop(heap)
            done.add(right)
            if right not in self._left_of:
                end = right
                break
            left = self._left_of[right]
            reached[left] = way
            out = way + self._alone - self._debt[left]
            if out < least:
                alone, least = left, out
        total = least if end is None else way
        for left, cost in reached.items():
            self._debt[left] += max(0.0, total - cost)
        for right in done:
            self._price[right] -= max(0.0, total - costs[right])
        if end is None:
            end = self.right_of.pop(alone, None)
        while end is not None:
            left = came[end]
            before = self.right_of.get(left)
            self._left_of[end], self.right_of[left] = left, end
            end = before
