# SPDX-License-Identifier: GPL-2.0-or-later
"""The mistakes that are planted in the variant ``fouten``, each with the finding it must give."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from shapely.affinity import translate

from lmvw_plugin.core.rules.findings import Ernst

from . import damage
from .dataset import Dataset, Feature, clean_dataset

POLYGONEN, WERKBLAD, BEIDE = "polygonen", "werkblad", "beide"
FOUT, WAARSCHUWING, INFO = Ernst.FOUT.value, Ernst.WAARSCHUWING.value, Ernst.INFO.value


@dataclass(frozen=True, slots=True)
class Planted:
    """One expected finding.

    ``plannaam`` is the name in the polygon layer, or in the worksheet when only that has the plan; ``ander`` is its near
    twin in the worksheet (N3) or the later plan of a pair (G4). ``soort`` is ``geplant``, or ``gevolg`` for a finding that
    another planted mistake brings along.
    """

    regel: str
    ernst: str
    plannaam: str
    bestand: str
    veld: str
    wat: str
    soort: str = "geplant"
    ander: str = ""


@dataclass(frozen=True, slots=True)
class _Values:
    """A mistake in the amounts or answers of one row: Basisset columns and their wrong values."""

    regel: str
    ernst: str
    plannaam: str
    veld: str
    wat: str
    values: dict[str, object]


def planted_dataset() -> tuple[Dataset, list[Planted]]:
    """The sample with the mistakes in it, and what the checks must find."""
    data = clean_dataset()
    planted: list[Planted] = []
    for plant in (_values, _shapes, _names):  # names last: the others find their plans by name
        planted += plant(data)
    planted += [
        Planted("S3", INFO, "Bedrijvenstrook Middenweg", BEIDE, "planstatus", "Status 5A, ook in de schone variant; dit is geen fout."),
        Planted("S3", INFO, "Woonwagens, locatie nader te bepalen", WERKBLAD, "planstatus",
                "Status 5B zonder polygoon, ook in de schone variant; dit is geen fout en geen ontbrekende naam."),
    ]  # fmt: skip
    return data, sorted(planted, key=lambda one: (one.soort != "geplant", one.regel[0], int(one.regel[1:]), one.plannaam))


_WRONG_VALUES = (
    _Values("A1", FOUT, "Groenstrook Kievitsingel", "vertrouwelijk", "Vertrouwelijk is leeg.", {"vertrouwelijk": None}),
    _Values("A1", FOUT, "Brede School Oosterdiep", "meergezins", "Meergezinswoningen is leeg.", {"meergezins": None}),
    _Values("A1", FOUT, "Ruygenhoek-Oost", "planstatus", "De planstatus is alleen ‘zacht’.", {"planstatus": "zacht"}),
    _Values("A1", FOUT, "Zeeheldenflats", "bruto_totaal", "Bruto is de tekst ‘ca. 140’.", {"bruto_totaal": "ca. 140"}),
    _Values("A2", FOUT, "Busstation / De Wissel", "bruto_totaal", "2027 is 5 woningen lager dan bij bruto totaal hoort.",
            {"bruto_jaar02": -5}),
    _Values("A3", FOUT, "Bloemenbuurt-Noord", "sloop_totaal", "Sloop in 2026 is 4 woningen hoger dan bij sloop totaal hoort.",
            {"sloop_jaar01": +4}),
    _Values("A4", FOUT, "Ambachtsschool (Lyceumlaan 12)", "bruto_totaal", "Er is 1 meergezinswoning te veel.", {"meergezins": +1}),
    _Values("A5", FOUT, "d'Oude Haven", "bruto_totaal", "In de overige prijssegmenten ontbreken 10 woningen.", {"prijs_overig": -10}),
    _Values("A6", FOUT, "Zorgcentrum De Branding", "zorggeschikt", "Zorggeschikt is 40 bij 36 geclusterde woningen.",
            {"zorggeschikt": +22}),
    _Values("A6", FOUT, "Schoolkwartier De Vuurtoren", "huur_sociaal_markt_25jaar",
            "‘Waarvan 25 jaar’ is groter dan de sociale huur door marktpartijen zelf.", {"huur_sociaal_markt_25jaar": +6}),
    _Values("A6", FOUT, "Flexwonen Pampuslaan", "tijdelijk", "Tijdelijk is 66 bij 60 woningen bruto.", {"tijdelijk": +6}),
    _Values("A7", FOUT, "Noorderzoom", "geclusterd_55plus", "De vraag over 55-plus is leeg bij 16 geclusterde woningen.",
            {"geclusterd_55plus": None}),
    _Values("A8", WAARSCHUWING, "Café Zuiderzicht", "nultreden_geclusterd", "8 woningen geclusterd.",
            {"nultreden_geclusterd": +8, "geclusterd_55plus": True}),
    _Values("A9", WAARSCHUWING, "Erf Zuiderhoeve", "plantype", "Plantype is uitbreiding uitleg bij 6 woningen.",
            {"plantype": "uitbreiding_uitleg"}),
    _Values("A9", WAARSCHUWING, "Oosterdiep-Zuid", "plantype", "Plantype is uitbreiding overig bij 52 woningen.",
            {"plantype": "uitbreiding_overig"}),
    _Values("S1", FOUT, "Raadhuisplein 1-3", "vertrouwelijk", "Vertrouwelijk is ja bij status 1A.", {"vertrouwelijk": True}),
    _Values("S2", FOUT, "Scheepsjongenshof", "vervallen", "Gerealiseerd en vervallen zijn allebei ja.", {"vervallen": True}),
)  # fmt: skip


def _values(data: Dataset) -> list[Planted]:
    """Wrong amounts and answers in the worksheet; a whole number is added to what the clean row has."""
    for wrong in _WRONG_VALUES:
        row = data.row(wrong.plannaam).values
        for name, value in wrong.values.items():
            row[name] = int(str(row[name])) + value if type(value) is int else value
    kerklaan = data.row("Kerklaan 3/5").values
    kerklaan.update({name: 0 for name, value in kerklaan.items() if type(value) is int})
    return [
        *(Planted(one.regel, one.ernst, one.plannaam, WERKBLAD, one.veld, one.wat) for one in _WRONG_VALUES),
        Planted("A10", WAARSCHUWING, "Kerklaan 3/5", WERKBLAD, "bruto_totaal", "Alle aantallen zijn 0, terwijl het plan nog loopt."),
    ]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A mistake in one polygon; ``met`` is the plan before it in the layer with which it makes a pair."""

    regel: str
    ernst: str
    plannaam: str
    wat: str
    change: Callable[[Dataset, Feature], object]
    met: str = ""


