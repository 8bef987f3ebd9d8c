# SPDX-License-Identifier: GPL-2.0-or-later
"""A value of an invulblad as the spreadsheet shows it."""

from __future__ import annotations

from datetime import date, datetime

from ...core.i18n import is_dutch
from ..workbook.remarks import name_text


def shown(raw: object) -> str:
    """As a person reads it in the cell."""
    if isinstance(raw, datetime):
        return f"{raw:%d-%m-%Y %H:%M}"
    if isinstance(raw, date):
        return f"{raw:%d-%m-%Y}"
    text = name_text(raw)
    return text.replace(".", ",") if isinstance(raw, float) and is_dutch() else text
