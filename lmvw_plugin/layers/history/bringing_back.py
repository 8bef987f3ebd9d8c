# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan of an earlier delivery that comes back in the plan file: tied off, with the name and polygon of then, or as it was (Invultip 6, art. 6).

Nobody draws or types anything anew, and what was done is kept so that it can be taken back, also tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils

from ...core.basisset import fields as b
from ...core.basisset.codelists import code_list, stays_home
from ...core.errors import LmvwError
from ...core.history.decisions import Change, Decision, Verdict, seen, seen_as
from ...core.history.facts import Fact
from ...core.i18n import tr
from ...core.rolling.counts import brought_back, proposed
from ..planfile.edits import as_held, why_read_only
from ..planfile.rows import shape_of
from ..planfile.session import PlanSession
from ..planfile.store import read_info
from ..planfile.tables import comparison_table, hints_table
from ..sources import plan_in, value
from ..stored.geometry import is_whole
from .comparing import Compared
from .lying import spot_of

_TITLES = {Verdict.BUILT: "gerealiseerd", Verdict.DROPPED: "vervallen"}


def bring_back(layer: QgsVectorLayer, path: Path, compared: Compared, fact: Fact, verdict: Verdict, wie: str, moment: str) -> None:
    """Do what was decided of the one plan of then of a fact, as one step in the layer, and keep the decision; what cannot be kept is undone.

    A plan that stays at home is changed, one that is not there is added. What of its counts is asked, is proposed in the Vragenlijst.

    :raises LmvwError: when the plan is another since it was compared, or has to get a planstatus first; when the layer or the file cannot be
        written.
    """
    (index,) = fact.then
    then, info, finish = compared.then.side, read_info(path), _TITLES.get(verdict, "")
    shape = compared.then.shapes[index]
    values, asked = brought_back(then.plans[index], then.peildatum, info.peildatum, finish)
    values |= {"gemeente_code": info.gemeente.code, "gemeente_naam": info.gemeente.name, b.GEOMETRY: shape.wkb.hex() if shape else None}
    plan_id, there, name = str(values["plan_id"] or ""), _there(layer, compared, fact), then.name(index)
    added = plan_id and _of_id(layer, plan_id) is not None and plan_id not in {plan.get("plan_id") for plan in compared.now.side.plans}
    if there is None and (fact.now or added):
        raise LmvwError(tr("Plan ‘{name}’ is na het vergelijken gewijzigd. Kijk opnieuw.").format(name=name))
    if there is not None:
        plan_id = str(value(there["plan_id"]) or "")
        change = Change(plan_id, *_changes(there, values, finish, bool(fact.now)))
    elif plan_id and _of_id(layer, plan_id) is not None:  # another plan has it: so somebody decided
        values["plan_id"] = None
    with PlanSession(layer).step(tr("Plan ‘{name}’ van de vorige levering").format(name=name)):
        if there is None:
            change = _add(layer, values)
        else:
            _write(layer, there, change.became)
    now = {**({} if there is None else _values(there, ("plannaam", b.GEOMETRY))), **change.became}
    try:
        become = seen_as(change.plan_id, str(now["plannaam"] or ""), spot_of(shape_of(_drawn(now[b.GEOMETRY]))))
        if asked and then.peildatum is not None and there is None:
            hints_table.keep(path, {change.plan_id: proposed(asked, then.peildatum)})
        comparison_table.add(path, [Decision(verdict, seen(then, compared.ground.then, index), become, wie, moment, change)])
    except LmvwError:
        take_back(layer, change)
        raise


def take_back(layer: QgsVectorLayer, change: Change) -> bool:
    """Undo what was done with a plan; False when somebody changed it since: then it stays as it is.

    :raises LmvwError: when the layer cannot be written.
    """
    plan = _of_id(layer, change.plan_id)
    if plan is None:
        return True
    now = _values(plan, change.became)
    if now != dict(change.became):
        return False
    with PlanSession(layer).step(tr("Plan ‘{name}’ zoals het was").format(name=value(plan["plannaam"]) or "")):
        if change.was is not None:
            _write(layer, plan, change.was)
        elif not layer.deleteFeature(plan.id()):
            raise LmvwError(why_read_only(layer))
    return True


