# SPDX-License-Identifier: GPL-2.0-or-later
"""The plans of Markerwaard, as a planner would describe them: what, where, how many and when."""

from __future__ import annotations

from dataclasses import dataclass

from .places import (
    HAVEN,
    MARKERSTEDE,
    NOORDKAAG,
    OOSTERDIEP,
    POLDER_NOORD,
    POLDER_OOST,
    POLDER_WEST,
    POLDER_ZUID,
    RUYGENHOEK,
    Shape,
    along_canal,
    around,
    block,
    farm_land,
    parcel,
    quad,
    together,
)


@dataclass(frozen=True, slots=True)
class Ontwerp:
    """One plan in a few numbers; ``amounts`` turns them into the counts of the Basisset."""

    naam: str
    kern: str
    planstatus: str
    plantype: str
    shape: Shape | None
    bruto: int = 0
    flats: float = 0.0  # share of meergezins
    unknown_type: float = 0.0
    mix: str = "gemengd"
    start: int = 2026  # first year of completion
    years: int = 1
    sloop: int = 0
    sloop_start: int = 2026
    sloop_years: int = 0  # 0: phasing of sloop not given
    tijdelijk: int = 0
    ouderen: tuple[int, int, int, int] = (0, 0, 0, 0)  # nultreden, clustered, care, other
    vertrouwelijk: bool = False
    gerealiseerd: bool = False
    vervallen: bool = False
    toelichting: str | None = None
    opmerking: str | None = None  # the GIS colleague's own remark in the polygon layer


_T, _N, _O, _R = "Markerstede", "Noordkaag", "Oosterdiep", "Ruygenhoek"

