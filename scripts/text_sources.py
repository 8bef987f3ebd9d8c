# SPDX-License-Identifier: GPL-2.0-or-later
"""Every Dutch text of the plugin that is translated, and where it stands: from the code, the Basisset, the code lists and the algorithms."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from qgis.core import QgsApplication  # noqa: E402  # the path must be set first

from lmvw_plugin.core import i18n  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset import fields as b  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.codelists import code_list  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.prices.limits import SEGMENTS  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.delivering import delivery  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.importing.formats import KNOWN  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.rules.catalogue import CATALOGUE  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.rules.findings import Ernst, Wie  # noqa: E402  # the path or the environment is set first

_WORDS = {
    "tr": slice(0, 1),
    "later": slice(0, 1),
    "several": slice(1, 3),
    "counted": slice(None),
    "_counted": slice(2, None),
}  # which arguments are Dutch


def texts() -> dict[str, str]:
    """Each Dutch text once, with the place where it was found first."""
    found: dict[str, str] = {}
    for place, text in (*_of_code(), *_of_basisset(), *_of_algorithms()):
        if text.strip():
            found.setdefault(text, place)
    return found


def _of_code() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "lmvw_plugin").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _WORDS:
                for argument in node.args[_WORDS[node.func.id]]:
                    yield from ((f"{place}:{node.lineno}", text) for text in _literals(argument))


def _literals(node: ast.expr) -> Iterator[str]:
    """A text, the two of ``one if condition else other``, or those of a tuple."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body), *_literals(node.orelse))
    elif isinstance(node, ast.Tuple):
        for part in node.elts:
            yield from _literals(part)


def _of_basisset() -> Iterator[tuple[str, str]]:
    for field in (*b.FIELDS, *b.OWN_FIELDS, delivery.ART_8):
        yield from ((f"basisset, {field.name}", text) for text in (field.label, field.definition, field.short))
    tables: tuple[tuple[str, Iterable[str]], ...] = (
        ("groups", (group.value for group in b.Group)),
        ("kinds", (kind.value for kind in b.Kind)),
        ("sums", (total.name for total in b.SUMS)),
        ("severities", (severity.value for severity in Ernst)),
        ("who acts", (who.value for who in Wie)),
        ("price segments", SEGMENTS.values()),
    )
    for place, words in tables:
        yield from ((place, word) for word in words)
    for name in ("planstatus", "plantype"):
        for code in code_list(name).values():
            yield from ((f"{name} {code.code}", text) for text in (code.label, code.definition, code.kind))
    for rule in CATALOGUE:
        yield from ((f"rule {rule.id}", text) for text in (rule.title, rule.why, rule.remedy, rule.task, rule.to_fill))
    for known in KNOWN:
        yield from ((f"format {known.title}", text) for text in (known.title, *(how for _, how in known.fills), *known.cannot))


def _of_algorithms() -> Iterator[tuple[str, str]]:
    """What the algorithms say of themselves: asked of them, because the sentences are made of parts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication.instance() or QgsApplication([], False)
    from lmvw_plugin.processing.provider import LmvwProvider

    asked: list[str] = []

    def listen(text: str) -> str:
        asked.append(text)
        return text

    i18n.set_translator(listen)
    try:
        provider = LmvwProvider()
        provider.loadAlgorithms()
        for registered in provider.algorithms():
            asked.clear()  # of the one before, and of all parameters when they were registered
            algorithm = registered.create()
            algorithm.displayName(), algorithm.group(), algorithm.help_text()
            yield from ((f"algorithm {algorithm.name()}", text) for text in asked)
    finally:
        i18n.set_translator(str)
    del application
