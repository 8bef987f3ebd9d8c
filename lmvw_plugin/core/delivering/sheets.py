# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in each sheet of the delivered workbook, cell by cell: values, and formulas with the value they have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.codelists import code_list
from ..basisset.peildatum import Peildatum
from ..basisset.prices.limits import SEGMENTS, PriceLimits
from ..i18n import later, tr
from ..reporting.html import only_for_some
from ..rules.catalogue import RULES
from ..rules.findings import Finding
from . import delivery as d
from .delivery import Delivery, choices, shown, totals

PLANNEN, TOELICHTING, DEFINITIES, CONTROLE = "Plannen", "Toelichting", "Definities", "Controle"
UITLEG = "Uitleg"  # of an invulblad
HEADER_ROWS = 4  # group, total, label, column name
FIRST = HEADER_ROWS + 1

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula, and the value it has in this delivery."""

    text: str
    value: object


class Heading(str):
    """A heading above what follows, below the first row of a sheet."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """What the municipality adds for its province (Invultip 3).

    ``rest_capacity`` answers, in autumn, whether all counts are rest capacity; ``rest_why`` says what is delivered when they
    are not.
    """

    contact: str = ""
    remarks: str = ""
    profile: Sequence[str] = ()
    rest_capacity: bool | None = None
    rest_why: str = ""

    def rest_lines(self, peildatum: Peildatum) -> list[tuple[str, str]]:
        """Question and answer, where it is asked (Invultip 3)."""
        if not peildatum.asks_rest_capacity:
            return []
        answers = {True: tr("ja"), False: tr("nee"), None: tr("niet beantwoord")}
        lines = [(tr("Gaat het om restcapaciteit? (Invultip 3)"), answers[self.rest_capacity])]
        return lines + ([(tr("Wat is er dan geleverd?"), self.rest_why)] if self.rest_capacity is False else [])


def letters(number: int) -> str:
    """The spreadsheet's name of a column, from 1: A, Z, AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


# Of the sheet with plans: by subject, as the form has them, what a person looks up first in front and the keys of programs last.
_KEYS = ("gemeente_naam", "gemeente_code", "plan_id")
FIELDS = tuple(
    sorted(d.FIELDS, key=lambda field: (list(b.Group).index(field.group), _KEYS.index(field.name) if field.name in _KEYS else -1))
)
_ORDER = [d.FIELDS.index(field) for field in FIELDS]
COLUMN = {field.name: letters(number) for number, field in enumerate(FIELDS, start=1)}
INDEX = {field.name: index for index, field in enumerate(FIELDS)}
_IN_WORDS = [index for index, field in enumerate(FIELDS) if field.kind is b.Kind.YESNO or field.codes]
_BRUTO, _SLOOP = COLUMN["bruto_totaal"], COLUMN["sloop_totaal"]

