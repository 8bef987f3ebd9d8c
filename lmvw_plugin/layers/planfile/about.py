# SPDX-License-Identifier: GPL-2.0-or-later
"""The table in a plan file that says what it is about: of whom, of which day, and what the municipality chose."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import QgsFeature, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from ...core.asking.defaults import NO_DEFAULTS, Defaults
from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente, gemeente
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.prices.limits import PUBLISHED, PriceLimits
from ...core.confidential.thresholds import USUAL, Thresholds
from ...core.errors import LmvwError, reason_of
from ...core.i18n import in_dutch, tr
from ...core.rules.targets import NO_TARGETS, Targets
from ...core.rules.yardstick import OF_PLUGIN, Yardstick
from . import schema
from .making.column_texts import column_texts, describe_columns
from .tables import check_table
from .transaction import PATIENCE, spare_plans

INFO_TABLE = "lmvw_planbestand"
_CHOICES = {  # columns that the first plan files did not have, and how they get them
    "akkoord_klein": "ALTER TABLE lmvw_planbestand ADD COLUMN akkoord_klein TEXT",
    "gemeentehuis": "ALTER TABLE lmvw_planbestand ADD COLUMN gemeentehuis TEXT",
    "prijsgrenzen": "ALTER TABLE lmvw_planbestand ADD COLUMN prijsgrenzen TEXT",
    "maatstaf": "ALTER TABLE lmvw_planbestand ADD COLUMN maatstaf TEXT",
    "standaard": "ALTER TABLE lmvw_planbestand ADD COLUMN standaard TEXT",
    "streefgetallen": "ALTER TABLE lmvw_planbestand ADD COLUMN streefgetallen TEXT",
    "openbaarheid": "ALTER TABLE lmvw_planbestand ADD COLUMN openbaarheid TEXT",
}
_UPDATE_CHOICES = (
    "UPDATE lmvw_planbestand SET provincie_aggregeert = ?, akkoord_klein = ?, gemeentehuis = ?, prijsgrenzen = ?, maatstaf = ?, standaard = ?,"
    " streefgetallen = ?, openbaarheid = ?"
)


@dataclass(frozen=True, slots=True)
class PlanFileInfo:
    """What a plan file is about. ``provincie_aggregeert`` is the choice of Dataprotocol art. 8, None when not made.

    ``akkoord_klein`` says when and how the province agreed that small plans are summed (art. 9), ``gemeentehuis`` is the
    polygon they then get, as WKT. ``limits`` are the price limits, with those that the municipality states itself; ``yardstick`` is what it
    measures plans by, ``defaults`` what its plans usually answer, ``targets`` how many dwellings it wants finished by year, ``thresholds`` when
    somebody decides before a public version goes out.
    """

    gemeente: Gemeente
    peildatum: Peildatum
    schema_version: str = b.SCHEMA_VERSION
    provincie_aggregeert: bool | None = None
    akkoord_klein: str = ""
    gemeentehuis: str = ""
    limits: PriceLimits = PUBLISHED
    yardstick: Yardstick = OF_PLUGIN
    defaults: Defaults = NO_DEFAULTS
    targets: Targets = NO_TARGETS
    thresholds: Thresholds = USUAL

    def require_peildatum(self, given: Peildatum) -> None:
        """Its plans are read by no other date than its own.

        :raises LmvwError: when another was chosen.
        """
        if given != self.peildatum:
            raise LmvwError(
                tr("Het planbestand heeft peildatum {kept} en u koos {given}: elk jaar zou verschuiven. Kies {kept} of laat de peildatum leeg; het "
                   "planbestand voor een latere peildatum maakt u met ‘Naar de volgende peildatum’ (lmvw:rollforward).").format(
                    kept=self.peildatum.words, given=given.words)
            )  # fmt: skip

    @property
    def choices(self) -> tuple[object, ...]:
        """What the municipality chose, as the columns of the table have it."""
        kept = (
            self.akkoord_klein, self.gemeentehuis, self.limits.to_json(), self.yardstick.to_json(), self.defaults.to_json(), self.targets.to_json(),
            self.thresholds.to_json(),
        )  # fmt: skip
        return self.provincie_aggregeert, *(words or None for words in kept)


def read_info(path: Path) -> PlanFileInfo:
    """What a plan file is about.

    :raises LmvwError: when the file is not a plan file, or of a newer schema.
    """
    row = schema.info_row(path)
    if row is None:
        raise LmvwError(tr("‘{path}’ is geen planbestand: de gegevens over gemeente en peildatum ontbreken.").format(path=path))
    schema.require_readable(row.get("schema_versie"), path)
    aggregates = row.get("provincie_aggregeert")
    choices = {name: str(row[name]) if isinstance(row.get(name), str) else "" for name in _CHOICES}
    return PlanFileInfo(
        gemeente(str(row.get("gemeente_code"))),
        Peildatum.parse(str(row.get("peildatum"))),
        str(row.get("schema_versie")),
        bool(aggregates) if aggregates in (0, 1) else None,
        choices["akkoord_klein"],
        choices["gemeentehuis"],
        PriceLimits.from_json(choices["prijsgrenzen"]),
        Yardstick.from_json(choices["maatstaf"]),
        Defaults.from_json(choices["standaard"]),
        Targets.from_json(choices["streefgetallen"]),
        Thresholds.from_json(choices["openbaarheid"]),
    )


def write_choices(path: Path, info: PlanFileInfo) -> None:
    """Keep the municipality's choices about art. 8 and 9, and its own price limits, in the plan file.

    :raises LmvwError: when the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as database, database:
            spare_plans(database)
            known = {column[1] for column in database.execute("PRAGMA table_info(lmvw_planbestand)")}
            for name, statement in _CHOICES.items():
                if name not in known:  # a plan file of an earlier version
                    database.execute(statement)
            database.execute(_UPDATE_CHOICES, info.choices)
    except sqlite3.Error as error:
        raise LmvwError(
            tr(
                "Uw keuzes kunnen niet in ‘{path}’ bewaard worden ({reason}); verhelp dat en probeer het opnieuw. Er is niets veranderd."
            ).format(path=path, reason=reason_of(error))
        ) from error


