# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the plugin's own data files are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]

# In the installed plugin `resources` and `metadata.txt` lie inside the package, in a checkout beside it.
_ROOT = _PACKAGE if (_PACKAGE / "metadata.txt").is_file() else _PACKAGE.parent

METADATA = _ROOT / "metadata.txt"
RESOURCES = _ROOT / "resources"
CODE_LISTS = RESOURCES / "codelijsten"
COLUMN_NAMES = RESOURCES / "import" / "kolomnamen.csv"
PRICE_LIMITS = RESOURCES / "prijsgrenzen.csv"
PROFILES = RESOURCES / "profielen"
EXPECTATIONS = RESOURCES / "beoordeling" / "verwachtingen.csv"
ICONS = RESOURCES / "icons"
ENGLISH = RESOURCES / "i18n" / "lmvw_en.qm"  # made from the .ts beside it when the zip is
MANUAL = RESOURCES / "handleiding"  # made when the zip is
SAMPLE = RESOURCES / "voorbeeld"  # likewise
