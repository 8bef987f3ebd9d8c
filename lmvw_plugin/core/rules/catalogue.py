# SPDX-License-Identifier: GPL-2.0-or-later
"""The catalogue of rules: what each checks, why, how to mend it, and where it comes from.

The functions that apply them are in ``plans`` (one plan), ``core.names`` (names: ``rules``, ``between``) and ``layers.polygons.rules``
(geometry). The rule table of the manual and the help in the report are made from this catalogue.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from ..basisset.codelists import code_list, listed
from ..basisset.fields import AT_MOST, CLUSTER_MINIMUM, COLUMNS, SMALL_BELOW, SUMS
from ..basisset.values import text_or_none
from ..i18n import later, tr
from . import density
from .findings import Ernst, Finding, Soort, Wie


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the delivery.

    ``about``: the fields of the plan that its warnings speak of. ``explained``: the province reads in the toelichting of the plan why a warning
    may stay. ``task`` says what is wrong with how many plans, ``to_fill`` what they still lack: ``{plans}`` stands for one plan by its name, for several
    or for all, ``{field}`` for the label of the field. ``fixed``: why a municipality may not take it more or less seriously; empty where it may.
    """

    id: str
    ernst: Ernst
    title: str
    why: str
    remedy: str
    source: str
    task: str = ""
    to_fill: str = ""
    wie: Wie = Wie.GEMEENTE
    about: tuple[str, ...] = ()
    explained: bool = False
    fixed: str = ""

    def sentence(self, soort: Soort) -> str:
        """The line on the list of tasks, to be filled in."""
        return tr(self.template(soort))

    def template(self, soort: Soort) -> str:
        """The same in the source language."""
        return self.to_fill if soort is Soort.INVULLEN else self.task

    def finding(self, melding: str, plan: Mapping[str, object] | None = None, beside: object = None, **more: object) -> Finding:
        """A finding of this rule, about a plan when one is given. ``ernst`` may be overridden where the rule says so.

        :param beside: what a warning speaks of, where that is more than fields of the plan.
        """
        plan = plan or {}
        more.setdefault("ernst", self.ernst)
        more.setdefault("wie", self.wie)
        if more["ernst"] is Ernst.WAARSCHUWING or (more["ernst"] is Ernst.FOUT and not self.fixed):  # what is a fout may be taken as less
            more["oorzaak"] = _print([more.get("waarde"), *map(plan.get, self.about)] if beside is None else beside)
        return Finding(
            regel=self.id,
            melding=melding,
            plan_id=text_or_none(plan.get("plan_id")),
            plannummer=text_or_none(plan.get("plannummer")),
            plannaam=text_or_none(plan.get("plannaam")),
            **more,  # type: ignore[arg-type]  # keyword names are Finding's own
        )


def _print(about: object) -> str:
    return hashlib.sha256(repr(about).encode()).hexdigest()[:16]


_ALL = tuple(field.name for field in COLUMNS if field.name != "toelichting")
_CONFIDENTIAL = later("ligt vast: gaat over vertrouwelijkheid")
_NEEDED = later("ligt vast: zonder dit kan de provincie het plan niet verwerken")
_AGREED = later("ligt vast: zo staat het in het Dataprotocol")
_TOLD = later("ligt vast: dit wordt alleen gemeld")
_ASKED = later("ligt vast: de provincie vraagt het")
_FOUT, _WAARSCHUWING, _INFO = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.INFO


def _sizes() -> str:
    """For how large a location each plantype is that has a size."""
    words = [
        f"{code.label.lower()} {'begint bij' if code.least is not None else 'eindigt bij'} {code.least if code.least is not None else code.most}"
        for code in code_list("plantype").values()
        if code.has_size
    ]
    if not words:
        return "Geen plantype heeft een grootte"
    words[0] = f"{words[0].capitalize()} woningen"
    return ", ".join(words)


def _summed(rule: str) -> tuple[str, ...]:
    """The fields that a sum is about."""
    return tuple(name for total in SUMS if total.rule == rule for name in (total.total, *total.parts))


_PARTS = tuple(dict.fromkeys(name for limit in AT_MOST for name in (limit.whole, *limit.parts)))


