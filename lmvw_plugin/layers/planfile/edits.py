# SPDX-License-Identifier: GPL-2.0-or-later
"""Edits of several plans at once, in the layer's edit buffer as one step that can be undone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from qgis.core import NULL, QgsFeature, QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils, QgsWkbTypes

from ...core.basisset import fields as b
from ...core.errors import LmvwError
from ...core.i18n import later, tr
from ..sources import plan_in, transformer, value
from .recognising import plan_file_of
from .tables import confidential_table

MERGING = later("Plannen samenvoegen")  # the step of our own tool, which asks what differs
_PART = re.compile(r" deel \d+$")  # as the window names what is cut off
_KEPT = ("plan_id", "plannaam", "gemeente_code", "gemeente_naam")


def is_plan_layer(layer: object) -> bool:
    """A layer with the columns of the Basisset that edits need."""
    return isinstance(layer, QgsVectorLayer) and all(layer.fields().lookupField(column.name) >= 0 for column in b.COLUMNS)


def new_plan(plans: QgsVectorLayer, source: QgsVectorLayer, features: Sequence[QgsFeature], name: str | None = None) -> int:
    """One plan from the polygons of another layer, with the defaults of a new plan; returns its feature id.

    :raises LmvwError: when nothing usable is given, or the layer refuses.
    """
    transform = transformer(source.crs(), plans.crs())
    shapes = []
    for feature in features:
        shape = QgsGeometry(feature.geometry())
        if shape.isEmpty() or shape.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            continue
        shape.transform(transform)
        shapes.append(shape)
    if not shapes:
        raise LmvwError(tr("Er zijn geen polygonen geselecteerd; selecteer eerst de percelen of vlakken van het plan."))
    with one_step(plans, tr("Nieuw plan uit selectie")):
        plan = QgsVectorLayerUtils.createFeature(plans, _together(shapes), {plans.fields().lookupField("plannaam"): name} if name else {})
        if not plans.addFeature(plan):
            raise LmvwError(tr("Het plan kan niet worden toegevoegd; kan deze laag bewerkt worden?"))
    return plan.id()


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge of plans would give, to be shown before it happens."""

    plans: tuple[QgsFeature, ...]
    counts: dict[str, int | None]  # added up over the plans that answered; None when none of them did
    partly: tuple[str, ...]  # counts that not every plan had answered
    answers: dict[str, object]  # what all plans agree on, and the explanations together
    asked: tuple[str, ...] = field(default=())  # what differs and has to be chosen

    @property
    def names(self) -> list[str]:
        """The names there are to choose from, the largest plan's first, but a part that was cut off after what it was cut from."""
        names = list(dict.fromkeys(str(plan["plannaam"]) for plan in self._largest_first() if value(plan["plannaam"])))
        wholes = {_PART.sub("", name) for name in names}
        if len(wholes) == 1:  # only parts: together they are the whole again
            names = list(dict.fromkeys([*wholes, *names]))
        return sorted(names, key=lambda name: _PART.sub("", name) != name and _PART.sub("", name) in names)

    def choices(self, name: str) -> dict[object, list[str]]:
        """The answers there are to a question that differs, each with the plans that give it, the largest plan's first."""
        names_of: dict[object, list[str]] = {}
        for plan in self._largest_first():
            if (answer := plan_in(plan)[name]) is not None:
                names_of.setdefault(answer, []).append(str(value(plan["plannaam"]) or tr("(nog geen naam)")))
        return names_of

    def answer_of(self, plan_name: str, name: str) -> object:
        """The answer of the plan that is called so; None when it has none, or there is no such plan."""
        return next((plan_in(plan)[name] for plan in self._largest_first() if value(plan["plannaam"]) == plan_name), None)

    def _largest_first(self) -> list[QgsFeature]:
        return sorted(self.plans, key=lambda plan: -(value(plan["bruto_totaal"]) or 0))


