# SPDX-License-Identifier: GPL-2.0-or-later
"""The document of a column mapping: versioned JSON that a person may change and a run without a window may repeat."""

from __future__ import annotations

import json
from typing import Any

from ...basisset import fields as b
from ...basisset.peildatum import Peildatum
from ...basisset.values import read_value
from ...errors import LmvwError
from ...i18n import tr
from .plan import NOT_MAPPED, POLYGONEN, WERKBLAD, ColumnMapping, Columns, PlanMapping

VERSION = 2
_READS = (1, VERSION)  # 1 had no sums, constants, proposals and columns for a person
_NEGATED = "omgekeerd"


def to_json(mapping: PlanMapping, columns: Columns) -> str:
    """The mapping as a document that ``from_json`` reads back; unused columns are listed for the reader."""
    document: dict[str, Any] = {
        "lmvw_kolomkoppeling": VERSION,
        "bestandsvorm": mapping.format,
        "peildatum": str(mapping.peildatum or ""),
        "plannaam": dict(mapping.names),
        "plannummer": dict(mapping.numbers),
        "velden": {
            name: _document(column) | ({"anders": _document(mapping.without_row[name])} if name in mapping.without_row else {})
            for name, column in mapping.fields.items()
        },
        "voor_een_persoon": {source: dict(totals) for source, totals in mapping.unplaced.items()},
        "niet_gebruikt": mapping.unused(columns),
    }
    optional = ("bestandsvorm", "peildatum", "plannummer", "voor_een_persoon")
    return json.dumps({k: v for k, v in document.items() if v or k not in optional}, ensure_ascii=False, indent=2) + "\n"


def _document(column: ColumnMapping) -> dict[str, Any]:
    if column.constant is not None:
        return {"vast": column.constant}
    entry: dict[str, Any] = {"bron": column.source, "kolom": column.column}
    if column.plus:
        entry["plus"] = list(column.plus)
    if column.negated:
        entry["teken"] = _NEGATED
    if column.values:
        entry["waarden"] = dict(column.values)
    if column.proposals:
        entry["voorstellen"] = dict(column.proposals)
    if column.doubt:
        entry["twijfel"] = column.doubt
    return entry


