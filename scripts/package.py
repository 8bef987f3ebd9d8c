# SPDX-License-Identifier: GPL-2.0-or-later
"""Put the plugin together: ``package.py folder DIR`` for a plugin folder, ``package.py zip DIR`` for the installable zip.

Code, ``metadata.txt``, ``resources``, licence and changelog go into one folder ``lmvw_woningbouw``, with the manual, the
English texts and the sample data made for it. The zip has fixed time stamps, so that the same sources give the same bytes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from scripts import make_manual, texts  # noqa: E402  # the path must be set first

SOURCE = "lmvw_plugin"  # the folder of the code in this repository
NAME = "lmvw_woningbouw"  # the folder of the installed plugin: its id, by which QGIS and the plugin site know it for ever
EPOCH = (2026, 1, 1, 0, 0, 0)


def make_folder(target: Path) -> Path:
    """The plugin folder below ``target``; replaces an earlier one."""
    plugin = target / NAME
    shutil.rmtree(plugin, ignore_errors=True)
    shutil.copytree(ROOT / SOURCE, plugin, ignore=shutil.ignore_patterns("__pycache__"))
    texts.compile_texts()
    shutil.copytree(ROOT / "resources", plugin / "resources", ignore=shutil.ignore_patterns("*.ts"))
    (plugin / "metadata.txt").write_text(metadata(), encoding="utf-8", newline="\n")
    for name in ("LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, plugin / name)
    make_manual.make(plugin / "resources" / "handleiding")
    make_sample = [sys.executable, str(ROOT / "scripts" / "make_sample.py"), str(plugin / "resources" / "voorbeeld")]
    subprocess.run(make_sample, check=True)
    return plugin


def metadata() -> str:
    """``metadata.txt`` with the part of the changelog about this version in it."""
    text = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    return text.rstrip("\n") + "\nchangelog=" + changes.strip().replace("%", "%%").replace("\n\n", "\n").replace("\n", "\n  ") + "\n"


def to_fill_in() -> list[str]:
    """The entries of ``metadata.txt`` that still have a reserved name instead of an address."""
    read = ConfigParser(interpolation=None)
    read.read(ROOT / "metadata.txt", encoding="utf-8")
    return [name for name, value in read["general"].items() if ".example" in value]


def make_zip(target: Path) -> Path:
    """The installable zip in ``target``."""
    general = ConfigParser(interpolation=None)
    general.read(ROOT / "metadata.txt", encoding="utf-8")
    archive = target / f"{NAME}-{general['general']['version']}.zip"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own, zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        folder = make_folder(Path(own))
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, path.read_bytes())
    return archive


def main() -> int:
    """Command line."""
    jobs = {"folder": make_folder, "zip": make_zip}
    if len(sys.argv) != 3 or sys.argv[1] not in jobs:
        print(__doc__)
        return 2
    print(jobs[sys.argv[1]](Path(sys.argv[2]).resolve()))
    if to_fill_in():
        print(f"Nog in te vullen in metadata.txt voor u uploadt: {', '.join(to_fill_in())}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
