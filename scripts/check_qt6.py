# SPDX-License-Identifier: GPL-2.0-or-later
"""``check_qt6.py FOLDER``: every name that is imported from ``qgis.PyQt``, and every chain of attributes on it, exists in PyQt6.

Run by a Python that has the PyQt6 wheel (.venv-qt6); QGIS is not needed. ``check_enums.py`` asks QGIS the same for its own enums.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

# qgis.PyQt of a QGIS on Qt 6 has these where Qt 5 had them.
_ALSO_IN_WIDGETS = ("QAction", "QActionGroup", "QShortcut")


def module(name: str) -> ModuleType:
    """The PyQt6 module that stands behind ``qgis.PyQt.<name>``."""
    found = import_module(f"PyQt6.{name}" if name else "PyQt6")
    if name == "QtWidgets":
        gui = import_module("PyQt6.QtGui")
        for moved in _ALSO_IN_WIDGETS:
            setattr(found, moved, getattr(gui, moved))
    return found


def complaints(source: str, name: str) -> Iterator[str]:
    """One line for each name and chain in a module that PyQt6 does not have."""
    tree = ast.parse(source, name)
    known: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[:2] == ["qgis", "PyQt"]:
            behind = node.module.removeprefix("qgis.PyQt").lstrip(".")
            for alias in node.names:
                try:
                    known[alias.asname or alias.name] = getattr(module(behind), alias.name) if behind else module(alias.name)
                except (ImportError, AttributeError):
                    yield f"{name}:{node.lineno}: PyQt6 has no {node.module}.{alias.name}"
    for node in ast.walk(tree):
        chain = _chain(node)
        if chain and chain[0] in known:
            yield from _missing(known[chain[0]], chain, f"{name}:{node.lineno}")


def _missing(owner: object, chain: list[str], where: str) -> Iterator[str]:
    for place, attribute in enumerate(chain[1:], 1):
        if not isinstance(owner, (type, ModuleType)):
            return  # the attributes of a value cannot be asked of its class
        if not hasattr(owner, attribute):
            yield f"{where}: PyQt6 has no {'.'.join(chain[: place + 1])}"
            return
        owner = getattr(owner, attribute)


def _chain(node: ast.AST) -> list[str]:
    """``["Qt", "ItemFlag", "ItemIsEditable"]`` for such an expression; empty for any other."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [node.id, *reversed(names)] if isinstance(node, ast.Name) and names else []


def main() -> int:
    """Check every module below the folders."""
    paths = [path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.py"))]
    found = [line for path in paths for line in sorted(set(complaints(path.read_text(encoding="utf-8"), str(path))))]
    print("\n".join(found) or f"PyQt6 has every name in {len(paths)} modules")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
