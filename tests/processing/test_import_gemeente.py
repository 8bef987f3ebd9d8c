# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality that a source names: understood as it is written there, and no reason to refuse a file in words that do not help."""

import openpyxl
import pytest

from tests.conftest import left_in, read_plans


@pytest.fixture
def given(tmp_path):
    def make(code, *names, **more):
        book = openpyxl.Workbook()
        book.active.append(("Plannaam", "Gemeentenaam", "Bruto totaal"))
        for number, name in enumerate(names, 1):
            book.active.append((f"Havenkwartier {number}", name, number))
        book.save(tmp_path / "w.xlsx")
        return {
            "WORKBOOK": str(tmp_path / "w.xlsx"),
            "GEMEENTE": code,
            "PEILDATUM": "2026-01-01",
            "OUTPUT": str(tmp_path / "p.gpkg"),
            **more,
        }

    return make


@pytest.mark.parametrize(("code", "names"), [
    ("GM0518", ("Den Haag", "'s-Gravenhage", "gemeente Den Haag", "GM0518", 518, "0518")), ("GM0164", ("Hengelo", "Hengelo (O.)", "Hengelo Ov")),
    ("GM0373", ("Bergen", "Bergen NH", None, " ")), ("GM0893", ("Bergen", "Bergen (L)")), ("GM0417", ("Laren",)), ("GM0479", ("479", 479.0, "Gem. Zaanstad")),
    ("Bergen (NH.)", ("Bergen",)), ("Den Haag", ("Den Haag",)),
])  # fmt: skip
def test_every_row_of_the_municipality_comes_over(run, given, tmp_path, code, names):
    assert run("importplans", **given(code, *names))["IMPORTED"] == len(names)
    assert {plan["gemeente_code"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {code if code.startswith("GM") else
                                                                                   {"Bergen (NH.)": "GM0373", "Den Haag": "GM0518"}[code]}  # fmt: skip


def test_a_file_of_another_municipality_names_the_choices(refused, given, tmp_path):
    message = refused("importplans", **given("GM0479", "Hengelo", "Hengelo", "Bergen", "Gem. Nergens"))
    assert "volgens de bron horen de plannen bij Hengelo (O.) (GM0164) (2×); Bergen (NH.) (GM0373) of Bergen (L.) (GM0893) (1×)" in message
    assert "‘Gem. Nergens’ (1×), en u koos Zaanstad (GM0479). Kies de gemeente van de bron, of koppel geen kolom aan de gemeente" in message
    assert "Pas de bron" not in message
    assert left_in(tmp_path) == ["w.xlsx"]


def test_a_name_that_stands_for_two_is_asked(refused, given):
    assert "‘Bergen’ kan Bergen (NH.) (GM0373) of Bergen (L.) (GM0893) zijn" in refused("importplans", **given("Bergen", "Bergen"))
