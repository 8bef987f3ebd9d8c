# SPDX-License-Identifier: GPL-2.0-or-later
"""A person decides that the public version goes out although something could be inferred from it; the words in which that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..errors import LmvwError
from ..i18n import in_dutch, moment, several, tr

_SHOWN = 5  # reasons in one message


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides, and why it may go out. Both empty: nobody decided."""

    who: str = ""
    why: str = ""

    @classmethod
    def of(cls, who: str, why: str) -> Decision:
        """What was typed.

        :raises LmvwError: when one is given without the other.
        """
        who, why = who.strip(), " ".join(why.split())
        if bool(who) != bool(why):
            raise LmvwError(tr("Een besluit heeft een naam en een reden; vul ‘Wie beslist’ en ‘Waarom het mag’ allebei in."))
        return cls(who, why)

    @in_dutch()
    def text(self, name: str, reasons: Sequence[str], when: datetime) -> str:
        """What is kept of it, with what the plugin had said. ``name``: of the package."""
        head = tr("{when}: {who} besluit dat {name} gepubliceerd mag worden. Reden: {why}").format(
            when=moment(when), who=self.who, name=name, why=self.why
        )
        return "\n".join([head, *(f"- {reason}" for reason in reasons)])


def stop(reasons: Sequence[str]) -> str:
    """Why there is no public version, and what a person can do."""
    told = " ".join(reasons[:_SHOWN])
    if len(reasons) > _SHOWN:
        told += " " + tr("Er zijn nog {more}.").format(more=several(len(reasons) - _SHOWN, "andere reden", "andere redenen"))
    return tr("Er is geen openbare versie gemaakt: er zou iets over vertrouwelijke plannen uit af te leiden zijn. {reasons} Mag het toch, vul dan in "
              "wie dat beslist (DECIDED_BY) en waarom het mag (DECISION).").format(reasons=told)  # fmt: skip
