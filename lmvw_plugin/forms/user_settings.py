# SPDX-License-Identifier: GPL-2.0-or-later
"""What belongs to the user and not to a plan file: each setting by its one key in QGIS's settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsSettings

from ..core.asking.defaults import Defaults
from ..core.basisset.codelists import Gemeente
from ..core.confidential.thresholds import Thresholds
from ..core.rules.targets import Targets
from ..core.rules.yardstick import Yardstick
from ..layers.kinds import PLAN_FILE_SUFFIX


@dataclass(frozen=True, slots=True)
class Words:
    """A setting of text."""

    key: str

    def get(self) -> str:
        """What was chosen last; empty for who never chose."""
        return str(QgsSettings().value(self.key, "") or "")

    def set(self, text: str) -> None:
        """Keep a choice."""
        QgsSettings().setValue(self.key, text)


@dataclass(frozen=True, slots=True)
class Switch:
    """A setting of on or off; on for who never chose."""

    key: str

    def get(self) -> bool:
        """What was chosen last."""
        return bool(QgsSettings().value(self.key, True, type=bool))

    def set(self, on: bool) -> None:
        """Keep a choice."""
        QgsSettings().setValue(self.key, on)


FOLDER = Words("lmvw/folder")  # where the last plan file was made or opened
GEMEENTE = Words("lmvw/gemeente")  # CBS code
CONTACT = Words("lmvw/contact")  # whom the province can call
DELIVERY_FOLDER = Words("lmvw/delivery_folder")
PUBLIC_FOLDER = Words("lmvw/public_folder")
BACKGROUND = Words("lmvw/background")  # the key of the map below a new project; none for who never chose
PLAN_MAPS_FOLDER = Words("lmvw/plan_maps_folder")  # where plan maps (IMRO) were chosen last
PREVIOUS_DELIVERY = Words("lmvw/previous_delivery")  # the file that plans were compared with last
PREVIOUS_MAPPING = Words("lmvw/previous_mapping")  # and how its columns were read
LOOKING_ALONG = Switch("lmvw/looking_along")  # what is not right lies on the map while a plan is drawn
PLANNER_MODE = Switch("lmvw/planner/on")  # the planner wants it in every plan file, the GIS colleague may not


def proposed_plan_file(gemeente: Gemeente, peildatum: str) -> Path:
    """Where a new plan file may go, by a name that says what it is.

    :param peildatum: as ``jjjj-mm-dd``.
    """
    name = "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in gemeente.name.lower())
    return Path(FOLDER.get() or Path.home()) / f"{name}_{peildatum}{PLAN_FILE_SUFFIX}"


def price_limits(gemeente_code: str) -> Words:
    """What a municipality states of price limits, as a plan file keeps it: the beginning for its next plan file."""
    return Words(f"lmvw/price_limits/{gemeente_code}")


def public_totals(gemeente_code: str) -> Words:
    """The totals of a municipality that stand elsewhere, as its user typed them for the last public version."""
    return Words(f"lmvw/public_totals/{gemeente_code}")


def _yardstick(gemeente_code: str) -> Words:
    return Words(f"lmvw/yardstick/{gemeente_code}")


def _defaults(gemeente_code: str) -> Words:
    return Words(f"lmvw/defaults/{gemeente_code}")


def measures(gemeente_code: str) -> tuple[Yardstick, Defaults]:
    """What this user chose for a municipality: what it measures plans by and what they usually answer; the beginning for its next plan file."""
    return Yardstick.from_json(_yardstick(gemeente_code).get()), Defaults.from_json(_defaults(gemeente_code).get())


def keep_measures(gemeente_code: str, yardstick: Yardstick, defaults: Defaults) -> None:
    """Keep them for the next plan file."""
    _yardstick(gemeente_code).set(yardstick.to_json())
    _defaults(gemeente_code).set(defaults.to_json())


def _targets(gemeente_code: str) -> Words:
    return Words(f"lmvw/targets/{gemeente_code}")


def targets(gemeente_code: str) -> Targets:
    """How many dwellings a municipality wants finished by year, as this user stated it last; the beginning for its next plan file."""
    return Targets.from_json(_targets(gemeente_code).get())


def keep_targets(gemeente_code: str, stated: Targets) -> None:
    """Keep them for the next plan file."""
    _targets(gemeente_code).set(stated.to_json())


def _thresholds(gemeente_code: str) -> Words:
    return Words(f"lmvw/thresholds/{gemeente_code}")


def thresholds(gemeente_code: str) -> Thresholds:
    """When somebody decides before a public version of a municipality goes out; the beginning for its next plan file."""
    return Thresholds.from_json(_thresholds(gemeente_code).get())


def keep_thresholds(gemeente_code: str, chosen: Thresholds) -> None:
    """Keep them for the next plan file."""
    _thresholds(gemeente_code).set(chosen.to_json())
