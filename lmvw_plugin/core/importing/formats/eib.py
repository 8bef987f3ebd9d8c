# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of the Monitor Plancapaciteit (RIGO 2017, EIB 2020): flat already, with words and years of their own."""

from __future__ import annotations

from .known import KnownFormat

_EIB = {"plannaam", "aantalrest", "planstatus", "wtypggb"}
_RIGO = {"naamplan", "totrest", "te_slopen", "wtypggb"}

FORMAT = KnownFormat(
    "Monitor Plancapaciteit (EIB 2020 of RIGO 2017)",
    (
        ("bruto_totaal", "Aantalrest of TOTREST"),
        ("sloop_totaal", "Sloop (negatief opgeslagen, teken omgekeerd) of TE_SLOPEN"),
        ("planstatus", "de code waarmee de omschrijving begint; zonder letter kiest u zelf"),
        ("plantype", "alleen wat letterlijk in de Basisset staat; voor de oude lijst staat een voorstel in de kolomkoppeling"),
        ("meergezins", "WTYPAPP"),
        ("eengezins", "WTYPGGB (grondgebonden)"),
        ("woningtype_onbekend", "WTYPONB; is in de bron een sluitpost en kan negatief zijn"),
        ("fasering_bruto", "alleen kolommen die binnen één jaar of periode van deze peildatum vallen"),
    ),
    (
        "OP-kolommen van andere perioden worden niet verdeeld: de bron zegt niet hoe. De aantallen staan bij de niet overgenomen waarden.",
        "HUUR, KOOP en HRKPONB zeggen niets over de prijs en vullen geen prijssegment.",
        "De woningtypen beschrijven soms het hele plan en niet de rest; de controle wijst dat aan.",
        "Vertrouwelijkheid, gerealiseerd, vervallen en de ouderenwoningen staan niet in deze bron.",
    ),
    recognise=lambda columns: {name.casefold() for name in columns} >= _EIB or {name.casefold() for name in columns} >= _RIGO,
)
