# SPDX-License-Identifier: GPL-2.0-or-later
"""Which plans a plan is compared with: those that have its name, write it otherwise, differ in a number only, or have its plannummer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .comparing import forms
from .nothing import STEM_OF, stem

_Group = tuple[object, ...]


class Namesakes:
    """The names of the plans of a layer, by the key of the plan; they come and go. A name is compared within its municipality only."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[_Group, ...]] = {}
        self._groups: dict[_Group, set[str]] = {}

    def put(self, plan: str, gemeente: object, name: str | None, number: str = "") -> None:
        """A plan has this name and plannummer from now on."""
        self.drop(plan)
        groups = self._of[plan] = tuple((gemeente, *group) for group in _groups(name or "", number))
        for group in groups:
            self._groups.setdefault(group, set()).add(plan)

    def drop(self, plan: str) -> None:
        """A plan is gone."""
        for group in self._of.pop(plan, ()):
            members = self._groups[group]
            members.discard(plan)
            if not members:
                del self._groups[group]

    def around(self, plans: Iterable[str]) -> set[str]:
        """These plans, and those of which something is said that depends on their names."""
        known = [plan for plan in plans if plan in self._of]
        groups = {group for plan in known for group in self._of[plan]}
        counting = (self._groups[group] for group in groups if group[1] != "stem" or len(self._groups[group]) >= STEM_OF)
        return {*known, *(plan for members in counting for plan in members)}


def _groups(name: str, number: str) -> Iterator[_Group]:
    if number:
        yield "number", number
    if forms.is_blank(name):
        return
    yield "name", name
    if key := forms.key(name):
        yield "written", key, forms.marks(name)
    if shared := stem(name):
        yield "stem", shared
