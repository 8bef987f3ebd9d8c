# SPDX-License-Identifier: GPL-2.0-or-later
"""The code lists of the Basisset, read once from ``resources/codelijsten``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .. import paths
from ..errors import LmvwError
from ..i18n import tr


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list; ``kind`` groups entries (planstatus: hard, zacht, eigen)."""

    code: str
    label: str
    definition: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality by its CBS code (``GM`` and four digits)."""

    code: str
    name: str
    provincie: str


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of one of the plugin's own csv files."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def code_list(name: str) -> dict[str, Code]:
    """The codes of a list (``planstatus``, ``plantype``) in the order of the Basisset."""
    return {
        row["code"]: Code(row["code"], row["label"], row["definitie"], row["soort"], row["bron"])
        for row in read_rows(paths.CODE_LISTS / f"{name}.csv")
    }


@cache
def gemeenten() -> dict[str, Gemeente]:
    """All municipalities by code (CBS, Gemeentelijke indeling 2026) and the fictitious one of the sample data."""
    return {row["code"]: Gemeente(row["code"], row["naam"], row["provincie"]) for row in read_rows(paths.CODE_LISTS / "gemeenten.csv")}


def gemeente(code: str) -> Gemeente:
    """The municipality of a code.

    :raises LmvwError: when the code is unknown.
    """
    found = gemeenten().get(code.strip().upper())
    if found is None:
        raise LmvwError(
            tr("Gemeentecode ‘{code}’ is onbekend; geef de CBS-code van de gemeente, bijvoorbeeld GM0396 voor Heemskerk.").format(code=code)
        )
    return found


def is_hard(planstatus: str | None) -> bool:
    """True for 1A, 1B, 2A and 2B (Basisset, planologische planstatus)."""
    return _kind(planstatus) == "hard"


def is_soft(planstatus: str | None) -> bool:
    """True for 1C, 2C, 3, 4A and 4B."""
    return _kind(planstatus) == "zacht"


def stays_home(planstatus: str | None) -> bool:
    """True for 5A and 5B: own administration, never delivered, never counted."""
    return _kind(planstatus) == "eigen"


def _kind(planstatus: str | None) -> str:
    code = code_list("planstatus").get(planstatus or "")
    return code.kind if code else ""
