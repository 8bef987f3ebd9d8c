# SPDX-License-Identifier: GPL-2.0-or-later
"""Why a field is asked: as the Basisset and the Dataprotocol say it, in short."""

from __future__ import annotations

from ..i18n import later, tr
from .fields import Field, Group

_CHANGES = "Basisset 2.0, Wijzigingen"
_GENERAL = (
    later("Om te zien hoeveel woningen er gepland zijn en hoe het met de plannen gaat, zodat overheden op hun woningbouwafspraken kunnen sturen."),
    "Dataprotocol art. 1",
)  # fmt: skip
_OF_GROUP = {
    Group.PRIJS: (later("Om de betaalbaarheid naast de woondeals te leggen: de segmenten volgen de Rijksdefinities."), f"{_CHANGES}, c"),
    Group.OUDEREN: (later("Om de woondeals te volgen, met de definities van de stuurgroep wonen en zorg voor ouderen."), f"{_CHANGES}, g"),
}
_OF_FIELD = {
    "gerealiseerd": (later("Om te zien welke programma’s gerealiseerd worden, en om de data beter te maken."), f"{_CHANGES}, d"),
    "vervallen": (later("Om te onderzoeken waar plannen vastlopen, en om de data beter te maken."), f"{_CHANGES}, e"),
    "tijdelijk": (later("Om de woondeals te volgen, met de definities van het CBS."), f"{_CHANGES}, f"),
    "vertrouwelijk": (later("Om te voorkomen dat over een plan iets bekend wordt voordat de gemeente dat zelf vertelt."), "Dataprotocol art. 6 tot en met 8"),
}  # fmt: skip


def purpose_of(field: Field) -> tuple[str, str]:
    """One sentence, and where it comes from."""
    why, source = _OF_FIELD.get(field.name) or _OF_GROUP.get(field.group) or _GENERAL
    return tr(why), source
