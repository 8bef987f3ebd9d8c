# SPDX-License-Identifier: GPL-2.0-or-later
"""Nothing is lost, for every source and mapping that hypothesis can think of. The expected side is counted here, from the raw cells."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.importing.mapping.document import from_json
from lmvw_plugin.core.importing.mapping.document import to_json as mapping_document
from lmvw_plugin.core.importing.mapping.plan import POLYGONEN, WERKBLAD, ColumnMapping, PlanMapping
from lmvw_plugin.core.importing.plans import import_plans
from lmvw_plugin.core.importing.update import Existing, compare, read_choice, to_json
from tests.conftest import MARKERWAARD

SPEED = {"max_examples": 150, "deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


# -- cells whose meaning is known because they are made here -----------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """A raw value, the dwellings that it says (0 when that is not a whole number), and whether a person reads one number in it."""

    raw: object
    number: int = 0
    clear: bool = True

    @property
    def empty(self):
        return self.raw is None or (isinstance(self.raw, str) and not self.raw.strip())

    @property
    def text(self):
        """How a report shows it."""
        return str(int(self.raw)) if isinstance(self.raw, float) and self.raw.is_integer() else str(self.raw)


def _spelled(number):
    """One number in the ways that files store it."""
    return st.sampled_from((number, float(number), str(number), f" {number} ", f"{number}\u00a0")).map(lambda raw: Cell(raw, number))


NOTHING = st.sampled_from((Cell(None), Cell(None), Cell(""), Cell("  ")))
NUMBERS = st.integers(0, 60).flatmap(_spelled)
BELOW_ZERO = st.integers(-40, -1).flatmap(_spelled)
ODD = st.sampled_from((
    "12,5", "1.234", "1,234", "12 st.", "ca. 40", "-", "twaalf", "10-12", "1 200", "007", "n.v.t.", "01-02-2026", "12.0", "½", "１２", "1e3", "0x10", "-0",
    "12 (was 14)", "+5", "--5", "5-", "#REF!", "\u22125", "12345678901", 12.5, -0.25, float("nan"), float("inf"), True, False, date(2026, 3, 1),
)).map(lambda raw: Cell(raw, clear=False))  # fmt: skip
CELLS = st.one_of(NUMBERS, NUMBERS, NOTHING, BELOW_ZERO, ODD)


# -- a municipality with its files ------------------------------------------------------------------------------------

FIELDS = [one.name for one in b.COUNTS]
# Names so far apart that no two of them are alike, with some that are: a different case, a space too many.
NAMES = (
    "Havenkwartier",
    "Dijkzicht",
    "Molentocht",
    "Zeeheldenflats",
    "Oosterpoort",
    "Bloemenveld",
    "Kerkplein",
    "HAVENKWARTIER",
    "Dijkzicht ",
)
PLANS = st.sampled_from((*NAMES, *NAMES[:7], None, ""))
TOTALS = ("Totaal", "Subtotaal kern A", "EINDTOTAAL", "Totaal\ngemeente", "Som", "Gemiddelde")


@dataclass
class Case:
    polygons: list = field(default_factory=list)  # column to cell
    sheet: list = field(default_factory=list)
    mapping: PlanMapping = None
    totals: set = field(default_factory=set)  # numbers of the rows that were made to be totals

    def raw(self, source):
        return [{name: cell.raw for name, cell in row.items()} for row in (self.polygons if source == POLYGONEN else self.sheet)]

    def rows(self):
        return list(enumerate(self.raw(WERKBLAD), 4))

    def run(self, mapping=None):
        return import_plans(self.raw(POLYGONEN), self.rows(), mapping or self.mapping, MARKERWAARD)


def _rows(draw, columns, most):
    gemeenten = st.sampled_from(("Markerwaard", "MARKERWAARD", None, "Heemskerk"))
    kinds = {"naam": PLANS.map(Cell), "nr": st.sampled_from((None, "1", "2", 3, "3", " 7 ")).map(Cell), "gem": gemeenten.map(Cell),
             "status": st.sampled_from(("1A", "hard", "weet niet", None)).map(Cell)}  # fmt: skip
    return [{name: draw(kinds.get(name, CELLS)) for name in columns} for _ in range(draw(st.integers(0, most)))]


@st.composite
def cases(draw):
    sources = draw(st.sampled_from(((POLYGONEN, WERKBLAD), (POLYGONEN, WERKBLAD), (POLYGONEN,), (WERKBLAD,))))
    columns = {source: ["naam", "nr", "gem", "status"] for source in sources}
    fields, left = {}, defaultdict(dict)
    for veld in draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=5, unique=True)):
        how = draw(st.sampled_from(("one", "one", "sum", "turned", "turned sum", "constant")))
        if how == "constant":
            fields[veld] = ColumnMapping("", "", constant=str(draw(st.integers(0, 9))))
            continue
        source = draw(st.sampled_from(sources))
        own = [f"{veld} {number}" for number in range(draw(st.integers(2, 3)) if "sum" in how else 1)]
        columns[source] += own
        fields[veld] = ColumnMapping(source, own[0], "turned" in how, plus=tuple(own[1:]))
    for source in sources:
        for number in range(draw(st.integers(0, 2))):
            columns[source].append(f"jaren {number}")
            left[source][f"jaren {number}"] = draw(st.sampled_from(("bruto_totaal", "sloop_totaal")))
    if draw(st.booleans()):
        fields["gemeente_naam"] = ColumnMapping(draw(st.sampled_from(sources)), "gem")
    fields["planstatus"] = ColumnMapping(draw(st.sampled_from(sources)), "status", values={"hard": "2A", "weet niet": None})
    if draw(st.booleans()):
        fields["plannummer"] = ColumnMapping(draw(st.sampled_from(sources)), "nr")
    if WERKBLAD in sources:
        fields["toelichting"] = ColumnMapping(WERKBLAD, "rij")
    numbers = dict.fromkeys(sources, "nr") if draw(st.booleans()) and len(sources) == 2 else {}
    case = Case(mapping=PlanMapping(dict.fromkeys(sources, "naam"), fields, dict(left), numbers))
    if POLYGONEN in sources:
        case.polygons = _rows(draw, columns[POLYGONEN], 5)
    if WERKBLAD in sources:
        case.sheet = _rows(draw, columns[WERKBLAD], 6)
        if draw(st.booleans()):
            total = {name: Cell(sum(row[name].number for row in case.sheet)) for name in columns[WERKBLAD]}
            case.sheet.append(
                total | {"naam": Cell(draw(st.sampled_from(TOTALS))), "nr": Cell(None), "gem": Cell(None), "status": Cell(None)}
            )
            case.totals.add(3 + len(case.sheet))
        for number, row in enumerate(case.sheet, 4):
            row["rij"] = Cell(f"rij {number}")
    return case


@st.composite
def cases_with_instead(draw):
    """The polygons say something too of what the worksheet fills. Every plan is of this municipality."""
    case = draw(cases().filter(lambda case: WERKBLAD in case.mapping.names and POLYGONEN in case.mapping.names))
    fields = {veld: one for veld, one in case.mapping.fields.items() if veld != "gemeente_naam"}
    instead = {
        veld: ColumnMapping(POLYGONEN, f"{veld} kaart", draw(st.booleans()))
        for veld, one in fields.items()
        if veld in FIELDS and one.source == WERKBLAD and draw(st.booleans())
    }
    for row in case.polygons:
        row |= {one.column: draw(CELLS) for one in instead.values()}
    case.mapping = replace(case.mapping, fields=fields, without_row=instead)
    return case


# -- the same sums, done simply ---------------------------------------------------------------------------------------


def measure(veld):
    """The measure of a field: phasing counts together."""
    start, _, slot = veld.partition("_")
    return f"fasering_{start}" if slot.startswith(("jaar", "periode")) and start in ("bruto", "sloop") else veld


def counted(mapping):
    """Measure, source, columns and sign of everything that says dwellings."""
    for veld, one in mapping.fields.items():
        if veld in FIELDS and one.constant is None:
            yield measure(veld), one.source, (one.column, *one.plus), -1 if one.negated else 1
    for source, columns in mapping.unplaced.items():
        for column, total in columns.items():
            yield f"fasering_{total.split('_')[0]}", source, (column,), 1


def dwellings(case, rows_of):
    """The dwellings by measure of some rows, each source with its own."""
    found = Counter()
    for name, source, columns, sign in counted(case.mapping):
        found[name] += sum(sign * row[column].number for row in rows_of[source] for column in columns)
    return {name: number for name, number in found.items() if number}


def expected(one, row):
    """What a field gets from a row, and the cells that are listed instead."""
    if one.constant is not None:
        return int(one.constant), []
    sign = -1 if one.negated else 1
    cells = [(column, row[column]) for column in (one.column, *one.plus) if column in row and row[column].raw is not None]
    if any(not cell.empty and (not cell.clear or sign * cell.number < 0) for _, cell in cells):
        return None, [(column, cell.text, sign * cell.number) for column, cell in cells if not cell.empty]
    filled = [sign * cell.number for _, cell in cells if not cell.empty]
    return (sum(filled) if filled else None), []


def is_total(case, number, seen):
    """A row that counts nowhere: made to be a total, or without a name and equal to all plans above it."""
    if number in case.totals:
        return True
    rows = {at: row for at, row in enumerate(case.sheet, 4) if at <= number and (at == number or at not in seen)}
    own = [one for veld, one in case.mapping.fields.items() if one.source == WERKBLAD and veld in FIELDS]
    sums = [[sum(rows[at][column].number for column in (one.column, *one.plus)) for at in rows] for one in own]
    return not case.sheet[number - 4]["naam"].raw and all(sum(column[:-1]) == column[-1] for column in sums) and len(rows) > 2


# -- what must hold ---------------------------------------------------------------------------------------------------


@given(cases())
@settings(**SPEED)
def test_source_is_plans_plus_what_is_listed(case):
    result = case.run()
    aside = set()
    for entry in result.not_imported:
        if "is een totaalrij" in entry.reason:
            number = int(entry.where.split()[-1])
            assert is_total(case, number, aside), entry
            aside.add(number)
    assert case.totals <= aside
    counting = {POLYGONEN: case.polygons, WERKBLAD: [row for number, row in enumerate(case.sheet, 4) if number not in aside]}
    source = dwellings(case, counting)
    assert {one.measure: one.source for one in result.balances if one.source} == source
    listed = Counter()
    for remark in result.remarks:
        listed[measure(remark.veld)] += remark.amount
    for entry in result.not_imported:
        listed.update(entry.amounts)
    for name in {*source, *(one.measure for one in result.balances)}:
        velden = [veld for veld, one in case.mapping.fields.items() if veld in FIELDS and measure(veld) == name and one.constant is None]
        there = sum(plan[veld] or 0 for _, plan in result.plans for veld in velden)
        assert source.get(name, 0) == there + listed[name], name
        (balance,) = [one for one in result.balances if one.measure == name] or [None]
        if balance:
            assert (balance.target, balance.listed, balance.holds) == (there, listed[name], True)


@given(cases_with_instead())
@settings(**SPEED)
def test_a_polygon_without_a_row_says_what_it_has(case):
    result = case.run()
    totals = {int(one.where.split()[-1]) for one in result.not_imported if "is een totaalrij" in one.reason}
    source = Counter(
        dwellings(case, {POLYGONEN: case.polygons, WERKBLAD: [row for at, row in enumerate(case.sheet, 4) if at not in totals]})
    )
    listed, there = Counter(), Counter()
    for index, plan in result.plans:
        for veld, one in case.mapping.fields.items():
            if veld in FIELDS and one.constant is None:
                there[measure(veld)] += plan[veld] or 0
        if index is None or plan["toelichting"] is not None:
            continue
        for veld, one in case.mapping.without_row.items():
            cell = case.polygons[index][one.column]
            assert plan[veld] == expected(one, case.polygons[index])[0]
            source[measure(veld)] += -cell.number if one.negated else cell.number
    for remark in result.remarks:
        listed[measure(remark.veld)] += remark.amount
    for entry in result.not_imported:
        listed.update(entry.amounts)
    assert {name: source[name] for name in source if source[name]} == {one.measure: one.source for one in result.balances if one.source}
    assert all(one.holds for one in result.balances)
    assert all(source[name] == there[name] + listed[name] for name in {*source, *there, *listed})


@given(cases_with_instead())
@settings(**SPEED)
def test_a_mapping_with_a_second_choice_is_read_back_as_it_was(case):
    columns = {POLYGONEN: list(case.polygons[0]) if case.polygons else [], WERKBLAD: list(case.sheet[0]) if case.sheet else []}
    assert from_json(mapping_document(case.mapping, columns), "k.json") == case.mapping


@given(cases())
@settings(**SPEED)
def test_every_row_becomes_one_plan_or_waits(case):
    result = case.run()
    polygons = [index for index, _ in result.plans if index is not None]
    rows = [plan["toelichting"] for _, plan in result.plans if plan.get("toelichting")]
    assert len(set(polygons)) == len(polygons)
    assert len(set(rows)) == len(rows)
    waiting = Counter(entry.where for entry in result.not_imported)
    assert set(waiting.values()) <= {1}
    left = {f"polygoon {index + 1}" for index in range(len(case.polygons)) if index not in polygons}
    assert left == {where for where in waiting if where.startswith("polygoon")}
    elsewhere = {case.polygons[int(where.split()[-1]) - 1]["nr"].text.strip() for where in left} | {
        case.polygons[int(where.split()[-1]) - 1]["naam"].raw for where in left
    }
    for number, row in enumerate(case.sheet, 4):
        if f"rij {number}" not in rows and f"Excel-bestand, rij {number}" not in waiting:
            assert {row["naam"].raw, row["nr"].text.strip()} & elsewhere  # it joined a polygon of another municipality
        assert (f"rij {number}" in rows) + (f"Excel-bestand, rij {number}" in waiting) <= 1
    assert len({plan["plan_id"] for _, plan in result.plans}) == len(result.plans)


@given(cases())
@settings(**SPEED)
def test_every_value_is_what_stood_there_or_is_listed_with_its_text(case):
    result = case.run()
    remarks = Counter((r.veld, r.column, r.value, r.amount) for r in result.remarks if r.veld in FIELDS and r.value.strip())
    listed = Counter()
    for index, plan in result.plans:
        row = {POLYGONEN: {} if index is None else case.polygons[index], WERKBLAD: {}, "": {}}
        if plan.get("toelichting"):
            row[WERKBLAD] = case.sheet[int(plan["toelichting"].split()[-1]) - 4]
        for veld in FIELDS:
            if veld not in case.mapping.fields:
                assert plan.get(veld) is None
                continue
            one = case.mapping.fields[veld]
            value, beside = expected(one, row[one.source])
            assert plan[veld] == value and type(plan[veld]) is type(value)
            listed.update((veld, column, text, number) for column, text, number in beside)
    assert remarks == listed
    assert all(remark.reason for remark in result.remarks)


@given(cases())
@settings(**SPEED)
def test_a_saved_mapping_gives_the_same_plans(case):
    columns = {source: list(rows[0]) if (rows := case.raw(source)) else [] for source in case.mapping.names}
    again = from_json(mapping_document(case.mapping, columns), "k.json")
    assert again == case.mapping
    first, second = case.run(), case.run(again)
    bare = [[(index, {k: v for k, v in plan.items() if k != "plan_id"}) for index, plan in result.plans] for result in (first, second)]
    assert bare[0] == bare[1]
    assert (first.remarks, first.not_imported, first.balances) == (second.remarks, second.not_imported, second.balances)


def stored(case, result):
    """The plans as a plan file holds them, with the polygon of their index."""
    shapes = shapes_of(case)
    return [Existing(fid, dict(plan), None if index is None else shapes[index]) for fid, (index, plan) in enumerate(result.plans, 1)]


def shapes_of(case):
    """Every third plan was not drawn; two may lie in the same place."""
    return [None if index % 3 == 2 else bytes([index % 4]) for index in range(len(case.polygons))]


@given(cases())
@settings(**SPEED)
def test_a_second_import_changes_nothing(case):
    existing = stored(case, case.run())
    again = case.run()
    plans, waiting = len(again.plans), list(again.not_imported)
    update = compare(existing, again, shapes_of(case))
    assert update.changes == []
    assert (update.same, update.added, update.changed) == (plans, 0, 0)
    assert again.not_imported == waiting


@given(cases(), cases(), st.randoms(use_true_random=False))
@settings(**SPEED)
def test_only_what_was_ticked_is_taken_over_and_the_rest_is_listed(before, after, random):
    """A choice may tick anything: what is not ticked stays, and its dwellings count as not taken over."""
    existing = stored(before, before.run())
    shown = compare(existing, after.run(), shapes_of(after))
    ticked = {change.position: set() for change in shown.changes}
    for number, change in enumerate(shown.changes):
        if random.random() < 0.5:
            ticked[change.position].add(change.veld)
            shown.changes[number] = change
    shown.changes = [_ticked(change, change.veld in ticked[change.position]) for change in shown.changes]
    result = after.run()
    update = compare(existing, result, shapes_of(after), read_choice(to_json(shown), "w.json"))
    wanted = Counter((change.plan_id, change.fid, change.veld, str(change.new)) for change in shown.changes if change.accepted)
    assert Counter((change.plan_id, change.fid, change.veld, str(change.new)) for change in update.changes if change.accepted) == wanted
    assert all(one.holds for one in result.balances)


def _ticked(change, accepted):
    from dataclasses import replace

    return replace(change, accepted=accepted)