_WRONG_SHAPES = (
    _Shape("G1", FOUT, "Van Speykstraat 41a", "De rij staat er, de polygoon is leeg.", lambda data, one: None),
    _Shape("G2", FOUT, "Dorpsweg 118", "Twee hoekpunten staan in verkeerde volgorde: een zandloper.",
           lambda data, one: damage.bow_tie(one.geometry)),
    _Shape("G2", FOUT, "Plan Zuidwester 2.0", "Een lus in een lange grens: de lijn kruist zichzelf.",
           lambda data, one: damage.loop(one.geometry)),
    _Shape("G3", WAARSCHUWING, "Skûtsjewerf", "400 m naar het zuiden geschoven: ligt voor een deel in het Markermeer.",
           lambda data, one: translate(one.geometry, 0, -400)),
    _Shape("G4", WAARSCHUWING, "Kreekakkers", "Kreekakkers is 130 m naar het westen geschoven, over Polderhart heen.",
           lambda data, one: translate(one.geometry, -130, 0), "Polderhart"),
    _Shape("G4", WAARSCHUWING, "'t Hoge Land fase 2", "Fase 2 heeft dezelfde polygoon als fase 1.",
           lambda data, one: data.feature("'t Hoge Land fase 1").geometry, "'t Hoge Land fase 1"),
    _Shape("G5", WAARSCHUWING, "Brede School Oosterdiep", "Een naald van 18 m lang en 4 cm breed.", lambda data, one: damage.spike(one.geometry)),
    _Shape("G5", WAARSCHUWING, "Ruïnepark", "Een los snippertje van een halve meter naast het plan.",
           lambda data, one: damage.speck(one.geometry)),
    _Shape("G5", WAARSCHUWING, "Flexwonen Pampuslaan", "Elk hoekpunt staat er twee keer in.",
           lambda data, one: damage.doubled_points(one.geometry)),
    _Shape("G6", INFO, "Bêta-campus", "Een cirkel in plaats van het plangebied.", lambda data, one: damage.circle(one.geometry)),
)  # fmt: skip


