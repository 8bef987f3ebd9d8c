# SPDX-License-Identifier: GPL-2.0-or-later
"""What plans are judged to be since the last check, for map and attribute table: beside the outcome that the plan file keeps, which nobody writes
while the user edits.

For the map it is a variable of the layer, of this session alone: a project is saved without it. An attribute table keeps the variables as
they were when it was opened, and asks a function (``asked``). Expressions ask for either by name and do without.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtXml import QDomElement

from ...core.rules.findings import Finding, outcome_of
from ...core.rules.ledger import Ledger
from ..plan_layer.expressions import LIVE
from . import asked, open_views
from .asked import Now

if TYPE_CHECKING:  # the rules of polygons are not needed when QGIS starts
    from .judge import Judgement

_NAMES, _VALUES = "variableNames", "variableValues"  # where QGIS keeps the variables of a layer
_PAUSE = 30.0  # seconds that map and tables wait at most: of thousands of plans QGIS would begin a drawing anew before it is done
_HELD = "lmvw_live"  # property of a layer: the variable as it should be


class Live:
    """What is known since an outcome was read; ``now`` is what differed from it then."""

    def __init__(self, layer: QgsVectorLayer, prints: Mapping[str, str], now: Now) -> None:
        self._layer, self._prints = layer, dict(prints)
        self._now = dict(now)
        self._base: dict[str, frozenset[object]] = {}  # what was found of a plan before it was first judged again
        self._alike: dict[frozenset[object], frozenset[object]] = {}  # those of many plans are the same object, as in ``Ledger``
        self._untold: float | None = None  # since when there is something to tell
        publish(layer, self._now)

    def about_to(self, ledger: Ledger, judgement: Judgement) -> set[str]:
        """The plans of which something else may be said after this; before the ledger takes it."""
        plans = {judged.plan for judged in judgement.anew} | judgement.sizes.keys()
        plans |= {finding.ander for plan in plans for finding in ledger.lines(plan) if finding.ander}
        plans |= {finding.ander for judged in judgement.anew for finding in judged.findings if finding.ander}
        for plan in plans - self._base.keys() - self._now.keys():
            was = signs(ledger.about(plan))
            self._base[plan] = self._alike.setdefault(was, was)
        return plans

    def judged(self, plans: Iterable[str], ledger: Ledger, prints: Mapping[str, str], unsure: Iterable[str], more: bool = False) -> None:
        """They were; of those that are unsure nothing is said, for they do not look like what the check saw.

        :param more: others will be soon: map and tables, which say of these that they changed, are drawn anew after all of them.
        """
        skipped = frozenset(unsure)
        for plan in plans:
            known = self._now.get(plan)
            about, was = ledger.about(plan), self._now.get(plan, ("", self._prints.get(plan, "")))[1]
            afdruk = prints.get(plan, was)
            same = afdruk == self._prints.get(plan) and signs(about) == self._base.get(plan)
            if same or plan in skipped or plan not in ledger.sizes or not afdruk:
                self._now.pop(plan, None)
            else:
                self._now[plan] = (outcome_of(about), afdruk)
            if self._untold is None and self._now.get(plan) != known:
                self._untold = time.monotonic()
        if self._untold is not None and (not more or time.monotonic() - self._untold >= _PAUSE):
            self._untold = None
            publish(self._layer, self._now)


def signs(findings: Iterable[Finding]) -> frozenset[object]:
    """What is found, in whatever language it is told."""
    return frozenset((finding.regel, finding.veld, finding.ernst, finding.ander, finding.oorzaak) for finding in findings)


def since(
    before: Iterable[Finding], now: Iterable[Finding], prints: Mapping[str, str], changed: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """What is other than what was found before.

    :param prints: of the plans as they are now, that something can be said of.
    :param changed: the plans that are not what they were.
    """
    was, is_ = _together(before), _together(now)
    other = (key for key in prints if key in set(changed) or signs(was.get(key, ())) != signs(is_.get(key, ())))
    return {key: (outcome_of(is_.get(key, ())), prints[key]) for key in other}


def _together(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    by_plan: dict[str, list[Finding]] = {}
    for finding in findings:
        for plan in finding.plans:
            by_plan.setdefault(plan, []).append(finding)
    return by_plan


def publish(layer: QgsVectorLayer, now: Now) -> None:
    """Let expressions over the layer know it, until it is rolled back; map and tables are drawn anew when it is other than what they know."""
    asked.tell(layer, now)
    text, held = json.dumps(now) if now else "", layer.property(_HELD)
    if held is None:
        layer.afterRollBack.connect(partial(_forget, layer))
        QgsProject.instance().writeMapLayer.connect(_leave_out)
    layer.setProperty(_HELD, text)
    restore(layer)
    if text != (held or ""):
        open_views.colour_tables(layer)
        layer.triggerRepaint()


def _forget(layer: QgsVectorLayer) -> None:
    if not sip.isdeleted(layer):
        publish(layer, {})


def restore(layer: QgsVectorLayer) -> None:
    """A style that is chosen brings variables of its own: put back what it should be."""
    held = layer.property(_HELD)
    names, values = (list(layer.customProperty(name, []) or []) for name in (_NAMES, _VALUES))
    others = [(name, value) for name, value in zip(names, values, strict=False) if name != LIVE]
    wanted = [*others, (LIVE, held)] if held else others
    if wanted != list(zip(names, values, strict=False)):
        layer.setCustomProperty(_NAMES, [name for name, _ in wanted])
        layer.setCustomProperty(_VALUES, [value for _, value in wanted])


def _leave_out(layer: QgsMapLayer, element: QDomElement, *_: object) -> None:
    """A project that is opened later knows nothing of this session."""
    held = layer.property(_HELD)
    if held:
        drop_from(element, (LIVE, held))


def drop_from(element: QDomElement, words: tuple[str, str]) -> None:
    """Take the variable out of what is saved of a layer."""
    options = element.firstChildElement("customproperties").elementsByTagName("Option")
    gone = [options.at(index).toElement() for index in range(options.count()) if options.at(index).toElement().attribute("value") in words]
    for option in gone:
        if not option.hasAttribute("name") or option.attribute("name") in (_NAMES, _VALUES):
            parent = option.parentNode()
            parent.removeChild(option)
