# SPDX-License-Identifier: GPL-2.0-or-later
"""The page ``docs/voorbeeld.md``, made from the sample itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from shapely.geometry import Polygon

from lmvw_plugin.core.basisset.codelists import code_list
from lmvw_plugin.core.i18n import day_of, number

from .dataset import GEMEENTE, PEILDATUM, Dataset
from .files import HEADERS, POLYGON_LAYER, SHEET
from .planted import Planted

_TEXT = """\
<!-- Gemaakt door scripts/make_sample.py --docs; wijzig de gegevens daar. -->
# Het voorbeeld: gemeente {gemeente}

Het voorbeeld hoort bij de fictieve gemeente {gemeente} ({code}). Zij heet naar de polder die in het Markermeer gepland was en
er nooit kwam. De gemeente ligt daardoor in open water, rond RD ({x}, {y}), en is {width} bij {height} kilometer
groot. Er is een stad (Markerstede, met haven en Markervaart) en er zijn drie dorpen (Noordkaag, Oosterdiep en Ruygenhoek).
Alle plannen, namen en aantallen zijn verzonnen.

Peildatum {peildatum}; {plans} plannen, waarvan {polygons} met een polygoon; samen {bruto} woningen bruto en {sloop} woningen
sloop in de plannen die geleverd worden.

| planstatus | plannen |
|---|---|
{statuses}

| plantype | plannen |
|---|---|
{types}

Er is één gerealiseerd en één vervallen plan. De plannen met status 5A en 5B gaan niet mee; het 5B-plan heeft geen locatie en
dus geen polygoon. Verder: een plan van twee losse kavels, een plan met een gat voor een school die blijft, twee plannen die
precies aan elkaar grenzen, en vertrouwelijke plannen met een zachte status.

## Bestanden

Zij horen bij de plugin. **Voorbeeld bekijken** in het startpaneel maakt een planbestand van de schone bestanden.

| bestand | inhoud |
|---|---|
| `schoon/plannen.gpkg` | laag `{layer}` (EPSG:28992) met `naam`, `plannr` en `opmerking` |
| `schoon/werkblad.xlsx` | blad `{sheet}`, de kop staat op rij 3 |
| `fouten/plannen.gpkg`, `fouten/werkblad.xlsx` | dezelfde bestanden met de fouten hieronder |
| `gemeentegrens.gpkg` | laag `gemeentegrens`, één polygoon |
| `geplante_fouten.csv` | de tabellen hieronder, om mee te vergelijken |

De schone variant heeft geen enkele fout. Het Excel-bestand is zoals een planoloog het bijhoudt: kolomkoppen als
{headers}; statussen als ‘1A Onherroepelijk’, een enkele keer alleen de code; ja en nee; en twee eigen kolommen die nergens bij horen
(‘Kern’ en ‘Netto totaal’).

## Geplante fouten

De controle geeft in `fouten` deze bevindingen. Namen staan tussen aanhalingstekens, zodat ook spaties te zien zijn;
`·` is een vaste spatie en `˽` een gewone spatie die er te veel is.

{planted}

## Wat daaruit volgt

Een polygoon waarvan de naam niet letterlijk in het Excel-bestand staat, krijgt bij het koppelen geen gegevens; een naam die twee
keer voorkomt, past niet meer één op één. Zolang de naam niet verbeterd is, komen daar deze bevindingen bij.

{followed}

Andere bevindingen horen er niet te zijn, met de toleranties zoals ze zijn ingesteld en zonder vorige levering.
"""


def text(clean: Dataset, planted: Sequence[Planted], boundary: Polygon) -> str:
    """The whole page."""
    left, bottom, right, top = boundary.bounds
    statuses = Counter(str(row.values["planstatus"]) for row in clean.rows)
    types = Counter(str(row.values["plantype"]) for row in clean.rows)
    counted = [row.values for row in clean.rows if not str(row.values["planstatus"]).startswith("5")]
    return _TEXT.format(
        gemeente=GEMEENTE.name,
        code=GEMEENTE.code,
        x=f"{(left + right) / 2:.0f}",
        y=f"{(bottom + top) / 2:.0f}",
        width=round((right - left) / 1000),
        height=round((top - bottom) / 1000),
        peildatum=day_of(str(PEILDATUM)),
        plans=len(clean.rows),
        polygons=len(clean.features),
        bruto=number(sum(int(str(values.get("bruto_totaal", 0))) for values in counted)),
        sloop=sum(int(str(values.get("sloop_totaal", 0))) for values in counted),
        statuses=_rows((f"{code} {entry.label}", statuses[code]) for code, entry in code_list("planstatus").items()),
        types=_rows((entry.label, types[code]) for code, entry in code_list("plantype").items()),
        layer=POLYGON_LAYER,
        sheet=SHEET,
        headers=", ".join(f"‘{HEADERS[name]}’" for name in ("plannaam", "planstatus", "plannummer", "bruto_totaal")),
        planted=_table(one for one in planted if one.soort == "geplant"),
        followed=_table(one for one in planted if one.soort == "gevolg"),
    )


def _table(planted: Iterable[Planted]) -> str:
    head = "| regel | ernst | plan | bestand | wat is er gedaan |\n|---|---|---|---|---|\n"
    return head + _rows((one.regel, one.ernst, _names(one), one.bestand, one.wat) for one in planted)


def _names(one: Planted) -> str:
    return _shown(one.plannaam) + (f" en {_shown(one.ander)}" if one.ander else "")


def _shown(naam: str) -> str:
    visible = naam.replace("\u00a0", "·").replace("  ", " ˽")
    return f"‘{visible[:-1]}˽’" if visible.endswith(" ") else f"‘{visible}’"


def _rows(rows: Iterable[Sequence[object]]) -> str:
    return "\n".join("| " + " | ".join(str(value) for value in row) + " |" for row in rows)
