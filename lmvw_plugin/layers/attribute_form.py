# SPDX-License-Identifier: GPL-2.0-or-later
"""The attribute form of the plan layer, made from the Basisset and stored with the layer: no Python inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

from ..core import basisset as b
from ..core.codelists import Gemeente, code_list
from ..core.i18n import tr
from ..core.peildatum import Peildatum
from ..core.pricelimits import price_limit
from . import form_lines
from .expressions import Expressions, text
from .table_config import set_up_table

_LARGEST = 999_999  # more dwellings than any municipality plans
_SOFT = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
_FIXED = ("gemeente_code", "gemeente_naam")
_OF_WHICH = "waarvan"
_INDENT = "\u00a0" * 4
_KEPT_IN_A_SPLIT = ("gemeente_code", "gemeente_naam", "planstatus", "plantype", "vertrouwelijk", "gerealiseerd", "vervallen")


def set_up_form(layer: QgsVectorLayer, peildatum: Peildatum, new_plans_of: Gemeente | None = None) -> None:
    """Give the layer aliases, editors, constraints and the tabbed form.

    :param new_plans_of: the municipality whose plan file this is; None for a delivered layer, which has the real years
        in its column names and is only read.
    """
    form = _Form(layer, peildatum, Expressions(None if new_plans_of else peildatum))
    form.set_up_fields()
    if new_plans_of:
        form.set_up_constraints()
        form.set_up_defaults(new_plans_of)
    form.set_up_tabs()
    set_up_table(layer, form.e)


def alias(field: b.Field, peildatum: Peildatum) -> str:
    """The label in the table, which stands on its own; a price segment shows its limit in the peildatum's year."""
    label = field.title_at(peildatum)
    return f"{label} ({price_limit(field.limit, peildatum.year)})" if field.limit else label


def form_label(field: b.Field, peildatum: Peildatum | None) -> str | None:
    """The label in the form where it differs: an "of which" count is indented under its parent, a year stands alone."""
    if field.phase is not None and peildatum is not None:
        first, last = peildatum.span(field.phase.slot)
        return str(first) if first == last else f"{first}–{last}"
    label = field.label_at(peildatum)
    if not label.startswith(_OF_WHICH):
        return None
    depth, parent = 0, field.part_of
    while parent and b.BY_NAME[parent].label.startswith(_OF_WHICH):
        depth, parent = depth + 1, b.BY_NAME[parent].part_of
    return f"{_INDENT * (depth + 1)}↳ {label}"


