# SPDX-License-Identifier: GPL-2.0-or-later
"""The one statement of the Basisset 2.0: every field, its meaning, and how the counts add up.

Plan-file columns, form, constraints, rules, workbook, definitions sheet and the field table of the manual are
computed from the objects below. The source of each definition is a paragraph of "Basisset 2.0 LMVW" (BO VRO, May/June
2024), an article of the Dataprotocol LMVW, or one of the Invultips.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..i18n import later, tr
from .codelists import delivered_statuses, listed
from .peildatum import PERIODS, YEARS, Peildatum

SCHEMA_VERSION = "1.0"
CRS = "EPSG:28992"
LAYER = "plannen"
CLUSTER_MINIMUM = 12  # dwellings; a smaller cluster counts as nultreden only (Basisset 2.0, note * on clustering)
SMALL_BELOW = 12  # dwellings bruto; smaller plans may be summed (Dataprotocol art. 9)
GEOMETRY = "geom"


class Kind(Enum):
    """What a value is."""

    ID = "id"  # text, made by the plugin, never typed
    TEXT = "tekst"
    CODE = "code"
    COUNT = "aantal"  # whole dwellings, >= 0
    YESNO = "ja/nee"


class Need(Enum):
    """When a field must be answered."""

    ALWAYS = "V"  # every delivered plan
    LIVE = "V*"  # unless gerealiseerd or vervallen: those need name and polygon only (Invultip 6)
    WHEN_COUNTED = "indien > 0"  # when the count it explains is above zero
    OPTIONAL = "O"
    DERIVED = "A"  # computed, never typed


class KeptIn(Enum):
    """Where the value is kept."""

    PLAN = "plan"  # a column of the layer
    HOME = "thuis"  # a column of the plan file only
    LEVERING = "levering"  # once per plan file
    NOWHERE = "afgeleid"  # computed when shown or delivered


class Group(Enum):
    """Tabs of the form and column groups of the workbook, in the order of the Basisset."""

    PLAN = "Plan"
    AANTALLEN = "Aantallen en fasering"
    WONINGTYPE = "Woningtype"
    PRIJS = "Prijs en eigendom"
    OUDEREN = "Ouderen"
    LEVERING = "Levering"


@dataclass(frozen=True, slots=True)
class Phase:
    """A slot of the phasing: which total it splits and which of the twelve slots it is (0..9 years, 10..11 periods)."""

    total: str
    slot: int


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the Basisset.

    ``definition`` has every word of the source that decides what counts; ``short`` is made of it by hand, for where space is
    short, and left out where the definition is short itself (``brief``). ``part_of`` names the count of which this count is
    an "of which" part. ``explains`` names the count that makes a yes/no question apply. ``limit`` names the limit in
    ``prijsgrenzen.csv`` that bounds the segment: it is an affordable one. ``adds_to`` names the rule whose sum this count is a part of;
    ``nationally`` names the part of an affordable segment that counts for the national goal, where that is not all of it.
    """

    name: str
    label: str
    kind: Kind
    group: Group
    need: Need
    definition: str
    source: str
    kept_in: KeptIn = KeptIn.PLAN
    codes: str | None = None
    part_of: str | None = None
    explains: str | None = None
    limit: str | None = None
    phase: Phase | None = None
    short: str = ""
    adds_to: str | None = None
    nationally: str | None = None

    @property
    def brief(self) -> str:
        """The definition in one short sentence."""
        return self.short or self.definition

    def label_at(self, peildatum: Peildatum | None) -> str:
        """The label on screen; phasing slots show their real years when the peildatum is known."""
        if self.phase is None or peildatum is None:
            return tr(self.label)
        return f"{tr(_MEASURES[self.phase.total])} {peildatum.years(self.phase.slot)}"

    @property
    def is_part(self) -> bool:
        """Its label begins as that of a part: it says nothing without the count above it."""
        return self.label.startswith(_OF_WHICH)

    @property
    def own_label(self) -> str:
        """The label without "of which"."""
        return tr(self.label).removeprefix(tr(_OF_WHICH)).strip()

    def title_at(self, peildatum: Peildatum | None) -> str:
        """The label that can stand on its own: an "of which" count names its parent first."""
        label = self.label_at(peildatum)
        parent = BY_NAME.get(self.part_of or "")
        return f"{parent.title_at(peildatum)}, {label}" if parent and self.is_part else label

    def column_at(self, peildatum: Peildatum) -> str:
        """The column name in delivered files: phasing slots carry their real years (``bruto_2036_2040``)."""
        if self.phase is None:
            return self.name
        first, last = peildatum.span(self.phase.slot)
        measure = self.phase.total.removesuffix("_totaal")
        return f"{measure}_{first}" if first == last else f"{measure}_{first}_{last}"


