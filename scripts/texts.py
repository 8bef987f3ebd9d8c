# SPDX-License-Identifier: GPL-2.0-or-later
"""The English of every Dutch text, in ``resources/i18n/lmvw_en.ts``.

``texts.py``                    what is missing, unused, or has other placeholders; exit code 1 when anything is
``texts.py add DUTCH ENGLISH``  put in a translation, or replace one
``texts.py fill FILE``          the same for many: a JSON object of Dutch to English
``texts.py tidy``               take out what no code asks for any more
``texts.py compile``            make ``lmvw_en.qm`` beside it, which the plugin reads
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

SOURCE = ROOT / "resources" / "i18n" / "lmvw_en.ts"
CONTEXT = "lmvw"
_NAMES = re.compile(r"\{(\w*)[^{}]*\}")
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
_RELEASERS = ("lrelease-qt5", "/usr/lib/qt5/bin/lrelease", "lrelease", "/usr/lib/qt6/bin/lrelease", "lrelease6", "lrelease-pro")


def read() -> dict[str, str]:
    """Dutch to English."""
    if not SOURCE.is_file():
        return {}
    return {one.findtext("source") or "": one.findtext("translation") or "" for one in ET.parse(SOURCE).getroot().iter("message")}


def write(known: dict[str, str]) -> None:
    """Sorted, a text a message, so that two who add one at the same time seldom meet."""
    root = ET.Element("TS", version="2.1", language="en", sourcelanguage="nl")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for dutch in sorted(known):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = dutch
        ET.SubElement(message, "translation").text = known[dutch]
    ET.indent(root, " ")
    SOURCE.parent.mkdir(parents=True, exist_ok=True)
    SOURCE.write_text(_HEAD + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8", newline="\n")


def problems() -> list[str]:
    """What is wrong, a sentence each."""
    from scripts.text_sources import texts

    wanted, known = texts(), read()
    said = [f"{place}: no English for {dutch!r}" for dutch, place in wanted.items() if not known.get(dutch)]
    said += [f"no code asks any more for {dutch!r}" for dutch in known if dutch not in wanted]
    for dutch, english in known.items():
        if english and (names := _names(dutch)) != (ours := _names(english)):
            said.append(f"other placeholders, {sorted(names)} and {sorted(ours)}: {dutch!r}")
    return said


def _names(text: str) -> set[str]:
    return set(_NAMES.findall(text))


def compile_texts() -> Path:
    """Make the .qm with Qt's own tool.

    :raises SystemExit: when that is not installed, or fails.
    """
    target = SOURCE.with_suffix(".qm")
    tool = next((found for name in _RELEASERS if (found := shutil.which(name))), None)
    if tool is None:
        raise SystemExit("lrelease is not installed: scripts/setup.sh run")
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as own:  # whole at once: another may be copying it now
        made = Path(own) / target.name
        done = subprocess.run([tool, "-silent", str(SOURCE), "-qm", str(made)], capture_output=True, text=True)
        if done.returncode or not made.is_file():
            raise SystemExit(f"{tool}: {done.stdout}{done.stderr}")
        made.replace(target)
    return target


def _check() -> int:
    said = problems()
    for sentence in said:
        print(sentence)
    if said:
        print(f"\n{len(said)} to mend. A translation is put in with: .venv/bin/python scripts/texts.py add 'Dutch' 'English'")
        print("and what is unused goes with: .venv/bin/python scripts/texts.py tidy")
    return bool(said)


def _fill(new: dict[str, str]) -> int:
    write({**read(), **new})
    return 0


def _tidy() -> int:
    from scripts.text_sources import texts

    wanted = texts()
    write({dutch: english for dutch, english in read().items() if dutch in wanted})
    return 0


def main() -> int:
    """Command line."""
    match sys.argv[1:]:
        case []:
            return _check()
        case ["add", dutch, english]:
            return _fill({dutch: english})
        case ["fill", file]:
            return _fill(json.loads(Path(file).read_text(encoding="utf-8")))
        case ["tidy"]:
            return _tidy()
        case ["compile"]:
            print(compile_texts())
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