ONTWERPEN: tuple[Ontwerp, ...] = (
    Ontwerp("Busstation / De Wissel", _T, "1A", "transformatiegebied", block(MARKERSTEDE, 4, 5, 2, 2), 236, 0.92, start=2026, years=4,
            ouderen=(60, 24, 0, 12)),
    Ontwerp("d'Oude Haven", _T, "2A", "transformatiegebied",
            quad(HAVEN, (0, 40), (150, 40), (150, 165), (20, 180), (0, 160)), 158, 0.8, start=2027, years=4, ouderen=(34, 0, 0, 0)),
    Ontwerp("d'Oude Haven, oostkade", _T, "2C", "transformatiegebied",
            quad(HAVEN, (150, 40), (290, 55), (285, 150), (150, 165)), 74, 1.0, mix="beleggers", start=2030, years=3,
            opmerking="grens gelijk aan d'Oude Haven"),
    Ontwerp("Raadhuisplein 1-3", _T, "1A", "pand_transformatie", parcel(MARKERSTEDE, 665, 380, 32, 24), 18, 1.0, mix="beleggers",
            start=2026),
    Ontwerp("Postkantoor Brinkstraat", _T, "1A", "pand_transformatie", parcel(MARKERSTEDE, 340, 610, 22, 28), 9, 1.0, mix="vrij",
            start=2027),
    Ontwerp("Ambachtsschool (Lyceumlaan 12)", _T, "2A", "pand_transformatie", parcel(MARKERSTEDE, 890, 460, 60, 46), 34, 1.0,
            mix="beleggers", start=2028, years=2),
    Ontwerp("Bloemenbuurt-Noord", _T, "1A", "herstructurering", block(MARKERSTEDE, 10, 9, 2, 3), 96, 0.35, mix="corporatie", start=2027,
            years=3, sloop=84, sloop_start=2026, sloop_years=2, ouderen=(28, 0, 0, 10)),
    Ontwerp("Zeeheldenflats", _T, "3", "herstructurering", block(MARKERSTEDE, 1, 10, 1, 3), 140, 1.0, mix="corporatie", start=2029,
            years=4, sloop=120, sloop_start=2028, sloop_years=2),
    Ontwerp("Prof. Lelyplein", _T, "1B", "herstructurering", block(MARKERSTEDE, 7, 2, 1, 2), 60, 0.9, start=2028, years=2, sloop=24),
    Ontwerp("Dijkwoningen 1961", _T, "1A", "herstructurering", quad(HAVEN, (-400, 60), (-230, 70), (-228, 95), (-402, 84)), 12,
            mix="sociaal", start=2027, sloop=14, sloop_start=2026, sloop_years=1,
            toelichting="Twee woningen minder terug: bredere kavels langs de dijk."),
    Ontwerp("Schoolkwartier De Vuurtoren", _T, "3", "verdichting",
            around(block(MARKERSTEDE, 8, 11, 2, 3), parcel(MARKERSTEDE, 940, 900, 70, 55)), 112, 0.6, start=2029, years=4,
            opmerking="school blijft, is uit het plangebied gelaten"),
    Ontwerp("Groenstrook Kievitsingel", _T, "4B", "verdichting", parcel(MARKERSTEDE, 112, 230, 200, 16), 14, mix="onbekend",
            start=2032, unknown_type=1.0),
    Ontwerp("Garageboxen Meidoornhof", _T, "1A", "verdichting", parcel(MARKERSTEDE, 560, 770, 45, 18), 6, mix="vrij", start=2026),
    Ontwerp("Van Speykstraat 41a", _T, "1A", "verdichting", parcel(MARKERSTEDE, 1215, 395, 11, 28), 1, mix="vrij", start=2026),
    Ontwerp("Zorgcentrum De Branding", _T, "1A", "verdichting", block(MARKERSTEDE, 0, 6), 54, 1.0, mix="sociaal", start=2027, years=2,
            ouderen=(54, 36, 18, 0)),
    Ontwerp("Flexwonen Pampuslaan", _T, "1A", "verdichting", parcel(MARKERSTEDE, 1440, 900, 80, 50), 60, 0.8, mix="sociaal", start=2026,
            tijdelijk=60, toelichting="Vergund voor vijftien jaar.", opmerking="tijdelijk"),
    Ontwerp("Scheepsjongenshof", _T, "1A", "verdichting", block(MARKERSTEDE, 6, 8), gerealiseerd=True,
            opmerking="opgeleverd najaar 2025"),
    Ontwerp("Vaartoevers-West", _T, "1B", "transformatiegebied", along_canal(146650, 640, 22, 68), 86, 0.7, start=2028, years=4),
    Ontwerp("Vaartoevers-Oost", _T, "4A", "transformatiegebied", along_canal(148600, 540, -70, -20), 120, 0.8, mix="visie", start=2034,
            years=6, unknown_type=0.4, vertrouwelijk=True),
    Ontwerp("Touwslagerij / Lijnbaan 7–11", _T, "2A", "transformatiegebied", along_canal(147700, 240, 20, 52), 48, 0.6, start=2027,
            years=2),
    Ontwerp("Gasfabriekterrein Noord", _T, "2B", "transformatiegebied", block(MARKERSTEDE, 13, 3, 1, 2), 130, 0.9, start=2030, years=5,
            toelichting="Start na sanering van de bodem."),
    Ontwerp("Coöperatie De Eendracht", _T, "3", "transformatiegebied", block(MARKERSTEDE, 12, 0, 2, 1), 72, 0.75, start=2029, years=2),
    Ontwerp("Skûtsjewerf", _T, "2A", "transformatiegebied", quad(HAVEN, (330, 30), (420, 35), (440, 80), (425, 140), (335, 130)), 40, 0.9,
            mix="koop", start=2028, years=2),
    Ontwerp("Bêta-campus", _T, "4B", "transformatiegebied", block(MARKERSTEDE, 4, 13, 3, 2), 200, 1.0, mix="onbekend", start=2036, years=8,
            unknown_type=0.25, opmerking="grens nog globaal"),
    Ontwerp("Café Zuiderzicht", _T, "3", "pand_transformatie", parcel(HAVEN, -60, 200, 30, 24), 11, 1.0, mix="koop", start=2028,
            ouderen=(11, 0, 0, 0)),
    Ontwerp("'t Hoge Land fase 1", _T, "1A", "uitbreiding_uitleg", farm_land(POLDER_OOST, 0, 5, 360), 210, 0.25, start=2026, years=5,
            ouderen=(45, 0, 0, 20)),
    Ontwerp("'t Hoge Land fase 2", _T, "1C", "uitbreiding_uitleg", farm_land(POLDER_OOST, 5, 4, 330), 165, 0.25, start=2031, years=5),
    Ontwerp("Polderhart", _T, "4A", "uitbreiding_uitleg", farm_land(POLDER_ZUID, 0, 9, 620, start=-150), 420, 0.3, mix="visie", start=2033,
            years=12, unknown_type=0.3, vertrouwelijk=True),
    Ontwerp("Kreekakkers", _T, "3", "uitbreiding_uitleg", farm_land(POLDER_ZUID, 10, 4, 480, start=-150), 180, 0.2, start=2030, years=5),
    Ontwerp("Plan Zuidwester 2.0", _T, "2B", "uitbreiding_uitleg", farm_land(POLDER_WEST, 0, 4, 280), 76, 0.1, start=2029, years=3),
    Ontwerp("Westerkoog", _T, "4A", "uitbreiding_uitleg", farm_land(POLDER_WEST, 7, 3, 300), vertrouwelijk=True, vervallen=True,
            toelichting="Raad trok de medewerking in.", opmerking="gaat niet door"),
    Ontwerp("Zonneweide / Agro-erf", _T, "4B", "uitbreiding_overig", parcel(POLDER_WEST, 150, -500, 80, 120), 8, mix="onbekend",
            start=2031, years=2, vertrouwelijk=True),
    Ontwerp("Erf Zuiderhoeve", _T, "1A", "uitbreiding_overig", parcel(POLDER_ZUID, 900, -600, 70, 90), 6, mix="koop", start=2027, years=2),
    Ontwerp("Noorderzoom", _N, "2A", "uitbreiding_uitleg", farm_land(POLDER_NOORD, 0, 4, 300), 88, 0.2, start=2028, years=3,
            ouderen=(30, 16, 0, 8)),
    Ontwerp("Kerklaan 3/5", _N, "1A", "pand_transformatie", parcel(NOORDKAAG, 225, 80, 26, 40), 5, 1.0, mix="vrij", start=2026),
    Ontwerp("Molentocht, twee kavels", _N, "2C", "uitbreiding_overig",
            together(parcel(NOORDKAAG, -180, -60, 30, 55), parcel(NOORDKAAG, -120, -75, 28, 50)), 2, mix="vrij", start=2028),
    Ontwerp("Oosterdiep-Zuid", _O, "1B", "uitbreiding_uitleg", farm_land(OOSTERDIEP, 0, 3, 220, start=-320), 52, 0.1, start=2028, years=3),
    Ontwerp("Brede School Oosterdiep", _O, "3", "verdichting", block(OOSTERDIEP, 2, 1), 20, 0.6, start=2029),
    Ontwerp("Hof van Ruygenhoek", _R, "2A", "verdichting", block(RUYGENHOEK, 1, 1), 24, 1.0, mix="corporatie", start=2027,
            ouderen=(24, 24, 0, 0)),
    Ontwerp("Ruygenhoek-Oost", _R, "3", "uitbreiding_uitleg", farm_land(RUYGENHOEK, 8, 3, 260), 64, 0.15, start=2030, years=3),
    Ontwerp("Ruïnepark", _R, "4A", "verdichting", block(RUYGENHOEK, 4, 2), 16, 0.5, mix="visie", start=2033, unknown_type=0.5),
    Ontwerp("Dorpsweg 118", _R, "1C", "uitbreiding_overig", parcel(RUYGENHOEK, -260, 40, 34, 62), 4, mix="koop", start=2028),
    Ontwerp("Bedrijvenstrook Middenweg", _T, "5A", "transformatiegebied", parcel(MARKERSTEDE, 1600, 500, 60, 240), 90, 0.8,
            mix="onbekend", start=2036, years=5, opmerking="alleen ambtelijk"),
    Ontwerp("Woonwagens, locatie nader te bepalen", _T, "5B", "verdichting", None, 10, mix="onbekend", start=2032, unknown_type=1.0),
)  # fmt: skip
