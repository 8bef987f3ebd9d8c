# SPDX-License-Identifier: GPL-2.0-or-later
"""What could be inferred about a confidential plan from the public version, so that a person decides before it goes out.

Dataprotocol art. 14 and 15.b: also what can be derived indirectly must be prevented. The sentences here name figures and plans: they are for the
municipality itself and never go into a public file.

What is judged: how many plans make up the sum, whether one is most of it, whether the difference with the last published version is one plan,
whether a public name holds a confidential one, whether public polygons draw the border of one, and what follows from totals that somebody says are
known elsewhere. Judged are bruto and sloop; a smaller count of the sum (as the care-ready dwellings) may still be that of one plan.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..basisset import fields as b
from ..basisset.codelists import is_hard
from ..basisset.values import text_or_none
from ..i18n import number, several, tr
from ..keys import key
from ..rules.plans import Plan, is_finished
from .dividing import Standing, confidential, count_of, standing
from .elsewhere import Total, follows
from .thresholds import Thresholds

_BETWEEN = re.compile(r"[\W_]+")
_NAMED = 10  # plans in one sentence
_SHORTEST = 4  # letters; a shorter name is a word that any name may hold


@dataclass(frozen=True, slots=True)
class Drawn:
    """Confidential plans, by their places, that lie together; ``part``, from 0 to 1, of their border has a public border beside it."""

    places: tuple[int, ...]
    part: float


@dataclass(frozen=True, slots=True)
class Known:
    """What others know beside the plans: the sums of the version that was published last, by field, and totals that stand elsewhere."""

    previous: Mapping[str, int] | None = None
    elsewhere: Sequence[Total] = ()

    def beside(self, totals: Sequence[Total]) -> Known:
        """With these as well."""
        return replace(self, elsewhere=(*self.elsewhere, *totals))


def reasons(
    plans: Sequence[Plan], known: Known | None = None, strijdig: Collection[int] = (), thresholds: Thresholds | None = None,
    drawn: Iterable[Drawn] = (), whole: bool = False,
) -> list[str]:  # fmt: skip
    """Why the public version should not go out as it is, in sentences with the figures; empty when nothing was found.

    :param strijdig: the places of the plans that the province labelled so.
    :param drawn: how far the polygons that everybody sees draw the border of confidential plans.
    :param whole: what goes out is one sum of all plans. Public plans are known to everybody (Dataprotocol art. 13.d): without them it is the
        sum of the confidential ones, and what goes for that goes here.
    """
    known = known or Known()
    thresholds = thresholds or Thresholds()
    hidden = confidential(plans, strijdig)
    summed = [plan for plan in hidden if not is_finished(plan) and any(count_of(plan, field.name) for field in b.COUNTS)]
    standings = [(plan, standing(plan, index in strijdig)) for index, plan in enumerate(plans)]
    # What may have left the sum and is still there, under its own figures: finished meanwhile, or only at home now.
    gone = [plan for plan, where in standings if where is Standing.HOME or (where is Standing.CONFIDENTIAL and is_finished(plan))]
    public = [plan for plan, where in standings if where is Standing.PUBLIC]
    few = list(_few(summed, thresholds))
    why_not = list(few)
    for name in b.PHASED:
        why_not += () if few else _one_is_most(summed, name, thresholds)  # of so few plans that says nothing more
        why_not += _difference(summed, gone, name, known.previous, public if whole else ())
    live = [plan for plan in public if not is_finished(plan)]
    why_not += follows(known.elsewhere, live, summed, gone)
    return why_not if whole else [*why_not, *_named(hidden, public), *_drawn(plans, drawn, thresholds)]


def _few(summed: Sequence[Plan], thresholds: Thresholds) -> Iterator[str]:
    if 0 < len(summed) < thresholds.fewest:
        yield tr("De optelling bestaat uit {plans}; wie er een kent, weet dan te veel van de rest. De ondergrens is {fewest}.").format(
            plans=several(len(summed), "vertrouwelijk plan", "vertrouwelijke plannen"), fewest=thresholds.fewest
        )


def _one_is_most(summed: Sequence[Plan], name: str, thresholds: Thresholds) -> Iterator[str]:
    counts = [count_of(plan, name) for plan in summed]
    whole = sum(counts)
    if whole and max(counts) > thresholds.most * whole:
        plan = summed[counts.index(max(counts))]
        yield tr("Plan ‘{plan}’ is {count} van de {whole} van ‘{field}’ in de optelling: meer dan {most}%.").format(
            plan=plan.get("plannaam") or "", count=number(max(counts)), whole=several(whole, "woning", "woningen"), field=tr(b.BY_NAME[name].label),
            most=round(100 * thresholds.most),
        )  # fmt: skip


def _difference(
    summed: Sequence[Plan], gone: Sequence[Plan], name: str, previous: Mapping[str, int] | None, public: Sequence[Plan]
) -> Iterator[str]:
    """One plan that came, changed or left. What is known is the plans as they are now: not one that was deleted, nor its figures of then.

    :param public: the public plans that are in the sum as well.
    """
    if previous is None or name not in previous:
        return
    live = (plan for plan in public if not is_finished(plan))
    change = sum(count_of(plan, name) for plan in (*summed, *live)) - previous[name]
    for plan in (*summed, *(gone if change < 0 else ())):
        if change and abs(change) == count_of(plan, name):
            yield tr("Het verschil met de vorige openbare versie is {change} bij ‘{field}’: precies plan ‘{plan}’.").format(
                change=several(abs(change), "woning", "woningen"), field=tr(b.BY_NAME[name].label), plan=plan.get("plannaam") or ""
            )
            return


def _named(hidden: Sequence[Plan], public: Sequence[Plan]) -> Iterator[str]:
    """A public name that holds the words of a confidential one, whatever the case, dashes and white space."""
    wanted = {tuple(words): str(plan.get("plannaam")) for plan in hidden if len("".join(words := _words(plan))) >= _SHORTEST}
    lengths = sorted({len(words) for words in wanted})
    for plan in public:
        words = _words(plan)
        inside = (words[at : at + length] for length in lengths for at in range(len(words) - length + 1))
        name = next((wanted[tuple(run)] for run in inside if tuple(run) in wanted), None)
        if name is not None:
            yield tr("De naam van het openbare plan ‘{public}’ noemt het vertrouwelijke plan ‘{plan}’.").format(
                public=plan.get("plannaam"), plan=name
            )


def _words(plan: Plan) -> list[str]:
    name = plan.get("plannaam")
    words = _BETWEEN.split(unicodedata.normalize("NFKC", name)) if isinstance(name, str) else ()
    return [word for word in map(key, words) if word]


def _drawn(plans: Sequence[Plan], drawn: Iterable[Drawn], thresholds: Thresholds) -> Iterator[str]:
    """A hole in a public polygon or between several, that is shaped like a confidential plan or like some that lie together."""
    alone = tr("Openbare polygonen liggen langs {part}% van de grens van vertrouwelijk plan {plans}: het gat daartussen toont dat plan.")
    together = tr("Openbare polygonen liggen langs {part}% van de grens van vertrouwelijke plannen {plans}: het gat daartussen toont ze.")
    stop = tr("De plugin stopt vanaf {border}%.").format(border=round(100 * thresholds.border))
    for border in drawn:
        if border.part >= thresholds.border:
            words = alone if len(border.places) == 1 else together
            yield words.format(part=int(100 * border.part), plans=_some([plans[index] for index in border.places])) + " " + stop


def doubts(plans: Sequence[Plan], strijdig: Collection[int] = ()) -> list[str]:
    """What holds nothing but is worth a look: plans without a clear answer, and plans that may not be confidential (any more)."""
    hidden = confidential(plans, strijdig)
    unclear = [plan for plan in hidden if plan.get("vertrouwelijk") is not True and plan.get("vertrouwelijk") is not False]
    flagged = [plan for plan in hidden if plan.get("vertrouwelijk") is True and not plan.get("vervallen")]
    hard = [plan for plan in flagged if is_hard(text_or_none(plan.get("planstatus"))) or plan.get("gerealiseerd") is True]
    told = (
        (unclear, tr("Geen duidelijk antwoord bij ‘Vertrouwelijk’; deze plannen tellen als vertrouwelijk: {plans}.")),
        (hard, tr("Een hard of gerealiseerd plan mag niet vertrouwelijk zijn (art. 6.a); deze zijn het nog wel: {plans}.")),
    )
    return [words.format(plans=_some(some)) for some, words in told if some]


def _some(plans: Sequence[Plan]) -> str:
    """The names of the first of them, and how many more."""
    names = ", ".join(f"‘{plan.get('plannaam') or ''}’" for plan in plans[:_NAMED])
    return names if len(plans) <= _NAMED else tr("{names} en nog {count}").format(names=names, count=number(len(plans) - _NAMED))