@dataclass(frozen=True, slots=True)
class Sum:
    """The parts must add up to the total.

    ``only_when_used``: only when at least one part is answered. ``unknown``: the part for what is not settled yet.
    """

    rule: str
    total: str
    parts: tuple[str, ...]
    name: str
    only_when_used: bool = False
    unknown: str | None = None

    @property
    def settled(self) -> tuple[str, ...]:
        """The parts without what is not known yet."""
        return tuple(part for part in self.parts if part != self.unknown)


@dataclass(frozen=True, slots=True)
class AtMost:
    """The parts together may not be more than the whole."""

    parts: tuple[str, ...]
    whole: str


_MEASURES = {"bruto_totaal": later("Bruto"), "sloop_totaal": later("Sloop")}
_OF_WHICH = later("waarvan")


def _phasing(total: str, need: Need, definition: str, source: str, short: str = "") -> tuple[Field, ...]:
    measure = total.removesuffix("_totaal")

    def slot(number: int) -> Field:
        year = number < YEARS
        nth = number + 1 if year else number - YEARS + 1
        return Field(
            name=f"{measure}_jaar{nth:02d}" if year else f"{measure}_periode{nth}",
            label=f"{_MEASURES[total]} jaar {nth}" if year else f"{_MEASURES[total]} periode {nth}",
            kind=Kind.COUNT,
            group=Group.AANTALLEN,
            need=need,
            definition=definition,
            source=source,
            phase=Phase(total, number),
            short=short,
        )

    return tuple(slot(number) for number in range(YEARS + PERIODS))


def _count(name: str, label: str, group: Group, definition: str, source: str, **more: object) -> Field:
    return Field(name, label, Kind.COUNT, group, Need.LIVE, definition, source, **more)  # type: ignore[arg-type]  # keyword names are Field's own


_P, _A, _W, _E, _O, _L = Group.PLAN, Group.AANTALLEN, Group.WONINGTYPE, Group.PRIJS, Group.OUDEREN, Group.LEVERING
_PRIJS = "Basisset 2.0, Prijssegment en eigendom"
_OUDEREN = "Basisset 2.0, Woningen geschikt voor ouderen"
_SOCIAAL = "met een huurprijs tot en met de sociale huurgrens: 879,66 euro in 2024, jaarlijks per 1 januari geïndexeerd met de inflatie."
_MIDDEN = (
    "met een huurprijs hoger dan de sociale huurgrens, maar lager of gelijk aan de middenhuurgrens: 1.157,95 euro in 2024, jaarlijks per "
    "1 januari geïndexeerd met de inflatie. Start de bouw voor 1 januari 2028, dan telt ook een huurprijs tot die grens plus een opslag van "
    "10% mee, ongeacht het aantal WWS punten. Landelijk telt middenhuur enkel mee met een instandhoudingsplicht van tenminste 10 jaar."
)

_FIRST, *_, _LAST = delivered_statuses()
_HOME = listed("eigen", " en ")

