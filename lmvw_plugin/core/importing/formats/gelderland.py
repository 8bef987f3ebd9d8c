# SPDX-License-Identifier: GPL-2.0-or-later
"""The file geodatabase of Gelderland: Planregistratie with one row per plan, DetailPlanning with the 33 counts per year."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ...basisset.peildatum import Peildatum
from ...basisset.values import amount, whole_number
from ...i18n import several, tr
from . import counts33
from .known import Flat, KnownFormat, Record, text_of
from .tally import Tally

_DIRECT = {
    "tijdelijk": "aantal_tijdelijke_woningen",
    "nultreden": "aantal_nultreden_woningen",
    "nultreden_geclusterd": "aantal_geclusterde_woningen",
    "zorggeschikt": "aantal_zorggeschikte_woningen",
}

_KINDS = ("meergezins_", "eengezins_", "onbekend_")  # how the columns of the counts begin


def flatten(records: Sequence[Record], details: Mapping[str, Sequence[Record]], peildatum: Peildatum) -> Flat:
    """One flat row per plan; without a detail table the remaining totals are all there is."""
    flat = Flat()
    details = {_key(key): rows for key, rows in details.items()}
    for raw in records:
        record = {name.casefold(): value for name, value in raw.items()}  # totaal_ and Totaal_ both occur
        tally = Tally(peildatum)
        tally.row |= counts33.shared(record) | {veld: record.get(column) for veld, column in _DIRECT.items()}
        years = [row for row in details.get(_key(record.get("globalid")), ()) if _counts(row)]
        if years:
            rented, middle = (
                whole_number(record.get("aantal_huurwoningen_corporatie")),
                whole_number(record.get("aantal_middenhuur_corporatie")),
            )
            social = None if rented is None or middle is None else rented - middle
            counts33.add_years(tally, years, peildatum, (social, middle))
            _compare(tally, record)
        else:
            _add_totals(tally, record)
        row, extra = tally.close(_key(record.get("globalid")))
        flat.rows.append(row)
        flat.extras.append(extra)
    flat.remarks += _without_plan(details, {_key(value) for raw in records for name, value in raw.items() if name.casefold() == "globalid"})
    return flat


def _without_plan(details: Mapping[str, Sequence[Record]], keys: Collection[str]) -> Iterator[str]:
    """Years whose plan is not there: they can be counted, not placed."""
    lost = {key: rows for key, rows in details.items() if key not in keys and any(map(_counts, rows))}
    if lost:
        built = ((name, value) for rows in lost.values() for row in rows for name, value in row.items() if name.startswith(_KINDS))
        yield tr("In DetailPlanning staan jaren van plannen die niet in Planregistratie staan: samen {count} ({keys}).").format(
            count=several(sum(amount(value) for _, value in built), "woning", "woningen"), keys=", ".join(sorted(lost))
        )


def _key(value: object) -> str:
    """One spelling of a GlobalID: drivers differ in braces and case."""
    return text_of(value).strip("{}").lower()


def _counts(row: Record) -> list[object]:
    """The counts of a year that say something: not empty, not zero."""
    return [value for name, value in row.items() if name.removeprefix("sloop_").startswith(_KINDS) and value not in (None, "", 0, "0")]


def _compare(tally: Tally, record: Record) -> None:
    for veld, column in (("bruto_totaal", "totaal_resterend"), ("sloop_totaal", "totaal_sloop_resterend")):
        stated = whole_number(record.get(column))
        if stated is not None and stated != tally.row.get(veld, 0):
            tally.leave(veld, column, stated, tr("de jaren in DetailPlanning geven een ander totaal; dat van de jaren is gebruikt"))


def _add_totals(tally: Tally, record: Record) -> None:
    """Only what says "resterend" is rest capacity; the other totals include realised homes or subtract demolition."""
    for veld, rest, done in (
        ("bruto_totaal", "totaal_resterend", "totaal_gerealiseerd"),
        ("sloop_totaal", "totaal_sloop_resterend", "totaal_sloop_gerealiseerd"),
    ):
        remaining, realised = tally.number(record.get(rest), rest, veld), tally.number(record.get(done), done, veld)
        if remaining is not None:
            tally.phase(veld, None, remaining, rest, realised=False)
        if realised:
            tally.phase(veld, None, realised, done, realised=True)
    bruto = whole_number(record.get("totaal_resterend"))
    flats, houses = (
        tally.number(record.get(f"totaal_{veld}_resterend"), f"totaal_{veld}_resterend", veld) for veld in ("meergezins", "eengezins")
    )
    for veld, count in (("meergezins", flats), ("eengezins", houses)):
        if count is not None:
            tally.add(veld, count, f"totaal_{veld}_resterend")
    # Totaal_type_onbekend_resterend holds the last block only: the rest of bruto is what is unknown.
    if bruto is not None and flats is not None and houses is not None and bruto >= flats + houses:
        tally.add("woningtype_onbekend", bruto - flats - houses, "totaal_resterend − meergezins − eengezins")
    for price in (*(f"koop{n}" for n in range(1, 5)), *(f"huur{n}" for n in range(1, 5))):
        value = record.get(f"totaal_{price}")
        if value not in (None, "", 0):
            reason = tr("telt opgeleverde woningen mee en trekt sloop af; vul het prijssegment zelf in")
            tally.leave("prijs_onbekend", f"totaal_{price}", value, reason)


FORMAT = KnownFormat(
    "Planregistratie Gelderland (file geodatabase)",
    (
        ("plannaam", "plannaam"),
        ("plan_id", "GlobalID"),
        ("plantype", "plantype; ‘Onbekend’ vult u zelf aan"),
        ("planstatus", "de code van status_planologisch; de woorden erachter tellen niet"),
        ("vertrouwelijk", "vertrouwelijkheid; alleen Openbaar is zeker (nee), de andere niveaus kiest u zelf"),
        *counts33.FILLS,
        ("tijdelijk", "aantal_tijdelijke_woningen"),
        ("nultreden", "aantal_nultreden_woningen"),
        ("nultreden_geclusterd", "aantal_geclusterde_woningen"),
        ("zorggeschikt", "aantal_zorggeschikte_woningen"),
    ),
    (
        *counts33.CANNOT,
        "Zonder jaren in DetailPlanning komen alleen Totaal_resterend, Totaal_sloop_resterend en de resterende woningtypen over.",
        "Totaal_koop1 tot en met Totaal_huur4 tellen opgeleverde woningen mee en trekken sloop af; zij zijn niet gebruikt.",
        "Totaal_type_onbekend_resterend is in de bron fout berekend; het onbekende deel is afgeleid uit bruto.",
    ),
    recognise=lambda columns: (
        {"plannaam", "status_planologisch", "totaal_resterend", "aantal_nultreden_woningen"} <= {c.casefold() for c in columns}
    ),
    flatten=flatten,
    detail_table="DetailPlanning",
    detail_key="parent_globalid",
)
