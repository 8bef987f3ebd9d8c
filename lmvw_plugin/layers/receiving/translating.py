# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery without the plugin, read by the importer and judged as any other; its mapping is what the province keeps, or a proposal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsVectorLayer, QgsWkbTypes

from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente
from ...core.basisset.gemeenten import gemeenten_of
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.values import as_text
from ...core.confidential.dividing import Standing, standing
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part
from ...core.i18n import tr
from ...core.importing import formats
from ...core.importing.formats import own
from ...core.importing.mapping import document
from ...core.importing.mapping.plan import NAME_FIELD, PlanMapping
from ...core.receiving.totals import figures, print_of
from ...core.receiving.without import findings, in_short, mapping_name, named_in, with_lasting_ids
from .. import checks, sources
from ..files import OwnFolder, read_text
from ..importing import polygons
from ..importing.sources import ImportSources, read
from ..importing.translation import Translation, translate
from ..planfile.about import PlanFileInfo
from ..stored.copies import SourceCopy
from .judging import Judged
from .received import Content
from .without import Bundle, is_mapping, unpacked

_NAMES = [field.name for field in b.COLUMNS]
_GEMEENTE = ("gemeente_code", "gemeente_naam")


@dataclass(frozen=True, slots=True)
class Mappings:
    """The mappings that a province keeps: texts by municipality in its review file, and documents in a folder that it chose.

    ``of_before``: what is read is a previous delivery, which may have had other columns.
    """

    kept: Mapping[str, str]
    folder: Path | None = None
    of_before: bool = False

    def chosen(self, code: str) -> str:
        """The document of a municipality in the folder, which a person may have changed; empty where there is none.

        :raises LmvwError: when there are two, or it cannot be read.
        """
        there = sorted(self.folder.glob("*.json")) if self.folder is not None else []
        meant = [path for path in there if is_mapping(path) and code in (gemeente.code for gemeente in named_in(path.stem))]
        own_name = [path for path in meant if path.name == mapping_name(code)]
        if len(own_name or meant) > 1:
            raise LmvwError(tr("in de map met kolomkoppelingen staan er meer voor deze gemeente ({names}); laat er één staan.").format(
                names=", ".join(path.name for path in meant)
            ))  # fmt: skip
        return read_text((own_name or meant)[0]) if meant else ""

    def is_new(self, code: str) -> bool:
        """What lies in the folder is another than what a delivery was read with last."""
        try:
            chosen = self.chosen(code)
        except LmvwError:
            return True
        return bool(chosen) and chosen != self.kept.get(code)


@dataclass(frozen=True, slots=True)
class Translated:
    """``mapping``: the document that it was read with; ``told``: how it was read, in short."""

    gemeente: Gemeente
    judged: Judged
    mapping: str
    told: str


def translated(
    bundle: Bundle, candidates: Sequence[Gemeente], peildatum: Peildatum, mappings: Mappings, feedback: Feedback
) -> Translated:  # fmt: skip
    """Read the files of a municipality without the plugin, and judge its plans.

    :param candidates: whose they may be by their names, of the province; none where these say nothing.
    :raises LmvwError: when they cannot be read, or do not say whose they are; the sentence says what to do.
    :raises Cancelled: when the user cancels.
    """
    with closing(OwnFolder()) as folder:
        layer, workbook = unpacked(bundle, folder.path, feedback)
        copies = SourceCopy(ask=False)
        there = _opened(layer, copies) if layer is not None else polygons.Polygons()
        source = read(there, workbook, peildatum, Part(feedback, 0, 40))
        gemeente = candidates[0] if len(candidates) == 1 else _told_inside(source, candidates, peildatum)
        try:
            came, text, by_folder = _by_mapping(source, gemeente, peildatum, mappings)
        except LmvwError as error:
            raise LmvwError(_with_what_to_do(error, bundle, gemeente)) from error
        content, home = _content(came, gemeente, str(peildatum) if mappings.of_before else "")
        if not content.plans:
            raise LmvwError(tr("hierin staan alleen plannen van de eigen administratie (5A of 5B); vraag een nieuwe levering."))
    judged_by_rules = checks.check_delivered(content.plans, content.shapes, peildatum, gemeente.code, "", Part(feedback, 40, 100))
    said = [*findings(came.result, came.read.remarks, bundle.name, home), *judged_by_rules]
    rows = ((tuple(map(plan.get, _NAMES)), wkb) for plan, wkb in zip(content.plans, content.shapes, strict=True))
    counts = {**figures(content.plans, False, said), "optellen": None, "polygonen": not checks.skipped_rules()}  # nobody asked about art. 8
    return Translated(gemeente, Judged(content, said, counts, print_of(rows, False)), text, in_short(came.result, by_folder))