FIELDS: tuple[Field, ...] = (
    Field("plan_id", "Planbestand-ID", Kind.ID, _L, Need.ALWAYS,
          "Vast kenmerk dat de plugin maakt; zo blijft een plan herkenbaar als zijn naam verandert.", "Planbestand"),
    Field("plannummer", "Plannummer", Kind.TEXT, _P, Need.OPTIONAL,
          "Eigen nummer van de gemeente. Blijft in elke levering gelijk en komt maar één keer voor.", "Invultip 5"),
    Field("plannaam", "Plannaam", Kind.TEXT, _P, Need.ALWAYS,
          "Naam van het plan. Uniek binnen de gemeente, exact hetzelfde in alle GIS-bestanden en Excel-bestanden, en dezelfde als in de vorige "
          "aanlevering.", "Invultips 5 en 6", short="Naam van het plan: uniek, en in elk bestand exact hetzelfde."),
    Field("gemeente_code", "Gemeentecode", Kind.CODE, _L, Need.ALWAYS,
          "CBS-code van de gemeente: GM en vier cijfers.", "Gemeentelijke indeling CBS", codes="gemeenten"),
    Field("gemeente_naam", "Gemeente", Kind.TEXT, _L, Need.ALWAYS,
          "Naam van de gemeente die bij de code hoort.", "Gemeentelijke indeling CBS"),
    Field("vertrouwelijk", "Vertrouwelijk", Kind.YESNO, _P, Need.LIVE,
          "Plannen zijn in principe niet vertrouwelijk. Ja mag bij een zachte planstatus, zolang nog niet alle kenmerken van de Basisset bij "
          "omwonenden bekend zijn. Ook een vervallen plan mag vertrouwelijk zijn, een gerealiseerd plan niet.",
          "Dataprotocol art. 6.a en 6.b", short="Ja mag alleen bij een zachte planstatus of een vervallen plan."),
    Field("provincie_aggregeert", "Provincie telt vertrouwelijke plannen op", Kind.YESNO, _L, Need.OPTIONAL,
          "De gemeente vraagt de provincie haar vertrouwelijke plannen geaggregeerd, als één plan, door te leveren.",
          "Dataprotocol art. 8", kept_in=KeptIn.LEVERING),
    Field("plantype", "Plantype", Kind.CODE, _P, Need.LIVE,
          "Het plantype dat het meest dominant is binnen het plan: kies er één.", "Basisset 2.0, plantype", codes="plantype"),
    Field("planstatus", "Planologische planstatus", Kind.CODE, _P, Need.LIVE,
          f"De categorie, {_FIRST} tot en met {_LAST}, waarin het plan valt; alleen ‘hard’ of ‘zacht’ is geen antwoord. {_HOME} zijn voor de eigen "
          "gemeentelijke administratie: zulke plannen gaan niet mee en tellen niet mee als plancapaciteit.",
          "Basisset 2.0, Planologische planstatus; Invultip 4", codes="planstatus",
          short=f"De categorie van het plan, {_FIRST} tot en met {_LAST}; {_HOME} gaan niet mee."),
    Field("gerealiseerd", "Gerealiseerd", Kind.YESNO, _P, Need.ALWAYS,
          "Ja als alle woningen van het plan in de BAG een verblijfsobject met woonfunctie zijn, met de status ‘in gebruik’, ‘in gebruik (niet "
          "ingemeten)’ of ‘Verbouwing verblijfsobject’. Wordt éénmalig aangeleverd, met naam en polygoon.",
          "Basisset 2.0, Gerealiseerd; Invultip 6", short="Ja als alle woningen van het plan volgens de BAG in gebruik zijn."),
    Field("vervallen", "Vervallen", Kind.YESNO, _P, Need.ALWAYS,
          "Ja als de gemeente heeft besloten de ontwikkeling niet door te zetten. Een plan op pauze is niet vervallen. Wordt nog éénmaal "
          "aangeleverd, met naam en polygoon, en telt niet meer mee met de plancapaciteit.",
          "Basisset 2.0, Vervallen; Invultip 6", short="Ja als het plan definitief niet doorgaat; een plan op pauze is niet vervallen."),
    _count("bruto_totaal", "Bruto totaal", _A,
           "Zelfstandige woningen die er binnen het plan volgens de planning bij komen, door nieuwbouw, transformatie of splitsing. Het gaat om de "
           "restcapaciteit: wat vanaf de peildatum nog gerealiseerd gaat worden, in de komende 20 jaar. Wat al is opgeleverd en wat pas na die "
           "20 jaar komt, telt niet mee.", "Basisset 2.0, bruto plancapaciteit en rapportage; Invultips 2 en 3",
           short="Zelfstandige woningen die er vanaf de peildatum nog bij komen, in 20 jaar."),
    _count("sloop_totaal", "Sloop totaal", _A,
           "Woningen die binnen het plan volgens de planning nog gesloopt gaan worden: vanaf de peildatum, in de komende 20 jaar. Als positief getal.",
           "Basisset 2.0, Sloop; Invultips 2 en 3", short="Woningen die vanaf de peildatum nog gesloopt worden, als positief getal."),
    Field("netto_totaal", "Netto totaal", Kind.COUNT, _A, Need.DERIVED,
          "Bruto totaal min sloop totaal; kan negatief zijn. De plugin rekent het uit.", "Basisset 2.0, Netto plancapaciteit",
          kept_in=KeptIn.NOWHERE),
    *_phasing("bruto_totaal", Need.LIVE,
              "Woningen van bruto totaal naar jaar van oplevering: de eerstvolgende 10 jaar per jaar, de 10 jaar daarna over twee vijfjaarsperioden. "
              "In de najaarslevering (peildatum 1 juli) telt in het eerste jaar alleen wat in de tweede helft nog komt.",
              "Basisset 2.0, Fasering; Invultips 1 en 3", short="Woningen van bruto totaal naar jaar van oplevering."),
    *_phasing("sloop_totaal", Need.OPTIONAL,
              "Woningen van sloop totaal naar jaar van sloop. Niet verplicht; wie ze invult laat ze optellen tot sloop totaal.",
              "Invultip 1", short="Woningen van sloop totaal naar jaar van sloop; niet verplicht."),
    _count("meergezins", "Meergezinswoningen", _W,
           "Woningen die samen met andere woningen of (bedrijfs)ruimten een geheel pand vormen.", "Basisset 2.0, Woningtype", adds_to="A4"),
    _count("eengezins", "Eengezinswoningen", _W, "Woningen die zelf ook een geheel pand vormen.", "Basisset 2.0, Woningtype", adds_to="A4"),
    _count("woningtype_onbekend", "Woningtype onbekend", _W,
           "Woningen waarvan het woningtype vooralsnog onbekend is.", "Basisset 2.0, Woningtype", adds_to="A4"),
    _count("tijdelijk", "Tijdelijke woningen", _W,
           "Woningen die voor een bepaalde tijd op een tijdelijke locatie mogen worden gebouwd (toegelaten functie wonen of tijdelijke afwijking van "
           "het omgevingsplan). De woning zelf mag van permanente of tijdelijke kwaliteit zijn. Permanent: de nieuwbouweisen van het Besluit "
           "Bouwwerken Leefomgeving (BBL). Tijdelijk: voor een termijn van ten hoogste 15 jaar.",
           "Basisset 2.0, Tijdelijke woningen", part_of="bruto_totaal",
           short="Woningen op een tijdelijke locatie, van permanente of tijdelijke kwaliteit."),
    _count("koop_betaalbaar", "Betaalbare koop", _E,
           "Koopwoningen binnen de Rijksgrens betaalbare koop. Die grens is voor 2024 vastgesteld op € 390.000 en wordt geïndexeerd volgens de "
           "consumentenprijsindex (CPI).", _PRIJS, limit="betaalbare_koop",
           short="Koopwoningen tot en met de Rijksgrens betaalbare koop.", adds_to="A5"),
    _count("huur_sociaal_corporatie", "Sociale huur door corporaties", _E, f"Huurwoningen van woningcorporaties {_SOCIAAL}", _PRIJS,
           limit="sociale_huur", short="Huurwoningen van woningcorporaties tot en met de sociale huurgrens.", adds_to="A5"),
    _count("huur_midden_corporatie", "Middenhuur door corporaties", _E, f"Huurwoningen van woningcorporaties {_MIDDEN}", _PRIJS,
           limit="middenhuur", short="Huurwoningen van woningcorporaties boven de sociale huurgrens, tot en met de middenhuurgrens.", adds_to="A5"),
    _count("huur_sociaal_markt", "Sociale huur door marktpartijen", _E, f"Huurwoningen van marktpartijen {_SOCIAAL}", _PRIJS,
           limit="sociale_huur", short="Huurwoningen van marktpartijen tot en met de sociale huurgrens.",
           adds_to="A5", nationally="huur_sociaal_markt_25jaar"),
    _count("huur_sociaal_markt_25jaar", "waarvan 25 jaar en DAEB-doelgroep", _E,
           "Het deel met een instandhoudingsplicht van tenminste 25 jaar dat wordt verhuurd aan de DAEB-doelgroep. Enkel dit deel telt mee voor de "
           "landelijke doelstelling.", _PRIJS, part_of="huur_sociaal_markt",
           short="Het deel dat 25 jaar in stand blijft en naar de DAEB-doelgroep gaat; alleen dit telt landelijk mee."),
    _count("huur_midden_markt", "Middenhuur door marktpartijen", _E, f"Huurwoningen van marktpartijen {_MIDDEN}", _PRIJS,
           limit="middenhuur", short="Huurwoningen van marktpartijen boven de sociale huurgrens, tot en met de middenhuurgrens.",
           adds_to="A5", nationally="huur_midden_markt_10jaar"),
    _count("huur_midden_markt_10jaar", "waarvan 10 jaar", _E,
           "Het deel met een instandhoudingsplicht van tenminste 10 jaar. Enkel dit deel telt mee voor de landelijke doelstelling.", _PRIJS,
           part_of="huur_midden_markt", short="Het deel dat 10 jaar in stand blijft; alleen dit telt landelijk mee."),
    _count("prijs_overig", "Overige prijssegmenten", _E,
           "Woningen buiten de gedefinieerde categorieën: prijs en eigendom zijn bekend, maar vallen in geen van de andere segmenten.", _PRIJS,
           short="Woningen buiten de andere segmenten, met bekende prijs en eigendom.", adds_to="A5"),
    _count("prijs_onbekend", "Prijs of eigendom onbekend", _E,
           "Woningen waarvan prijssegment of eigendom (nog) onbekend zijn.", _PRIJS, adds_to="A5"),
    _count("nultreden", "Nultredenwoningen", _O,
           "Zelfstandige woningen die zowel intern als extern toegankelijk zijn. Van buiten zijn zij te bereiken zonder trap te lopen. Binnen zijn "
           "woonkamer, keuken, badkamer, toilet en minimaal 1 slaapkamer zonder trappen te bereiken. Zij zijn zo bij oplevering: een woning die met "
           "een traplift wordt aangepast, telt niet.", _OUDEREN,
           short="Zelfstandige woningen die van buiten en van binnen zonder trap te bereiken zijn."),
    _count("nultreden_geclusterd", "waarvan geclusterd", _O,
           "Nultredenwoningen in een woonvorm die sociaal contact en gemeenschapsgevoel bevordert. Er is een ontmoetingsruimte, inpandig of op loopafstand "
           "(bv. ca. 100 m), die op een open en transparante basis te gebruiken is. Landelijk is de schaal minimaal "
           f"{CLUSTER_MINIMUM} woningen. Een kleiner cluster, "
           "bv. in kleine kernen, telt niet als geclusterde woning maar als nultredenwoning.",
           _OUDEREN, part_of="nultreden", short=f"Nultredenwoningen met een ontmoetingsruimte in of nabij het gebouw; vanaf {CLUSTER_MINIMUM} woningen."),
    _count("zorggeschikt", "waarvan zorggeschikt", _O,
           "Geclusterde nultredenwoningen waarin Wlz-zorg geleverd kan worden. Woning en woonvorm zijn rolstoelgeschikt, met voldoende ruimte om zorg te "
           "verlenen, en dementievriendelijk ingericht. Bouw Advies Toegankelijkheid (BAT) 3 of 4 en Woonkeur 6 vallen hieronder.", _OUDEREN,
           part_of="nultreden_geclusterd", short="Geclusterde, rolstoelgeschikte woningen waarin Wlz-zorg geleverd kan worden."),
    _count("ouderen_overig", "Overige woningen geschikt voor ouderen", _O,
           "Andere woningen geschikt voor ouderen, naar eigen inzicht van de gemeente, buiten de nultredenwoningen.", _OUDEREN),
    Field("geclusterd_55plus", "Geclusterd: minstens de helft voor 55-plus", Kind.YESNO, _O, Need.WHEN_COUNTED,
          "Ja als de gemeente de geclusterde woningen voor minimaal 50% heeft bestemd of gelabeld voor 55-plussers, of met voorrang aan hen gaat "
          "toewijzen.", _OUDEREN, explains="nultreden_geclusterd", short="Is minstens de helft van de geclusterde woningen voor 55-plussers?"),
    Field("zorg_55plus", "Zorggeschikt: minstens de helft voor 55-plus", Kind.YESNO, _O, Need.WHEN_COUNTED,
          "Ja als de gemeente de woonzorgwoningen (zorggeschikt) voor minimaal 50% heeft bestemd of gelabeld voor 55-plussers, of met voorrang aan hen "
          "gaat toewijzen.", _OUDEREN, explains="zorggeschikt", short="Is minstens de helft van de zorggeschikte woningen voor 55-plussers?"),
    Field("toelichting", "Toelichting", Kind.TEXT, _L, Need.OPTIONAL,
          "Uitleg van de gemeente: waarom een waarschuwing klopt, hoe groot de hele locatie is (‘Hele locatie: 200 woningen’), of waarom nog geen "
          "restcapaciteit geleverd wordt.", "Invultip 3", short="Uitleg van de gemeente, bijvoorbeeld waarom een waarschuwing klopt."),
)  # fmt: skip

