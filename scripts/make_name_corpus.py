# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs of plan names with the verdict that someone who knows the municipality would give.

    python scripts/make_name_corpus.py corpus.csv

``same``: identical. ``suspicious``: very likely one plan, written in two ways; show both, let a person decide.
``different``: two plans, never to be proposed as one. ``invalid``: one of the two is no name.
The third value is the kind of difference that the explanation must name.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from pathlib import Path

SAME, SUSPICIOUS, DIFFERENT, INVALID = "same", "suspicious", "different", "invalid"

_LONG = (
    "Transformatie van het voormalige kantorencomplex en de omliggende bedrijfsterreinen langs de spoorlijn tussen het stationsplein, de "
    "Wilhelminastraat en het kanaal, inclusief parkeergarage, openbare ruimte, basisschool, sporthal en aansluiting op de provinciale weg van "
    "de oostelijke ringweg"
)


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


PAIRS: tuple[tuple[str | None, str | None, str, str], ...] = (
    # identical
    ("De Hoef", "De Hoef", SAME, ""),
    ("Plan 12", "Plan 12", SAME, ""),
    ("007", "007", SAME, ""),
    ("Café Zuid", "Café Zuid", SAME, ""),
    ("'t Hof", "'t Hof", SAME, ""),
    ("Šibenik – blok A", "Šibenik – blok A", SAME, ""),
    (_nfd("Café"), _nfd("Café"), SAME, ""),
    # Unicode form
    ("Café Zuid", _nfd("Café Zuid"), SUSPICIOUS, "unicode"),
    ("Coöperatie Noord", _nfd("Coöperatie Noord"), SUSPICIOUS, "unicode"),
    ("Ŝ-terrein", _nfd("Ŝ-terrein"), SUSPICIOUS, "unicode"),
    ("CAFÉ ZUID", _nfd("Café Zuid"), SUSPICIOUS, "case"),
    # white space
    ("De Hoef", "De Hoef ", SUSPICIOUS, "white"),
    ("De Hoef", " De Hoef", SUSPICIOUS, "white"),
    ("De Hoef", "De  Hoef", SUSPICIOUS, "white"),
    ("De Hoef", "De\u00a0Hoef", SUSPICIOUS, "white"),
    ("De Hoef", "De\u2009Hoef", SUSPICIOUS, "white"),
    ("De Hoef", "De\u202fHoef", SUSPICIOUS, "white"),
    ("De Hoef", "De\u3000Hoef", SUSPICIOUS, "white"),
    ("De Hoef", "De\nHoef", SUSPICIOUS, "white"),
    ("De Hoef", "De\r\nHoef", SUSPICIOUS, "white"),
    ("De Hoef", "De\tHoef", SUSPICIOUS, "white"),
    ("De Hoef", "De Hoef\n", SUSPICIOUS, "white"),
    ("De Hoef\u00a0", "De Hoef ", SUSPICIOUS, "white"),
    ("locatie  vml. Multimate", "locatie vml. Multimate", SUSPICIOUS, "white"),
    # invisible
    ("Kerkplein", "Kerk\u200bplein", SUSPICIOUS, "invisible"),
    ("Kerkplein", "\ufeffKerkplein", SUSPICIOUS, "invisible"),
    ("Kerkplein", "Kerk\u00adplein", SUSPICIOUS, "invisible"),
    ("Kerkplein", "Kerkplein\u200e", SUSPICIOUS, "invisible"),
    ("Kerkplein", "\u202aKerkplein\u202c", SUSPICIOUS, "invisible"),
    ("Kerkplein", "Kerk\u2060plein", SUSPICIOUS, "invisible"),
    ("Kerkplein", "Kerkplein\u0007", SUSPICIOUS, "invisible"),
    ("Kerkplein", "Kerk\u200dplein", SUSPICIOUS, "invisible"),
    ("Kerkplein", "Kerk\u034fplein", SUSPICIOUS, "invisible"),
    # case
    ("De Hoef", "de hoef", SUSPICIOUS, "case"),
    ("De Hoef", "DE HOEF", SUSPICIOUS, "case"),
    ("IJmuiden", "Ijmuiden", SUSPICIOUS, "case"),
    ("stationsgebied", "Stationsgebied", SUSPICIOUS, "case"),
    ("Plan A", "plan a", SUSPICIOUS, "case"),
    # dashes
    ("Noord-West", "Noord\u2013West", SUSPICIOUS, "dash"),
    ("Noord-West", "Noord\u2014West", SUSPICIOUS, "dash"),
    ("Noord-West", "Noord\u2011West", SUSPICIOUS, "dash"),
    ("Noord-West", "Noord\u2212West", SUSPICIOUS, "dash"),
    ("Noord - West", "Noord \u2010 West", SUSPICIOUS, "dash"),
    # quotes and apostrophes
    ("'t Hof", "\u2019t Hof", SUSPICIOUS, "quote"),
    ("'t Hof", "\u2018t Hof", SUSPICIOUS, "quote"),
    ("'t Hof", "`t Hof", SUSPICIOUS, "quote"),
    ("'t Hof", "\u00b4t Hof", SUSPICIOUS, "quote"),
    ("d'Oude Haven", "d\u2032Oude Haven", SUSPICIOUS, "quote"),
    ('"De Parel"', "\u201cDe Parel\u201d", SUSPICIOUS, "quote"),
    ('"De Parel"', "\u201eDe Parel\u201d", SUSPICIOUS, "quote"),
    # ligatures
    ("IJmuiden", "\u0132muiden", SUSPICIOUS, "ligature"),
    ("Het Lijnbaanplein", "Het L\u0133nbaanplein", SUSPICIOUS, "ligature"),
    ("Kloosterdijk", "Kloosterdÿk", SUSPICIOUS, "ligature"),
    ("Profiel", "Pro\ufb01el", SUSPICIOUS, "ligature"),
    ("Plan 2", "Plan \uff12", SUSPICIOUS, "ligature"),
    ("Œuvre", "Oeuvre", SUSPICIOUS, "ligature"),
    # other scripts
    ("De Hoef", "De Hоef", SUSPICIOUS, "script"),
    ("Park Assumburg", "Рark Assumburg", SUSPICIOUS, "script"),
    ("Bachplein", "Βachplein", SUSPICIOUS, "script"),
    ("Oost", "Οost", SUSPICIOUS, "script"),
    # accents and damage
    ("Café Zuid", "Cafe Zuid", SUSPICIOUS, "accent"),
    ("Patiowoningen Curaçaolaan", "Patiowoningen Curacaolaan", SUSPICIOUS, "accent"),
    ("Café Zuid", "CafÃ© Zuid", SUSPICIOUS, "mojibake"),
    ("’t Hof", "â€™t Hof", SUSPICIOUS, "mojibake"),
    # punctuation and joined words
    ("Jan van Kuikweg 18", "Jan van Kuikweg, 18", SUSPICIOUS, "punctuation"),
    ("De Hoef", "DeHoef", SUSPICIOUS, "punctuation"),
    ("Noord-West", "Noord West", SUSPICIOUS, "punctuation"),
    ("Noord-West", "Noordwest", SUSPICIOUS, "punctuation"),
    ("Kerkweg (Albert Heijn)", "Kerkweg Albert Heijn", SUSPICIOUS, "punctuation"),
    ("Wonen & Zorg", "Wonen en Zorg", SUSPICIOUS, "punctuation"),
    ("H. Schaftstraat/J. Poststraat", "H Schaftstraat / J Poststraat", SUSPICIOUS, "punctuation"),
    # what Excel makes of a name
    ("007", "7", SUSPICIOUS, "number"),
    ("0012", "12", SUSPICIOUS, "number"),
    ("12.10", "12.1", SUSPICIOUS, "number"),
    ("12,10", "12.1", SUSPICIOUS, "number"),
    ("3.0", "3", SUSPICIOUS, "number"),
    ("1E5", "100000", SUSPICIOUS, "number"),
    ("12345678901234567", "12345678901234500", SUSPICIOUS, "number"),
    ("1-2", "2026-02-01", SUSPICIOUS, "date"),
    ("1-2", "2026-02-01 00:00:00", SUSPICIOUS, "date"),
    ("1/2", "1-feb", SUSPICIOUS, "date"),
    ("3-12", "03-dec", SUSPICIOUS, "date"),
    ("1-5-26", "2026-05-01", SUSPICIOUS, "date"),
    ("5-1", "5 januari", SUSPICIOUS, "date"),
    ("1 mei", "2026-05-01", SUSPICIOUS, "date"),
    ("5 mei 2026", "2026-05-05 00:00:00", SUSPICIOUS, "date"),
    ("mei 2026", "2026-05-01", SUSPICIOUS, "date"),
    ("mei 2026", "mei-26", SUSPICIOUS, "date"),
    ("maart 2026", "mrt-26", SUSPICIOUS, "date"),
    ("1 maart", "1-mrt", SUSPICIOUS, "date"),
    ("1-2-26", "01-02-2026", SUSPICIOUS, "date"),
    ("2-2026", "2026-02-01", SUSPICIOUS, "date"),
    ("1-2", "46054", SUSPICIOUS, "date"),
    ("1 februari 2026", "46054", SUSPICIOUS, "date"),
    ("12:30", "0.520833333333333", SUSPICIOUS, "date"),
    ("12:30", "12:30:00", SUSPICIOUS, "date"),
    ("8:15", "1899-12-31 08:15:00", SUSPICIOUS, "date"),
    ("50%", "0.5", SUSPICIOUS, "date"),
    ("12,5%", "0.125", SUSPICIOUS, "date"),
    # written as a code, or lost
    ("Wonen & Zorg", "Wonen &amp; Zorg", SUSPICIOUS, "entity"),
    ("Wonen & Zorg", "Wonen &amp;amp; Zorg", SUSPICIOUS, "entity"),
    ("'t Hof", "&#39;t Hof", SUSPICIOUS, "entity"),
    ("Café", "Caf&eacute;", SUSPICIOUS, "entity"),
    ("Kerkweg", "Kerkweg_x000D_", SUSPICIOUS, "escape"),
    ("Kerkweg Zuid", "Kerkweg_x000A_Zuid", SUSPICIOUS, "escape"),
    ("Café Zuid", "Caf? Zuid", SUSPICIOUS, "lost"),
    ("De Hoef – Oost", "De Hoef ? Oost", SUSPICIOUS, "lost"),
    ("De Hoef – Oost", "De Hoef \ufffd Oost", SUSPICIOUS, "lost"),
    ("Coöperatie Ŝ", "Co\ufffd\ufffdperatie ?", SUSPICIOUS, "lost"),
    ("‘t Hof", "?t Hof", SUSPICIOUS, "lost"),
    ("Plan 07", "Plan 7", SUSPICIOUS, "zeros"),
    ("007 De Hoef", "7 De Hoef", SUSPICIOUS, "zeros"),
    ("HK-0012", "HK-12", SUSPICIOUS, "zeros"),
    # cut off
    ("Stationsgebied", "Stationsge", SUSPICIOUS, "cut"),
    ("woord " * 6_000, ("woord " * 6_000)[:32_767], SUSPICIOUS, "cut"),
    (_LONG, _LONG[:255], SUSPICIOUS, "cut"),
    (_LONG, _LONG[:254], SUSPICIOUS, "cut"),
    (_LONG, _LONG[:80], SUSPICIOUS, "cut"),
    (_LONG, _LONG[:100].rstrip(), SUSPICIOUS, "cut"),
    ("é" * 140 + " plein", "é" * 127, SUSPICIOUS, "cut"),
    # codes
    ("12 De Hoef", "De Hoef", SUSPICIOUS, "code"),
    ("De Hoef", "De Hoef (12)", SUSPICIOUS, "code"),
    ("HK-12 De Hoef", "De Hoef", SUSPICIOUS, "code"),
    ("12. De Hoef", "De Hoef", SUSPICIOUS, "code"),
    ("De Hoef - 0396-12", "De Hoef", SUSPICIOUS, "code"),
    ("12 - De Hoef", "de hoef", SUSPICIOUS, "code"),
    # order and spelling
    ("Hoef, De", "De Hoef", SUSPICIOUS, "order"),
    ("Heemskerck", "Heemskerk", SUSPICIOUS, "spelling"),
    ("M. van Heemskerkstraat", "M. van Heemskerckstraat", SUSPICIOUS, "spelling"),
    ("Euratomplien", "Euratomplein", SUSPICIOUS, "spelling"),
    ("Bachpein", "Bachplein", SUSPICIOUS, "spelling"),
    ("Broekpolders", "Broekpolder", SUSPICIOUS, "spelling"),
    ("Prof. ten Doesschatestraat", "Prof. ten Doeschatestraat", SUSPICIOUS, "spelling"),
    ("Ruitersportcentrum De Schimmelkroft", "Ruitersportcentrum De Schimmelkrocht", SUSPICIOUS, "spelling"),
    ("Debora Bakelaan 12", "Deborah Bakelaan 12", SUSPICIOUS, "spelling"),
    # different, by numbers
    ("Plan 12", "Plan 13", DIFFERENT, ""),
    ("Plan 1", "Plan 10", DIFFERENT, ""),
    ("Plan 12", "Plan 21", DIFFERENT, ""),
    ("1 mei", "2026-05-02", DIFFERENT, ""),
    ("12-11-2026", "11-12-2026", DIFFERENT, ""),
    ("12:30", "12:31:00", DIFFERENT, ""),
    ("50%", "0.05", DIFFERENT, ""),
    ("1-2", "46055", DIFFERENT, ""),
    ("Wat nu?", "Wat nu!", SUSPICIOUS, "punctuation"),
    ("Blok ?", "Blok A", DIFFERENT, ""),
    ("Plan 1.2", "Plan 12", DIFFERENT, ""),
    ("Plan 1 2", "Plan 12", DIFFERENT, ""),
    ("Fase 1.10", "Fase 1.1", DIFFERENT, ""),
    ("12", "13", DIFFERENT, ""),
    ("12.1", "12.2", DIFFERENT, ""),
    ("1-2", "2-1", DIFFERENT, ""),
    ("1-2", "2026-03-01", DIFFERENT, ""),
    ("1-5-25", "2026-05-01", DIFFERENT, ""),
    ("12 De Hoef", "13 De Hoef", DIFFERENT, ""),
    ("De Hoef 12", "De Hoef 13", DIFFERENT, ""),
    ("Plan 12", "Plan", DIFFERENT, ""),
    ("Rijksstraatweg 15", "Rijksstraatweg 82b", DIFFERENT, ""),
    ("Kerklaan 12a", "Kerklaan 12b", DIFFERENT, ""),
    ("Kavel 7 Zuid", "Kavel 8 Zuid", DIFFERENT, ""),
    ("Bedrijventerrein Noord fase 2", "Bedrijventerrein Noord fase 3", DIFFERENT, ""),
    ("Kerkweg 12", "Kerkweg 123", DIFFERENT, ""),
    ("Zuidkade 1", "Zuidkade 12", DIFFERENT, ""),
    # different, by letters and Roman numerals
    ("Blok A", "Blok B", DIFFERENT, ""),
    ("Langs de Jan I", "Langs de Jan II", DIFFERENT, ""),
    ("Langs de Jan", "Langs de Jan II", DIFFERENT, ""),
    ("Deelplan IV", "Deelplan VI", DIFFERENT, ""),
    ("J. Poststraat", "P. Poststraat", DIFFERENT, ""),
    # different, by words
    ("De Hoef", "De Hoek", DIFFERENT, ""),
    ("Oosterpark", "Westerpark", DIFFERENT, ""),
    ("Bedrijventerrein Oost", "Bedrijventerrein West", DIFFERENT, ""),
    ("Stationsgebied Noord", "Stationsgebied Zuid", DIFFERENT, ""),
    ("Kerkweg", "Kerklaan", DIFFERENT, ""),
    ("Kerkstraat", "Kerkstraat Noord", DIFFERENT, ""),
    ("Bachplein", "Beethovenplein", DIFFERENT, ""),
    ("Bachplein", "Bachstraat", DIFFERENT, ""),
    ("Molenstraat", "Polenstraat", DIFFERENT, ""),
    ("Broekpolder", "Broekpolder uitbreiding", DIFFERENT, ""),
    ("De Velst", "Tolhek", DIFFERENT, ""),
    ("Laan", "Baan", DIFFERENT, ""),
    ("Hoogstraat", "Hofstraat", DIFFERENT, ""),
    ("Ж", "Ш", DIFFERENT, ""),
    ("!", "?", DIFFERENT, ""),
    # no name
    (None, "De Hoef", INVALID, ""),
    ("", "De Hoef", INVALID, ""),
    ("   ", "De Hoef", INVALID, ""),
    ("\u200b", "\u200b", INVALID, ""),
    ("\u00a0\n", "De Hoef", INVALID, ""),
    (None, None, INVALID, ""),
    ("#N/A", "De Hoef", INVALID, ""),
    ("#NAAM?", "#NAAM?", INVALID, ""),
    ("#VERW!", "De Hoef", INVALID, ""),
)  # fmt: skip


def main(path: Path) -> None:
    """Write the corpus as a table."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("left", "right", "verdict", "kind"))
        writer.writerows(PAIRS)
    print(f"{len(PAIRS)} paren in {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
