# SPDX-License-Identifier: GPL-2.0-or-later
"""The outcome of the last check beside the plans in a project, for map, attribute table and form.

The table with the outcome is joined to the plan layer once, when that enters a project. Afterwards only its rows change: QGIS ends
when the columns of a layer change while a form of it is open. Style and row colours ask for the joined columns by name and do
without them, so that a plan file opens the same with or without.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsEditorWidgetSetup, QgsMapLayer, QgsProject, QgsVectorLayer, QgsVectorLayerJoinInfo

from ...core.i18n import later, tr
from ..plan_layer.expressions import CHECKED
from ..plan_layer.style import CHECK_STYLE, check_style, set_up_style
from ..planfile import upgrade
from ..planfile.edits import is_plan_layer
from ..planfile.recognising import plan_file_of
from ..planfile.store import read_info
from ..planfile.tables import check_table
from ..seen import connections
from ..sources import file_of
from . import live, open_views, proposal_cells

_OURS = "lmvw/controle"  # property of the joined table
# Layers of one file share an opening of it. One that was made before editing keeps no lock, and reads nothing while the file has a
# write-ahead log, as it has from then on: after editing the plans would be empty. QGIS shares no opening that has options of its own.
_OWN_OPENING = "|option:LIST_ALL_TABLES=YES"
_TITLES = {
    "uitslag": later("Uitkomst controle"),
    "bevindingen": later("Bevindingen"),
    "gecontroleerd": later("Gecontroleerd op"),
    "voorstellen": later("Voorstellen"),
}


def join(project: QgsProject, plans: QgsVectorLayer) -> bool:
    """See to it that the table with the outcome is joined to the plan layer; False when it is not and cannot be now."""
    path = plan_file_of(plans)
    if path is None:
        return False
    upgrade.mend_styles(path)
    known = joined(plans)
    fits = known is not None and file_of(known.joinLayer()) == path
    if known is not None and fits and set(known.joinFieldNamesSubset() or ()) >= set(check_table.JOINED):
        _open_apart(path, plans, known.joinLayer())
        return True
    if open_views.is_held(plans) or not check_table.make(path):
        return fits
    if known is not None:  # of an earlier version, or of the file that the layer had before
        plans.removeJoin(known.joinLayerId())
        sweep(project)
    link = QgsVectorLayerJoinInfo()
    link.setJoinLayer(_table(project, path))
    link.setJoinFieldName("plan_id")
    link.setTargetFieldName("plan_id")
    link.setPrefix(CHECKED)
    link.setJoinFieldNamesSubset(list(check_table.JOINED))
    link.setUsingMemoryCache(True)  # read once, so that drawing does not wait for the file
    return bool(plans.addJoin(link))


def show(project: QgsProject, plans: QgsVectorLayer) -> bool:
    """Let map and open tables show the outcome that the plan file has now; False when the layer cannot be joined to it now."""
    known = joined(plans) if join(project, plans) else None
    if known is None:
        return False
    _read_again(plans, known.joinLayer())
    title = tr(CHECK_STYLE.title)
    manager = plans.styleManager()
    if title not in manager.styles():
        manager.addStyleFromLayer(title)
    if manager.currentStyle() != title:
        manager.setCurrentStyle(title)
    live.publish(plans, {})  # the check knows better
    path = plan_file_of(plans)
    set_up_style(plans, check_style(check_table.numbers_of(path) if path else {}))
    mark_proposals(plans)
    open_views.refresh_tables(plans)
    plans.triggerRepaint()
    return True


def renew(plans: QgsVectorLayer) -> None:
    """Let map and open tables show what the outcome of some plans is now; whatever style the user looks at."""
    known = joined(plans)
    if known is not None:
        _read_again(plans, known.joinLayer())
        open_views.refresh_tables(plans)
        plans.triggerRepaint()


def _read_again(plans: QgsVectorLayer, table: QgsVectorLayer | None) -> None:
    connections.renew(plans)  # what the map opened while the outcome was being written reads nothing
    if table is not None:
        table.layerModified.emit()  # the plan layers that are joined to it read it again


def mark_proposals(plans: QgsVectorLayer) -> None:
    """Let the attribute table show which empty fields have a proposal; where none has, nothing is done."""
    path = plan_file_of(plans)
    if path is not None and check_table.proposes(path):
        proposal_cells.show(plans, read_info(path).peildatum)


def what_to_do(plans: QgsVectorLayer) -> str:
    """One sentence when a plan layer does not show the outcome that is kept; empty when it does."""
    if joined(plans) is not None:
        return ""
    words = tr("De uitkomst is bewaard, maar laag ‘{name}’ kan haar nu niet tonen: sluit de attributentabel en de formulieren van die laag "
               "en controleer opnieuw.")  # fmt: skip
    return words.format(name=plans.name())


def layers_of(project: QgsProject, path: Path) -> list[QgsVectorLayer]:
    """The plan layers in a project that come from a plan file."""
    return [layer for layer in project.mapLayers().values() if is_plan_layer(layer) and file_of(layer) == path]


def sweep(project: QgsProject) -> None:
    """Take out the tables that no layer is joined to any more."""
    used = {
        link.joinLayerId() for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer) for link in layer.vectorJoins()
    }
    project.removeMapLayers(
        [layer.id() for layer in project.mapLayers().values() if layer.customProperty(_OURS) and layer.id() not in used]
    )


def joined(plans: QgsVectorLayer) -> QgsVectorLayerJoinInfo | None:
    """The join of a plan layer to an outcome, if it has one; its layer is None while a project is being read."""
    return next((link for link in plans.vectorJoins() if link.prefix() == CHECKED), None)


def _source(path: Path) -> str:
    return f"{path}|layername={check_table.TABLE}{_OWN_OPENING}"


def _open_apart(path: Path, plans: QgsVectorLayer, table: QgsVectorLayer | None) -> None:
    """A project of an earlier version has the table in the opening of the plans."""
    if table is not None and _OWN_OPENING not in table.source() and not open_views.is_held(plans):
        table.setDataSource(_source(path), table.name(), "ogr")


def _table(project: QgsProject, path: Path) -> QgsVectorLayer:
    """The table of a plan file: one in a project, out of sight, because taking it away would change the columns of the plans."""
    for layer in project.mapLayers().values():
        if layer.customProperty(_OURS) == check_table.TABLE and file_of(layer) == path:
            return layer
    table = QgsVectorLayer(_source(path), tr("Uitkomst van de controle"), "ogr")
    for name, title in _TITLES.items():
        table.setFieldAlias(table.fields().lookupField(name), tr(title))
    shown = {"field_format": check_table.QT_FORMAT, "display_format": "d MMMM yyyy, HH:mm", "allow_null": True}
    table.setEditorWidgetSetup(table.fields().lookupField("gecontroleerd"), QgsEditorWidgetSetup("DateTime", shown))
    table.setReadOnly(True)
    table.setFlags(QgsMapLayer.LayerFlag.Private)
    table.setCustomProperty(_OURS, check_table.TABLE)
    table.setId(f"~{table.id()}")  # QGIS closes a project in the order of these names: the plans, and their forms, before their table
    project.addMapLayer(table, False)
    return table
