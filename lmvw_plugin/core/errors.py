# SPDX-License-Identifier: GPL-2.0-or-later
"""The one exception that carries a sentence for the user, and the computer's own reasons in words."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from .i18n import anew, tr

# What Windows says of a file that OneDrive has not on this computer: ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING, _INVALID_REQUEST,
# _UNSUCCESSFUL, _REQUEST_TIMEOUT (https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-).
_ONLY_ONLINE = frozenset((362, 380, 389, 426))
FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))  # there is no room for what is to be written


class LmvwError(Exception):
    """Input that cannot be used. The message is one sentence: what is wrong, where, and what to do.

    Raised in core and layers; told once, at the Processing boundary, and in the language of the screen also when a document in Dutch
    was being made.
    """

    def __str__(self) -> str:
        return str(anew(self.args[0])) if self.args else ""


@contextmanager
def done_already(sentence: str) -> Iterator[None]:
    """What follows only tells of what is done: where that cannot be told, the error says where it is.

    :raises LmvwError: that of what follows, with the sentence behind it.
    """
    try:
        yield
    except LmvwError as error:
        raise LmvwError(f"{error} {sentence}") from error


def reason_of(error: Exception) -> str:
    """Why the computer, or the store of the plans, refuses a file, in the user's language where it is a common reason, else in its own words."""
    if isinstance(error, OSError):
        if getattr(error, "winerror", None) in _ONLY_ONLINE:
            return tr("het staat alleen online en kan nu niet opgehaald worden; kies in Verkenner ‘Altijd behouden op dit apparaat’")
        return _reasons().get(error.errno or 0) or error.strerror or str(error)
    return next((said for sign, said in _reasons_of_store().items() if sign in str(error)), str(error))


def sentence_of(error: OSError) -> str:
    """What a user reads when the computer refuses a file."""
    if error.errno in FULL:
        said = tr("Er kan niet verder geschreven worden: {reason}; maak ruimte vrij of kies een andere map.")
        return said.format(reason=reason_of(error))
    path = _shown(error.filename)
    if not path:  # the computer says none of what is open already
        said = tr("Een bestand kan niet gelezen of geschreven worden: {reason}; controleer de map en probeer het opnieuw.")
        return said.format(reason=reason_of(error))
    said = tr("Bestand ‘{path}’ kan niet gelezen of geschreven worden ({reason}); controleer de map en uw rechten.")
    return said.format(path=path, reason=reason_of(error))


def _shown(filename: object) -> str:
    """The name of a file; of a text that somebody pasted where a file was asked, its begin."""
    name = " ".join(str(filename or "").split())
    return f"{name[:_LONGEST]}…" if len(name) > _LONGEST else name


_LONGEST = 260  # characters: the longest path on Windows


def _reasons() -> dict[int, str]:
    return {
        errno.EACCES: tr("geen toegang, of in gebruik bij een ander programma"),
        errno.EPERM: tr("geen toegang"),
        errno.EROFS: tr("de schijf is alleen-lezen"),
        errno.ENOSPC: tr("de schijf is vol"),
        errno.EDQUOT: tr("uw schijfruimte is op"),
        errno.EFBIG: tr("het bestand wordt te groot"),
        errno.EBUSY: tr("in gebruik bij een ander programma"),
        errno.ENOENT: tr("het bestaat niet"),
        errno.EEXIST: tr("er staat al iets anders met die naam"),
        errno.ENOTDIR: tr("er staat een bestand waar een map hoort"),
        errno.EISDIR: tr("er staat een map met die naam"),
        errno.ENAMETOOLONG: tr("de naam is te lang"),
        errno.EIO: tr("de schijf of de verbinding ermee geeft een fout"),
    }


def _reasons_of_store() -> dict[str, str]:
    """By its words (https://sqlite.org/rescode.html): Python 3.10 does not tell the code."""
    return {
        "disk is full": tr("de schijf is vol"),
        "disk I/O error": tr("de schijf is vol of niet meer te bereiken"),
        "readonly": tr("het is alleen-lezen"),
        "is locked": tr("in gebruik bij een ander programma"),
        "unable to open": tr("het kan niet geopend worden"),
        "malformed": tr("het is beschadigd"),
        "not authorized": tr("een trigger in het bestand wil daarbij plannen wijzigen; laat uw beheerder die verwijderen"),
        "not a database": tr("het is geen GeoPackage of is beschadigd"),
    }
