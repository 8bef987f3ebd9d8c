# SPDX-License-Identifier: GPL-2.0-or-later
"""Bringing a plan file of an earlier version up to this one: in place and in one transaction, with a copy of the old one kept beside it.

What this version has more comes from an empty plan file of this version: columns, form, map styles and the texts of the columns.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from ...core.basisset import fields as b
from ...core.errors import LmvwError, reason_of
from ...core.feedback import Feedback
from ...core.i18n import tr
from ..files import move, staging
from ..geopackage import looking
from ..moment import copy_of
from ..plan_layer.style import PLAN_FILE_STYLES
from . import about, schema, store
from .making.empty import empty_plan_file
from .transaction import PATIENCE, PlanTable, all_or_nothing, told

_ADD_COLUMN = {b.LAYER: "ALTER TABLE plannen ADD COLUMN ...", about.INFO_TABLE: "ALTER TABLE lmvw_planbestand ADD COLUMN ..."}
_COLUMNS = {
    b.LAYER: ("PRAGMA main.table_info(plannen)", "PRAGMA nieuw.table_info(plannen)"),
    about.INFO_TABLE: ("PRAGMA main.table_info(lmvw_planbestand)", "PRAGMA nieuw.table_info(lmvw_planbestand)"),
}
_NO_ANSWER = "UPDATE plannen SET ... = ''"  # a text begins empty, as in the form
_BESIDE = ("layer_styles", "gpkg_extensions", "gpkg_data_columns")
_STYLE = (
    "f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, ui"
)
_RENEW = (
    "DELETE FROM layer_styles WHERE f_table_name = 'plannen' AND styleName IN (SELECT styleName FROM nieuw.layer_styles)",
    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault,"
    " description, owner, ui) SELECT f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD,"
    " useAsDefault, description, owner, ui FROM nieuw.layer_styles",
    # A style of the user's own stays the one that opens.
    "UPDATE layer_styles SET useAsDefault = 0 WHERE styleName IN (SELECT styleName FROM nieuw.layer_styles)"
    " AND EXISTS (SELECT 1 FROM layer_styles WHERE useAsDefault AND styleName NOT IN (SELECT styleName FROM nieuw.layer_styles))",
    "INSERT OR IGNORE INTO gpkg_extensions SELECT * FROM nieuw.gpkg_extensions WHERE extension_name = 'gpkg_schema'",
    "INSERT OR REPLACE INTO gpkg_data_columns SELECT * FROM nieuw.gpkg_data_columns",
)
# The first plan files of this version had map styles that hold only what they draw: whoever loads one loses form, constraints and defaults.
_DRAWN_ONLY = (
    "SELECT styleName FROM layer_styles WHERE f_table_name = 'plannen' AND instr(styleQML, 'styleCategories=\"AllStyleCategories\"') = 0"
)
_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) IN ('plannen', 'lmvw_planbestand')"
OF_GDAL = ("rtree_", "trigger_insert_feature_count_", "trigger_delete_feature_count_")  # they keep index and count
_VERSION = "UPDATE lmvw_planbestand SET schema_versie = ?"


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an older plan file lacks: it says it has ``version``, and ``columns`` are not in it."""

    path: Path
    version: str
    columns: tuple[b.Field, ...]

    @property
    def what_changes(self) -> str:
        """For the user, before it is done."""
        added = ", ".join(tr(field.label) for field in self.columns) or tr("geen nieuwe velden")
        return tr(
            "Planbestand ‘{name}’ is gemaakt met een oudere versie van de plugin (schema {version}, nu {now}). Bijwerken voegt toe: {added}. "
            "Formulier en kaartstijlen worden die van deze versie. Aan de plannen verandert niets; controleer ze daarna opnieuw. "
            "Het oude bestand blijft ernaast bewaard als ‘{kept}’: wilt u terug, open dan dat bestand."
        ).format(name=self.path.name, version=self.version, now=b.SCHEMA_VERSION, added=added, kept=self.keeps.name)

    @property
    def keeps(self) -> Path:
        """Where the copy of the old file goes: a name that nothing has yet."""
        names = (f"{self.path.stem}_schema_{self.version}{'' if number == 1 else f'_{number}'}" for number in count(1))
        return next(target for name in names if not (target := self.path.with_name(f"{name}{self.path.suffix}")).exists())


def needed(path: Path) -> Upgrade | None:
    """What bringing a plan file up to this version would change; None when it is of this version.

    :raises LmvwError: when it is not a plan file, or of a newer version.
    """
    info = store.read_info(path)
    lacking = schema.lacking(schema.columns_of(path))
    return Upgrade(path, _word(info.schema_version), lacking) if lacking or schema.is_older(info.schema_version) else None


def _word(version: object) -> str:
    """A version as it can stand in a file name, whatever the file says."""
    words = "".join(sign for sign in str(version) if sign.isalnum() or sign in ".-")
    return words or tr("onbekend")


