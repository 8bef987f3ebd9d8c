# SPDX-License-Identifier: GPL-2.0-or-later
"""The set for the national steward: one GeoPackage with what each verified package passes on, and a row for every package that is in it.

Why another package is not in it only the province may know: the reason can tell how many plans a municipality has that chose a sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.confidential.steward import AT_TOWN_HALL, Passed, called, passed_on
from ...core.confidential.steward_report import Received
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part, checkpoint
from ...core.i18n import in_dutch, tr
from ..files import written_beside
from ..geopackage import settle
from ..planfile import store as planfile
from ..planfile.making.layer import COLUMN_TYPES, write_features
from ..receiving.received import Content, Head, content_of, head_of, why_not
from ..sources import rows

PACKAGES = "pakketten"
_NAMES = [field.name for field in b.COLUMNS]
Label = tuple[str, str]  # the code of a municipality, the name or plan_id of its plan
_TYPES = {"plans": QMetaType.Type.Int, "summed": QMetaType.Type.Bool}


@dataclass(frozen=True, slots=True)
class Labels:
    """What the province calls strijdig (art. 5.d). ``typed``: each is of a plan that goes. ``reviewed``: out of a review file, each with the name of its
    plan; that may be gone since.
    """

    typed: frozenset[Label] = frozenset()
    reviewed: Mapping[Label, str] = field(default_factory=dict)

    def sorted(self) -> list[Label]:
        """All of them."""
        return sorted({*self.typed, *self.reviewed})

    def of(self, code: str) -> list[Label]:
        """Those of one municipality."""
        return [at for at in self.sorted() if at[0] == code]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one package passes on, with the polygon of each row."""

    passed: Passed
    shapes: tuple[bytes | None, ...]

    @classmethod
    def whole(cls, content: Content) -> Taken:
        """Every plan as it was delivered."""
        rows = tuple(tuple(map(plan.get, _NAMES)) for plan in content.plans)
        return cls(Passed(rows, tuple(range(len(rows)))), tuple(content.shapes))


@in_dutch()
def make_set(
    packages: Sequence[Path],
    target: Path,
    halls: Mapping[str, bytes],
    feedback: Feedback,
    peildatum: Peildatum | None = None,
    strijdig: Labels = Labels(),
) -> tuple[list[Received], Peildatum, list[Label]]:  # fmt: skip
    """Write the set; returns what became of each package, and the reviewed labels of which the plan is in no package that goes.

    :param halls: by municipality the polygon of its town hall, as WKB.
    :param peildatum: of the packages that go; None for that of the most municipalities.
    :raises LmvwError: when no package can be passed on, a label is of no plan that goes, or the set cannot be written.
    """
    heads, told = _heads(packages, Part(feedback, 0, 30))
    if not heads:
        first = f" {told[0].name}: {told[0].reason}" if told else ""
        raise LmvwError(tr("In deze map is geen pakket dat mee kan.{first}").format(first=first))
    peildatum = peildatum or usual(heads)
    going, refused = chosen(heads, peildatum)
    told += refused
    lacking = without_plan(strijdig, going, Part(feedback, 30, 35))
    taken: list[Taken] = []
    for number, head in enumerate(going):
        row = Received(head.path.name, f"{head.gemeente.name} ({head.gemeente.code})", str(head.peildatum))
        try:
            content = content_of(head, Part(feedback, 35 + 45 * number / len(going), 35 + 45 * (number + 1) / len(going)))
            passing = passed(head, content, halls, labelled(content, strijdig.of(head.gemeente.code)))
        except Exception as error:
            told.append(replace(row, reason=why_not(error)))
            continue
        taken.append(passing)
        told.append(replace(row, plans=len(passing.passed.rows), summed=passing.passed.summed))
    if not taken:
        raise LmvwError(tr("Geen enkel pakket kan mee. {name}: {reason}").format(name=told[0].name, reason=told[0].reason))
    told.sort(key=lambda row: (row.gemeente, row.name))
    with written_beside(target) as beside:
        _write(beside, taken, [received for received in told if not received.reason], peildatum)
        checkpoint(feedback, 90)
        _verify(beside, taken, peildatum)
        settle(beside)
        checkpoint(feedback, 98)
    return told, peildatum, lacking


def labelled(content: Content, labels: Iterable[Label]) -> frozenset[int]:
    """The places of the plans that are meant."""
    names = [name for _, name in labels]
    return frozenset(index for index, plan in enumerate(content.plans) if any(called(plan, name) for name in names))


def without_plan(labels: Labels, going: Sequence[Head], feedback: Feedback) -> list[Label]:
    """The reviewed labels, by name, of which the plan is not in the package of its municipality; asked before the work, and only packages that are
    meant are read for it.

    :raises LmvwError: when a typed one is of no plan that goes.
    """
    met: set[Label] = set()
    gone: list[Label] = []
    meant = [(head, mine) for head in going if (mine := labels.of(head.gemeente.code))]
    for number, (head, mine) in enumerate(meant):
        try:
            content = content_of(head, Part(feedback, 100 * number / len(meant), 100 * (number + 1) / len(meant)))
        except Exception as error:
            why_not(error)  # which is told when it is its turn
            continue
        here = {at for at in mine if labelled(content, [at])}
        gone += [(at[0], labels.reviewed[at]) for at in mine if at not in here and at in labels.reviewed]
        met |= here
    for code, name in sorted(labels.typed - met):
        words = tr("Het strijdige plan ‘{name}’ van {code} zit in geen pakket dat meegaat; schrijf de naam zoals in de levering.")
        raise LmvwError(words.format(name=name, code=code))
    return sorted(gone)