def _shapes(data: Dataset) -> list[Planted]:
    """Wrong polygons."""
    for wrong in _WRONG_SHAPES:
        feature = data.feature(wrong.plannaam)
        changed = wrong.change(data, feature)
        feature.geometry = None if changed is None else damage.in_millimetres(changed)
    return [Planted(one.regel, one.ernst, one.met or one.plannaam, POLYGONEN, "", one.wat, ander=one.plannaam if one.met else "")
            for one in _WRONG_SHAPES]  # fmt: skip


_NEAR_NAMES = (
    ("Dijkwoningen 1961", "Dijkwoningen 1961 ", "In de polygonen staat een spatie achter de naam."),
    ("Touwslagerij / Lijnbaan 7–11", "Touwslagerij / Lijnbaan 7-11", "In de polygonen een koppelteken, in het werkblad een half kastlijntje."),
    ("Gasfabriekterrein Noord", "Gasfabriekterrein noord", "In de polygonen met kleine n."),
    ("Coöperatie De Eendracht", unicodedata.normalize("NFD", "Coöperatie De Eendracht"),
     "In de polygonen is de ö een o met een los trema (NFD)."),
)  # fmt: skip
_ODD_NAMES = (
    ("Prof. Lelyplein", "Prof.  Lelyplein", "Dubbele spatie, in beide bestanden gelijk."),
    ("Hof van Ruygenhoek", "Hof van\u00a0Ruygenhoek", "Vaste spatie (U+00A0), in beide bestanden gelijk."),
)


def _names(data: Dataset) -> list[Planted]:
    """Wrong names, and the empty fields of polygons that lose their row by it."""
    planted = _one_plan_as_two_polygons(data)
    alone = "Postkantoor Brinkstraat"
    data.rows.remove(data.row(alone))
    planted.append(Planted("N2", FOUT, alone, POLYGONEN, "plannaam", "De rij ontbreekt in het werkblad."))
    absent = "Garageboxen Meidoornhof"
    data.features.remove(data.feature(absent))
    planted.append(Planted("N2", FOUT, absent, WERKBLAD, "plannaam", "De polygoon ontbreekt."))
    for right, near, wat in _NEAR_NAMES:
        data.feature(right).naam = near
        planted.append(Planted("N3", FOUT, near, POLYGONEN, "plannaam", wat, ander=right))
    planted.append(Planted("N4", WAARSCHUWING, _NEAR_NAMES[0][1], POLYGONEN, "plannaam", "Spatie achter de naam.", "gevolg"))
    rowless = [alone, *(near for _, near, _ in _NEAR_NAMES)]
    planted += [Planted("A1", FOUT, naam, POLYGONEN, "", "Zonder rij met precies deze naam blijven alle velden leeg.", "gevolg")
                for naam in rowless]  # fmt: skip
    return planted + [_odd_name(data, *odd) for odd in _ODD_NAMES]


def _one_plan_as_two_polygons(data: Dataset) -> list[Planted]:
    """The two parcels of one plan become two rows of the layer: each takes the same worksheet row."""
    naam = "Molentocht, twee kavels"
    whole = data.feature(naam)
    parts = [damage.in_millimetres(part) for part in whole.geometry.geoms]
    where = data.features.index(whole)
    data.features[where : where + 1] = [Feature(naam, whole.plannr, whole.opmerking, part) for part in parts]
    return [
        Planted("N1", FOUT, naam, POLYGONEN, "plannaam", "De twee kavels zijn twee polygonen met dezelfde naam."),
        Planted("N2", FOUT, naam, BEIDE, "plannaam", "De naam staat twee keer in de polygonen en één keer in het werkblad.", "gevolg"),
    ]


def _odd_name(data: Dataset, right: str, odd: str, wat: str) -> Planted:
    data.feature(right).naam = odd
    data.row(right).values["plannaam"] = odd
    return Planted("N4", WAARSCHUWING, odd, BEIDE, "plannaam", wat)