def _there(layer: QgsVectorLayer, compared: Compared, fact: Fact) -> QgsFeature | None:
    """The plan of the plan file that it is: the one of the fact, or else one that stays at home, by its ID or name."""
    if fact.now:
        return _of_id(layer, str(compared.now.side.plans[fact.now[0]].get("plan_id") or ""))
    plan = compared.then.side.plans[fact.then[0]]
    home = [feature for feature in layer.getFeatures() if stays_home(str(value(feature["planstatus"])))]
    for name in ("plan_id", "plannaam"):
        for feature in home:
            if plan.get(name) and value(feature[name]) == plan[name]:
                return feature
    return None


def _of_id(layer: QgsVectorLayer, plan_id: str) -> QgsFeature | None:
    return next((feature for feature in layer.getFeatures() if plan_id and value(feature["plan_id"]) == plan_id), None)


def _changes(there: QgsFeature, values: Mapping[str, object], finish: str, ended: bool) -> tuple[dict[str, object], dict[str, object]]:
    """What such a plan was and becomes: one that is tied off as it was delivered last, one that comes back with the planstatus of then.

    :raises LmvwError: when nobody knows that planstatus: it would stay at home.
    """
    if not ended and values["planstatus"] not in code_list("planstatus"):
        words = tr("Plan ‘{name}’ gaat niet mee door planstatus {code}, en de vorige levering zegt er geen. Geef het plan eerst een andere "
                   "planstatus.")  # fmt: skip
        raise LmvwError(words.format(name=values["plannaam"], code=value(there["planstatus"])))
    names = [] if ended else ["planstatus"]
    names += [*b.FINISHES] if finish else []
    names += ["plannaam", *([b.GEOMETRY] if values[b.GEOMETRY] else [])] if finish or ended else []
    return _values(there, names), {name: values[name] for name in names}


def _add(layer: QgsVectorLayer, values: Mapping[str, object]) -> Change:
    """A plan more.

    :raises LmvwError: when the layer refuses.
    """
    columns = layer.fields()
    known = {columns.lookupField(name): new for name, new in values.items() if name != b.GEOMETRY and new is not None}
    feature = QgsVectorLayerUtils.createFeature(layer, _drawn(values[b.GEOMETRY]), known)
    for at, new in known.items():  # a name that another plan has too, it would leave out
        feature.setAttribute(at, new)
    if not layer.addFeature(feature):
        raise LmvwError(why_read_only(layer))
    became = _values(feature, [*(field.name for field in b.COLUMNS), b.GEOMETRY])
    return Change(str(became["plan_id"] or ""), None, became)


def _write(layer: QgsVectorLayer, plan: QgsFeature, values: Mapping[str, object]) -> None:
    """Give a plan these values.

    :raises LmvwError: when the layer refuses.
    """
    columns = layer.fields()
    fine = all(
        layer.changeAttributeValue(plan.id(), columns.lookupField(name), as_held(name, new))
        for name, new in values.items()
        if name != b.GEOMETRY
    )
    if not fine or (b.GEOMETRY in values and not layer.changeGeometry(plan.id(), _drawn(values[b.GEOMETRY]))):
        raise LmvwError(why_read_only(layer))


def _values(plan: QgsFeature, names: Iterable[str]) -> dict[str, object]:
    """As they are kept; a text that is empty is none."""
    known: dict[str, object] = {name: None if raw == "" else raw for name, raw in plan_in(plan).items()}
    shape = shape_of(plan.geometry())
    known[b.GEOMETRY] = shape.wkb.hex() if shape else None
    return {name: known[name] for name in names}


def _drawn(wkb: object) -> QgsGeometry:
    geometry, kept = QgsGeometry(), bytes.fromhex(str(wkb or ""))
    if is_whole(kept):  # it may have been kept by anybody
        geometry.fromWkb(kept)
    return geometry