def _heads(packages: Sequence[Path], feedback: Feedback) -> tuple[list[Head], list[Received]]:
    """The packages that are whole, and a row for each that is not."""
    heads, told = [], []
    for number, path in enumerate(packages):
        checkpoint(feedback, 100 * number / len(packages))
        try:
            heads.append(head_of(path, feedback))
        except Exception as error:
            told.append(Received(path.name, reason=why_not(error)))
    return heads, told


def usual(heads: Sequence[Head]) -> Peildatum:
    """The peildatum of the most municipalities, so that one that is mistyped keeps nobody else out; of as many, the last."""
    many = Counter(peildatum for _, peildatum in {(head.gemeente.code, head.peildatum) for head in heads})
    return max(many, key=lambda day: (many[day], day))


def chosen(heads: Sequence[Head], peildatum: Peildatum) -> tuple[list[Head], list[Received]]:
    """One package per municipality, the last that it made, all of one peildatum; and a row for each other."""
    last: dict[str, Head] = {}
    for head in sorted((head for head in heads if head.peildatum == peildatum), key=lambda head: (head.made, head.path.name)):
        last[head.gemeente.code] = head
    refused = []
    for head in heads:
        taken = last.get(head.gemeente.code)
        if head is taken:
            continue
        row = Received(head.path.name, f"{head.gemeente.name} ({head.gemeente.code})", str(head.peildatum))
        if head.peildatum != peildatum or taken is None:
            reason = tr("de peildatum is {found} en niet {meant}.").format(found=head.peildatum, meant=peildatum)
        else:
            reason = tr("‘{name}’ van dezelfde gemeente is later gemaakt.").format(name=taken.path.name)
        refused.append(replace(row, reason=reason))
    return list(last.values()), refused


def passed(head: Head, content: Content, halls: Mapping[str, bytes], strijdig: Collection[int]) -> Taken:
    """What a package passes on; a sum never lies where one of its plans does.

    :raises LmvwError: when a sum has no town hall to lie at, or a plan may not be passed on.
    """
    passed = passed_on(content.plans, head.gemeente, content.aggregates, strijdig)
    hall = halls.get(head.gemeente.code) or content.town_hall
    if passed.summed and hall is None:
        raise LmvwError(tr("de gemeente koos voor optellen (art. 8), maar de plaats van haar gemeentehuis is niet bekend; geef een laag met "
                           "gemeentehuizen."))  # fmt: skip
    return Taken(passed, tuple(hall if index == AT_TOWN_HALL else content.shapes[index] for index in passed.indexes))


def _write(path: Path, taken: Iterable[Taken], told: Iterable[Received], peildatum: Peildatum) -> None:
    columns, about = QgsFields(), QgsFields()
    for plan_field in b.COLUMNS:
        columns.append(QgsField(plan_field.column_at(peildatum), COLUMN_TYPES[plan_field.kind]))
    for name, column in _COLUMNS.items():
        about.append(QgsField(column, _TYPES.get(name, QMetaType.Type.QString)))

    def features() -> Iterator[QgsFeature]:
        for row, shape in _rows(taken):
            feature = QgsFeature(columns)
            feature.setAttributes(list(row))
            feature.setGeometry(_geometry(shape))
            yield feature

    def received() -> Iterator[QgsFeature]:
        for package in told:
            feature = QgsFeature(about)
            shown = replace(package, summed=bool(package.summed))  # how many is nobody's business
            feature.setAttributes([getattr(shown, name) for name in _COLUMNS])
            yield feature

    write_features(path, b.LAYER, columns, QgsWkbTypes.Type.MultiPolygon, features())
    write_features(path, PACKAGES, about, QgsWkbTypes.Type.NoGeometry, received(), into_existing=True)


_COLUMNS = {"name": "pakket", "gemeente": "gemeente", "peildatum": "peildatum", "plans": "plannen", "summed": "opgeteld"}


def _rows(taken: Iterable[Taken]) -> Iterator[tuple[tuple[object, ...], bytes | None]]:
    for package in taken:
        yield from zip(package.passed.rows, package.shapes, strict=True)


def _geometry(wkb: bytes | None) -> QgsGeometry:
    shape = QgsGeometry()
    if wkb:
        shape.fromWkb(wkb)
    return shape


def _verify(path: Path, taken: Sequence[Taken], peildatum: Peildatum) -> None:
    """Read it back and compare every value and polygon.

    :raises LmvwError: when something differs.
    """
    layer = planfile.open_layer(path, styled=False)
    names = [field.column_at(peildatum) for field in b.COLUMNS]
    read = [(tuple(row[name] for name in names), feature.geometry()) for feature, row in rows(layer, names)]
    meant = list(_rows(taken))
    same = len(read) == len(meant) and all(
        row == other and (shape.asWkb().data() if not shape.isEmpty() else None) == wkb
        for (row, shape), (other, wkb) in zip(read, meant, strict=True)
    )
    del layer
    if not same:
        raise LmvwError(tr("De set is niet goed geschreven; is de schijf vol?"))
