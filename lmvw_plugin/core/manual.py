# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of the manual that windows and algorithms refer to; the zip holds them, to be read without a network."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from . import paths


class Page(Enum):
    """A page by its file name, which is its heading in ``docs``."""

    START = "index"
    NEW = "1-een-nieuw-planbestand"
    IMPORT = "2-plannen-importeren"
    FILL = "3-invullen"
    CHECK = "5-controleren"
    DELIVER = "6-leveren"
    PUBLIC = "de-openbare-versie"
    PROVINCE = "voor-de-provincie"
    NEXT = "naar-de-volgende-peildatum"
    COMPARE = "leveringen-vergelijken"
    BAG = "vergelijken-met-de-bag"
    NAMES = "plannamen"
    POLYGONS = "polygonen"
    ADMIN = "beheerder"
    SHARED = "netwerkschijven"


def page_file(page: Page) -> Path:
    """Where a page is, in the installed plugin."""
    return paths.MANUAL / f"{page.value}.html"


def address(page: Page) -> str:
    """The address of a page for a browser; empty in a checkout, where the manual is read as it was written."""
    path = page_file(page)
    return path.as_uri() if path.is_file() else ""