# Behind the delivered columns stand columns that only count: netto, a difference per sum, and the verdict.
DIFFERENCES = {"A2": "verschil_fasering_bruto", "A3": "verschil_fasering_sloop", "A4": "verschil_woningtype", "A5": "verschil_prijs"}
CHECKS = ("netto_totaal", *DIFFERENCES.values(), "telt_op")
WIDTH = len(FIELDS) + len(CHECKS)
_CONTROL = ("Regel", "Ernst", "Plannaam", "Veld", "Bevinding", later("Waar de regel over gaat"))
CHECK_COLUMNS = tuple(letters(number) for number in range(len(FIELDS) + 1, WIDTH + 1))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet. They are made anew for whoever reads them, because those of many plans take much memory.

    The first row is as wide as any.
    """

    count: int
    width: int
    rows: Callable[[], Iterator[Cells]]

    @classmethod
    def of(cls, rows: Sequence[Cells]) -> Sheet:
        """A sheet of few rows."""
        return cls(len(rows), len(rows[0]), lambda: iter(rows))


def sheets(delivery: Delivery, findings: Sequence[Finding], remarks: str = "", letter: Letter | None = None) -> dict[str, Sheet]:
    """What is meant to stand in each sheet, row by row."""
    explanation, definitions = _explanation(delivery, letter or Letter(remarks=remarks)), _definitions(delivery.peildatum, delivery.limits)
    return {
        PLANNEN: Sheet(HEADER_ROWS + len(delivery.rows), WIDTH, lambda: _plans(delivery)),
        TOELICHTING: Sheet.of(explanation),
        DEFINITIES: Sheet.of(definitions),
        CONTROLE: Sheet(1 + len(findings), len(_CONTROL), lambda: _control(findings)),
    }


def _plans(delivery: Delivery) -> Iterator[Cells]:
    yield from _header(delivery)
    for number, row in enumerate(delivery.values(), start=FIRST):
        yield _plan([row[index] for index in _ORDER], number)


def _header(delivery: Delivery) -> list[Cells]:
    groups: list[object] = []
    for previous, field in zip((None, *FIELDS), FIELDS, strict=False):
        groups.append(tr(field.group.value) if previous is None or previous.group is not field.group else None)
    groups += [tr("Controle"), *([None] * (len(CHECKS) - 1))]
    titles = titles_at(delivery.peildatum)
    return [groups, _totals(delivery), list(titles.values()), list(titles)]


def titles_at(peildatum: Peildatum) -> dict[str, str]:
    """What a person reads above each column, by the name of the column."""
    titles = {field.column_at(peildatum): field.title_at(peildatum) for field in FIELDS}
    differences = (tr("{parts}: verschil met totaal").format(parts=_words(total)) for total in b.SUMS)
    return titles | dict(zip(CHECKS, (tr("Netto totaal"), *differences, tr("Telt alles op?")), strict=True))


def _words(total: b.Sum) -> str:
    words = tr(total.name).removeprefix("de ")
    return words[:1].upper() + words[1:]


def _totals(delivery: Delivery) -> Cells:
    last = HEADER_ROWS + max(1, len(delivery.rows))
    sums = totals(delivery)

    def shown_total(column: str, value: int) -> Formula:
        return Formula(f"SUBTOTAL(109,{column}{FIRST}:{column}{last})", value)

    row: list[object] = [shown_total(COLUMN[f.name], sums[f.name]) if f.kind is b.Kind.COUNT else None for f in FIELDS]
    row[INDEX["plannaam"]] = tr("Totaal van de rijen in beeld")
    netto = shown_total(CHECK_COLUMNS[0], sums["bruto_totaal"] - sums["sloop_totaal"])
    return [*row, netto, *([None] * (len(CHECKS) - 1))]


def _plan(row: Cells, number: int) -> Cells:
    verdict = f'IF({_ALL_ZERO},"{tr("ja")}","{tr("nee")}")'
    formulas = (formula.replace("#", str(number)) for formula in (_NETTO, *_DIFFERENCES, verdict))
    values = list(row)
    for index in _IN_WORDS:
        values[index] = shown(FIELDS[index], values[index])
    return [*values, *map(Formula, formulas, checks_of(row))]


def checks_of(row: Cells) -> list[object]:
    """What the columns that only count say of a plan, in the order of ``CHECKS``; '' where a sum is not judged.

    :param row: values in the order of ``FIELDS``.
    """
    bruto, sloop = row[INDEX["bruto_totaal"]], row[INDEX["sloop_totaal"]]
    netto = bruto - sloop if isinstance(bruto, int) and isinstance(sloop, int) else ""
    differences = [_difference(total, row) for total in b.SUMS]
    return [netto, *differences, tr("nee") if any(differences) else tr("ja")]


def _difference(total: b.Sum, row: Cells) -> object:
    """The parts minus the total; empty where the sum is not judged, like the rule."""
    parts = [value for name in total.parts if isinstance(value := row[INDEX[name]], int)]
    expected = row[INDEX[total.total]]
    return sum(parts) - expected if parts and isinstance(expected, int) else ""


def _difference_formula(total: b.Sum) -> str:
    parts, whole = ",".join(ranges(total.parts)), f"{COLUMN[total.total]}#"
    return f'IF(OR({whole}="",COUNT({parts})=0),"",SUM({parts})-{whole})'


def ranges(names: Sequence[str]) -> list[str]:
    """Cells of row ``#`` as ranges: neighbours together."""
    places = sorted(INDEX[name] + 1 for name in names)
    runs: list[list[int]] = []
    for index in places:
        if runs and runs[-1][1] == index - 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return [f"{letters(a)}#:{letters(z)}#" if a != z else f"{letters(a)}#" for a, z in runs]


# The formulas of a plan, with # for the number of its row.
_NETTO = f'IF(COUNT({_BRUTO}#,{_SLOOP}#)<2,"",{_BRUTO}#-{_SLOOP}#)'
_DIFFERENCES = [_difference_formula(total) for total in b.SUMS]
_JUDGED = f"{CHECK_COLUMNS[1]}#:{CHECK_COLUMNS[-2]}#"
_ALL_ZERO = f"COUNT({_JUDGED})=COUNTIF({_JUDGED},0)"


