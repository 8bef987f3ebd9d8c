# SPDX-License-Identifier: GPL-2.0-or-later
"""A person decides that the public version goes out although something could be inferred from it; the words in which that is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..errors import LmvwError
from ..i18n import in_dutch, moment, several, tr

_SHOWN = 5  # reasons in one message


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides, why it may go out, and the mark of what was decided about. All empty: nobody decided."""

    who: str = ""
    why: str = ""
    about: str = ""

    @classmethod
    def of(cls, who: str, why: str, about: str) -> Decision:
        """What was typed.

        :raises LmvwError: when one is given without the other.
        """
        who, why = who.strip(), " ".join(why.split())
        if bool(who) != bool(why):
            raise LmvwError(tr("Een besluit heeft een naam en een reden; vul ‘Wie beslist’ en ‘Waarom het mag’ allebei in."))
        return cls(who, why, about.strip())

    def require_about(self, mark: str, reasons: Sequence[str]) -> None:
        """Somebody decided, and about this: a decision says nothing of what was not seen.

        :raises LmvwError: with the reasons, when nobody did or something else was decided about.
        """
        if not self.who:
            raise LmvwError(stop(reasons, mark))
        if self.about != mark:
            words = tr("Het besluit van {who} ging niet over wat er nu af te leiden is: kijk opnieuw en beslis opnieuw.")
            raise LmvwError(words.format(who=self.who) + " " + stop(reasons, mark))

    @in_dutch()
    def text(self, name: str, reasons: Sequence[str], when: datetime) -> str:
        """What is kept of it, with what the plugin had said. ``name``: of the package."""
        head = tr("{when}: {who} besluit dat {name} gepubliceerd mag worden. Reden: {why}").format(
            when=moment(when), who=self.who, name=name, why=self.why
        )
        return "\n".join([head, *(f"- {reason}" for reason in reasons)])


def mark_of(reasons: Sequence[str], hidden: Sequence[str], total: Sequence[int]) -> str:
    """A short mark of what a decision is about: other reasons, plans or figures have another.

    :param hidden: the confidential plans, by id and name.
    """
    return hashlib.sha256(repr((sorted(reasons), sorted(hidden), tuple(total))).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def stop(reasons: Sequence[str], mark: str) -> str:
    """Why there is no public version, and what a person can do."""
    told = " ".join(reasons[:_SHOWN])
    if len(reasons) > _SHOWN:
        told += " " + tr("Er zijn nog {more}.").format(more=several(len(reasons) - _SHOWN, "andere reden", "andere redenen"))
    return tr("Er is geen openbare versie gemaakt: er zou iets over vertrouwelijke plannen uit af te leiden zijn. {reasons} Mag het toch, vul dan in "
              "wie dat beslist (DECIDED_BY), waarom het mag (DECISION) en waarover het besluit gaat (DECIDED_ABOUT): {mark}").format(
                  reasons=told, mark=mark)  # fmt: skip
