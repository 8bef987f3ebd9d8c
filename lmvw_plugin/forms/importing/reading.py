# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading the sources of an import and proposing a mapping, for a thread of its own."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingUtils, QgsProject, QgsVectorLayer

from ...core.basisset.peildatum import Peildatum
from ...core.basisset.prices.limits import PUBLISHED, PriceLimits
from ...core.errors import LmvwError
from ...core.feedback import Feedback, checkpoint
from ...core.importing.mapping import dated, guessing
from ...core.importing.mapping import document as mapping_json
from ...core.importing.mapping import plan as m
from ...core.importing.mapping.questions import questions
from ...core.memory import collector_paused
from ...layers import sources
from ...layers.files import read_text
from ...layers.importing import polygons
from ...layers.importing import sources as import_sources
from ...layers.importing.mapping_file import read_mapping
from ...layers.importing.polygons import Polygons
from ...layers.importing.sources import ImportSources
from ...layers.planfile import store as planfile
from ...layers.planfile.recognising import is_plan_file
from ...layers.reading import Taken
from ...layers.stored.copies import SourceCopy
from ..run_task import project_layer

_State = tuple[object, ...]


def profiles_folder() -> Path:
    """Where column mappings are kept under a name, in the user's own profile."""
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "lmvw" / "kolomkoppelingen"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def fitting_profile(columns: m.Columns) -> Path | None:
    """The kept mapping that was made for these columns, or for most of them; the one with the fewest strangers, the latest of several."""
    best: tuple[int, Path] | None = None
    for path in sorted(profiles_folder().glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True):
        with suppress(LmvwError):  # what cannot be read does not fit
            strangers = mapping_json.strangers(read_text(path), columns)
            if strangers is not None and (best is None or strangers < best[0]):
                best = strangers, path
    return best[1] if best else None


def kept_mapping(profile: Path, contents: ImportSources, peildatum: Peildatum) -> m.PlanMapping:
    """A kept mapping, for this peildatum.

    :raises LmvwError: when it is no mapping, or not for these columns.
    """
    mapping, said = dated.renewed(read_mapping(profile), contents.columns, contents.samples, peildatum)
    m.require_columns(mapping, contents.columns)
    contents.remarks += said
    return _with_numbers(mapping, contents, peildatum)


def proposal(contents: ImportSources, peildatum: Peildatum) -> m.PlanMapping:
    """What the plugin proposes by itself."""
    return _with_numbers(contents.guess(peildatum), contents, peildatum)


