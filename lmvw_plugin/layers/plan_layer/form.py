# SPDX-License-Identifier: GPL-2.0-or-later
"""The attribute form of the plan layer, made from the Basisset and stored with the layer: no Python inside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorTextElement,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFieldConstraints,
    QgsOptionalExpression,
    QgsProperty,
    QgsPropertyCollection,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
)

from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente, code_list
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.prices.limits import PriceLimits
from ...core.i18n import tr
from ..sources import YES_NO
from . import lines as form_lines
from .expressions import Expressions, is_enough, text
from .table import set_up_table

_SOFT = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
_FIXED = ("gemeente_code", "gemeente_naam")
_ROW = Qgis.AttributeEditorContainerType.Row
_YEARS_IN_A_ROW = 6
_INDENT = "\u00a0" * 4
_KEPT_IN_A_SPLIT = (
    "gemeente_code",
    "gemeente_naam",
    "planstatus",
    "plantype",
    "gerealiseerd",
    "vervallen",
    "projectleider",
)


def set_up_form(layer: QgsVectorLayer, peildatum: Peildatum, limits: PriceLimits, new_plans_of: Gemeente | None = None) -> None:
    """Give the layer aliases, editors, constraints, the tabbed form and the columns of its table.

    :param new_plans_of: the municipality whose plan file this is; None for a delivered layer, which has the real years
        in its column names and is only read.
    """
    set_up_table(layer, lay_form(layer, peildatum, limits, new_plans_of))


def lay_form(layer: QgsVectorLayer, peildatum: Peildatum, limits: PriceLimits, new_plans_of: Gemeente | None = None) -> Expressions:
    """The same but for the table, which a user may have arranged; returns the expressions over its columns."""
    form = _Form(layer, peildatum, limits, Expressions(None if new_plans_of else peildatum))
    form.set_up_fields()
    if new_plans_of:
        form.set_up_constraints()
        form.set_up_defaults(new_plans_of)
    form.set_up_tabs()
    return form.e


def alias(field: b.Field, peildatum: Peildatum, limits: PriceLimits) -> str:
    """The label in the table, which stands on its own; a price segment shows its limit in the peildatum's year."""
    label = field.title_at(peildatum)
    return f"{label} ({limits.label(field.limit, peildatum.year)})" if field.limit else label


def form_label(field: b.Field, peildatum: Peildatum | None) -> str | None:
    """The label in the form where it differs: an "of which" count is indented under its parent, a year stands alone."""
    if field.phase is not None and peildatum is not None:
        return peildatum.years(field.phase.slot)
    label = field.label_at(peildatum)
    if not field.is_part:
        return None
    depth, parent = 0, field.part_of
    while parent and b.BY_NAME[parent].is_part:
        depth, parent = depth + 1, b.BY_NAME[parent].part_of
    return f"{_INDENT * (depth + 1)}↳ {label}"


def editor(field: b.Field) -> QgsEditorWidgetSetup:
    """The widget of a field: a list with code and meaning, or a box to type in.

    A count too: QGIS's spin box makes 3 of 2,5 and 2 of 1.500 without a word, while a box for text refuses what is no whole number.
    """
    if field.kind is b.Kind.ID:
        return QgsEditorWidgetSetup("Hidden", {})
    if field.kind is b.Kind.YESNO:
        return _value_map([(tr("ja") if answer else tr("nee"), word) for word, answer in YES_NO.items()])
    if field.codes == "planstatus":
        return _value_map([(f"{code.code} {tr(code.label)}", code.code) for code in code_list("planstatus").values()])
    if field.codes == "plantype":
        return _value_map([(tr(code.label), code.code) for code in code_list("plantype").values()])
    # One line: a field of several lines shows QGIS's word for NULL as if it were typed, and keeps it when one types on.
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": False})


def _value_map(entries: Iterable[tuple[str, str]]) -> QgsEditorWidgetSetup:
    empty = (tr("(niet ingevuld)"), QgsValueMapFieldFormatter.NULL_VALUE)
    return QgsEditorWidgetSetup("ValueMap", {"map": [{label: value} for label, value in (empty, *entries)]})


def _split_policy(name: str) -> Qgis.FieldDomainSplitPolicy:
    """When a polygon is cut in two, the new part asks for its own name and counts: copied counts would be counted twice.

    Not ``UnsetField``: the value that QGIS puts there is neither NULL nor an answer, until it is saved.
    """
    return Qgis.FieldDomainSplitPolicy.Duplicate if name in _KEPT_IN_A_SPLIT else Qgis.FieldDomainSplitPolicy.DefaultValue


