# SPDX-License-Identifier: GPL-2.0-or-later
"""Which invulbladen went out with what, and what came back: a small table of the plan file, which never leaves the municipality."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from ....core.filling.answers import Plans, Returned, merged
from ....core.filling.progress import Sent
from ...geopackage import looking
from ..transaction import PATIENCE, told, writing

_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_invulbladen (fid INTEGER PRIMARY KEY, kenmerk TEXT UNIQUE, projectleider TEXT, bestand TEXT,"
    " verstuurd TEXT, waarden TEXT, terug TEXT, terug_bestand TEXT, antwoorden TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_invulbladen', 'attributes', 'lmvw_invulbladen')",
)
_SEND = "INSERT INTO lmvw_invulbladen (kenmerk, projectleider, bestand, verstuurd, waarden) VALUES (?, ?, ?, ?, ?)"
_BACK = "UPDATE lmvw_invulbladen SET terug = ?, terug_bestand = ?, antwoorden = ? WHERE kenmerk = ?"
_READ = (
    "SELECT kenmerk, projectleider, bestand, verstuurd, waarden, coalesce(terug, ''), coalesce(terug_bestand, ''), antwoorden"
    " FROM lmvw_invulbladen ORDER BY fid"
)


def read(path: Path) -> list[Sent]:
    """Every invulblad, the oldest first; none in a file from which none was made."""
    with told(path), looking(path, PATIENCE) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'lmvw_invulbladen'").fetchone():
            return []
        return [
            Sent(mark, leader, sent_as, day, json.loads(values), back, file, json.loads(answers or "{}"))
            for mark, leader, sent_as, day, values, back, file, answers in database.execute(_READ)
        ]


def keep_sent(path: Path, sent: Iterable[Sent]) -> None:
    """Remember what goes out.

    :raises LmvwError: when the file cannot be written.
    """
    rows = [(sheet.mark, sheet.leader, sheet.file, sheet.day, json.dumps(sheet.plans, ensure_ascii=False)) for sheet in sent]
    with writing(path) as database:
        for statement in _CREATE:
            database.execute(statement)
        database.executemany(_SEND, rows)


def keep_answers(path: Path, day: str, returned: Sequence[Returned]) -> None:
    """Remember who answered what, in which file and when.

    :raises LmvwError: when the file cannot be written.
    """
    kept: dict[str, Plans] = {}  # by mark: of another copy, read before or together, no answer is forgotten
    files: dict[str, dict[str, None]] = {}  # and each is named
    for sheet in returned:
        mark = sheet.came.mark
        kept[mark] = merged(kept.get(mark, sheet.sent.answers), sheet.answers)
        files.setdefault(mark, dict.fromkeys(filter(None, sheet.sent.back_file.split("\n"))))[sheet.came.file] = None
    rows = [(day, "\n".join(files[mark]), json.dumps(answers, ensure_ascii=False), mark) for mark, answers in kept.items()]
    with writing(path) as database:
        database.executemany(_BACK, rows)
