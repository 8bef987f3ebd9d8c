# SPDX-License-Identifier: GPL-2.0-or-later
"""Carrying out a remedy: through the edit buffer of the layer, as one step that can be undone, for one plan or for all after a preview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTableWidgetItem, QVBoxLayout, QWidget

from ....core.asking.explaining import shown
from ....core.basisset.peildatum import Peildatum
from ....core.errors import LmvwError
from ....core.feedback import Feedback, watched
from ....core.i18n import several, tr
from ....core.rules.findings import Finding
from ....core.rules.plans import Plan, check_plan
from ....core.rules.remedies import Remedy, remedies
from ....core.rules.tasks import field_title
from ....layers.sources import plan_in, value
from ...panels.widgets import label, table
from ...sizes import fit
from .. import on_map

_FEW = 3  # sentences in a preview


@dataclass(frozen=True, slots=True)
class Mending:
    """A remedy for one plan of a layer. ``was``: what the fields hold now; ``then``: the mistakes that the check would find after it.

    ``polygon``: the new one, where the remedy draws; what it was and becomes is then told in words. ``look``: only after a preview.
    """

    fid: int
    name: str
    remedy: Remedy
    was: dict[str, object]
    then: tuple[str, ...] = ()
    polygon: QgsGeometry | None = None
    look: bool = False


@dataclass(frozen=True, slots=True)
class Stays:
    """A plan at which a remedy can do nothing, and the sentence that says why."""

    name: str
    why: str


def offered(layer: QgsVectorLayer, findings: Iterable[Finding], peildatum: Peildatum) -> list[Mending]:
    """What can be done about findings, for the plans as they are now."""
    return [
        _mending(plan, remedy, values, peildatum)
        for plan, finding in concerned(layer, findings)
        for values in (plan_in(plan),)
        for remedy in remedies(finding, values, peildatum)
    ]


def concerned(layer: QgsVectorLayer, findings: Iterable[Finding]) -> list[tuple[QgsFeature, Finding]]:
    """The plans of findings as they are now, each with its finding."""
    by_key = {finding.plan_id: finding for finding in findings if finding.plan_id}
    return [(plan, by_key[str(plan["plan_id"])]) for plan in on_map.find(layer, list(by_key), geometry=False)]


def offered_to_all(
    plans: Sequence[tuple[QgsFeature, Finding]], key: str, peildatum: Peildatum, feedback: Feedback
) -> tuple[list[Mending], list[Stays]]:
    """What the remedy with this key does for the plans of findings, and the plans it does not fit. It touches no layer.

    :raises Cancelled: when the user has cancelled.
    """
    mendings: list[Mending] = []
    stays: list[Stays] = []
    for plan, finding in watched(plans, len(plans), feedback):
        values = plan_in(plan)
        remedy = next((one for one in remedies(finding, values, peildatum) if one.key == key), None)
        if remedy is not None:
            mendings.append(_mending(plan, remedy, values, peildatum))
        else:
            stays.append(Stays(_name(plan), tr("Deze verbetering past niet bij wat er in dit plan staat; vul het plan zelf in.")))
    return mendings, stays


def _mending(feature: QgsFeature, remedy: Remedy, plan: Plan, peildatum: Peildatum) -> Mending:
    was = {field: plan.get(field) for field in remedy.changes}
    return Mending(feature.id(), _name(feature), remedy, was, _then(plan, remedy, peildatum))


def _name(feature: QgsFeature) -> str:
    return str(value(feature["plannaam"]) or tr("(zonder naam)"))


def _then(plan: Plan, remedy: Remedy, peildatum: Peildatum) -> tuple[str, ...]:
    """What would be wrong that is not wrong now."""
    now = {(finding.regel, finding.veld) for finding in check_plan(plan, peildatum) if finding.is_wrong}
    after = [finding for finding in check_plan({**plan, **remedy.changes}, peildatum) if finding.is_wrong]
    return tuple(finding.melding for finding in after if (finding.regel, finding.veld) not in now)


def carry_out(layer: QgsVectorLayer, mendings: Sequence[Mending]) -> None:
    """Change the plans, as one step with a name.

    :raises LmvwError: when the layer cannot be edited.
    """
    if not (layer.isEditable() or layer.startEditing()):
        raise LmvwError(tr("Laag ‘{name}’ kan niet bewerkt worden.").format(name=layer.name()))
    alone = len(mendings) == 1
    about = mendings[0].name if alone else several(len(mendings), "plan", "plannen")
    remedy = mendings[0].remedy.title if alone else mendings[0].remedy.together
    layer.beginEditCommand(tr("{remedy}: {plans}").format(remedy=remedy, plans=about))
    for mending in mendings:
        if mending.polygon is not None:
            layer.changeGeometry(mending.fid, QgsGeometry(mending.polygon))
            continue
        for field, answer in mending.remedy.changes.items():
            layer.changeAttributeValue(mending.fid, layer.fields().lookupField(field), answer)
    layer.endEditCommand()


class Preview(QDialog):
    """What a remedy would change, plan by plan."""

    def __init__(self, parent: QWidget, mendings: Sequence[Mending], peildatum: Peildatum, stays: Sequence[Stays] = ()) -> None:
        super().__init__(parent)
        self.setObjectName("lmvw_mend_all")
        self.setModal(True)  # what is shown is what is changed: nothing else may change meanwhile
        count = several(len(mendings), "plan", "plannen")
        self.setWindowTitle(tr("Bij {plans} verbeteren").format(plans=count))
        words = label("mend_words", tr("Dit verandert er. Het is één stap, die u met ‘Ongedaan maken’ terugneemt."))
        after = _told("after", _after([words for mending in mendings for words in mending.then]))
        rows = [(mending, field) for mending in mendings for field in mending.remedy.changes]
        changes = table("changes", self.windowTitle(), (tr("Plan"), tr("Veld"), tr("Nu"), tr("Wordt")), len(rows))
        for row, (mending, field) in enumerate(rows):
            texts = (
                mending.name,
                field_title(field, peildatum),
                _shown(field, mending.was[field]),
                _shown(field, mending.remedy.changes[field]),
            )
            for column, text in enumerate(texts):
                changes.setItem(row, column, QTableWidgetItem(text))
        changes.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for column in (0, 3):
            changes.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(tr("Uitvoeren bij {plans}").format(plans=count), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setObjectName("carry_out")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for widget in (words, changes, after, _told("stays", as_they_are(stays)), buttons):
            whole.addWidget(widget)
        fit(self, 640, 420)
        changes.resizeRowsToContents()


def done(mendings: Sequence[Mending], stays: Sequence[Stays]) -> str:
    """What was done and what was not, in one line."""
    plans = several(len(mendings), "plan", "plannen")
    return tr("Bij {plans} verbeterd.").format(plans=plans) + " " + as_they_are(stays).replace("\n", " ")


def as_they_are(stays: Sequence[Stays]) -> str:
    """The plans at which nothing changes, each with the reason; empty when there are none."""
    if not stays:
        return ""
    plans = several(len(stays), "plan blijft zoals het is", "plannen blijven zoals ze zijn")
    return f"{plans}:\n" + _first([f"{plan.name}: {plan.why}" for plan in stays], "plan", "plannen")


def _after(wrong: Sequence[str]) -> str:
    return tr("Dit is daarna fout, en nu nog niet:") + "\n" + _first(wrong, "fout", "fouten") if wrong else ""


def _first(sentences: Sequence[str], single: str, more: str) -> str:
    """The first few in full, and how many there are beside."""
    beside = len(sentences) - _FEW
    rest = [tr("En nog {count}.").format(count=several(beside, single, more))] if beside > 0 else []
    return "\n".join([*sentences[:_FEW], *rest])


def _told(name: str, words: str) -> QLabel:
    """A label, hidden when there is nothing to say."""
    told = label(name, words)
    told.setVisible(bool(words))
    return told


def _shown(veld: str, answer: object) -> str:
    return tr("(leeg)") if answer is None else shown(veld, answer)
