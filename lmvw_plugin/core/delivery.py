# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes out: which plans, which columns, which values, and how the package is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from . import basisset as b
from .codelists import Gemeente, code_list, stays_home
from .i18n import tr
from .peildatum import Peildatum
from .plan_rules import Plan, is_finished

GPKG, XLSX, REPORT, MANIFEST, README = "plannen.gpkg", "plannen.xlsx", "controle.html", "manifest.json", "LEESMIJ.txt"

# A realised or cancelled plan is delivered by name and polygon (Invultip 6); amounts would be counted as capacity.
_OF_FINISHED = frozenset(
    ("plan_id", "plannummer", "plannaam", "gemeente_code", "gemeente_naam", "vertrouwelijk", "gerealiseerd", "vervallen", "toelichting")
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """The rows of a delivery, in the order of the plan file; ``indexes`` are their places in the plan file.

    Each row has the values of ``basisset.COLUMNS``.
    """

    gemeente: Gemeente
    peildatum: Peildatum
    rows: tuple[tuple[object, ...], ...]
    indexes: tuple[int, ...]
    at_home: int

    @property
    def name(self) -> str:
        """The name of the package, without suffix."""
        return package_name(self.gemeente, self.peildatum)

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names with the real years."""
        return tuple(field.column_at(self.peildatum) for field in b.COLUMNS)


def package_name(gemeente: Gemeente, peildatum: Peildatum) -> str:
    """``LMVW_GM0396_2026-01-01``."""
    return f"LMVW_{gemeente.code}_{peildatum}"


def make_delivery(plans: Sequence[Plan], gemeente: Gemeente, peildatum: Peildatum) -> Delivery:
    """Select and trim the plans: 5A and 5B stay at home, finished plans go by name."""
    indexes = tuple(index for index, plan in enumerate(plans) if not stays_home(_text(plan.get("planstatus"))))
    rows = tuple(_row(plans[index]) for index in indexes)
    return Delivery(gemeente, peildatum, rows, indexes, len(plans) - len(indexes))


def _row(plan: Plan) -> tuple[object, ...]:
    finished = is_finished(plan)
    return tuple(None if finished and field.name not in _OF_FINISHED else plan.get(field.name) for field in b.COLUMNS)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def shown(field: b.Field, value: object) -> object:
    """A value as a person reads it in the workbook: ja/nee, and codes with their meaning where the code says nothing."""
    if isinstance(value, bool):
        return tr("ja") if value else tr("nee")
    if field.codes == "plantype" and isinstance(value, str):
        code = code_list("plantype").get(value)
        return code.label if code else value
    return value


def totals(delivery: Delivery) -> Mapping[str, int]:
    """The sum of every count over the delivered plans."""
    names = [field.name for field in b.COLUMNS]
    counts = {field.name: names.index(field.name) for field in b.COUNTS}
    return {name: sum(value for row in delivery.rows if isinstance(value := row[place], int)) for name, place in counts.items()}


def readme(delivery: Delivery, plugin_version: str) -> str:
    """``LEESMIJ.txt``: what is what, for the province."""
    total = totals(delivery)
    finished = sum(1 for row in delivery.rows if is_finished(dict(zip((field.name for field in b.COLUMNS), row, strict=True))))
    return tr(
        "Levering woningbouwplannen voor de Landelijke Monitor Voortgang Woningbouw\n"
        "\n"
        "Gemeente:   {gemeente} ({code})\n"
        "Peildatum:  {peildatum} ({delivery})\n"
        "Plannen:    {plans}, waarvan {finished} gerealiseerd of vervallen\n"
        "Bruto:      {bruto} woningen, sloop: {sloop} woningen\n"
        "\n"
        "plannen.gpkg   polygonen met alle kenmerken van de Basisset 2.0 (EPSG:28992, laag plannen);\n"
        "               formulier en kaartstijl zitten in het bestand\n"
        "plannen.xlsx   dezelfde plannen als werkblad, met toelichting, definities en controlelijst\n"
        "controle.html  het controlerapport van de gemeente, te openen in elke browser\n"
        "manifest.json  aantallen en SHA-256 van elk bestand\n"
        "\n"
        "De plannamen zijn in beide bestanden letter voor letter gelijk. Van gerealiseerde en vervallen plannen\n"
        "worden alleen naam en polygoon geleverd (Invultip 6). Plannen met status 5A of 5B zijn niet geleverd.\n"
        "Dit pakket kan vertrouwelijke plannen bevatten: deel het alleen volgens het Dataprotocol LMVW.\n"
        "\n"
        "Na het schrijven zijn beide bestanden teruggelezen en vergeleken met het planbestand (LMVW-plugin {version}).\n"
    ).format(
        gemeente=delivery.gemeente.name,
        code=delivery.gemeente.code,
        peildatum=delivery.peildatum,
        delivery=delivery.peildatum.delivery_name,
        plans=len(delivery.rows),
        finished=finished,
        bruto=total["bruto_totaal"],
        sloop=total["sloop_totaal"],
        version=plugin_version,
    )
