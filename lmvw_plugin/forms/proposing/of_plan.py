# SPDX-License-Identifier: GPL-2.0-or-later
"""What is proposed for one plan of a layer that is open, and what a person does with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsVectorLayer

from ...core.asking.answers import Answer, How
from ...core.asking.offers import Offers
from ...core.asking.proposals import Proposal
from ...core.asking.questions import asked
from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.rules.plans import Plan
from ...core.rules.tasks import field_title
from ...layers.planfile import store as planfile
from ...layers.planfile.recognising import plan_file_of
from ...layers.planfile.tables.offers import offers_in
from .books import books


@dataclass(frozen=True, slots=True)
class Sources:
    """A plan file, and of what proposals for one plan of it are made."""

    path: Path
    peildatum: Peildatum
    offers: Offers

    @classmethod
    def of(cls, layer: QgsVectorLayer, plan_id: str) -> Sources | None:
        """None for a layer of no plan file, or one that cannot be read now: a check will say so, here one only wants to type."""
        path = plan_file_of(layer)
        try:
            return cls(path, planfile.read_info(path).peildatum, offers_in(path, plan_id)) if path is not None and plan_id else None
        except LmvwError:
            return None

    def proposals(self, plan: Plan) -> Mapping[str, Proposal]:
        """By field what waits for a person, for the plan as it is now."""
        return self.offers.of(plan, asked(plan), self.peildatum)


def confirm(layer: QgsVectorLayer, path: Path, fid: int, proposal: Proposal, peildatum: Peildatum) -> None:
    """Into the plan, as one step that can be undone.

    :raises LmvwError: when the layer cannot be edited.
    """
    _write(layer, path, fid, proposal, How.PROPOSAL, tr("Voorstel bevestigd: {field}"), peildatum)


def refuse(layer: QgsVectorLayer, path: Path, fid: int, proposal: Proposal, peildatum: Peildatum, plan_id: str = "") -> None:
    """The field stays open, and this is not proposed again; the panel Vragenlijst can take it back.

    :param plan_id: of a plan that may not be in the layer yet.
    :raises LmvwError: when the plan file cannot be written.
    """
    _write(layer, path, fid, proposal, How.REFUSED, tr("Voorstel geweigerd: {field}"), peildatum, plan_id)


def note(layer: QgsVectorLayer, path: Path, fid: int, proposal: Proposal, plan_id: str) -> None:
    """A form took it: when that is saved, the history says that it was a proposal."""
    books().of(layer, path).note([Answer(fid, proposal.veld, proposal.value, How.PROPOSAL, proposal.reason, plan_id)])


def _write(
    layer: QgsVectorLayer, path: Path, fid: int, proposal: Proposal, how: How, title: str, peildatum: Peildatum, plan_id: str = ""
) -> None:
    answer = Answer(fid, proposal.veld, proposal.value, how, proposal.reason, plan_id)
    words = title.format(field=field_title(proposal.veld, peildatum))
    books().of(layer, path).write(lambda _: words, [answer])
    if not how.fills:
        books().kept.emit(layer.id())