def _explanation(delivery: Delivery, letter: Letter) -> list[Cells]:
    sums, last = totals(delivery), HEADER_ROWS + max(1, len(delivery.rows))

    def total(name: str) -> Formula:
        return Formula(f"SUM({PLANNEN}!{COLUMN[name]}{FIRST}:{COLUMN[name]}{last})", sums[name])

    aggregates = {True: tr("ja"), False: tr("nee"), None: tr("geen keuze vastgelegd")}[delivery.aggregates]
    rows: list[Cells] = [
        (tr("Toelichting bij de levering"), only_for_some() if delivery.confidential else None),
        (tr("Gemeente"), delivery.gemeente.name),
        (tr("Gemeentecode"), delivery.gemeente.code),
        (tr("Provincie"), delivery.gemeente.provincie),
        (tr("Peildatum"), delivery.peildatum.date),
        (tr("Levering"), delivery.peildatum.delivery_words),
        *letter.rest_lines(delivery.peildatum),
        (tr("Contact bij de gemeente"), letter.contact or None),
        (tr("Opmerkingen van de gemeente"), letter.remarks or None),
        (tr("Aantal plannen"), len(delivery.rows)),
        (tr("waarvan gerealiseerd of vervallen (zonder aantallen)"), delivery.finished),
        (tr("waarvan vertrouwelijk"), delivery.confidential),
        (tr("Kleine plannen die als één plan zijn opgeteld (art. 9)"), delivery.summed),
        (tr("Provincie telt vertrouwelijke plannen op (art. 8)"), aggregates),
    ]
    bruto, sloop = len(rows) + 1, len(rows) + 2  # the rows that come now
    rows += [
        (tr("Bruto totaal"), total("bruto_totaal")),
        (tr("Sloop totaal"), total("sloop_totaal")),
        (tr("Netto totaal"), Formula(f"B{bruto}-B{sloop}", sums["bruto_totaal"] - sums["sloop_totaal"])),
        (tr("Basisset"), tr("2.0, vastgesteld in BO VRO mei/juni 2024")),
        (tr("Namen"), tr("De plannamen zijn letter voor letter gelijk aan die in plannen.gpkg.")),
    ]
    rows += [(tr("Keuze van de gemeente"), line) for line in choices(delivery)]
    rows += [(tr("Profiel van de provincie"), line) for line in letter.profile]
    return rows


def _definitions(peildatum: Peildatum, limits: PriceLimits) -> list[Cells]:
    header = (tr("Kolom"), tr("Naam"), tr("Soort"), tr("Verplicht"), tr("Betekenis"), tr("Bron"))
    needs = {
        b.Need.ALWAYS: tr("ja"),
        b.Need.LIVE: tr("ja, behalve gerealiseerd of vervallen"),
        b.Need.WHEN_COUNTED: tr("als het aantal groter is dan 0"),
        b.Need.OPTIONAL: tr("nee"),
        b.Need.DERIVED: tr("wordt berekend"),
    }
    rows: list[Cells] = [header]
    for field in b.FIELDS:
        limit = f" {limits.text(field.limit, peildatum.year)}" if field.limit else ""
        names = field.column_at(peildatum), field.title_at(peildatum), tr(field.kind.value), needs[field.need]
        meaning = field.brief if field.phase and field.phase.slot else field.definition  # in full once per twelve slots
        rows.append((*names, tr(meaning) + limit, field.source))
    for name in ("planstatus", "plantype"):
        rows.append((None,) * len(header))
        rows.append(tuple(map(Heading, (tr("Lijst"), tr("Code"), tr("Naam"), tr("Soort"), tr("Betekenis"), tr("Bron")))))
        rows += [(name, code.code, code.label, tr(code.kind), code.definition, code.source) for code in code_list(name).values()]
    rows.append((None,) * len(header))
    limits_head = (tr("Lijst"), tr("Segment en jaar"), tr("Soort"), None, tr("Betekenis"), tr("Bron"))
    rows.append(tuple(title and Heading(title) for title in limits_head))
    for stated in limits.all():
        rows.append((tr("prijsgrens"), f"{tr(SEGMENTS[stated.segment])} {stated.year}", stated.standing, None, stated.text, stated.origin))
    return rows


def _control(findings: Iterable[Finding]) -> Iterator[Cells]:
    yield tuple(map(tr, _CONTROL))
    for finding in findings:
        yield finding.regel, finding.ernst.value, finding.plannaam, finding.veld, finding.melding, tr(RULES[finding.regel].title)