class _Form:
    """Writes the form into one layer."""

    def __init__(self, layer: QgsVectorLayer, peildatum: Peildatum, limits: PriceLimits, expressions: Expressions) -> None:
        self.layer = layer
        self.peildatum, self.limits = peildatum, limits
        self.own = [field for field in b.OWN_FIELDS if layer.fields().lookupField(field.name) >= 0]  # an older plan file has none
        self.columns = (*b.COLUMNS, *self.own)
        self.e = expressions
        self.typed = replace(expressions, typed=True)
        self.config = layer.editFormConfig()
        self.placed: set[str] = set()  # the fields that have their place in the form

    def index(self, veld: str) -> int:
        return self.layer.fields().indexOf(self.e.name(veld))

    def set_up_fields(self) -> None:
        for field in self.columns:
            self.layer.setFieldAlias(self.index(field.name), alias(field, self.peildatum, self.limits))
            self.layer.setEditorWidgetSetup(self.index(field.name), editor(field))
            self._label(field)
            self.layer.setFieldSplitPolicy(self.index(field.name), _split_policy(field.name))
        # Of what is made of a plan nobody said yet that everybody may see it: until then it counts as confidential.
        for name in ("plan_id", "vertrouwelijk"):
            self.layer.setFieldDuplicatePolicy(self.index(name), Qgis.FieldDuplicatePolicy.DefaultValue)
        self.layer.setEditorWidgetSetup(self.layer.fields().indexOf("fid"), QgsEditorWidgetSetup("Hidden", {}))
        self.layer.setDisplayExpression(self.e.shown_name)

    def _label(self, field: b.Field) -> None:
        label = form_label(field, self.peildatum)
        if label is not None:
            self._property(field.name, QgsEditFormConfig.DataDefinedProperty.Alias, text(label))

    def _property(self, name: str, kind: QgsEditFormConfig.DataDefinedProperty, expression: str) -> None:
        properties = QgsPropertyCollection()
        properties.setProperty(kind, QgsProperty.fromExpression(expression))
        self.config.setDataDefinedFieldProperties(self.e.name(name), properties)

    def set_up_defaults(self, gemeente: Gemeente) -> None:
        """A new plan gets its key and municipality; it is neither built nor dropped. Everything else waits for an answer.

        A text begins empty: for NULL the form shows QGIS's own word as if it were typed, and keeps it when one types on.
        """
        defaults = {field.name: text("") for field in self.columns if field.kind is b.Kind.TEXT} | {
            "plan_id": "uuid('WithoutBraces')",
            "gemeente_code": text(gemeente.code),
            "gemeente_naam": text(gemeente.name),
            "gerealiseerd": "false",
            "vervallen": "false",
        }
        for name, expression in defaults.items():
            self.layer.setDefaultValueDefinition(self.index(name), QgsDefaultValue(expression))

    def set_up_constraints(self) -> None:
        """A soft constraint per required field: it is filled in. Nothing blocks saving; the lines of text tell the rest."""
        kinds = QgsFieldConstraints.Constraint
        for field in b.COLUMNS:
            if is_enough(field):
                if self.layer.constraintExpression(self.index(field.name)):  # of a plan file that an earlier version made
                    self.layer.setConstraintExpression(self.index(field.name), "")
                    self.layer.removeFieldConstraint(self.index(field.name), kinds.ConstraintExpression)
                self.layer.setFieldConstraint(self.index(field.name), kinds.ConstraintNotNull, _SOFT)
            elif answered := self.e.answered(field):
                self.layer.removeFieldConstraint(self.index(field.name), kinds.ConstraintNotNull)  # of an earlier version too
                self.layer.setConstraintExpression(self.index(field.name), answered, tr("invullen of verbeteren"))
                self.layer.setFieldConstraint(self.index(field.name), kinds.ConstraintExpression, _SOFT)
        # A copy of a plan gets a plan_id of its own, because QGIS fills a unique column with its default.
        for name in ("plan_id", "plannaam"):
            self.layer.setFieldConstraint(self.index(name), kinds.ConstraintUnique, _SOFT)

    def set_up_tabs(self) -> None:
        """Above the tabs how the plan stands; each tab begins with how its counts stand. No boxes: their titles stop the Tab key twice."""
        self.config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
        self.config.clearTabs()
        root, live = self.config.invisibleRootContainer(), f"NOT {self.e.finished}"
        self._line(root, "stand", form_lines.overall_line(self.typed))

        plan = self._tab(b.Group.PLAN)
        self._row(plan, ("plannaam", "plannummer"))
        self._row(plan, ("planstatus", "plantype"))
        self._row(plan, ("gerealiseerd", "vervallen", "vertrouwelijk"))  # of a finished plan too (art. 6.b)
        told = self._container("", plan, _ROW, self.e.confidential_told)
        self._line(told, "mag_vertrouwelijk", form_lines.confidential_line(self.typed))
        self._rest(plan, b.Group.PLAN)

        amounts = self._tab(b.Group.AANTALLEN, live)
        self._row(amounts, ("bruto_totaal", "sloop_totaal"))
        self._line(amounts, "som_a2", form_lines.sum_line(self.typed, "A2"))
        self._years(amounts, "bruto_totaal")
        used = ", ".join(self.e.column(name) for name in b.phasing("sloop_totaal"))
        demolition = f"coalesce({self.e.column('sloop_totaal')}, 0) > 0 OR coalesce({used}) IS NOT NULL"
        self._line(self._container("", amounts, _ROW, demolition), "som_a3", form_lines.sum_line(self.typed, "A3"))
        self._years(amounts, "sloop_totaal", demolition)
        self._rest(amounts, b.Group.AANTALLEN)

        types = self._tab(b.Group.WONINGTYPE, live)
        self._line(types, "som_a4", form_lines.sum_line(self.typed, "A4"))
        self._list(types, b.SUM_OF["A4"].parts)
        self._rest(types, b.Group.WONINGTYPE)

        prices = self._tab(b.Group.PRIJS, live)
        self._line(prices, "som_a5", form_lines.sum_line(self.typed, "A5"))
        if more := self.limits.surcharge("middenhuur", self.peildatum.year):
            self._line(prices, "opslag", more)
        self._rest(prices, b.Group.PRIJS)

        elderly = self._tab(b.Group.OUDEREN, live)
        suited = ("nultreden", "ouderen_overig")
        self._line(elderly, "deel_ouderen", form_lines.at_most_line(self.typed, suited, tr("Geschikt voor ouderen")))
        self._rest(elderly, b.Group.OUDEREN)

        delivery = self._tab(b.Group.LEVERING)
        self._list(delivery, ("toelichting", *(field.name for field in self.own), *_FIXED))
        self._rest(delivery, b.Group.LEVERING)
        for name in _FIXED:
            self.config.setReadOnly(self.index(name), True)
        self.layer.setEditFormConfig(self.config)

    def _rest(self, tab: QgsAttributeEditorContainer, group: b.Group) -> None:
        """What of a group has no place of its own yet: counts with the line that tells how they fit, then what is asked of them."""
        fields = [field for field in b.COLUMNS if field.group is group and field.name not in self.placed and field.kind is not b.Kind.ID]
        for field in fields:
            if field.part_of == "bruto_totaal":
                label = field.own_label
                self._line(tab, f"deel_{field.name}", form_lines.at_most_line(self.typed, (field.name,), label[:1].upper() + label[1:]))
        self._list(tab, (field.name for field in fields if not field.explains))
        if form_lines.has_parts(group):
            self._line(tab, f"waarvan_{group.name.lower()}", form_lines.parts_line(self.typed, group))
        for field in fields:
            if field.explains:
                self._row(tab, (field.name,), f"coalesce({self.e.column(field.explains)}, 0) > 0")

    def _tab(self, group: b.Group, visible: str | None = None) -> QgsAttributeEditorContainer:
        kind = Qgis.AttributeEditorContainerType.Tab
        return self._container(form_lines.tab_title(group), self.config.invisibleRootContainer(), kind, visible)

    def _list(self, parent: QgsAttributeEditorContainer, names: Iterable[str]) -> None:
        """Fields below each other, their labels in front."""
        for name in names:
            self.placed.add(name)
            parent.addChildElement(QgsAttributeEditorField(self.e.name(name), self.index(name), parent))

    def _row(self, parent: QgsAttributeEditorContainer, names: Iterable[str], visible: str | None = None) -> None:
        """Fields beside each other, their labels on top."""
        row = self._container("", parent, _ROW, visible)
        for name in names:
            self.placed.add(name)
            row.addChildElement(QgsAttributeEditorField(self.e.name(name), self.index(name), row))
            self.config.setLabelOnTop(self.index(name), True)

    def _years(self, parent: QgsAttributeEditorContainer, total: str, visible: str | None = None) -> None:
        slots = b.phasing(total)
        for start in range(0, len(slots), _YEARS_IN_A_ROW):
            self._row(parent, slots[start : start + _YEARS_IN_A_ROW], visible)

    @staticmethod
    def _container(
        title: str, parent: QgsAttributeEditorContainer, kind: Qgis.AttributeEditorContainerType, visible: str | None = None
    ) -> QgsAttributeEditorContainer:
        container = QgsAttributeEditorContainer(title, parent)
        container.setType(kind)
        container.setColumnCount(1)
        container.setShowLabel(bool(title))
        if visible:
            container.setVisibilityExpression(QgsOptionalExpression(QgsExpression(visible), True))
        parent.addChildElement(container)
        return container

    @staticmethod
    def _line(parent: QgsAttributeEditorContainer, name: str, html: str) -> None:
        element = QgsAttributeEditorTextElement(name, parent)
        element.setText(html)
        element.setShowLabel(False)
        parent.addChildElement(element)
