# SPDX-License-Identifier: GPL-2.0-or-later
"""What a municipality without the plugin sent: whose it is by the name of its file, and what the import of it could not take over."""

from __future__ import annotations

import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ..basisset import fields as b
from ..basisset.codelists import Gemeente
from ..basisset.gemeenten import gemeenten_of
from ..i18n import first_few, number, several, tr
from ..importing.imported import Imported, NotImported, Remark
from ..importing.mapping.plan import NAME_FIELD
from ..rules.findings import Ernst, Finding, Wie

WITHOUT = "zonder plugin"  # as the version of its receipt
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_MOST_WORDS = 6  # of a name
_SHOWN = 5  # values in one sentence
_IDS = uuid.UUID("7f2c1a0e-5a0b-4d43-9a3a-6f0f0f7b3c11")  # of this plugin


def named_in(text: str) -> tuple[Gemeente, ...]:
    """The municipalities that the name of a file or folder may mean: of the longest words that are a name. A number alone is a year."""
    words = _WORD.findall(text)
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        spans = (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
        gemeenten = {gemeente.code: gemeente for span in spans if not span.replace(" ", "").isdecimal() for gemeente in gemeenten_of(span)}
        if gemeenten:
            return tuple(gemeenten.values())
    return ()


def mapping_name(code: str) -> str:
    """What the mapping of a municipality is called in the folder of a province."""
    return f"{code}_kolomkoppeling.json"


def with_lasting_ids(code: str, names: Iterable[object]) -> Iterator[str]:
    """For each plan an id that is the same whenever the file is read: what a reviewer said of a plan hangs on it."""
    many = Counter[str]()
    for name in names:
        text = str(name or "")
        many[text] += 1
        yield str(uuid.uuid5(_IDS, f"{code}|{text}|{many[text]}"))


def findings(result: Imported, said: Sequence[str], files: str, home: int) -> list[Finding]:
    """What was not taken over (I1: rows, I2: values), and what to look at (I3): each names its file.

    :param said: sentences on the files.
    :param files: the names of the files.
    :param home: how many plans of the own administration were left out.
    """
    told = [_of_row(row, files) for row in result.not_imported]
    told += _of_values(result.remarks, files)
    if home:
        words = tr("{plans} van de eigen administratie (5A of 5B) niet overgenomen.").format(plans=several(home, "plan", "plannen"))
        told.append(_told(words, files))
    return told + [_told(sentence, files) for sentence in dict.fromkeys((*said, *result.questions, *result.twins))]


def _of_row(row: NotImported, files: str) -> Finding:
    words = tr("{files}, {where} (‘{name}’) is niet overgenomen: {reason}.").format(
        files=files, where=row.where, name=row.name, reason=row.reason.rstrip(".")
    )
    amounts = ", ".join(f"{name} {count}" for name, count in row.amounts.items() if count)
    return Finding("I1", Ernst.FOUT if row.waits else Ernst.INFO, words, plannaam=row.name or None, waarde=amounts or None)


def _of_values(remarks: Sequence[Remark], files: str) -> Iterator[Finding]:
    """One finding for each column, field and reason: a column that is read wrongly is wrong in every plan."""
    groups: dict[tuple[str, str, str], list[Remark]] = defaultdict(list)
    for remark in remarks:
        groups[remark.column, remark.veld, remark.reason].append(remark)
    for (column, veld, reason), alike in groups.items():
        label = tr(b.BY_NAME[veld].label) if veld in b.BY_NAME else veld
        words = tr("{files}, kolom ‘{column}’: {count} niet overgenomen in ‘{field}’ ({values}): {reason}.").format(
            files=files, column=column, count=several(len(alike), "waarde", "waarden"), field=label,
            values=first_few([f"‘{value}’" for value in dict.fromkeys(remark.value for remark in alike)], most=_SHOWN), reason=reason.rstrip("."),
        )  # fmt: skip
        alone = alike[0].plannaam if len(alike) == 1 else None
        dwellings = sum(abs(remark.amount) for remark in alike)
        waarde = tr("{count} woningen").format(count=number(dwellings)) if dwellings else None
        yield Finding("I2", Ernst.WAARSCHUWING, words, plannaam=alone, veld=veld, waarde=waarde, wie=Wie.PROVINCIE)


def _told(sentence: str, files: str) -> Finding:
    return Finding("I3", Ernst.INFO, tr("{files}: {said}").format(files=files, said=sentence), wie=Wie.PROVINCIE)


def in_short(result: Imported, by_folder: bool) -> str:
    """How it was read, for its receipt.

    :param by_folder: the mapping was one that the province keeps.
    """
    said = tr("Zonder plugin, gelezen met {mapping}: {plans}; niet overgenomen: {rows} en {values}.")
    return said.format(
        mapping=tr("de bewaarde kolomkoppeling") if by_folder else tr("een voorstel voor de kolomkoppeling"),
        plans=several(len(result.plans), "plan", "plannen"), rows=several(len(result.waiting), "rij", "rijen"),
        values=several(len(result.remarks), "waarde", "waarden"),
    )  # fmt: skip


def names_of(result: Imported) -> list[object]:
    """The names of the plans, in order."""
    return [plan.values.get(NAME_FIELD) for plan in result.plans]
