# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file where others reach it: a copy on this computer is offered to work in, and put back when the user is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QFileDialog

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.manual import Page
from ...core.shared import Place
from ...layers.place import place_of
from ...layers.planfile import working_copy
from ...layers.sources import file_of
from .. import messages
from ..help import open_manual
from ..lasting import stop_at_end
from ..plan_file_watch import PlanFileWatch
from ..plan_in_hand import plan_file
from ..run_task import Job
from .known_copies import known, remember
from .open_plan_file import open_plan_file

MESSAGE = "lmvw_working_copy"
_TOLD = "lmvw/shared_told"  # the files of which was told once where they are
_under_way: set[Job] = set()


class WorkingCopyWatch(PlanFileWatch):
    """Says where a plan file is that is opened: once for one that others reach, each time for a working copy."""

    message = MESSAGE

    def look(self, path: Path) -> None:
        """Say it."""
        if known(path):
            self._tell_copy(path)
        elif str(path) not in _told():
            self._tell_place(path)

    def _tell_copy(self, path: Path) -> None:
        work = known(path)
        words = tr("Dit is uw werkkopie van ‘{path}’. Zet haar terug als u klaar bent.").format(path=work.original if work else "")
        back = messages.guarded(self._iface, put_back)
        messages.report(self._iface, MESSAGE, words, Qgis.MessageLevel.Info, {tr("Terugzetten"): back}, path)

    def _tell_place(self, path: Path) -> None:
        words = {
            Place.NETWORK: tr("‘{name}’ staat op een netwerkschijf. Werken twee mensen er tegelijk in, dan kan werk verloren gaan."),
            Place.SYNCED: tr("‘{name}’ staat in OneDrive. Werken twee mensen er tegelijk in, dan kan werk verloren gaan."),
        }.get(place_of(path))
        if words:
            QgsSettings().setValue(_TOLD, [*_told(), str(path)])
            buttons: messages.Buttons = {
                tr("Werkkopie maken…"): messages.guarded(self._iface, choose_copy),
                tr("Uitleg"): self._explain,
            }
            messages.report(self._iface, MESSAGE, words.format(name=path.name), Qgis.MessageLevel.Warning, buttons, path)

    def _explain(self) -> None:
        open_manual(self._iface.mainWindow(), Page.SHARED)


def _told() -> list[str]:
    stored = QgsSettings().value(_TOLD, [])
    return [stored] if isinstance(stored, str) else list(stored or [])


def choose_copy(iface: QgisInterface) -> None:
    """Ask for a folder on this computer, make a working copy of the plan file in hand, and open it.

    :raises LmvwError: when there is no plan file in hand, it has unsaved edits, or is a working copy.
    """
    _, path = plan_file(iface)
    work = known(path)
    if work:
        raise LmvwError(tr("‘{name}’ is al een werkkopie, van ‘{path}’.").format(name=path.name, path=work.original))
    _require_saved(path)
    title = tr("In welke map op deze computer komt de werkkopie?")
    chosen = QFileDialog.getExistingDirectory(iface.mainWindow(), title, str(Path.home()))
    if chosen:
        make_copy(iface, path, Path(chosen))


def make_copy(iface: QgisInterface, path: Path, folder: Path) -> None:
    """Make it in the background.

    :raises LmvwError: when the folder is not on this computer, or another copy is under way.
    """
    if place_of(folder) is not Place.OWN:
        raise LmvwError(tr("Map ‘{folder}’ staat ook op het netwerk of in OneDrive; kies een map op deze computer.").format(folder=folder))

    def work(feedback: Feedback) -> working_copy.WorkingCopy:
        made = working_copy.take(path, folder, feedback)
        remember(made)
        return made

    _start(tr("Werkkopie maken"), work, partial(_made, iface))


def _made(iface: QgisInterface, work: working_copy.WorkingCopy | None, sentence: str) -> None:
    if work is None:
        messages.warn(iface, sentence)
        return
    try:
        open_plan_file(iface, work.path)
    except LmvwError as error:
        messages.warn(iface, str(error))
    messages.tell(iface, tr("De werkkopie staat in {path}").format(path=work.path))


def put_back(iface: QgisInterface) -> None:
    """Make the original what the working copy in hand is, in the background.

    :raises LmvwError: when the plan file in hand is no working copy, has unsaved edits, or is being put back already.
    """
    _, path = plan_file(iface)
    work = known(path)
    if work is None:
        raise LmvwError(tr("‘{name}’ is geen werkkopie die u op deze computer maakte; er is niets terug te zetten.").format(name=path.name))
    _require_saved(path)

    def carry_out(feedback: Feedback) -> tuple[working_copy.WorkingCopy, Path]:
        done = working_copy.put_back(work, feedback)
        remember(done[0])
        return done

    _start(tr("Werkkopie terugzetten"), carry_out, partial(_back, iface))


def _back(iface: QgisInterface, done: tuple[working_copy.WorkingCopy, Path] | None, sentence: str) -> None:
    if done is None:
        messages.warn(iface, sentence)
        return
    work, kept = done
    said = tr("‘{path}’ is bijgewerkt. Wat er stond is bewaard als ‘{kept}’; uw werkkopie blijft staan.")
    messages.tell(iface, said.format(path=work.original, kept=kept.name))


def _start(title: str, work: Callable[[Feedback], Any], done: Callable[[Any, str], None]) -> None:
    """In the background; what was done is remembered there, because the plugin may go before it can be told.

    :raises LmvwError: when another one is under way: it would take the work of that for somebody else's.
    """
    if _under_way:
        raise LmvwError(tr("Het kopiëren of terugzetten loopt nog; wacht tot het klaar is."))

    def ended(result: Any, sentence: str) -> None:
        _under_way.discard(job)
        done(result, sentence)

    job = Job(title, work, ended)
    _under_way.add(job)
    stop_at_end(_stop_all)
    job.start()


def _stop_all() -> None:
    """Stop what is under way and tell nobody, because the plugin goes."""
    while _under_way:
        _under_way.pop().abandon()


def _require_saved(path: Path) -> None:
    """Nothing of a plan file waits to be saved.

    :raises LmvwError: when something does.
    """
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isModified() and file_of(layer) == path:
            raise LmvwError(tr("In laag ‘{name}’ staan wijzigingen die niet opgeslagen zijn; sla ze eerst op.").format(name=layer.name()))