def _opened(path: Path, copies: SourceCopy) -> polygons.Polygons:
    """A map of somebody else, without its style.

    :raises LmvwError: when it cannot be used.
    """

    def plain(uri: str) -> QgsVectorLayer:
        """
        :raises LmvwError: when it cannot be used.
        """
        options = QgsVectorLayer.LayerOptions()
        options.loadDefaultStyle = False
        layer = QgsVectorLayer(uri, path.stem, "ogr", options)
        if not layer.isValid():
            raise LmvwError(tr("‘{name}’ kan niet gelezen worden; vraag het opnieuw op.").format(name=path.name))
        if layer.wkbType() != QgsWkbTypes.Type.NoGeometry or not formats.recognise(layer.fields().names()):
            sources.require_polygons(layer, path.name)
        return layer

    with sources.offline():
        return polygons.in_file(str(path), copies, plain)


def _told_inside(source: ImportSources, candidates: Sequence[Gemeente], peildatum: Peildatum) -> Gemeente:
    """The municipality that the files name in a column.

    :raises LmvwError: when they name none, or several.
    """
    mapping = source.guess(peildatum)
    columns = [mapping.fields[name] for name in _GEMEENTE if name in mapping.fields and mapping.fields[name].source]
    named = Counter(as_text(row.get(column.column) or "") for column in columns for row in source.rows(column.source))
    meant = {
        gemeente.code: gemeente for text in named if text for gemeente in gemeenten_of(text) if not candidates or gemeente in candidates
    }
    if len(meant) != 1:
        raise LmvwError(
            tr("het bestand zegt niet van welke gemeente het is; zet de naam van de gemeente in de naam van het bestand of de map.")
        )
    return next(iter(meant.values()))


def _by_mapping(source: ImportSources, gemeente: Gemeente, peildatum: Peildatum, mappings: Mappings) -> tuple[Translation, str, bool]:
    """The plans, the document of the mapping, and whether the province kept it.

    :raises LmvwError: when the mapping does not fit, or no plan came over.
    """
    info = PlanFileInfo(gemeente, peildatum)
    chosen = mappings.chosen(gemeente.code)
    if chosen and not (mappings.of_before and _fitting(chosen, source) is None):
        return translate(source, document.from_json(chosen, mapping_name(gemeente.code)), info), chosen, True
    kept = _fitting(mappings.kept.get(gemeente.code, ""), source)
    came = translate(source, kept, info)
    if kept is not None:
        return came, mappings.kept[gemeente.code], True
    if mappings.kept.get(gemeente.code) and not mappings.of_before:
        came.read.remarks.append(tr("De kolommen zijn anders dan de vorige keer; de koppeling is opnieuw voorgesteld."))
    return came, document.to_json(came.mapping, source.columns), False


def _fitting(text: str, source: ImportSources) -> PlanMapping | None:
    return document.from_json(text, "") if text and document.strangers(text, source.columns) is not None else None


def _with_what_to_do(error: LmvwError, bundle: Bundle, gemeente: Gemeente) -> str:
    said = tr("{reason} Importeer {files} zelf met ‘Plannen importeren’ en wijs daar de kolommen aan. Zet de kolomkoppeling die daarnaast komt als "
              "‘{name}’ in de map met kolomkoppelingen, en open de leveringen opnieuw.")  # fmt: skip
    return said.format(reason=error, files=f"‘{bundle.name}’", name=mapping_name(gemeente.code))


def _content(came: Translation, gemeente: Gemeente, day: str) -> tuple[Content, int]:
    """The plans that a municipality delivers, each with a lasting id, and how many are of its own administration.

    :param day: of a previous delivery, whose ids are others: that two plans have one name is no reason to take them for one.
    """
    keep_ids = own.FORMAT in came.read.known
    ids = with_lasting_ids(f"{gemeente.code}{day}", (plan.values.get(NAME_FIELD) for plan in came.result.plans))
    plans: list[dict[str, object]] = []
    shapes: list[bytes | None] = []
    for (polygon, values), lasting in zip(came.result.plans, ids, strict=True):
        if standing(values) is Standing.HOME:
            continue
        shape = came.read.shapes[polygon] if polygon is not None else None
        plan = {name: values.get(name) for name in _NAMES}
        plans.append(plan if keep_ids and plan["plan_id"] else {**plan, "plan_id": lasting})
        shapes.append(shape.wkb if shape is not None else None)
    return Content(plans, shapes, False, None), len(came.result.plans) - len(plans)
