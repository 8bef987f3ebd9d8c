# SPDX-License-Identifier: GPL-2.0-or-later
"""The answer of a province as a page: what the municipality is to act on, and how."""

from __future__ import annotations

from ..i18n import day_of, several, tr
from ..reporting import html
from .answer import Answer, Line
from .entries import Kind, Label


def answer_page(answer: Answer) -> str:
    """The whole page."""
    labels = [line for line in answer.lines if line.soort == Kind.LABEL.value]
    said = [line for line in answer.lines if line.soort != Kind.LABEL.value]
    words = tr("Dit is het antwoord op levering ‘{name}’: {labels} en {remarks}.").format(
        name=answer.delivery, labels=several(len(labels), "label", "labels"),
        remarks=several(len(said), "opmerking of vraag", "opmerkingen of vragen"),
    )  # fmt: skip
    body = [html.card("waarschuwing", words)]
    if labels:
        rows = [(line.plannummer, line.plannaam, tr(line.label), _meaning(line)) for line in labels]
        body += [html.heading(tr("Labels")), html.table((tr("Plannummer"), tr("Plannaam"), tr("Label"), tr("Wat dat betekent")), rows)]
    if said:
        told = [
            (
                line.plannummer,
                line.plannaam or (tr("(een plek op de kaart)") if line.place else tr("(de levering als geheel)")),
                tr(line.soort),
                line.tekst,
                day_of(line.moment),
            )
            for line in said
        ]
        header = (tr("Plannummer"), tr("Plannaam"), tr("Soort"), tr("Tekst"), tr("Datum"))
        body += [html.heading(tr("Opmerkingen en vragen")), html.table(header, told)]
    body += [
        html.heading(tr("Wat u doet")),
        html.steps((
            tr("Kies in QGIS in het menu LMVW ‘Antwoord openen’ en geef deze zip op, bij het planbestand waarvan u leverde."),
            tr("De labels en opmerkingen staan dan op uw kaart. Pas uw plannen aan, of schrijf bij de opmerking uw reactie."),
            tr("Maak daarna een nieuwe levering: daarin staat uw reactie op elke opmerking."),
        )),
        html.paragraph(tr("SHA-256 van de levering: {digest}").format(digest=answer.sha256)),
    ]  # fmt: skip
    title = tr("Antwoord van {provincie} aan gemeente {gemeente}").format(provincie=answer.provincie, gemeente=answer.gemeente.name)
    return html.page(title, answer.peildatum.in_full, body, confidential=True)


def _meaning(line: Line) -> str:
    if line.label == Label.STRIJDIG.value:
        return tr("Het plan geldt voortaan als vertrouwelijk: in wat iedereen mag zien, staat het niet meer afzonderlijk (art. 5.d).")
    if line.label == Label.NOT_JUDGED.value:
        return tr("De provincie heeft het plan nog niet beoordeeld (art. 5.e); u hoeft niets te doen.")
    return tr("Het eerdere label geldt niet meer.")
