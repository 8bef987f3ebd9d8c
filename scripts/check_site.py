# SPDX-License-Identifier: GPL-2.0-or-later
"""``check_site.py ZIP``: what the plugin site looks at in an upload itself, beside bandit, detect-secrets and flake8.

After ``plugins/validator.py`` (what refuses an upload) and the file checks of ``plugins/security_scanner.py`` (what is shown to
everybody) of github.com/qgis/QGIS-Plugins-Website. Whether the addresses in ``metadata.txt`` answer is not asked here: that needs a network.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from configparser import Error as Unreadable
from pathlib import Path, PurePosixPath
from urllib.parse import urlparse

MOST = 25_000_000  # bytes
REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
ADDRESSES = ("tracker", "repository", "homepage")
FORBIDDEN_FOLDERS = {"__MACOSX", ".git", "__pycache__"}
# The site names what is suspicious (.exe, .dll, .so, .dylib, .bat, .sh, .ps1, .cmd); here is named what we have, so that nothing else comes along.
KINDS = {".py", ".txt", ".md", ".svg", ".png", ".csv", ".json", ".html", ".gpkg", ".xlsx", ".qm", ""}
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]+")


def complaints(archive: Path) -> Iterator[str]:
    """One line per finding."""
    if archive.stat().st_size > MOST:
        yield f"{archive.name} is larger than {MOST / 1e6:.0f} MB"
    with zipfile.ZipFile(archive) as packed:
        if packed.testzip():
            yield f"{packed.testzip()} is damaged"
        for entry in packed.infolist():
            yield from _about_file(entry)
        folders = {PurePosixPath(name).parts[0] for name in packed.namelist()}
        if len(folders) != 1:
            yield f"more than one folder: {sorted(folders)}"
        folder = min(folders)
        if not NAME.fullmatch(folder) or "plugin" in folder.lower():
            yield f"{folder}: not a name for a folder"
        for name in ("__init__.py", "metadata.txt", "LICENSE"):
            if f"{folder}/{name}" not in packed.namelist():
                yield f"{name} is not there"
                return
        yield from _about_metadata(packed.read(f"{folder}/metadata.txt").decode("utf-8"))


def _about_file(entry: zipfile.ZipInfo) -> Iterator[str]:
    path = PurePosixPath(entry.filename)
    if path.is_absolute() or ".." in entry.filename or "\\" in entry.filename or FORBIDDEN_FOLDERS & set(path.parts):
        yield f"{path}: not in a zip"
    if path.name.startswith(".") or path.suffix.lower() not in KINDS:
        yield f"{path}: hidden, or of a kind that we have not"
    if entry.external_attr >> 16 & 0o111:
        yield f"{path}: can be executed"


def _about_metadata(text: str) -> Iterator[str]:
    read = ConfigParser()  # as the site does: a lone % would stop it
    try:
        read.read_string(text)
        general = dict(read.items("general"))
    except Unreadable as error:
        yield f"metadata.txt: {error}"
        return
    yield from (f"metadata.txt: {name} is missing" for name in REQUIRED if not general.get(name.lower()))
    if "plugin" in general.get("name", "").lower():
        yield "metadata.txt: the name holds 'plugin'"
    if "/" in general.get("author", ""):
        yield "metadata.txt: a slash in the author"
    for name in ADDRESSES:
        address = urlparse(general.get(name, ""))
        if not (address.scheme and address.netloc):
            yield f"metadata.txt: {name} is no address"


def main() -> int:
    """Check the zip."""
    found = [line for archive in sys.argv[1:] for line in complaints(Path(archive))]
    print("\n".join(found) or "the plugin site finds nothing in files and metadata")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