def _with_numbers(mapping: m.PlanMapping, contents: ImportSources, peildatum: Peildatum) -> m.PlanMapping:
    """Without plan numbers these are proposed where they are certain."""
    if mapping.numbers or len(contents.columns) < 2:
        return mapping
    return replace(mapping, numbers=guessing.propose_numbers(contents.columns, contents.samples, mapping.names, peildatum))


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and the mapping that is proposed for it.

    ``profile``: the kept mapping that fits these columns, when nobody chose one. ``state``: of the files when they were read, None for
    a layer.
    """

    contents: ImportSources = field(default_factory=ImportSources)
    proposed: m.PlanMapping = field(default_factory=lambda: m.PlanMapping({}, {}))
    profile: str = ""
    state: _State | None = None

    @property
    def questions(self) -> list[str]:
        """What a person must look at among the columns."""
        return [*self.proposed.doubts, *questions(self.proposed, self.contents.columns, self.contents.samples, self.contents.known_sources)]


class SourceReader:
    """Reads what was chosen. Made on the main thread, where the layers of the project belong; ``read`` goes on any other.

    :param given: the parameters of ``lmvw:importplans``.
    :param profile: a mapping that was kept, or None for a proposal.
    :param before: what was read the last time; it is handed back when the files are still the same.
    :raises LmvwError: when a parameter about a layer of the project is wrong.
    """

    def __init__(self, given: dict[str, Any], peildatum: Peildatum, profile: Path | None, before: Reading) -> None:
        self._given, self._peildatum, self._profile, self._before = {**given, "UPDATE": True}, peildatum, profile, before
        self._workbook = Path(given["WORKBOOK"]) if given["WORKBOOK"] else None
        self._path = Path(given["INPUT"].split("|")[0]) if given["INPUT"] else None
        self._layer: Taken | None = None
        self._copies = SourceCopy()
        layer = project_layer(given["INPUT"])
        if layer is not None:
            context = QgsProcessingContext()
            context.setProject(QgsProject.instance())
            self._require_good(context)
            self._path, self._layer = Path(layer.source().split("|")[0]), Taken(layer, plans=False)

    def read(self, feedback: Feedback) -> Reading:
        """Check what was chosen, read it, and propose.

        :raises LmvwError: when something cannot be used.
        """
        context = QgsProcessingContext()
        if self._layer is None:
            self._require_good(context)
        limits = self._limits()
        state = self._state(limits)
        if state is not None and state == self._before.state:
            return self._before
        with collector_paused(), ExitStack() as stack:
            given = self._polygons(context, stack, feedback)
            checkpoint(feedback)
            contents = import_sources.read(given, self._workbook, self._peildatum, feedback, limits)
            checkpoint(feedback)
            if not contents.polygons and not contents.sheet:
                raise LmvwError(import_sources.no_plans(contents.titles))
            profile = self._profile or fitting_profile(contents.columns)
            proposed = kept_mapping(profile, contents, self._peildatum) if profile else proposal(contents, self._peildatum)
            return Reading(contents, proposed, profile.stem if profile and not self._profile else "", state)

    def _polygons(self, context: QgsProcessingContext, stack: ExitStack, feedback: Feedback) -> Polygons:
        """The layer of the project as it was, or one of a file: the context has that open, for some are slow to open."""
        if self._layer is not None:
            reading = stack.enter_context(self._layer.read(feedback))
            if reading.copy is not None:
                self._copies.adopt(reading.copy)
            return polygons.of_layer(reading.layer, reading.source, self._copies)
        if self._path is None:
            return Polygons()

        @sources.offline()
        def open_layer(uri: str) -> QgsVectorLayer | None:
            layer = QgsProcessingUtils.mapLayerFromString(uri, context)
            return layer if isinstance(layer, QgsVectorLayer) else None

        return polygons.in_file(self._given["INPUT"], self._copies, open_layer)

    def _require_good(self, context: QgsProcessingContext) -> None:
        """The algorithm accepts the sources.

        :raises LmvwError: with its own sentence when it does not.
        """
        algorithm = QgsApplication.processingRegistry().algorithmById("lmvw:importplans").create()
        good, sentence = algorithm.checkParameterValues(self._given, context)
        if not good:
            raise LmvwError(sentence)
        if self._layer is None and self._given["INPUT"]:
            sources.require_file(self._given["INPUT"])

    def _limits(self) -> PriceLimits:
        """The price limits of the plan file that is there already."""
        target = Path(self._given["OUTPUT"])
        return planfile.read_info(target).limits if is_plan_file(target) else PUBLISHED

    def _state(self, limits: PriceLimits) -> _State | None:
        """What tells whether the files have changed. A layer may be edited in many ways: it is always read again."""
        files = [path for path in (self._path, self._workbook, self._profile) if path is not None]
        if self._layer is not None or not all(path.exists() for path in files):
            return None
        return (self._given["INPUT"], str(self._peildatum), limits, *(stamp for path in files for stamp in _stamps(path)))


def _stamps(path: Path) -> Iterable[_State]:
    """Of a file and what belongs to it: a shapefile has its values in another file, SQLite may have them in a journal."""
    parts = path.iterdir() if path.is_dir() else (file for file in path.parent.iterdir() if file.name.startswith(path.stem + "."))
    yield (str(path),)
    for part in sorted(parts):
        with suppress(FileNotFoundError):  # a journal goes when the last reader leaves
            stat = part.stat()
            yield part.name, stat.st_mtime_ns, stat.st_size
