# SPDX-License-Identifier: GPL-2.0-or-later
"""The Basisset's conditions as QGIS expressions. NULL counts as failed in QGIS, so "not answered yet" is made true.

A text that was left alone is empty or NULL: the form stores the one, a file from elsewhere may hold the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qgis.core import QgsExpression

from ...core.basisset import fields as b
from ...core.basisset.codelists import code_list
from ...core.basisset.peildatum import Peildatum
from ...core.i18n import tr

text = QgsExpression.quotedString
_HTML = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def escaped(words: str) -> str:
    """An expression whose text can stand in HTML: a plan may be called ``<b>``."""
    for sign, entity in _HTML:
        words = f"replace({words}, {text(sign)}, {text(entity)})"
    return words


LIVE = (
    "lmvw_nu"  # the variable of a layer with what its plans are judged to be since the last check: by plan_id, outcome and print, as JSON
)
ASKED = (
    "_lmvw_stand"  # the function that the attribute table asks how a plan stands (``layers/map/asked``): QGIS lists none with such a name
)
_STANDS = "lmvw_stand"  # the variable with its answer, while one row is looked at
CHECKED = "controle_"  # before the name of each column that is joined from the last check
_DECIMALS = 2  # centimetres: what is the same polygon
_MARK = f", {text('|')}, "
# Of the column that @element names: what stands in the form, the count that it is, whether it is no answer.
_TYPED = "current_value(@element)"
_EMPTY = f"coalesce({_TYPED}, '') || '' = ''"  # as text: since QGIS 3.44 nee (false) is equal to ''
_MEASURES = ("area", "perimeter", "x_min", "y_min")


@dataclass(frozen=True, slots=True)
class Expressions:
    """Conditions over the columns of a plan layer.

    ``delivered`` is None for a plan file; for a delivered layer it is the peildatum whose years are in the column names.
    ``typed``: look at what stands in the form at this moment; a text in the form is only refreshed when it does. QGIS reads each such
    expression six times before a form is shown, and copies what stands between the brackets of most functions, and of a function within
    them twice: columns are named in one list and looped over, no function goes around much, and an operator takes its place where it can.
    ``fetched``: get the whole plan first (``whole``), because the attribute table reads no polygons and no hidden columns.
    """

    delivered: Peildatum | None = None
    typed: bool = False
    fetched: bool = False

    def name(self, veld: str) -> str:
        """The layer's column of a field of the Basisset."""
        return b.BY_NAME[veld].column_at(self.delivered) if self.delivered else veld

    def column(self, veld: str) -> str:
        """The value of a field: its quoted column, or what is typed for it."""
        name = self.name(veld)
        if self.fetched:
            return self._attribute(name)
        if not self.typed:
            return QgsExpression.quotedColumnRef(name)
        typed = f"current_value({text(name)})"
        return _count(typed) if b.BY_NAME[veld].kind is b.Kind.COUNT else typed

    def is_yes(self, veld: str) -> str:
        """A yes/no field is answered with yes. Until it is saved, the form holds the text 'true', which is no boolean in QGIS."""
        return f"coalesce({self.column(veld)} || '' IN ('true', '1'), false)"

    @property
    def finished(self) -> str:
        """Gerealiseerd or vervallen."""
        return f"({self.is_yes('gerealiseerd')} OR {self.is_yes('vervallen')})"

    def status_in(self, kind: str) -> str:
        """The planstatus is one of a kind: hard, zacht, eigen. False while it is empty."""
        codes = ", ".join(text(code.code) for code in code_list("planstatus").values() if code.kind == kind)
        return f"coalesce({self.column('planstatus')} IN ({codes}), false)"

    def unanswered(self, veld: str) -> str:
        """A field has no answer."""
        if b.BY_NAME[veld].kind in (b.Kind.TEXT, b.Kind.CODE):
            return f"(coalesce({self.column(veld)}, '') = '')"
        return f"({self.column(veld)} IS NULL)"

    @property
    def contradicts_itself(self) -> str:
        """Both gerealiseerd and vervallen."""
        return f"({self.is_yes('gerealiseerd')} AND {self.is_yes('vervallen')})"

    @property
    def no_count(self) -> str:
        """A count is below zero, or what is typed for it has another sign than digits: QGIS would leave out what it does not know."""
        if self.typed:
            typed = self._each((field.name for field in b.COUNTS), _TYPED)
            return f"(regexp_match(array_to_string({typed}, '0'), '[^0-9]') > 0)"
        return f"(coalesce(min({', '.join(self.column(field.name) for field in b.COUNTS)}), 0) < 0)"

    def _each(self, fields: Iterable[str], what: str) -> str:
        """A list with something of each field, whose column is ``@element``."""
        return f"array_foreach(string_to_array({text(','.join(map(self.name, fields)))}), {what})"

    def total_of(self, parts: Iterable[str]) -> str:
        """The sum of the answered parts; an unanswered part counts as nothing yet."""
        if self.typed:
            return f"coalesce(array_sum({self._each(parts, _count(_TYPED))}), 0)"
        return "(" + " + ".join(f"coalesce({self.column(part)}, 0)" for part in parts) + ")"

    def judged(self, total: b.Sum) -> str:
        """Enough parts are filled in to judge the sum."""
        if self.typed:
            open_ = f"array_count({self._each(total.parts, f'{_count(_TYPED)} IS NULL')}, true)"
            return f"({open_} < {len(total.parts)})" if total.only_when_used else f"({open_} = 0)"
        columns = [self.column(part) for part in total.parts]
        if total.only_when_used:
            return f"(coalesce({', '.join(columns)}) IS NOT NULL)"
        return "(" + " AND ".join(f"{column} IS NOT NULL" for column in columns) + ")"

    def sum_fits(self, total: b.Sum) -> str:
        """The parts add up; while some are open, they are not too much already."""
        whole = self.column(total.total)
        least = f"CASE WHEN {self.judged(total)} THEN {whole} ELSE 0 END"
        return f"coalesce({self.total_of(total.parts)} BETWEEN {least} AND {whole}, true)"

    def at_most(self, limit: b.AtMost) -> str:
        """The parts together are not more than the whole, as far as they are known."""
        return f"coalesce({' + '.join(map(self._at_least, limit.parts))} <= {self.column(limit.whole)}, true)"

    def _at_least(self, part: str) -> str:
        """A count, or while it is open the one that is a part of it."""
        names = [part]
        while below := [field.name for field in b.COUNTS if field.part_of == names[-1]]:
            names += below
        return f"coalesce({', '.join(map(self.column, names))}, 0)"

    def missing(self, group: b.Group | None = None) -> str:
        """How many fields of a tab (default: of the plan) still wait for an answer; the name is not among them."""
        fields = [field for field in b.COLUMNS if group is None or field.group is group]
        live = [field.name for field in fields if field.need is b.Need.LIVE or field.name in b.FINISHES]
        unanswered = [self.unanswered(name) for name in live]
        if self.typed and live:
            unanswered = [f"array_count({self._each(live, _EMPTY)}, true)"]
        for field in fields:
            if field.need is b.Need.WHEN_COUNTED and field.explains:
                unanswered.append(f"(coalesce({self.column(field.explains)}, 0) > 0 AND {self.unanswered(field.name)})")
        return "(" + " + ".join(unanswered or ["0"]) + ")"

    @property
    def balanced(self) -> str:
        """Every sum adds up, no part is more than its whole and no count below zero, as far as it can be judged."""
        return f"({self.adds_up} AND NOT {self.no_count})"

    @property
    def adds_up(self) -> str:
        """The same of counts that are none below zero."""
        return "(" + " AND ".join([*map(self.sum_fits, b.SUMS), *map(self.at_most, b.AT_MOST)]) + ")"

    @property
    def named(self) -> str:
        """The plan has a name."""
        return f"(NOT {self.unanswered('plannaam')})"

    @property
    def shown_name(self) -> str:
        """The name of the plan, or that it has none yet."""
        return f"if({self.named}, {self.column('plannaam')}, {text(tr('(nog geen naam)'))})"

    @property
    def confidential_refused(self) -> str:
        """A gerealiseerd plan cannot be confidential, a hard one only when it is vervallen (Dataprotocol art. 6.a, 6.b)."""
        return f"({self.is_yes('gerealiseerd')} OR ({self.status_in('hard')} AND NOT {self.is_yes('vervallen')}))"

    @property
    def confidential_wrongly(self) -> str:
        """A plan is confidential that cannot be."""
        return f"({self.is_yes('vertrouwelijk')} AND {self.confidential_refused})"

    @property
    def confidential_told(self) -> str:
        """There is something to say about vertrouwelijk: it is ja in a plan that goes, it can only be nee, or the plan is vervallen."""
        chosen = f"{self.is_yes('vertrouwelijk')} AND NOT {self.status_in('eigen')}"
        return f"({self.confidential_refused} OR {self.is_yes('vervallen')} OR ({chosen}))"

    @property
    def confidential_asked(self) -> str:
        """A vervallen plan does not say yet whether it is confidential (Dataprotocol art. 6.b)."""
        return f"({self.is_yes('vervallen')} AND {self.column('vertrouwelijk')} IS NULL)"

    @property
    def fingerprint(self) -> str:
        """Tells whether a plan is still what it was: its answers and the measures of its polygon."""
        polygon = "geometry(@plan)" if self.fetched else "$geometry"
        shape = (f"round({measure}({polygon}), {_DECIMALS})" for measure in _MEASURES)
        return f"md5(concat({_MARK.join([*(self.column(field.name) for field in b.COLUMNS), *shape])}))"

    @property
    def outcome(self) -> str:
        """What a plan is judged to be: fout, waarschuwing or in orde. NULL without a check, or where it is not joined."""
        return f"coalesce(array_get({self.judged_since}, 0), {self._attribute(f'{CHECKED}uitslag')})"

    @property
    def judged_since(self) -> str:
        """What was judged again since the check, as a list; NULL where nothing was.

        An attribute table keeps the variables that the layer had when it was opened: without the plugin it knows of the check alone.
        """
        if self.fetched:
            return "NULL"
        return f"map_get(json_to_map(coalesce(@{LIVE}, '{{}}')), {self._attribute('plan_id')})"

    @property
    def unchanged(self) -> str:
        """The plan is what was judged. Costs more than the outcome: ask that first."""
        judged = f"coalesce(array_get({self.judged_since}, 1), {self._attribute(f'{CHECKED}afdruk')})"
        return f"coalesce({self.fingerprint} = {judged}, false)"

    def _attribute(self, name: str) -> str:
        """A column that need not exist."""
        return f"attribute(@plan, {text(name)})" if self.fetched else f"attribute({text(name)})"

    @staticmethod
    def whole(condition: str) -> str:
        """A condition of ``fetched`` expressions about the plan of which only a part is at hand."""
        return f"with_variable('plan', get_feature_by_id(@layer_id, $id), {condition})"

    def row_was(self, outcome: str) -> str:
        """The same as ``was``, of a row of an attribute table."""
        return self._of_row(f"array_get(@{_STANDS}, 0) = {text(outcome)}", replace(self, fetched=True).was(outcome))

    @property
    def row_outdated(self) -> str:
        """The same as ``outdated``, of a row of an attribute table."""
        return self._of_row(f"array_get(@{_STANDS}, 1)", replace(self, fetched=True).outdated)

    def _of_row(self, told: str, looked: str) -> str:
        """What the plugin's function tells; without the plugin, what the row and the rest of its plan say.

        QGIS reads the text of a condition again for each row: what is only asked without the plugin is a text in it, read when it is.
        """
        asked = f"try(eval({text(f'{ASKED}(@layer_id, $id)')}))"
        answer = f"CASE WHEN @{_STANDS} IS NOT NULL THEN {told} ELSE eval({text(self.whole(looked))}) END"
        return f"with_variable({text(_STANDS)}, {asked}, {answer})"

    def was(self, outcome: str) -> str:
        """The last check said so, and it still holds."""
        return f"(coalesce({self.outcome}, '') = {text(outcome)} AND {self.unchanged})"

    @property
    def outdated(self) -> str:
        """What the last check said and the plan file keeps, holds no longer: the plan changed, or it was judged otherwise since."""
        return f"(coalesce({self.outcome}, '') <> '' AND ({self.judged_since} IS NOT NULL OR NOT {self.unchanged}))"

    def answered(self, field: b.Field) -> str | None:
        """A required field is filled in, with an answer that the others do not exclude; None: any value will do, or none is required.

        It names no other column where it can: QGIS tries a condition again for every column it names while it fills the form. In sight of
        a finished plan (Invultip 6) stays the first tab; there vertrouwelijk is asked of a vervallen plan, because it may be so (art. 6.b).
        Of the three answers that can exclude each other none gets a tick while the line above the tabs says that they do.
        """
        answered = f"NOT {self.unanswered(field.name)}"
        if field.need is b.Need.WHEN_COUNTED and field.explains:
            return f"coalesce({self.column(field.explains)}, 0) = 0 OR {answered}"
        if is_enough(field) or field.need not in (b.Need.ALWAYS, b.Need.LIVE):
            return None
        if field.name in b.FINISHES:  # one of the two answers both
            other = next(name for name in b.FINISHES if name != field.name)
            return f"({self.is_yes(other)} OR {answered}) AND NOT {self.contradicts_itself}"
        if field.need is b.Need.ALWAYS:
            return answered
        if field.name == "vertrouwelijk":
            return f"({self.is_yes('gerealiseerd')} OR {answered}) AND NOT {self.confidential_wrongly}"
        return f"{self.finished} OR {answered}"


def _count(typed: str) -> str:
    """What is typed as a number; NULL when it is none."""
    return f"try({typed} + 0)"


def is_enough(field: b.Field) -> bool:
    """A required field of which any value but NULL is an answer: QGIS judges that in a third of the time that a condition takes.

    A finished plan fails it on tabs that are out of its sight.
    """
    if field.kind is b.Kind.COUNT:
        return field.need in (b.Need.ALWAYS, b.Need.LIVE)
    return field.kind is b.Kind.YESNO and field.need is b.Need.ALWAYS and field.name not in b.FINISHES
