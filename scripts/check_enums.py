# SPDX-License-Identifier: GPL-2.0-or-later
"""Qt 6 readiness: find enum values written without their enum (``Qgis.Warning``), ``exec_`` and direct PyQt5 imports.

``check_enums.py FOLDER``: asks the installed QGIS which names are enum values; exit code 1 when something was found.
"""

from __future__ import annotations

import ast
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

warnings.simplefilter("ignore")

from qgis import core, gui  # noqa: E402  # after the filter: the import itself warns
from qgis.PyQt import QtCore, QtGui, QtWidgets  # noqa: E402  # the path or the environment is set first

CLASSES = {
    name: value
    for module in (QtCore, QtGui, QtWidgets, core, gui)
    for name, value in vars(module).items()
    if isinstance(value, type) or name == "Qt"
}


def enum_of(owner: object, name: str) -> str | None:
    """The enum that an unscoped value belongs to, or None when the name is no enum value."""
    value = getattr(owner, name, None)
    kind = type(value)
    is_enum = kind.__name__ == "enumtype" or hasattr(kind, "__members__") or (isinstance(value, int) and kind not in (int, bool))
    return kind.__qualname__ if is_enum and not isinstance(value, type) else None


def complaints(path: Path) -> Iterator[str]:
    """One line per finding in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    imported: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module.startswith("PyQt"):
                yield f"{path}:{node.lineno}: import Qt through qgis.PyQt"
            if node.module.startswith("qgis"):
                imported.update({alias.asname or alias.name: alias.name for alias in node.names})
        if isinstance(node, ast.Attribute):
            if node.attr == "exec_":
                yield f"{path}:{node.lineno}: exec_() is exec() in Qt 6"
            if isinstance(node.value, ast.Name):
                owner = CLASSES.get(imported.get(node.value.id, ""))
                enum = enum_of(owner, node.attr) if owner else None
                if enum:
                    yield f"{path}:{node.lineno}: {node.value.id}.{node.attr} belongs to {enum}"


def main() -> int:
    """Check every module below the folders."""
    found = [line for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.py")) for line in complaints(path)]
    print("\n".join(found) or "no unscoped enums")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