def plan_merge(plans: Sequence[QgsFeature]) -> Merge:
    """Add up the counts and see where the plans differ.

    :raises LmvwError: when there are fewer than two.
    """
    if len(plans) < 2:
        raise LmvwError(tr("Selecteer eerst de twee of meer plannen die één plan worden."))
    counts: dict[str, int | None] = {}
    answers: dict[str, object] = {}
    partly, asked = [], []
    known = [plan_in(plan) for plan in plans]
    for column in b.COLUMNS:
        values = [plan[column.name] for plan in known]
        answered = [answer for answer in values if answer is not None]
        if column.kind is b.Kind.COUNT:
            counts[column.name] = sum(answered) if answered else None
            if answered and len(answered) < len(values):
                partly.append(column.name)
        elif column.name == "toelichting":
            answers[column.name] = "\n".join(dict.fromkeys(str(answer) for answer in answered)) or None
        elif column.name not in _KEPT:
            same = len(set(values)) == 1
            answers[column.name] = values[0] if same else None
            if not same:
                asked.append(column.name)
    return Merge(tuple(plans), counts, tuple(partly), answers, tuple(asked))


def apply_merge(layer: QgsVectorLayer, merge: Merge, name: str, chosen: Mapping[str, object] | None = None) -> int:
    """Make one plan of several: the plan whose name is kept stays itself, the others go. Returns its feature id.

    :param chosen: answers to what differs; without one it stays open.
    :raises LmvwError: when the layer refuses.
    """
    if not name.strip():
        raise LmvwError(tr("Geef het samengevoegde plan een naam."))
    kept = next((plan for plan in merge.plans if value(plan["plannaam"]) == name), merge.plans[0])
    with one_step(layer, tr(MERGING)):
        values = {**merge.counts, **merge.answers, **(chosen or {}), "plannaam": name}
        changed = {layer.fields().lookupField(key): as_held(key, answer) for key, answer in values.items()}
        shape = _together([QgsGeometry(plan.geometry()) for plan in merge.plans if not plan.geometry().isEmpty()])
        fine = layer.changeAttributeValues(kept.id(), changed) and (shape.isNull() or layer.changeGeometry(kept.id(), shape))
        others = [plan.id() for plan in merge.plans if plan.id() != kept.id()]
        if not fine or not layer.deleteFeatures(others):
            raise LmvwError(tr("De plannen kunnen niet worden samengevoegd; kan deze laag bewerkt worden?"))
        label_follows(layer, merge.plans, [kept])
    layer.selectByIds([kept.id()])
    return kept.id()


def label_follows(layer: QgsVectorLayer, plans: Sequence[QgsFeature], heirs: Sequence[QgsFeature]) -> None:
    """What the province called strijdig stays so in what is made of it (Dataprotocol art. 5.d): the label is kept by ``plan_id``.

    It is in the file at once: of a step that is undone a label of no plan is left, which holds nothing.

    :raises LmvwError: when the plan file cannot be read or written.
    """
    path = plan_file_of(layer)
    if path is not None:
        confidential_table.follow(path, *([str(value(plan["plan_id"]) or "") for plan in some] for some in (plans, heirs)))


def as_held(name: str, answer: object) -> object:
    """An answer as the layer holds it: no answer is NULL, in a text the empty one."""
    if answer is not None:
        return answer
    return "" if b.BY_NAME[name].kind is b.Kind.TEXT else NULL


def _together(shapes: Sequence[QgsGeometry]) -> QgsGeometry:
    """One multipolygon; polygons that cannot be dissolved are collected, so that nothing of them is lost."""
    if not shapes:
        return QgsGeometry()
    whole = QgsGeometry.unaryUnion(list(shapes)) if len(shapes) > 1 else QgsGeometry(shapes[0])
    if whole.isEmpty() or whole.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
        whole = QgsGeometry.collectGeometry(list(shapes))
    whole.convertToMultiType()
    return whole


@contextmanager
def one_step(layer: QgsVectorLayer, title: str) -> Iterator[None]:
    """Everything inside is one step that can be undone; an error takes it all back.

    :raises LmvwError: when the layer cannot be edited.
    """
    if not layer.isEditable() and not layer.startEditing():
        raise LmvwError(tr("Laag ‘{name}’ kan niet bewerkt worden.").format(name=layer.name()))
    layer.beginEditCommand(title)
    try:
        yield
    except BaseException:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()


def why_read_only(layer: QgsVectorLayer) -> str:
    """Why a layer cannot be edited, and what to do about it; short, for the form of QGIS has one line for it."""
    if layer.readOnly() or not layer.supportsEditing():
        return tr("Alleen lezen: vraag schrijfrechten, of open een kopie.")
    return tr("Alleen lezen: zet het potlood in de werkbalk aan.")