def from_json(text: str, name: str) -> PlanMapping:
    """Read a mapping document.

    :param name: what to call the document in a message.
    :raises LmvwError: when it is not a mapping, or names a field that does not exist.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise LmvwError(
            tr("Kolomkoppeling ‘{name}’ is geen geldige JSON (tekstregel {line}).").format(name=name, line=error.lineno)
        ) from error
    except RecursionError:
        document = None
    if not isinstance(document, dict) or document.get("lmvw_kolomkoppeling") not in _READS:
        raise LmvwError(
            tr("‘{name}’ is geen kolomkoppeling van deze plugin; gebruik een bestand dat ‘Plannen importeren’ maakte.").format(name=name)
        )
    names, fields = document.get("plannaam", {}), document.get("velden", {})
    if not _is_texts(names) or not isinstance(fields, dict):
        raise LmvwError(tr("Kolomkoppeling ‘{name}’ mist ‘plannaam’ of ‘velden’.").format(name=name))
    numbers, waiting = document.get("plannummer", {}), document.get("voor_een_persoon", {})
    totals = ("bruto_totaal", "sloop_totaal")
    if (
        not _is_texts(numbers)
        or not isinstance(waiting, dict)
        or not waiting.keys() <= {POLYGONEN, WERKBLAD}
        or not all(_is_texts(columns) and set(columns.values()) <= set(totals) for columns in waiting.values())
    ):
        raise LmvwError(
            tr("Kolomkoppeling ‘{name}’ heeft een ongeldig onderdeel ‘plannummer’ of ‘voor_een_persoon’; "
               "verwacht per bron kolomnamen, en bij ‘voor_een_persoon’ per kolom bruto_totaal of sloop_totaal.").format(name=name)
        )  # fmt: skip
    mapped = {veld: _entry(veld, entry, name) for veld, entry in fields.items()}
    without_row = {veld: _instead(veld, entry["anders"], mapped[veld], name) for veld, entry in fields.items() if "anders" in entry}
    peildatum = Peildatum.parse(str(document["peildatum"])) if document.get("peildatum") else None
    ignored = document.get("niet_gebruikt", {})
    if not isinstance(ignored, dict) or not all(
        isinstance(columns, list) and all(isinstance(c, str) for c in columns) for columns in ignored.values()
    ):
        raise LmvwError(
            tr("Kolomkoppeling ‘{name}’ heeft een ongeldig onderdeel ‘niet_gebruikt’; verwacht per bron een lijst van kolommen.").format(
                name=name
            )
        )
    return PlanMapping(names, mapped, waiting, numbers, str(document.get("bestandsvorm", "")), peildatum, without_row, ignored)


def _instead(veld: str, entry: object, main: ColumnMapping, name: str) -> ColumnMapping:
    """The column of the polygons that fills a field of a plan without row in the worksheet.

    :raises LmvwError: when the entry is no such column.
    """
    column = _entry(veld, entry, name)
    if main.source != WERKBLAD or column.source != POLYGONEN:
        raise LmvwError(
            tr("Kolomkoppeling ‘{name}’ heeft bij ‘{field}’ een ongeldig ‘anders’; het zegt uit welke kolom van de polygonen een plan zonder rij "
               "in het Excel-bestand gevuld wordt.").format(name=name, field=veld)
        )  # fmt: skip
    return column


def strangers(text: str, columns: Columns) -> int | None:
    """How many columns a document does not know of; None when it is not for these sources: it reads columns that are not there, or
    knows less than half of them.
    """
    try:
        mapping = from_json(text, "")
    except LmvwError:
        return None
    if any(mapping.missing(columns)) or mapping.names.keys() != columns.keys():
        return None
    new = sum(
        column not in mapping.unplaced.get(source, ()) and column not in mapping.ignored.get(source, ())
        for source, names in mapping.unused(columns).items()
        for column in names
    )
    return new if 2 * new <= sum(map(len, columns.values())) else None


def _is_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _entry(veld: str, entry: object, name: str) -> ColumnMapping:
    """How one field is filled.

    :raises LmvwError: when the document names no field, value or column that can be used.
    """
    if veld in NOT_MAPPED or veld not in b.BY_NAME or b.BY_NAME[veld].kept_in is not b.KeptIn.PLAN:
        raise LmvwError(
            tr("Kolomkoppeling ‘{name}’ noemt het veld ‘{field}’, dat niet gekoppeld kan worden; verbeter de naam.").format(
                name=name, field=veld
            )
        )
    if isinstance(entry, dict) and set(entry) == {"vast"} and isinstance(entry["vast"], str):
        problem = read_value(b.BY_NAME[veld], entry["vast"]).problem
        if problem:
            raise LmvwError(
                tr("Kolomkoppeling ‘{name}’ geeft elk plan bij ‘{field}’ de waarde ‘{value}’, maar die {problem}.").format(
                    name=name, field=tr(b.BY_NAME[veld].label), value=entry["vast"], problem=problem
                )
            )
        return ColumnMapping("", "", constant=entry["vast"])
    if (
        not isinstance(entry, dict)
        or entry.get("bron") not in (POLYGONEN, WERKBLAD)
        or not isinstance(entry.get("kolom"), str)
        or not isinstance(entry.get("waarden", {}), dict)
        or not all(value is None or isinstance(value, str) for value in entry.get("waarden", {}).values())
        or not _is_texts(entry.get("voorstellen", {}))
        or not isinstance(entry.get("twijfel", ""), str)
        or entry.get("teken") not in (None, _NEGATED)
    ):
        raise LmvwError(
            tr("Kolomkoppeling ‘{name}’ heeft bij ‘{field}’ geen geldige bron en kolom; verwacht "
               "\"bron\": \"polygonen\" of \"werkblad\" en \"kolom\": een naam.").format(name=name, field=veld)
        )  # fmt: skip
    plus = entry.get("plus", [])
    if (
        not isinstance(plus, list)
        or not all(isinstance(column, str) for column in plus)
        or (plus and b.BY_NAME[veld].kind is not b.Kind.COUNT)
    ):
        raise LmvwError(
            tr(
                "Kolomkoppeling ‘{name}’ heeft bij ‘{field}’ een ongeldige ‘plus’; verwacht een lijst van kolommen, en alleen bij een aantal."
            ).format(name=name, field=veld)
        )
    return ColumnMapping(
        entry["bron"],
        entry["kolom"],
        entry.get("teken") == _NEGATED,
        entry.get("waarden", {}),
        tuple(plus),
        None,
        entry.get("voorstellen", {}),
        entry.get("twijfel", ""),
    )