@in_dutch()
def state_limits(path: Path, limits: PriceLimits) -> None:
    """Keep the municipality's own price limits in the plan file, and in what it says of its columns.

    :raises LmvwError: when it is no plan file, or cannot be written.
    """
    info = replace(read_info(path), limits=limits)
    write_choices(path, info)
    describe_columns(path, column_texts(info.peildatum, limits))


def measure_by(path: Path, yardstick: Yardstick, defaults: Defaults) -> None:
    """Keep in the plan file what the municipality measures its plans by, and what they usually answer; an outcome by another yardstick is outdated.

    :raises LmvwError: when it is no plan file, or cannot be written.
    """
    info = read_info(path)
    if info.yardstick != yardstick:
        check_table.outdate(path)
    write_choices(path, replace(info, yardstick=yardstick, defaults=defaults))


def aim_at(path: Path, targets: Targets) -> None:
    """Keep in the plan file how many dwellings the municipality wants finished by year.

    :raises LmvwError: when it is no plan file, or cannot be written.
    """
    info = read_info(path)
    if info.targets != targets:
        write_choices(path, replace(info, targets=targets))


def stop_at(path: Path, thresholds: Thresholds) -> None:
    """Keep in the plan file when somebody decides before a public version goes out.

    :raises LmvwError: when it is no plan file, or cannot be written.
    """
    info = read_info(path)
    if info.thresholds != thresholds:
        write_choices(path, replace(info, thresholds=thresholds))


def info_fields() -> QgsFields:
    """The columns of the table."""
    columns = QgsFields()
    for name in ("gemeente_code", "gemeente_naam", "peildatum", "schema_versie"):
        columns.append(QgsField(name, QMetaType.Type.QString))
    columns.append(QgsField("provincie_aggregeert", QMetaType.Type.Bool))
    for name in _CHOICES:
        columns.append(QgsField(name, QMetaType.Type.QString))
    return columns


def info_feature(info: PlanFileInfo) -> QgsFeature:
    """Its one row."""
    feature = QgsFeature(info_fields())
    about = (info.gemeente.code, info.gemeente.name, str(info.peildatum), info.schema_version)
    feature.setAttributes([*about, *info.choices])
    return feature
