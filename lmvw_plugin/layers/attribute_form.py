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
from .expressions import Expressions, text

_LARGEST = 999_999  # more dwellings than any municipality plans
_SOFT = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
_FIXED = ("gemeente_code", "gemeente_naam")


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


def alias(field: b.Field, peildatum: Peildatum) -> str:
    """The label in form and table; a price segment shows its limit in the peildatum's year."""
    label = field.label_at(peildatum)
    return f"{label} ({price_limit(field.limit, peildatum.year)})" if field.limit else label


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
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": field.name == "toelichting"})


def _value_map(entries: Iterable[tuple[str, str]]) -> QgsEditorWidgetSetup:
    empty = (tr("(niet ingevuld)"), QgsValueMapFieldFormatter.NULL_VALUE)
    return QgsEditorWidgetSetup("ValueMap", {"map": [{label: value} for label, value in (empty, *entries)]})


def _sum(rule: str) -> b.Sum:
    return next(total for total in b.SUMS if total.rule == rule)


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
        self.layer.setEditorWidgetSetup(self.layer.fields().indexOf("fid"), QgsEditorWidgetSetup("Hidden", {}))
        self.layer.setDisplayExpression(self.e.column("plannaam"))

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
        self.layer.setFieldConstraint(self.index("plannaam"), QgsFieldConstraints.Constraint.ConstraintUnique, _SOFT)

    def _conditions(self, field: b.Field) -> Iterator[tuple[str, str]]:
        answered = self.e.answered(field)
        if answered:
            yield answered, tr("invullen")
        for total in b.SUMS:
            if total.total == field.name:
                yield self.e.sum_fits(total), tr("gelijk aan de som van {parts}").format(parts=tr(total.name))
        for limit in b.AT_MOST:
            if field.name in limit.parts:
                yield self.e.at_most(limit), tr("niet meer dan ‘{whole}’").format(whole=b.BY_NAME[limit.whole].label)
        if field.name == "vertrouwelijk":
            wrong = f"{self.e.is_yes('vertrouwelijk')} AND {self.e.status_in('hard')} AND NOT {self.e.is_yes('vervallen')}"
            yield f"NOT ({wrong})", tr("ja mag alleen bij een zachte planstatus of een vervallen plan (Dataprotocol art. 6)")
        if field.name == "vervallen":
            yield f"NOT ({self.e.is_yes('gerealiseerd')} AND {self.e.is_yes('vervallen')})", tr("niet samen met gerealiseerd")

    def set_up_tabs(self) -> None:
        self.config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
        self.config.clearTabs()
        live = f"NOT {self.e.finished}"

        plan = self._tab(b.Group.PLAN)
        self._line(plan, "stand_plan", self._overall_line())
        self._box(tr("Naam"), plan, ("plannaam", "plannummer"))
        self._box(tr("Stand"), plan, ("planstatus", "gerealiseerd", "vervallen"))
        self._box(tr("Kenmerken"), plan, ("plantype", "vertrouwelijk"), visible=live)

        amounts = self._tab(b.Group.AANTALLEN, live)
        self._sum_line(amounts, "A2")
        self._box(tr("Totaal"), amounts, ("bruto_totaal", "sloop_totaal"), columns=2)
        self._box(tr("Bruto naar jaar van oplevering"), amounts, b.phasing("bruto_totaal"), columns=6, on_top=True)
        self._box(tr("Sloop naar jaar (niet verplicht)"), amounts, b.phasing("sloop_totaal"), columns=6, on_top=True)
        self._sum_line(amounts, "A3")

        types = self._tab(b.Group.WONINGTYPE, live)
        self._sum_line(types, "A4")
        self._box(tr("Woningtype"), types, _sum("A4").parts)
        self._box(tr("Tijdelijk"), types, ("tijdelijk",))

        prices = self._tab(b.Group.PRIJS, live)
        self._sum_line(prices, "A5")
        self._box(tr("Koop"), prices, ("koop_betaalbaar",))
        self._box(tr("Huur van corporaties"), prices, ("huur_sociaal_corporatie", "huur_midden_corporatie"))
        markt = ("huur_sociaal_markt", "huur_sociaal_markt_25jaar", "huur_midden_markt", "huur_midden_markt_10jaar")
        self._box(tr("Huur van marktpartijen"), prices, markt)
        self._box(tr("Overig"), prices, ("prijs_overig", "prijs_onbekend"))

        elderly = self._tab(b.Group.OUDEREN, live)
        self._box(tr("Nultreden"), elderly, ("nultreden", "nultreden_geclusterd", "zorggeschikt"))
        for field in b.COLUMNS:
            if field.explains:
                self._box(tr("Voor 55-plus"), elderly, (field.name,), visible=f"coalesce({self.e.column(field.explains)}, 0) > 0")
        self._box(tr("Overig"), elderly, ("ouderen_overig",))

        delivery = self._tab(b.Group.LEVERING)
        self._box(tr("Toelichting"), delivery, ("toelichting",))
        self._box(tr("Gemeente"), delivery, _FIXED)
        for name in _FIXED:
            self.config.setReadOnly(self.index(name), True)
        self._enable_confidential_when_allowed()
        self.layer.setEditFormConfig(self.config)

    def _tab(self, group: b.Group, visible: str | None = None) -> QgsAttributeEditorContainer:
        kind = Qgis.AttributeEditorContainerType.Tab
        return self._container(tr(group.value), self.config.invisibleRootContainer(), kind, 1, visible)

    def _box(
        self, title: str, parent: QgsAttributeEditorContainer, names: Iterable[str], columns: int = 1,
        visible: str | None = None, on_top: bool = False,
    ) -> None:  # fmt: skip
        box = self._container(title, parent, Qgis.AttributeEditorContainerType.GroupBox, columns, visible)
        for name in names:
            box.addChildElement(QgsAttributeEditorField(self.e.name(name), self.index(name), box))
            self.config.setLabelOnTop(self.index(name), on_top)

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

    def _sum_line(self, parent: QgsAttributeEditorContainer, rule: str) -> None:
        """The line that shows, while typing, what is still to be divided."""
        total = _sum(rule)
        label = b.BY_NAME[total.total].label
        whole, found = self.typed.column(total.total), self.typed.total_of(total.parts)
        unused = f" WHEN NOT {self.typed.judged(total)} THEN {text(tr('niet ingevuld'))}" if total.only_when_used else ""
        state = (
            f"CASE WHEN {whole} IS NULL THEN {text(tr('vul eerst ‘{label}’ in').format(label=label))}{unused}"
            f" WHEN {found} = {whole} THEN {text('✔ ' + tr('telt op tot'))} || ' ' || to_string({whole})"
            f" WHEN {found} < {whole} THEN {text('✎ ' + tr('nog te verdelen:'))} || ' ' || to_string({whole} - {found})"
            f" ELSE {text('⚠ ' + tr('te veel:'))} || ' ' || to_string({found} - {whole}) END"
        )
        self._line(
            parent, f"som_{rule.lower()}",
            f"<b>{label}: [% coalesce(to_string({whole}), '-') %]</b> &nbsp; {tr(total.name)}: [% {state} %]",
        )  # fmt: skip

    def _overall_line(self) -> str:
        """What this plan still needs, in one line."""
        missing = " + ".join(f"({self.typed.column(field.name)} IS NULL)" for field in b.COLUMNS if field.need is b.Need.LIVE)
        fits = " AND ".join(f"({self.typed.sum_fits(total)})" for total in b.SUMS)
        netto = f"to_string({self.typed.column('bruto_totaal')} - {self.typed.column('sloop_totaal')})"
        return (
            f"[% CASE WHEN {self.typed.finished} THEN {text(tr('✔ Naam en polygoon zijn genoeg voor dit plan.'))}"
            f" WHEN {self.typed.status_in('eigen')} THEN {text(tr('Dit plan blijft thuis: 5A en 5B worden niet geleverd.'))}"
            f" WHEN {missing} > 0 THEN {text('✎ ' + tr('Nog in te vullen velden:'))} || ' ' || to_string({missing})"
            f" WHEN NOT ({fits}) THEN {text('⚠ ' + tr('Alles is ingevuld, maar de aantallen tellen niet op.'))}"
            f" ELSE {text('✔ ' + tr('Compleet. Netto:'))} || ' ' || {netto} END %]"
        )

    def _enable_confidential_when_allowed(self) -> None:
        """Vertrouwelijk can be typed while it is allowed, and corrected while it is wrongly ja (art. 6)."""
        allowed = f"NOT {self.e.status_in('hard')} OR {self.e.is_yes('vervallen')} OR {self.e.column('vertrouwelijk')} IS NULL OR {self.e.is_yes('vertrouwelijk')}"
        properties = QgsPropertyCollection()
        properties.setProperty(QgsEditFormConfig.DataDefinedProperty.Editable, QgsProperty.fromExpression(allowed))
        self.config.setDataDefinedFieldProperties(self.e.name("vertrouwelijk"), properties)
