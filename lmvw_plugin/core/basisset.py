# SPDX-License-Identifier: GPL-2.0-or-later
"""The one statement of the Basisset 2.0: every field, its meaning, and how the counts add up.

Plan-file columns, form, constraints, rules, workbook, definitions sheet and the field table of the manual are
computed from the objects below. The source of each definition is a paragraph of "Basisset 2.0 LMVW" (BO VRO, May/June
2024), an article of the Dataprotocol LMVW, or one of the Invultips.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .i18n import tr
from .peildatum import PERIODS, YEARS, Peildatum

SCHEMA_VERSION = "1.0"
CRS = "EPSG:28992"
LAYER = "plannen"
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


class Place(Enum):
    """Where the value is kept."""

    PLAN = "plan"  # a column of the layer
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

    ``part_of`` names the count of which this count is an "of which" part. ``explains`` names the count that makes a
    yes/no question apply. ``limit`` names the column of ``prijsgrenzen.csv`` that bounds the segment.
    """

    name: str
    label: str
    kind: Kind
    group: Group
    need: Need
    definition: str
    source: str
    unit: str = ""
    place: Place = Place.PLAN
    codes: str | None = None
    part_of: str | None = None
    explains: str | None = None
    limit: str | None = None
    phase: Phase | None = None

    def label_at(self, peildatum: Peildatum | None) -> str:
        """The label on screen; phasing slots show their real years when the peildatum is known."""
        if self.phase is None or peildatum is None:
            return tr(self.label)
        first, last = peildatum.span(self.phase.slot)
        years = str(first) if first == last else tr("{first} t/m {last}").format(first=first, last=last)
        return f"{tr(_MEASURES[self.phase.total])} {years}"

    def title_at(self, peildatum: Peildatum | None) -> str:
        """The label that can stand on its own: an "of which" count names its parent first."""
        label = self.label_at(peildatum)
        parent = BY_NAME.get(self.part_of or "")
        return f"{parent.title_at(peildatum)}, {label}" if parent and label.startswith("waarvan") else label

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


@dataclass(frozen=True, slots=True)
class AtMost:
    """The parts together may not be more than the whole."""

    parts: tuple[str, ...]
    whole: str


_MEASURES = {"bruto_totaal": "Bruto", "sloop_totaal": "Sloop"}
_WONINGEN = "woningen"


def _phasing(total: str, need: Need, definition: str, source: str) -> tuple[Field, ...]:
    measure = total.removesuffix("_totaal")

    def slot(number: int) -> Field:
        year = number < YEARS
        place = number + 1 if year else number - YEARS + 1
        return Field(
            name=f"{measure}_jaar{place:02d}" if year else f"{measure}_periode{place}",
            label=f"{_MEASURES[total]} jaar {place}" if year else f"{_MEASURES[total]} periode {place}",
            kind=Kind.COUNT,
            group=Group.AANTALLEN,
            need=need,
            definition=definition,
            source=source,
            unit=_WONINGEN,
            phase=Phase(total, number),
        )

    return tuple(slot(number) for number in range(YEARS + PERIODS))


def _count(name: str, label: str, group: Group, definition: str, source: str, **more: object) -> Field:
    return Field(name, label, Kind.COUNT, group, Need.LIVE, definition, source, _WONINGEN, **more)  # type: ignore[arg-type]  # keyword names are Field's own


_P, _A, _W, _E, _O, _L = Group.PLAN, Group.AANTALLEN, Group.WONINGTYPE, Group.PRIJS, Group.OUDEREN, Group.LEVERING
_PRIJS = "Basisset 2.0, Prijssegment en eigendom"
_OUDEREN = "Basisset 2.0, Woningen geschikt voor ouderen"