# Of the municipality itself: in the plan file and its form, never in a delivery. No rule, sum or definition sheet knows them.
OWN_FIELDS: tuple[Field, ...] = (
    Field("projectleider", "Projectleider", Kind.TEXT, _L, Need.OPTIONAL,
          "Wie binnen de gemeente over dit plan gaat en het invult. Blijft in het planbestand en wordt nooit geleverd.", "Planbestand",
          kept_in=KeptIn.HOME),
)  # fmt: skip

BY_NAME: dict[str, Field] = {field.name: field for field in (*FIELDS, *OWN_FIELDS)}
COLUMNS: tuple[Field, ...] = tuple(field for field in FIELDS if field.kept_in is KeptIn.PLAN)
PLAN_FILE_COLUMNS = (*COLUMNS, *OWN_FIELDS)
COUNTS: tuple[Field, ...] = tuple(field for field in COLUMNS if field.kind is Kind.COUNT)


def phasing(total: str) -> tuple[str, ...]:
    """The twelve phasing columns of ``bruto_totaal`` or ``sloop_totaal``, in order of time."""
    return tuple(field.name for field in FIELDS if field.phase is not None and field.phase.total == total)


PHASED = tuple(dict.fromkeys(field.phase.total for field in COUNTS if field.phase))  # the totals that are divided over the years


