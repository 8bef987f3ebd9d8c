# SPDX-License-Identifier: GPL-2.0-or-later
"""What a municipality says of earlier remarks, in the manifest of the package in which it delivers again."""

from __future__ import annotations

from pathlib import Path

from ...core.basisset.values import NOT_IN_XML
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.receiving.receipts import Receipt
from ...core.receiving.without import WITHOUT
from ...core.reviewing.answer import LONGEST
from ..delivering.archive import UNREADABLE, judged, manifest_of
from ..moment import digest


def reactions_in(receipt: Receipt) -> dict[str, str]:
    """By the number of a remark.

    :raises LmvwError: when the package is no longer where it came in, or is another one by now.
    """
    if receipt.plugin_versie == WITHOUT:
        return {}  # files of others have no place for it
    path = Path(receipt.map) / receipt.bestand
    if not _is_there(path, receipt.sha256):
        said = tr("Pakket ‘{path}’ ligt niet meer waar u het opende; zet het terug en lees opnieuw om te zien wat de gemeente antwoordt.")
        raise LmvwError(said.format(path=path))
    try:
        with judged(path) as archive:
            told = manifest_of(archive).get("reacties") or {}
            return {str(number): NOT_IN_XML.sub("�", str(words))[:LONGEST] for number, words in told.items()}
    except UNREADABLE:
        return {}


def _is_there(path: Path, sha256: str) -> bool:
    try:
        return digest(path) == sha256
    except OSError:
        return False
