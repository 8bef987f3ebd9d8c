# SPDX-License-Identifier: GPL-2.0-or-later
"""``clean_profile.py DIR``: an empty QGIS profile ``DIR/profiles/clean`` with the built zip unpacked in it, as a new user has it.

The one place that makes such a profile: for the desktop, the pictures of the manual, the window tests and the monkey. Nothing is set
that a new user does not have, but for two switches that keep QGIS from asking the internet for its news and its latest version.
"""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.package import NAME, make_zip  # noqa: E402  # the path must be set first

PROFILE = "clean"
# The news must really stay away: QGIS before 3.40.9 ends with signal 11 at closing when its fetching was the first to need the
# authentication database, in a thread that outlives it (qgis/QGIS#62429).
SETTINGS = r"""[app]
checkVersion=false
[qgis]
checkVersion=false
[core]
httpsfeedqgisorg\disabled=true
"""


def make_profile(target: Path, archive: Path | None) -> Path:
    """The folder of the profile below ``target``, which is made anew; without ``archive`` no plugin is installed."""
    profile = target / "profiles" / PROFILE
    shutil.rmtree(target, ignore_errors=True)
    ini = profile / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True)
    ini.write_text(SETTINGS + (f"[PythonPlugins]\n{NAME}=true\n" if archive else ""), encoding="utf-8")
    if archive is not None:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(profile / "python" / "plugins")
    return profile


def main() -> int:
    """Command line."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    print(make_profile(Path(sys.argv[1]).resolve(), make_zip(ROOT / "build" / "archive")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
