# SPDX-License-Identifier: GPL-2.0-or-later
"""The catalogue of rules: what each checks, why, how to mend it, and where it comes from.

The functions that apply them are in ``plan_rules`` (one plan), ``name_rules`` (names) and ``layers.polygon_rules``
(geometry). The rule table of the manual and the help in the report are made from this catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .findings import Ernst, Finding


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the delivery."""

    id: str
    ernst: Ernst
    title: str
    why: str
    remedy: str
    source: str

    def finding(self, melding: str, plan: Mapping[str, object] | None = None, **more: object) -> Finding:
        """A finding of this rule, about a plan when one is given. ``ernst`` may be overridden where the rule says so."""
        plan = plan or {}
        more.setdefault("ernst", self.ernst)
        return Finding(
            regel=self.id,
            melding=melding,
            plan_id=_text(plan.get("plan_id")),
            plannummer=_text(plan.get("plannummer")),
            plannaam=_text(plan.get("plannaam")),
            **more,  # type: ignore[arg-type]  # keyword names are Finding's own
        )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


_FOUT, _WAARSCHUWING, _INFO = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.INFO

CATALOGUE: tuple[Rule, ...] = (
    Rule("N1", _FOUT, "Plannaam is ingevuld en uniek",
         "Alle bestanden worden aan elkaar gekoppeld op de plannaam.",
         "Geef elk plan een eigen naam.", "Invultip 5"),
    Rule("N2", _FOUT, "Plannamen in polygonen en werkblad zijn gelijk",
         "Een naam die maar in één bestand staat, levert een polygoon zonder gegevens of gegevens zonder polygoon op.",
         "Neem in beide bestanden letterlijk dezelfde naam op.", "Invultip 5"),
    Rule("N3", _FOUT, "Plannaam lijkt op een naam in het andere bestand",
         "Een klein verschil, zoals een spatie of een streepje, is genoeg om de koppeling te breken.",
         "Neem één van de twee namen over als het hetzelfde plan is.", "Invultip 5"),
    Rule("N4", _WAARSCHUWING, "Plannaam bevat geen onzichtbare tekens",
         "Spaties vooraan of achteraan en onzichtbare tekens zie je niet, maar ze maken de naam anders.",
         "Haal de overbodige tekens weg, in alle bestanden tegelijk.", "Invultip 5"),
    Rule("A1", _FOUT, "Velden zijn ingevuld met geldige waarden",
         "De provincie kan een leeg of onleesbaar veld niet verwerken.",
         "Vul een code uit de lijst of een heel getal van 0 of meer in; weet u het aantal nog niet, gebruik dan het veld ‘onbekend’.",
         "Basisset 2.0"),
    Rule("A2", _FOUT, "Fasering van bruto telt op tot bruto totaal",
         "Het verschil tussen totaal en jaren is de meest gemaakte fout.",
         "Verbeter het totaal of de jaren.", "Invultip 1"),
    Rule("A3", _FOUT, "Fasering van sloop telt op tot sloop totaal",
         "Wie sloop per jaar opgeeft, moet er hetzelfde totaal mee bereiken.",
         "Verbeter het totaal of de jaren, of laat de hele fasering van sloop leeg.", "Invultip 1"),
    Rule("A4", _FOUT, "Woningtypen tellen op tot bruto totaal",
         "De woningtypen verdelen alle bruto woningen.",
         "Zet wat nog niet vaststaat bij ‘woningtype onbekend’.", "Basisset 2.0, Woningtype"),
    Rule("A5", _FOUT, "Prijssegmenten tellen op tot bruto totaal",
         "De zeven prijssegmenten verdelen alle bruto woningen.",
         "Zet wat nog niet vaststaat bij ‘prijs of eigendom onbekend’.", "Basisset 2.0, Prijssegment en eigendom"),
    Rule("A6", _FOUT, "Een deel is niet groter dan zijn geheel",
         "Een ‘waarvan’ telt woningen die al in het bovenliggende aantal zitten.",
         "Verlaag het deel of verhoog het geheel.", "Basisset 2.0"),
    Rule("A7", _FOUT, "De vraag over 55-plus is beantwoord",
         "Bij geclusterde en zorggeschikte woningen hoort de vraag of minstens de helft voor 55-plussers is.",
         "Kies ja of nee.", "Basisset 2.0, Woningen geschikt voor ouderen"),
    Rule("A8", _WAARSCHUWING, "Een cluster telt landelijk vanaf 12 woningen",
         "Een kleiner cluster telt landelijk alleen als nultredenwoningen.",
         "Zet geclusterd op 0 of leg in de toelichting uit waarom niet.", "Basisset 2.0, Geclusterde woonvorm"),
    Rule("A9", _WAARSCHUWING, "Plantype past bij het aantal woningen",
         "Uitbreiding uitleg begint bij 12 woningen, uitbreiding overig eindigt bij 11.",
         "Kies het andere plantype of controleer bruto totaal.", "Basisset 2.0, plantype"),
    Rule("A10", _WAARSCHUWING, "Een lopend plan bevat woningen",
         "Een plan zonder bouw en sloop is meestal gerealiseerd of vervallen.",
         "Zet gerealiseerd of vervallen op ja, of vul de aantallen in.", "Invultips 2 en 6"),
    Rule("S1", _FOUT, "Vertrouwelijk mag alleen bij een zachte planstatus",
         "Een hard plan is openbaar; alleen zachte en vervallen plannen mogen vertrouwelijk zijn.",
         "Zet vertrouwelijk op nee of verbeter de planstatus.", "Dataprotocol art. 6.a en 6.b"),
    Rule("S2", _FOUT, "Een plan is niet gerealiseerd én vervallen",
         "Een plan is of helemaal gebouwd, of gaat niet door.",
         "Zet een van beide op nee.", "Basisset 2.0, Gerealiseerd en Vervallen"),
    Rule("S3", _INFO, "Plannen met status 5A of 5B blijven thuis",
         "Deze plannen horen in de eigen administratie en tellen niet mee.",
         "U hoeft niets te doen.", "Basisset 2.0, Planologische planstatus; Invultip 4"),
    Rule("G1", _FOUT, "Elk plan heeft een polygoon in RD",
         "Zonder polygoon in Rijksdriehoekscoördinaten (EPSG:28992) staat een plan niet of op de verkeerde plek op de kaart.",
         "Teken het plangebied als vlak, of zet het bestand om naar EPSG:28992.", "Basisset 2.0, locatie; Invultip 5"),
    Rule("G2", _FOUT, "De polygoon is geldig",
         "Een polygoon die zichzelf kruist heeft geen betrouwbare oppervlakte en laat andere programma’s vastlopen.",
         "Verbeter de grens op de aangewezen plek, of gebruik ‘Polygonen repareren’.", "OGC Simple Features 6.1.11"),
    Rule("G3", _WAARSCHUWING, "Het plan ligt binnen de gemeente",
         "Een plan dat buiten de gemeente steekt is verschoven of hoort bij een buurgemeente.",
         "Verbeter de polygoon of leg het uit in de toelichting.", "Basisset 2.0, locatie"),
    Rule("G4", _WAARSCHUWING, "Plannen overlappen elkaar niet",
         "Waar twee plannen hetzelfde gebied hebben, tellen de woningen al gauw dubbel. Een vervallen plan telt niet mee. "
         "Twee plannen met dezelfde polygoon zijn een fout.",
         "Verbeter de grens tussen de twee plannen of leg het uit in de toelichting.", "Dataprotocol art. 6.d"),
    Rule("G5", _WAARSCHUWING, "De grens is netjes getekend",
         "Uitschieters, snippers, kieren, dubbele hoekpunten en hoogtes komen van knippen en omzetten en geven elders fouten.",
         "Gebruik ‘Polygonen repareren’, of verbeter de grens op de aangewezen plek.", "Basisset 2.0, locatie"),
    Rule("G6", _INFO, "De polygoon is geen voorlopige aanduiding",
         "Een cirkel, een klein vierkant of de hele gemeente zegt niet waar er gebouwd wordt.",
         "Teken het plangebied zo precies als nu bekend is.", "Basisset 2.0, locatie"),
    Rule("D1", _FOUT, "Kleine plannen zijn volgens de regels opgeteld",
         "Plannen met minder dan 12 woningen bruto mogen alleen na akkoord van de provincie als één plan worden geleverd, "
         "met het gemeentehuis als polygoon.",
         "Leg het akkoord van de provincie vast en teken het gemeentehuis, of lever de kleine plannen afzonderlijk.", "Dataprotocol art. 9"),
    Rule("X1", _WAARSCHUWING, "Elke regel kon voor elk plan worden uitgevoerd",
         "Een regel die door een fout in de plugin op één plan stukloopt, mag de andere plannen niet tegenhouden.",
         "Kijk dit plan zelf na en meld de fout bij de makers van de plugin.", "Eigen regel van de plugin"),
)  # fmt: skip

RULES: dict[str, Rule] = {rule.id: rule for rule in CATALOGUE}
