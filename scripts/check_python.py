# SPDX-License-Identifier: GPL-2.0-or-later
"""``check_python.py FOLDER``: every module parses as Python 3.10, without a warning, and imports nothing that 3.12 to 3.14 dropped.

What 3.10 lacks of the standard library is found by vermin (scripts/check.sh); what newer Pythons that are installed say of the
syntax is asked of them: those of ``python3.10`` to ``python3.14`` that answer.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

OLDEST, NEWEST = (3, 10), (3, 14)
# PEP 594 and PEP 632, and what 3.12 to 3.14 dropped beside them.
DROPPED = {
    "aifc", "asynchat", "asyncore", "audioop", "cgi", "cgitb", "chunk", "crypt", "distutils", "imghdr", "imp", "lib2to3", "mailcap", "msilib",
    "nis", "nntplib", "ossaudiodev", "pipes", "smtpd", "sndhdr", "spwd", "sunau", "telnetlib", "uu", "xdrlib",
}  # fmt: skip
_COMPILE = "import sys, warnings; warnings.simplefilter('error'); [compile(open(p, 'rb').read(), p, 'exec') for p in sys.argv[1:]]"


def complaints(path: Path) -> Iterator[str]:
    """One line per finding in a file."""
    source = path.read_text(encoding="utf-8")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = ast.parse(source, str(path), feature_version=OLDEST)
    except (SyntaxError, SyntaxWarning, DeprecationWarning) as error:
        yield f"{path}: {error}"
        return
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        yield from (f"{path}:{node.lineno}: {name} is gone from newer Pythons" for name in names if name.split(".")[0] in DROPPED)


def refusals(paths: list[Path]) -> Iterator[str]:
    """What each installed Python within our range says of the syntax; the name of those that were asked goes to the screen."""
    for minor in range(OLDEST[1], NEWEST[1] + 1):
        python = shutil.which(f"python3.{minor}")
        if python is None or subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode:
            continue
        done = subprocess.run([python, "-c", _COMPILE, *map(str, paths)], capture_output=True, text=True, check=False)
        print(f"python3.{minor}: {'refuses' if done.returncode else 'good'}")
        if done.returncode:
            yield done.stderr


def main() -> int:
    """Check every module below the folders."""
    paths = [path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.py"))]
    found = [line for path in paths for line in complaints(path)] + list(refusals(paths))
    print("\n".join(found) or f"Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}: nothing found in {len(paths)} modules")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