def _adding_to(rule: str) -> tuple[str, ...]:
    return tuple(field.name for field in COUNTS if field.adds_to == rule)


SUMS: tuple[Sum, ...] = (
    Sum("A2", "bruto_totaal", phasing("bruto_totaal"), "de fasering van bruto"),
    Sum("A3", "sloop_totaal", phasing("sloop_totaal"), "de fasering van sloop", only_when_used=True),
    Sum("A4", "bruto_totaal", _adding_to("A4"), "de woningtypen", unknown="woningtype_onbekend"),
    Sum("A5", "bruto_totaal", _adding_to("A5"), "de prijssegmenten", unknown="prijs_onbekend"),
)  # fmt: skip

SUM_OF = {total.rule: total for total in SUMS}

AT_MOST: tuple[AtMost, ...] = (
    *(AtMost((field.name,), field.part_of) for field in COUNTS if field.part_of),
    AtMost(("nultreden", "ouderen_overig"), "bruto_totaal"),
)

# Either answered with yes finishes a plan, and then the other is not asked: it can be nothing but nee (S2).
FINISHES = ("gerealiseerd", "vervallen")

# What counts of a finished plan (Invultip 6; Dataprotocol art. 6.b): the rest is not judged, not delivered, and stays in the plan file.
OF_FINISHED = frozenset(
    ("plan_id", "plannummer", "plannaam", "gemeente_code", "gemeente_naam", "vertrouwelijk", "gerealiseerd", "vervallen", "toelichting")
)

# The affordable segments, and what of each counts for the national goal: of the market only what is kept (Basisset 2.0, prijssegment).
COUNTS_NATIONALLY = {field.name: field.nationally or field.name for field in COUNTS if field.limit}