FIELDS: tuple[Field, ...] = (
    Field("plan_id", "Kenmerk in het planbestand", Kind.ID, _L, Need.ALWAYS,
          "Vast kenmerk dat de plugin maakt; zo blijft een plan herkenbaar als zijn naam verandert.", "Planbestand"),
    Field("plannummer", "Plannummer", Kind.TEXT, _P, Need.OPTIONAL,
          "Eigen nummer van de gemeente. Blijft in elke levering gelijk en komt maar één keer voor.", "Invultip 5"),
    Field("plannaam", "Plannaam", Kind.TEXT, _P, Need.ALWAYS,
          "Naam van het plan. Uniek binnen de gemeente, letterlijk gelijk in elk bestand en gelijk aan de vorige levering.",
          "Invultips 5 en 6"),
    Field("gemeente_code", "Gemeentecode", Kind.CODE, _L, Need.ALWAYS,
          "CBS-code van de gemeente: GM en vier cijfers.", "Gemeentelijke indeling CBS", codes="gemeenten"),
    Field("gemeente_naam", "Gemeente", Kind.TEXT, _L, Need.ALWAYS,
          "Naam van de gemeente die bij de code hoort.", "Gemeentelijke indeling CBS"),
    Field("vertrouwelijk", "Vertrouwelijk", Kind.YESNO, _P, Need.LIVE,
          "Mag alleen ja zijn zolang de planstatus zacht is en niet alle kenmerken met omwonenden zijn gedeeld, of als het plan is vervallen.",
          "Dataprotocol art. 6.a en 6.b"),
    Field("provincie_aggregeert", "Provincie telt vertrouwelijke plannen op", Kind.YESNO, _L, Need.OPTIONAL,
          "De gemeente vraagt de provincie haar vertrouwelijke plannen opgeteld, als één plan, door te leveren.",
          "Dataprotocol art. 8", place=Place.LEVERING),
    Field("plantype", "Plantype", Kind.CODE, _P, Need.LIVE,
          "Het type dat in het plan de boventoon voert.", "Basisset 2.0, plantype", codes="plantype"),
    Field("planstatus", "Planologische planstatus", Kind.CODE, _P, Need.LIVE,
          "Hoe ver de planologische procedure is, als code 1A tot en met 4B. Alleen ‘hard’ of ‘zacht’ is geen antwoord. "
          "5A en 5B blijven in de eigen administratie.", "Basisset 2.0, Planologische planstatus; Invultip 4", codes="planstatus"),
    Field("gerealiseerd", "Gerealiseerd", Kind.YESNO, _P, Need.ALWAYS,
          "Ja als alle woningen van het plan volgens de BAG in gebruik zijn. Wordt één keer geleverd, met naam en polygoon.",
          "Basisset 2.0, Gerealiseerd; Invultip 6"),
    Field("vervallen", "Vervallen", Kind.YESNO, _P, Need.ALWAYS,
          "Ja als het plan definitief niet doorgaat; een plan dat op pauze staat is niet vervallen. Wordt één keer geleverd, met naam en polygoon.",
          "Basisset 2.0, Vervallen; Invultip 6"),
    _count("bruto_totaal", "Bruto totaal", _A,
           "Zelfstandige woningen die er vanaf de peildatum nog bij komen door nieuwbouw, transformatie of splitsing. "
           "Wat al is opgeleverd telt niet meer mee.", "Basisset 2.0, bruto plancapaciteit; Invultips 2 en 3"),
    _count("sloop_totaal", "Sloop totaal", _A,
           "Woningen die vanaf de peildatum nog gesloopt worden, als positief getal.", "Basisset 2.0, Sloop; Invultips 2 en 3"),
    Field("netto_totaal", "Netto totaal", Kind.COUNT, _A, Need.DERIVED,
          "Bruto totaal min sloop totaal; kan negatief zijn. De plugin rekent het uit.", "Basisset 2.0, Netto plancapaciteit",
          _WONINGEN, Place.NOWHERE),
    *_phasing("bruto_totaal", Need.LIVE,
              "Woningen van bruto totaal naar jaar van oplevering: tien losse jaren en dan twee perioden van vijf jaar. "
              "In de najaarslevering telt in het eerste jaar alleen de tweede helft.", "Basisset 2.0, Fasering; Invultips 1 en 3"),
    *_phasing("sloop_totaal", Need.OPTIONAL,
              "Woningen van sloop totaal naar jaar van sloop. Niet verplicht; wie ze invult laat ze optellen tot sloop totaal.",
              "Invultip 1"),
    _count("meergezins", "Meergezinswoningen", _W,
           "Woningen die samen met andere woningen of bedrijfsruimten één pand vormen.", "Basisset 2.0, Woningtype"),
    _count("eengezins", "Eengezinswoningen", _W, "Woningen die zelf een heel pand vormen.", "Basisset 2.0, Woningtype"),
    _count("woningtype_onbekend", "Woningtype onbekend", _W,
           "Woningen waarvan het type nog niet vaststaat.", "Basisset 2.0, Woningtype"),
    _count("tijdelijk", "Tijdelijke woningen", _W,
           "Woningen die voor een bepaalde tijd op een tijdelijke plek mogen staan, van tijdelijke of blijvende kwaliteit.",
           "Basisset 2.0, Tijdelijke woningen", part_of="bruto_totaal"),
    _count("koop_betaalbaar", "Betaalbare koop", _E,
           "Koopwoningen tot en met de landelijke betaalbaarheidsgrens.", _PRIJS, limit="betaalbare_koop_tot"),
    _count("huur_sociaal_corporatie", "Sociale huur door corporaties", _E,
           "Huurwoningen van woningcorporaties tot en met de sociale huurgrens.", _PRIJS, limit="sociale_huur_tot"),
    _count("huur_midden_corporatie", "Middenhuur door corporaties", _E,
           "Huurwoningen van woningcorporaties boven de sociale huurgrens tot en met de middenhuurgrens.", _PRIJS,
           limit="middenhuur_tot"),
    _count("huur_sociaal_markt", "Sociale huur door marktpartijen", _E,
           "Huurwoningen van marktpartijen tot en met de sociale huurgrens.", _PRIJS, limit="sociale_huur_tot"),
    _count("huur_sociaal_markt_25jaar", "waarvan 25 jaar en DAEB-doelgroep", _E,
           "Het deel dat ten minste 25 jaar in stand blijft en aan de DAEB-doelgroep wordt verhuurd; alleen dit telt landelijk mee.",
           _PRIJS, part_of="huur_sociaal_markt"),
    _count("huur_midden_markt", "Middenhuur door marktpartijen", _E,
           "Huurwoningen van marktpartijen boven de sociale huurgrens tot en met de middenhuurgrens.", _PRIJS,
           limit="middenhuur_tot"),
    _count("huur_midden_markt_10jaar", "waarvan 10 jaar", _E,
           "Het deel dat ten minste 10 jaar in stand blijft; alleen dit telt landelijk mee.", _PRIJS, part_of="huur_midden_markt"),
    _count("prijs_overig", "Overige prijssegmenten", _E,
           "Woningen waarvan prijs en eigendom bekend zijn en die in geen van de andere segmenten vallen.", _PRIJS),
    _count("prijs_onbekend", "Prijs of eigendom onbekend", _E,
           "Woningen waarvan prijssegment of eigendom nog niet bekend is.", _PRIJS),
    _count("nultreden", "Nultredenwoningen", _O,
           "Zelfstandige woningen die van buiten en van binnen zonder trap bereikbaar en bruikbaar zijn.", _OUDEREN),
    _count("nultreden_geclusterd", "waarvan geclusterd", _O,
           "Nultredenwoningen in een woonvorm met een ontmoetingsruimte in het gebouw of op loopafstand; landelijk telt een cluster vanaf 12 woningen.",
           _OUDEREN, part_of="nultreden"),
    _count("zorggeschikt", "waarvan zorggeschikt", _O,
           "Geclusterde nultredenwoningen die rolstoelgeschikt zijn en waarin Wlz-zorg geleverd kan worden.", _OUDEREN,
           part_of="nultreden_geclusterd"),
    _count("ouderen_overig", "Overige woningen geschikt voor ouderen", _O,
           "Andere woningen die de gemeente geschikt vindt voor ouderen, buiten de nultredenwoningen.", _OUDEREN),
    Field("geclusterd_55plus", "Geclusterd: minstens de helft voor 55-plus", Kind.YESNO, _O, Need.WHEN_COUNTED,
          "Ten minste 50% van de geclusterde woningen is bestemd of gelabeld voor, of gaat met voorrang naar, 55-plussers.",
          _OUDEREN, explains="nultreden_geclusterd"),
    Field("zorg_55plus", "Zorggeschikt: minstens de helft voor 55-plus", Kind.YESNO, _O, Need.WHEN_COUNTED,
          "Ten minste 50% van de zorggeschikte woningen is bestemd of gelabeld voor, of gaat met voorrang naar, 55-plussers.",
          _OUDEREN, explains="zorggeschikt"),
    Field("toelichting", "Toelichting", Kind.TEXT, _L, Need.OPTIONAL,
          "Uitleg van de gemeente, bijvoorbeeld waarom een waarschuwing klopt of waarom nog geen restcapaciteit geleverd wordt.",
          "Invultip 3"),
)  # fmt: skip

BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}
COLUMNS: tuple[Field, ...] = tuple(field for field in FIELDS if field.place is Place.PLAN)
COUNTS: tuple[Field, ...] = tuple(field for field in COLUMNS if field.kind is Kind.COUNT)


def phasing(total: str) -> tuple[str, ...]:
    """The twelve phasing columns of ``bruto_totaal`` or ``sloop_totaal``, in order of time."""
    return tuple(field.name for field in FIELDS if field.phase is not None and field.phase.total == total)


SUMS: tuple[Sum, ...] = (
    Sum("A2", "bruto_totaal", phasing("bruto_totaal"), "de fasering van bruto"),
    Sum("A3", "sloop_totaal", phasing("sloop_totaal"), "de fasering van sloop", only_when_used=True),
    Sum("A4", "bruto_totaal", ("meergezins", "eengezins", "woningtype_onbekend"), "de woningtypen", unknown="woningtype_onbekend"),
    Sum("A5", "bruto_totaal",
        ("koop_betaalbaar", "huur_sociaal_corporatie", "huur_midden_corporatie", "huur_sociaal_markt", "huur_midden_markt",
         "prijs_overig", "prijs_onbekend"), "de prijssegmenten", unknown="prijs_onbekend"),
)  # fmt: skip

AT_MOST: tuple[AtMost, ...] = (
    *(AtMost((field.name,), field.part_of) for field in COUNTS if field.part_of),
    AtMost(("nultreden", "ouderen_overig"), "bruto_totaal"),
)

CLUSTER_MINIMUM = 12  # dwellings; a smaller cluster counts as nultreden only (Basisset 2.0, note * on clustering)
UITLEG_MINIMUM = 12  # dwellings of the whole location; fewer is "uitbreiding overig" (Basisset 2.0, plantype)

# What counts of a finished plan (Invultip 6; Dataprotocol art. 6.b): the rest is not judged, not delivered, and stays in the plan file.
OF_FINISHED = frozenset(
    ("plan_id", "plannummer", "plannaam", "gemeente_code", "gemeente_naam", "vertrouwelijk", "gerealiseerd", "vervallen", "toelichting")
)

# The affordable segments, and what of each counts for the national goal: of the market only what is kept (Basisset 2.0, prijssegment).
COUNTS_NATIONALLY = {
    "koop_betaalbaar": "koop_betaalbaar",
    "huur_sociaal_corporatie": "huur_sociaal_corporatie",
    "huur_midden_corporatie": "huur_midden_corporatie",
    "huur_sociaal_markt": "huur_sociaal_markt_25jaar",
    "huur_midden_markt": "huur_midden_markt_10jaar",
}