def editor(field: b.Field) -> QgsEditorWidgetSetup:
    """The widget of a field: a number, a list with code and meaning, or text."""
    if field.kind is b.Kind.ID:
        return QgsEditorWidgetSetup("Hidden", {})
    if field.kind is b.Kind.COUNT:
        return QgsEditorWidgetSetup("Range", {"Min": 0, "Max": _LARGEST, "Step": 1, "Style": "SpinBox", "AllowNull": True})
    if field.kind is b.Kind.YESNO:
        return _value_map([(tr("ja"), "true"), (tr("nee"), "false")])
    if field.codes == "planstatus":
        return _value_map([(f"{code.code} {code.label}", code.code) for code in code_list("planstatus").values()])
    if field.codes == "plantype":
        return _value_map([(code.label, code.code) for code in code_list("plantype").values()])
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

    def __init__(self, layer: QgsVectorLayer, peildatum: Peildatum, expressions: Expressions) -> None:
        self.layer = layer
        self.peildatum = peildatum
        self.e = expressions
        self.typed = replace(expressions, typed=True)
        self.config = layer.editFormConfig()

    def index(self, field: str) -> int:
        return self.layer.fields().indexOf(self.e.name(field))

    def set_up_fields(self) -> None:
        for field in b.COLUMNS:
            self.layer.setFieldAlias(self.index(field.name), alias(field, self.peildatum))
            self.layer.setEditorWidgetSetup(self.index(field.name), editor(field))
            self._label(field)
            self.layer.setFieldSplitPolicy(self.index(field.name), _split_policy(field.name))
        self.layer.setFieldDuplicatePolicy(self.index("plan_id"), Qgis.FieldDuplicatePolicy.DefaultValue)
        self.layer.setEditorWidgetSetup(self.layer.fields().indexOf("fid"), QgsEditorWidgetSetup("Hidden", {}))
        self.layer.setDisplayExpression(self.e.column("plannaam"))

    def _label(self, field: b.Field) -> None:
        label = form_label(field, self.peildatum)
        if label is not None:
            self._property(field.name, QgsEditFormConfig.DataDefinedProperty.Alias, text(label))

    def _property(self, name: str, kind: QgsEditFormConfig.DataDefinedProperty, expression: str) -> None:
        properties = QgsPropertyCollection()
        properties.setProperty(kind, QgsProperty.fromExpression(expression))
        self.config.setDataDefinedFieldProperties(self.e.name(name), properties)

    def set_up_defaults(self, gemeente: Gemeente) -> None:
        """A new plan gets its key and municipality; it is neither built nor dropped. Everything else waits for an answer."""
        defaults = {
            "plan_id": "uuid('WithoutBraces')",
            "gemeente_code": text(gemeente.code),
            "gemeente_naam": text(gemeente.name),
            "gerealiseerd": "false",
            "vervallen": "false",
        }
        for name, expression in defaults.items():
            self.layer.setDefaultValueDefinition(self.index(name), QgsDefaultValue(expression))

    def set_up_constraints(self) -> None:
        """One soft constraint per field: it is filled in, and fits the counts it belongs to. Nothing blocks saving."""
        for field in b.COLUMNS:
            conditions = list(self._conditions(field))
            if not conditions:
                continue
            index = self.index(field.name)
            expression = " AND ".join(f"({condition})" for condition, _ in conditions)
            self.layer.setConstraintExpression(index, expression, "; ".join(words for _, words in conditions))
            self.layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintExpression, _SOFT)
        # A copy of a plan gets a plan_id of its own, because QGIS fills a unique column with its default.
        for name in ("plan_id", "plannaam"):
            self.layer.setFieldConstraint(self.index(name), QgsFieldConstraints.Constraint.ConstraintUnique, _SOFT)

    def _conditions(self, field: b.Field) -> Iterator[tuple[str, str]]:
        answered = self.e.answered(field)
        if answered:
            yield answered, tr("invullen")
        for total in b.SUMS:
            if total.total == field.name:
                yield f"{self.e.finished} OR {self.e.sum_fits(total)}", tr("gelijk aan de som van {parts}").format(parts=tr(total.name))
        for limit in b.AT_MOST:
            if field.name in limit.parts:
                yield (
                    f"{self.e.finished} OR {self.e.at_most(limit)}",
                    tr("niet meer dan ‘{whole}’").format(whole=b.BY_NAME[limit.whole].label),
                )
        if field.name == "vertrouwelijk":
            yield (
                f"NOT {self.e.confidential_wrongly}",
                tr("ja mag alleen bij een zachte planstatus of een vervallen plan (Dataprotocol art. 6)"),
            )
        if field.name == "vervallen":
            yield f"NOT ({self.e.is_yes('gerealiseerd')} AND {self.e.is_yes('vervallen')})", tr("niet samen met gerealiseerd")

    def set_up_tabs(self) -> None:
        """Every tab begins with how the plan stands, and how the counts of that tab stand."""
        self.config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
        self.config.clearTabs()
        live, one = f"NOT {self.e.finished}", form_lines.at_most_line

        plan = self._tab(b.Group.PLAN)
        self._box(tr("Naam"), plan, ("plannaam", "plannummer"))
        self._box(tr("Stand"), plan, ("planstatus", "gerealiseerd", "vervallen"))
        self._box(tr("Kenmerken"), plan, ("plantype",), visible=live)
        self._box(tr("Vertrouwelijkheid"), plan, ("vertrouwelijk",))  # counts for a finished plan too (art. 6.b)
        why = tr("Waarom niet vertrouwelijk?")
        refused = self._container(why, plan, Qgis.AttributeEditorContainerType.GroupBox, 1, self.e.confidential_refused)
        self._line(refused, "waarom_niet_vertrouwelijk", form_lines.confidential_line(self.typed))
        self._explanation(plan, b.Group.PLAN)

        amounts = self._tab(b.Group.AANTALLEN, live)
        self._line(amounts, "som_a2", form_lines.sum_line(self.typed, "A2"))
        self._box(tr("Totaal"), amounts, ("bruto_totaal", "sloop_totaal"), columns=2)
        self._box(tr("Bruto naar jaar van oplevering"), amounts, b.phasing("bruto_totaal"), columns=6, on_top=True)
        used = ", ".join(self.e.column(name) for name in b.phasing("sloop_totaal"))
        demolition = f"coalesce({self.e.column('sloop_totaal')}, 0) > 0 OR coalesce({used}) IS NOT NULL"
        of_sloop = self._container("", amounts, Qgis.AttributeEditorContainerType.Row, 1, demolition)
        self._line(of_sloop, "som_a3", form_lines.sum_line(self.typed, "A3"))
        self._box(tr("Sloop naar jaar (niet verplicht)"), amounts, b.phasing("sloop_totaal"), 6, demolition, on_top=True)
        self._explanation(amounts, b.Group.AANTALLEN)

        types = self._tab(b.Group.WONINGTYPE, live)
        self._line(types, "som_a4", form_lines.sum_line(self.typed, "A4"))
        self._box(tr("Woningtype"), types, form_lines.sum_of("A4").parts)
        self._line(types, "deel_tijdelijk", one(self.typed, ("tijdelijk",), tr("tijdelijk")))
        self._box(tr("Tijdelijk"), types, ("tijdelijk",))
        self._explanation(types, b.Group.WONINGTYPE)

        prices = self._tab(b.Group.PRIJS, live)
        self._line(prices, "som_a5", form_lines.sum_line(self.typed, "A5"))
        self._box(tr("Koop"), prices, ("koop_betaalbaar",))
        self._box(tr("Huur van corporaties"), prices, ("huur_sociaal_corporatie", "huur_midden_corporatie"))
        markt = ("huur_sociaal_markt", "huur_sociaal_markt_25jaar", "huur_midden_markt", "huur_midden_markt_10jaar")
        self._box(tr("Huur van marktpartijen"), prices, markt)
        self._box(tr("Overig"), prices, ("prijs_overig", "prijs_onbekend"))
        self._explanation(prices, b.Group.PRIJS)

        elderly = self._tab(b.Group.OUDEREN, live)
        self._line(elderly, "deel_ouderen", one(self.typed, ("nultreden", "ouderen_overig"), tr("geschikt voor ouderen")))
        self._box(tr("Nultreden"), elderly, ("nultreden", "nultreden_geclusterd", "zorggeschikt"))
        for field in b.COLUMNS:
            if field.explains:
                self._box(tr("Voor 55-plus"), elderly, (field.name,), visible=f"coalesce({self.e.column(field.explains)}, 0) > 0")
        self._box(tr("Overig"), elderly, ("ouderen_overig",))
        self._explanation(elderly, b.Group.OUDEREN)

        delivery = self._tab(b.Group.LEVERING)
        self._box(tr("Uitleg voor de provincie"), delivery, ("toelichting",))
        self._box(tr("Gemeente"), delivery, _FIXED)
        self._explanation(delivery, b.Group.LEVERING)
        for name in _FIXED:
            self.config.setReadOnly(self.index(name), True)
        self._enable_confidential_when_allowed()
        self.layer.setEditFormConfig(self.config)

    def _explanation(self, parent: QgsAttributeEditorContainer, group: b.Group) -> None:
        """What the fields of a tab mean, and where that is written; closed until it is asked for."""
        kind = Qgis.AttributeEditorContainerType.GroupBox
        box = self._container(tr("Uitleg bij deze velden"), parent, kind, 1, None)
        box.setCollapsed(True)
        self._line(box, f"uitleg_{group.name.lower()}", form_lines.explanation(group, self.peildatum))

    def _tab(self, group: b.Group, visible: str | None = None) -> QgsAttributeEditorContainer:
        kind = Qgis.AttributeEditorContainerType.Tab
        tab = self._container(tr(group.value), self.config.invisibleRootContainer(), kind, 1, visible)
        self._line(tab, f"stand_{group.name.lower()}", form_lines.overall_line(self.typed))
        return tab

    def _box(
        self, title: str, parent: QgsAttributeEditorContainer, names: Iterable[str], columns: int = 1,
        visible: str | None = None, on_top: bool = False,
    ) -> QgsAttributeEditorContainer:  # fmt: skip
        box = self._container(title, parent, Qgis.AttributeEditorContainerType.GroupBox, columns, visible)
        for name in names:
            box.addChildElement(QgsAttributeEditorField(self.e.name(name), self.index(name), box))
            self.config.setLabelOnTop(self.index(name), on_top)
        return box

    @staticmethod
    def _container(
        title: str, parent: QgsAttributeEditorContainer, kind: Qgis.AttributeEditorContainerType, columns: int, visible: str | None
    ) -> QgsAttributeEditorContainer:
        container = QgsAttributeEditorContainer(title, parent)
        container.setType(kind)
        container.setColumnCount(columns)
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

    def _enable_confidential_when_allowed(self) -> None:
        """Vertrouwelijk can be typed while it is allowed, and corrected while it is wrongly ja (art. 6)."""
        waiting = f"{self.e.column('vertrouwelijk')} IS NULL OR {self.e.is_yes('vertrouwelijk')}"
        allowed = f"NOT {self.e.confidential_refused} OR {waiting}"
        self._property("vertrouwelijk", QgsEditFormConfig.DataDefinedProperty.Editable, allowed)