def require_current(path: Path) -> None:
    """A plan file that is to be written in is of this version.

    :raises LmvwError: when it is older (what to do about it), or newer.
    """
    if needed(path):
        raise LmvwError(
            tr("Planbestand ‘{path}’ is van een oudere versie van de plugin; werk het eerst bij met ‘Planbestand bijwerken’ "
               "(lmvw:upgradeplanfile).").format(path=path)
        )  # fmt: skip


def bring_up(path: Path) -> None:
    """Bring a copy that only we know of up to this version; a file of this version stays as it is.

    Triggers of the user's own have no business there: the copy tells what the plans are.

    :raises LmvwError: when it is of a newer version, or cannot be written.
    """
    upgrade = needed(path)
    if upgrade:
        with told(path), closing(sqlite3.connect(path)) as database, database:
            for (name,) in database.execute(_TRIGGERS).fetchall():
                if not name.startswith(OF_GDAL):
                    database.execute(f'DROP TRIGGER "{name.replace(chr(34), 2 * chr(34))}"')
        _change(upgrade)


def carry_out(upgrade: Upgrade, feedback: Feedback | None = None) -> Path:
    """Bring a plan file up to this version; returns the copy of the old one, which stays beside it.

    :raises LmvwError: when the folder or the file cannot be written; then the file is as it was.
    """
    with staging(upgrade.path.parent) as folder:
        copy, keeps = copy_of(upgrade.path, folder, feedback, PATIENCE), upgrade.keeps
        try:
            move(copy, keeps)
        except OSError as error:
            raise LmvwError(
                tr("Van planbestand ‘{path}’ kan geen kopie gemaakt worden ({reason}); er is niets veranderd.").format(
                    path=upgrade.path, reason=reason_of(error)
                )
            ) from error
    try:
        _change(upgrade)
    except BaseException:
        with suppress(OSError):
            keeps.unlink()
        raise
    return keeps


def mend_styles(path: Path) -> None:
    """Give a plan file that is of this version the map styles of a new one, where those that it has would clear the form.

    Nothing when that cannot be done now, as in a file that is only to be read: its plans and its own style are as they should be.
    """
    with suppress(sqlite3.Error, LmvwError, OSError):
        with looking(path, 1) as database:
            drawn_only = {name for (name,) in database.execute(_DRAWN_ONLY)}
        if drawn_only & {style.name for style in PLAN_FILE_STYLES} and not needed(path):
            renew(path, 1)


def renew(path: Path, patience: float = PATIENCE) -> None:
    """Give a plan file form, styles and texts as a new one of its municipality and peildatum has them; styles that a user added stay.

    :raises LmvwError: when it is not a plan file, or cannot be written.
    """
    with told(path), _beside_new(path, patience) as database, all_or_nothing(database):
        _renew(database)


@contextmanager
def _beside_new(path: Path, patience: float) -> Iterator[sqlite3.Connection]:
    """A plan file with an empty one of this version attached to it, as ``nieuw``.

    :raises LmvwError: when it is not a plan file, or of a newer version.
    :raises sqlite3.Error: when it cannot be opened.
    """
    info = store.read_info(path)
    with tempfile.TemporaryDirectory(prefix="lmvw-", ignore_cleanup_errors=True) as folder:
        new = Path(folder) / "nieuw.gpkg"
        new.write_bytes(empty_plan_file(store.PlanFileInfo(info.gemeente, info.peildatum, limits=info.limits)))
        with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as database:
            database.execute("ATTACH ? AS nieuw", (str(new),))
            yield database


def _change(upgrade: Upgrade) -> None:
    with told(upgrade.path), _beside_new(upgrade.path, PATIENCE) as database:
        table = PlanTable(database)
        with all_or_nothing(database):
            added = [name for of_table in _COLUMNS for name in _add_columns(database, of_table)]
            _no_answers(database, added)
            _renew(database)
            database.execute(_VERSION, (b.SCHEMA_VERSION,))
            table.note_change()


def _add_columns(database: sqlite3.Connection, table: str) -> list[str]:
    """Give a table what its namesake in the new file has more; returns the names."""
    there, wanted = (database.execute(statement).fetchall() for statement in _COLUMNS[table])
    known = {column[1].casefold() for column in there}
    added = [(name, kind) for _, name, kind, *_ in wanted if name.casefold() not in known]
    for name, kind in added:
        database.execute(_ADD_COLUMN[table].replace("...", f'"{name}" {kind}'))
    return [name for name, _ in added]


def _no_answers(database: sqlite3.Connection, added: Sequence[str]) -> None:
    for name in added:
        field = b.BY_NAME.get(name)
        if field is not None and field.kind is b.Kind.TEXT:
            database.execute(_NO_ANSWER.replace("...", f'"{field.name}"'))


def _renew(database: sqlite3.Connection) -> None:
    """Form, styles and texts as a new plan file has them; styles that a user added stay."""
    there = {name for (name,) in database.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
    for name in _BESIDE:
        if name not in there:
            (statement,) = database.execute("SELECT sql FROM nieuw.sqlite_master WHERE name = ?", (name,)).fetchone()
            database.execute(statement)
    for statement in _RENEW:
        database.execute(statement)
