# SPDX-License-Identifier: GPL-2.0-or-later
"""One sentence that says what to do next."""

from datetime import datetime

import pytest

from lmvw_plugin.core.reporting.next_step import Standing, Todo, in_short, next_step

CHECKED, LATER = datetime(2026, 3, 2, 10, 0), datetime(2026, 3, 3, 10, 0)


@pytest.mark.parametrize(("now", "todo", "words", "short"), [
    (Standing(0), Todo.IMPORT, "nog geen plannen", "nog leeg"),
    (Standing(3, unanswered=1), Todo.FILL, "Bij 1 plan is", "1 nog in te vullen"),
    (Standing(44, unanswered=12, checked=CHECKED, errors=3), Todo.FILL, "Bij 12 van de 44 plannen", "12 nog in te vullen"),
    (Standing(3), Todo.CHECK, "nog nooit gecontroleerd", "nog te controleren"),
    (Standing(3, checked=CHECKED, changed=2, errors=1), Todo.CHECK, "2 plannen zijn na de controle gewijzigd", "nog te controleren"),
    (Standing(3, checked=CHECKED, errors=1, warnings=1), Todo.MEND, "1 plan heeft nog een fout", "1 met een fout"),
    (Standing(3, checked=CHECKED, warnings=1, no_polygons=True), Todo.CHECK, "De polygonen zijn nog niet gecontroleerd", "nog te controleren"),
    (Standing(3, checked=CHECKED, errors=1, no_polygons=True), Todo.MEND, "1 plan heeft nog een fout", "1 met een fout"),
    (Standing(3, checked=CHECKED, warnings=2), Todo.DELIVER, "2 plannen met een waarschuwing", "klaar om te leveren"),
    (Standing(3, checked=CHECKED), Todo.DELIVER, "maak de levering", "klaar om te leveren"),
    (Standing(3, delivered=CHECKED), Todo.DELIVER, "Geleverd op 2 maart 2026", "geleverd"),
    (Standing(3, checked=CHECKED, delivered=LATER, warnings=1), Todo.DELIVER, "Geleverd op 3 maart 2026", "geleverd"),
    (Standing(3, checked=LATER, delivered=CHECKED), Todo.DELIVER, "maak de levering", "klaar om te leveren"),
    (Standing(3, checked=CHECKED, delivered=LATER, changed=1), Todo.CHECK, "1 plan is na de controle gewijzigd", "nog te controleren"),
])  # fmt: skip
def test_what_stands_in_the_way_comes_first(now, todo, words, short):
    found, sentence = next_step(now)
    assert found is todo
    assert words in sentence
    assert sentence.endswith(".")
    assert in_short(now) == short