CATALOGUE: tuple[Rule, ...] = (
    Rule("N1", _FOUT, "Plannaam ontbreekt of komt vaker voor",
         "Alle bestanden worden aan elkaar gekoppeld op de plannaam. Een plannummer hoeft niet; hebben twee plannen hetzelfde, dan is dat een "
         "waarschuwing.",
         "Geef elk plan een eigen naam, en een eigen plannummer of geen.", "Invultips 5 en 6",
         task="{field} niet uniek bij {plans}", to_fill="{field}: nog in te vullen bij {plans}", about=("plannaam",), fixed=_NEEDED),
    Rule("N2", _FOUT, "Plannamen in polygonen en Excel-bestand verschillen",
         "Een naam die maar in één bestand staat, levert een polygoon zonder gegevens of gegevens zonder polygoon op.",
         "Neem in beide bestanden letterlijk dezelfde naam op.", "Invultip 5",
         task="Plannaam verschilt tussen polygonen en Excel-bestand bij {plans}", fixed=_NEEDED),
    Rule("N3", _FOUT, "Plannaam lijkt op een naam in het andere bestand",
         "Een klein verschil, zoals een spatie of een streepje, is genoeg om de koppeling te breken.",
         "Neem één van de twee namen over als het hetzelfde plan is.", "Invultip 5",
         task="Plannaam lijkt op die in het andere bestand bij {plans}", about=("plannaam",), explained=True),
    Rule("N4", _WAARSCHUWING, "Plannaam bevat overbodige of onzichtbare tekens",
         "Spaties vooraan of achteraan en onzichtbare tekens ziet u niet, maar ze maken de naam anders.",
         "Haal de overbodige tekens weg, in alle bestanden tegelijk.", "Invultip 5",
         task="Overbodige of onzichtbare tekens in de plannaam bij {plans}", about=("plannaam",)),
    Rule("N5", _WAARSCHUWING, "Plannaam zegt niet welk plan het is",
         "Een naam als ‘n.v.t.’, ‘59’ of ‘nieuw’ zegt niemand iets, en volgend jaar heet een ander plan zo.",
         "Geef het plan een naam die zegt waar het ligt, in alle bestanden tegelijk.", "Invultip 5",
         task="Plannaam zegt niet welk plan het is bij {plans}", about=("plannaam",)),
    Rule("A1", _FOUT, "Een veld is leeg of heeft geen geldige waarde",
         "De provincie kan een leeg of onleesbaar veld niet verwerken.",
         "Vul een code uit de lijst of een heel getal van 0 of meer in. Alleen woningtype en prijs hebben een veld voor wat nog onbekend is; "
         "bij de andere aantallen vult u in wat nu gepland is. 0 betekent dat er geen zijn.",
         "Basisset 2.0",
         task="{field}: geen geldige waarde bij {plans}", to_fill="{field}: nog in te vullen bij {plans}", about=("vertrouwelijk", "vervallen"),
         fixed=_NEEDED),
    Rule("A2", _FOUT, "Fasering van bruto telt niet op tot bruto totaal",
         "Het verschil tussen totaal en jaren is de meest gemaakte fout. Het gaat om de komende 20 jaar: wat daarna komt, telt niet mee.",
         "Verbeter het totaal of de jaren.", "Invultip 1; Basisset 2.0, meerjarenrapportage",
         task="Fasering van bruto telt niet op bij {plans}", about=_summed("A2")),
    Rule("A3", _FOUT, "Fasering van sloop telt niet op tot sloop totaal",
         "Wie sloop per jaar opgeeft, moet er hetzelfde totaal mee bereiken.",
         "Verbeter het totaal of de jaren, of laat de hele fasering van sloop leeg.", "Invultip 1",
         task="Fasering van sloop telt niet op bij {plans}", about=_summed("A3")),
    Rule("A4", _FOUT, "Woningtypen tellen niet op tot bruto totaal",
         "De woningtypen verdelen alle bruto woningen.",
         "Verbeter het totaal of de verdeling. Wat nog niet vaststaat, hoort bij ‘woningtype onbekend’.", "Basisset 2.0, Woningtype",
         task="Woningtypen tellen niet op bij {plans}", about=_summed("A4")),
    Rule("A5", _FOUT, "Prijssegmenten tellen niet op tot bruto totaal",
         "De zeven prijssegmenten verdelen alle bruto woningen.",
         "Verbeter het totaal of de verdeling. Wat nog niet vaststaat, hoort bij ‘prijs of eigendom onbekend’.", "Basisset 2.0, Prijssegment en eigendom",
         task="Prijssegmenten tellen niet op bij {plans}", about=_summed("A5")),
    Rule("A6", _FOUT, "Een deel is groter dan zijn geheel",
         "Een ‘waarvan’ telt woningen die al in het bovenliggende aantal zitten.",
         "Verlaag het deel of verhoog het geheel.", "Basisset 2.0",
         task="{field}: meer dan het geheel bij {plans}", about=_PARTS),
    Rule("A7", _FOUT, "De vraag over 55-plus is niet beantwoord",
         "Bij geclusterde en zorggeschikte woningen hoort de vraag of minstens de helft voor 55-plussers is.",
         "Kies ja of nee.", "Basisset 2.0, Woningen geschikt voor ouderen",
         to_fill="{field}: nog in te vullen bij {plans}", fixed=_NEEDED),
    Rule("A8", _WAARSCHUWING, f"Een cluster heeft minder dan {CLUSTER_MINIMUM} woningen",
         "Een kleiner cluster, zoals in een kleine kern, telt landelijk als nultredenwoning en niet als geclusterde woning.",
         "Zet geclusterd en zorggeschikt op 0; de woningen blijven bij nultreden staan. Is dit de rest van een woonvorm die met wat al "
         f"gebouwd is {CLUSTER_MINIMUM} of meer woningen telt, dan blijft het aantal staan: zeg dat in de toelichting.",
         "Basisset 2.0, Geclusterde woonvorm en noot *; Invultip 2",
         task="Cluster te klein om landelijk te tellen bij {plans}", about=("nultreden_geclusterd", "zorggeschikt"), explained=True),
    Rule("A9", _WAARSCHUWING, "Plantype past niet bij de grootte van de locatie",
         f"{_sizes()}. Het gaat om de hele locatie; bruto totaal is wat daarvan rest.",
         "Kies het andere plantype, of schrijf in de toelichting hoe groot de hele locatie is: ‘Hele locatie: 200 woningen’.",
         "Basisset 2.0, plantype; Invultip 2",
         task="Plantype en grootte spreken elkaar tegen bij {plans}", about=("plantype", "bruto_totaal"), explained=True),
    Rule("A10", _WAARSCHUWING, "Een lopend plan bevat geen woningen",
         "Een plan zonder bouw en sloop is meestal gerealiseerd of vervallen.",
         "Zet gerealiseerd of vervallen op ja, of vul de aantallen in.", "Invultips 2 en 6",
         task="Geen bouw en geen sloop bij {plans}", about=("bruto_totaal", "sloop_totaal", "gerealiseerd", "vervallen")),
    Rule("S1", _FOUT, "Een plan is vertrouwelijk dat openbaar hoort te zijn",
         "Een hard of gerealiseerd plan is openbaar; alleen zachte en vervallen plannen mogen vertrouwelijk zijn.",
         "Zet vertrouwelijk op nee of verbeter de planstatus.", "Dataprotocol art. 6.a en 6.b",
         task="Ten onrechte vertrouwelijk: {plans}", fixed=_CONFIDENTIAL),
    Rule("S2", _FOUT, "Een plan is gerealiseerd én vervallen",
         "Een plan is of helemaal gebouwd, of gaat niet door.",
         "Zet een van beide op nee.", "Basisset 2.0, Gerealiseerd en Vervallen",
         task="Gerealiseerd én vervallen: {plans}", fixed=_CONFIDENTIAL),
    Rule("S3", _INFO, f"Een plan met status {listed('eigen', ' of ')} gaat niet mee",
         "Deze plannen horen in de eigen administratie en tellen niet mee. Is zo’n plan gerealiseerd of vervallen en stond het in de vorige levering, "
         "dan hoort het nog één keer mee te gaan.",
         "U hoeft niets te doen. Bij een gerealiseerd of vervallen plan uit de vorige levering: kies de planstatus van toen.",
         "Basisset 2.0, Planologische planstatus, Gerealiseerd en Vervallen; Invultip 4",
         task="Gaat niet mee door de planstatus: {plans}", wie=Wie.PLUGIN, about=("planstatus", "gerealiseerd", "vervallen"), fixed=_TOLD),
    Rule("S4", _FOUT, "Een plan uit de vorige levering ontbreekt",
         "De provincie wil van elk plan weten wat ervan geworden is. Een plan dat zonder uitleg verdwijnt, blijft daar openstaan.",
         "Meld het plan af als gerealiseerd of vervallen, of wijs het plan aan waarin het is opgegaan of dat nu anders heet.",
         "Invultip 6; Basisset 2.0, Gerealiseerd en Vervallen",
         task="Uit de vorige levering, nu niet terug te vinden: {plans}"),
    Rule("S5", _WAARSCHUWING, "Een afgemeld plan past niet bij de vorige levering",
         "Een gerealiseerd of vervallen plan gaat één keer mee, met de naam en de polygoon van de vorige levering.",
         "Haal weg wat al eerder is afgemeld. Neem anders naam en polygoon van de vorige levering over, of leg het uit in de toelichting.",
         "Invultip 6; Basisset 2.0, Gerealiseerd en Vervallen",
         task="Afgemeld, maar anders dan in de vorige levering: {plans}", about=("gerealiseerd", "vervallen"), explained=True),
    Rule("S6", _WAARSCHUWING, "Een plan verschilt veel van de vorige levering",
         "Een planstatus die teruggaat, een naam die verandert, een aantal dat springt of een polygoon die verhuist is vaak een vergissing.",
         "Verbeter wat niet klopt, of leg in de toelichting uit wat er veranderd is.", "Invultip 6; Dataprotocol art. 6",
         task="Groot verschil met de vorige levering bij {plans}", explained=True),
    Rule("S7", _WAARSCHUWING, "Gerealiseerd past niet bij de BAG",
         "Een plan is gerealiseerd als alle woningen erin volgens de BAG in gebruik zijn. In de polygoon staan soms ook woningen die er al waren: die "
         "tellen hier mee. Zij zijn meestal niet van het plan.",
         "Kijk met ‘Vergelijken met de BAG’ wat er staat. Verbeter dan gerealiseerd, of zeg in de toelichting waarom het klopt.",
         "Basisset 2.0, Gerealiseerd", task="Gerealiseerd past niet bij de BAG bij {plans}", about=("gerealiseerd",), explained=True),
    Rule("P1", _INFO, "De provincie gaf een plan een label",
         "Een plan dat de provincie strijdig met haar beleid noemt, geldt als vertrouwelijk: in alles wat iedereen mag zien, staat het niet "
         "afzonderlijk. ‘Niet beoordeeld’ zegt alleen dat de provincie nog niet keek.",
         "Overleg met de provincie als u het er niet mee eens bent.", "Dataprotocol art. 5.d en 5.e",
         task="Label van de provincie bij {plans}", fixed=_TOLD),
    Rule("P2", _WAARSCHUWING, "Een opmerking of vraag van de provincie staat open",
         "De provincie beoordeelde de levering en wil dat u hiernaar kijkt.",
         "Pas het plan aan, of zeg in de toelichting van het plan wat u ermee deed.", "Dataprotocol art. 5.d; antwoord van de provincie",
         task="Opmerking of vraag van de provincie bij {plans}", explained=True, fixed=_ASKED),
    Rule("G1", _FOUT, "De polygoon ontbreekt of ligt niet in RD",
         "Zonder polygoon in Rijksdriehoekscoördinaten (EPSG:28992) staat een plan niet of op de verkeerde plek op de kaart.",
         "Teken het plangebied als vlak, of zet het bestand om naar EPSG:28992.", "Basisset 2.0, locatie; Invultip 5",
         task="Polygoon ontbreekt of ligt niet in RD bij {plans}", fixed=_NEEDED),
    Rule("G2", _FOUT, "De polygoon is niet geldig",
         "Een polygoon die zichzelf kruist heeft geen betrouwbare oppervlakte en laat andere programma’s vastlopen.",
         "Verbeter de grens op de aangewezen plek, of gebruik ‘Polygonen repareren’.", "OGC Simple Features 6.1.11",
         task="Polygoon niet geldig bij {plans}", fixed=_NEEDED),
    Rule("G3", _WAARSCHUWING, "Het plan ligt voor een deel of helemaal buiten de gemeente",
         "Een plan dat buiten de gemeente steekt is verschoven of hoort bij een buurgemeente.",
         "Verbeter de polygoon of leg het uit in de toelichting.", "Basisset 2.0, locatie",
         task="Ligt buiten de gemeente: {plans}", explained=True),
    Rule("G4", _WAARSCHUWING, "Plannen overlappen elkaar",
         "Waar twee plannen hetzelfde gebied hebben, tellen de woningen al gauw dubbel. Het mag wel: twee plannen in één gebouw, of eerst tijdelijke en "
         "dan blijvende woningen. Gerealiseerde en vervallen plannen tellen niet mee.",
         "Verbeter de grens tussen de twee plannen, of zeg in de toelichting van een van de twee waarom zij op één plek liggen.",
         "Dataprotocol art. 6.d; Invultip 6",
         task="Overlap met een ander plan bij {plans}", explained=True),
    Rule("G5", _WAARSCHUWING, "De grens is niet netjes getekend",
         "Uitschieters, snippers, kieren, dubbele hoekpunten en hoogtes komen van knippen en omzetten en geven elders fouten.",
         "Gebruik ‘Polygonen repareren’, of verbeter de grens op de aangewezen plek.", "Basisset 2.0, locatie",
         task="Grens niet netjes getekend bij {plans}"),
    Rule("G6", _INFO, "De polygoon lijkt een voorlopige aanduiding",
         "Een cirkel, een klein vierkant of de hele gemeente zegt niet waar er gebouwd wordt.",
         "Teken het plangebied zo precies als nu bekend is.", "Basisset 2.0, locatie",
         task="Polygoon is een voorlopige aanduiding bij {plans}", fixed=_TOLD),
    Rule("G7", _WAARSCHUWING, "De oppervlakte past niet bij het aantal woningen",
         f"Echte plannen hebben {density.LEAST:.0f} tot {density.MOST:.0f} woningen per hectare. Daarbuiten is meestal de polygoon verschoven of "
         "van een ander gebied, of klopt het aantal niet.",
         "Teken het gebied waar gebouwd wordt, of verbeter het aantal. Klopt het, zeg dan in de toelichting waarom. Is dit de rest van een "
         "grotere locatie, schrijf dan: ‘Hele locatie: 200 woningen’.", f"Basisset 2.0, locatie; {density.SOURCE}",
         task="Oppervlakte past niet bij het aantal woningen bij {plans}", explained=True),
    Rule("D1", _FOUT, "De kleine plannen samen voldoen niet",
         f"Plannen met minder dan {SMALL_BELOW} woningen bruto mogen alleen na akkoord van de provincie als één plan worden geleverd, met het gemeentehuis als "
         "polygoon. De rest van een groter plan is geen klein plan.",
         "Leg het akkoord van de provincie vast en teken het gemeentehuis, of lever de kleine plannen afzonderlijk. Schrijf bij de rest van een groter "
         "plan in de toelichting: ‘Hele locatie: 200 woningen’.", "Dataprotocol art. 9; Invultip 2",
         task="Kleine plannen als één plan: nog te regelen bij {plans}", wie=Wie.PROVINCIE,
         about=("bruto_totaal",), fixed=_AGREED),
    Rule("X1", _WAARSCHUWING, "Een regel kon bij een plan niet uitgevoerd worden",
         "Een regel die door een fout in de plugin op één plan stukloopt, mag de andere plannen niet tegenhouden.",
         "Kijk dit plan zelf na en meld de fout bij de makers van de plugin.", "Eigen regel van de plugin",
         task="Controle niet helemaal uitgevoerd bij {plans}", about=_ALL, fixed=_TOLD),
)  # fmt: skip

SINCE = frozenset(("S4", "S5", "S6"))  # the rules about two deliveries
OF_BAG = frozenset(("S7",))  # those beside the dwellings of the BAG
OF_PROVINCE = frozenset(("P1", "P2"))  # what the province answered

RULES: dict[str, Rule] = {rule.id: rule for rule in CATALOGUE}
