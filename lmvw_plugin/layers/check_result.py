# SPDX-License-Identifier: GPL-2.0-or-later
"""The outcome of the last check, for map and attribute table: a table inside the plan file, joined to the plans in the project.

One row per plan that was checked. Its fingerprint tells whether the plan is still what the check saw. Style and row
colours ask for the joined columns by name and do without them, so that a plan file opens the same with or without.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsFields,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)

from ..core.errors import LmvwError
from ..core.findings import Ernst, Finding
from ..core.i18n import tr
from .checks import Checked
from .expressions import CHECKED, Expressions
from .map_style import CHECK_STYLE, set_up_style
from .plan_edits import is_plan_layer

TABLE = "lmvw_controle"
_JOINED = ("uitslag", "bevindingen", "afdruk")
_GOOD = "in orde"
_OF_PLANS = "lmvw/controle"  # property of the joined table: the id of its plan layer
_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_controle (fid INTEGER PRIMARY KEY, plan_id TEXT, uitslag TEXT, bevindingen TEXT, afdruk TEXT,"
    " gecontroleerd TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_controle', 'attributes', 'lmvw_controle')",
    "DELETE FROM lmvw_controle",
)
_INSERT = "INSERT INTO lmvw_controle (plan_id, uitslag, bevindingen, afdruk, gecontroleerd) VALUES (?, ?, ?, ?, ?)"
_MOMENT = "SELECT max(gecontroleerd) FROM lmvw_controle"


def write(path: Path, columns: QgsFields, checked: Checked, moment: datetime) -> None:
    """Replace the outcome in a plan file; the plans themselves are not touched.

    :param columns: those of the layer that was checked.
    :raises LmvwError: when the file cannot be written; it is as it was.
    """
    rows = list(_rows(columns, checked, moment))
    try:
        with closing(sqlite3.connect(path, timeout=10)) as database, database:
            database.execute("BEGIN IMMEDIATE")
            for statement in _CREATE:
                database.execute(statement)
            database.executemany(_INSERT, rows)
    except sqlite3.Error as error:
        raise LmvwError(
            tr("De uitkomst van de controle kan niet in ‘{path}’ bewaard worden ({reason}); mag u het bestand wijzigen?").format(
                path=path, reason=error
            )
        ) from error


def _rows(columns: QgsFields, checked: Checked, moment: datetime) -> Iterator[tuple[str | None, ...]]:
    found: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        if finding.ernst is not Ernst.INFO and finding.plan_id:
            found.setdefault(finding.plan_id, []).append(finding)
    print_of = QgsExpression(Expressions().fingerprint)
    context = QgsExpressionContext()
    context.setFields(columns)
    print_of.prepare(context)
    feature = QgsFeature(columns)
    for plan, geometry in zip(checked.plans, checked.geometries, strict=True):
        plan_id = str(plan.get("plan_id") or "")
        feature.setAttributes([plan.get(name) for name in columns.names()])
        feature.setGeometry(geometry)
        context.setFeature(feature)
        yield plan_id, *_verdict(found.get(plan_id, ())), str(print_of.evaluate(context)), f"{moment:%Y-%m-%d %H:%M}"


def _verdict(findings: Iterable[Finding]) -> tuple[str, str | None]:
    """The worst that was found and everything that was found, the worst first."""
    ranked = sorted(findings, key=lambda finding: list(Ernst).index(finding.ernst))
    return (ranked[0].ernst.value, " ".join(finding.melding for finding in ranked)) if ranked else (_GOOD, None)


def moment_of(path: Path) -> datetime | None:
    """When a plan file was last checked with its outcome kept."""
    try:
        with closing(sqlite3.connect(path, timeout=10)) as database:
            found = database.execute(_MOMENT).fetchone()[0]
    except sqlite3.Error:  # never checked: no table
        return None
    return datetime.strptime(found, "%Y-%m-%d %H:%M") if found else None


def join(project: QgsProject, plans: QgsVectorLayer) -> bool:
    """Join the outcome to the plan layer, in place of an earlier one; False when there is none.

    The joined table stands below the plans in the layer panel; its name says when was checked.
    """
    path = Path(plans.source().split("|")[0])
    moment = moment_of(path)
    if moment is None:
        return False
    old = [layer.id() for layer in project.mapLayers().values() if layer.customProperty(_OF_PLANS) == plans.id()]
    project.removeMapLayers(old)
    table = QgsVectorLayer(f"{path}|layername={TABLE}", tr("Controle van {moment}").format(moment=_said(moment)), "ogr")
    for name, title in (("uitslag", tr("Controle {moment}").format(moment=_said(moment))), ("bevindingen", tr("Bevindingen"))):
        table.setFieldAlias(table.fields().lookupField(name), title)
    table.setReadOnly(True)
    table.setCustomProperty(_OF_PLANS, plans.id())
    project.addMapLayer(table, False)
    node = project.layerTreeRoot().findLayer(plans.id())
    group = node.parent() if node else project.layerTreeRoot()
    group.insertLayer(group.children().index(node) + 1 if node else -1, table)
    link = QgsVectorLayerJoinInfo()
    link.setJoinLayer(table)
    link.setJoinFieldName("plan_id")
    link.setTargetFieldName("plan_id")
    link.setPrefix(CHECKED)
    link.setJoinFieldNamesSubset(list(_JOINED))
    link.setUsingMemoryCache(True)  # read once, so that drawing does not wait for the file
    return bool(plans.addJoin(link))


def show(project: QgsProject, plans: QgsVectorLayer) -> None:
    """Join the outcome and let the map show it, with the moment of the check in the legend."""
    if not join(project, plans):
        return
    manager, title = plans.styleManager(), tr(CHECK_STYLE.title)
    if title not in manager.styles():
        manager.addStyleFromLayer(title)
    manager.setCurrentStyle(title)
    moment = moment_of(Path(plans.source().split("|")[0]))
    set_up_style(plans, CHECK_STYLE, tr("Gecontroleerd op {moment}").format(moment=_said(moment)) if moment else "")
    plans.triggerRepaint()


def layers_of(project: QgsProject, path: Path) -> list[QgsVectorLayer]:
    """The plan layers in a project that come from a plan file."""
    return [layer for layer in project.mapLayers().values() if is_plan_layer(layer) and Path(layer.source().split("|")[0]) == path]


def _said(moment: datetime) -> str:
    return f"{moment.day}-{moment.month}-{moment.year} {moment:%H:%M}"
