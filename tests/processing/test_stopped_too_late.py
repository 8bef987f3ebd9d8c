# SPDX-License-Identifier: GPL-2.0-or-later
"""Who stops an algorithm when its work is in its place gets the whole outcome: "er is niets veranderd" would not be so."""

from pathlib import Path

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store, transaction
from lmvw_plugin.layers.planfile.tables import confidential_table
from tests.conftest import MARKERWAARD, Listener, consistent_plan, left_in, polygon_layer, read_plans, square
from tests.packages import of, sent

SHARED = {"GEMEENTE": MARKERWAARD.code, "PEILDATUM": "2026-01-01"}


class Late(Listener):
    """Stopped from the moment that a file has its name."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def isCanceled(self):  # noqa: N802  # Qt's name
        return self.path.exists()


def imported(folder):
    layer = polygon_layer([{"plannaam": f"Plan {number}"} for number in range(3)])
    return "importplans", {"INPUT": layer, **SHARED, "OUTPUT": str(folder / "p.gpkg")}, folder / "p.gpkg"


def rolled(folder):
    old = folder / "oud.gpkg"
    store.create(old, store.PlanFileInfo(MARKERWAARD, Peildatum.parse("2026-01-01")), [(square(0), consistent_plan())])
    return "rollforward", {"INPUT": str(old), "PEILDATUM": "2027-01-01", "OUTPUT": str(folder / "nieuw.gpkg")}, folder / "nieuw.gpkg"


def opened(folder):
    sent(folder, [of(MARKERWAARD, "Zuid")], MARKERWAARD)
    given = {"INPUT": [str(folder / "in")], "OUTPUT": str(folder / "b.gpkg"), "WORKBOOK": str(folder / "overzicht.xlsx")}
    return "opendeliveries", given, folder / "b.gpkg"


def passed_on(folder):
    sent(folder, [of(MARKERWAARD, "Zuid")], MARKERWAARD)
    (folder / "uit").mkdir()
    target = folder / "uit" / "LMVW_landelijk_VERTROUWELIJK.gpkg"
    return "exportsteward", {"INPUT": str(folder / "in"), "FOLDER": str(folder / "uit")}, target


# Between the last plan that an import into a plan file changes and the end of its transaction; whether it is carried through.
STRETCHES = {"the last table": (confidential_table, "write", False), "the box of the plans": (transaction.PlanTable, "note_change", True),
             "what comes after": (transaction, "_in_one_file", True)}  # fmt: skip


def into(folder, plans=3):
    """An import of other numbers into the plan file of ``imported``."""
    rows = [{"plannaam": f"Plan {number}", "plannummer": str(number), "bruto": 7 + number} for number in range(plans)]
    return {"INPUT": polygon_layer(rows), **SHARED, "OUTPUT": str(folder / "p.gpkg"), "UPDATE": True}


@pytest.mark.parametrize("stretch", STRETCHES)
def test_a_stop_near_the_end_of_an_import_leaves_all_or_nothing_and_says_which(stretch, run, provider, tmp_path, monkeypatch):
    name, given, target = imported(tmp_path)
    run(name, **given)
    before, beside = target.read_bytes(), left_in(tmp_path)
    feedback = Listener()
    where, step, carried_through = STRETCHES[stretch]
    really = getattr(where, step)

    def stopped(*given):
        feedback.cancel()
        return really(*given)

    monkeypatch.setattr(where, step, stopped)
    done = run(name, feedback, **into(tmp_path))
    assert feedback.isCanceled()
    counts = [plan["bruto_totaal"] for plan, _ in read_plans(target)]
    if carried_through:
        assert counts == [7, 8, 9] and Path(done["REPORT"]).is_file()
        assert "Overgenomen: 3 plannen" in feedback.textLog() and "niets veranderd" not in feedback.textLog()
    else:
        assert done == {} and target.read_bytes() == before and left_in(tmp_path) == beside
        assert "Afgebroken; er is niets veranderd." in feedback.textLog()


@pytest.mark.parametrize("update", [False, True])
def test_a_report_that_cannot_be_written_does_not_say_that_nothing_was_imported(update, run, refused, provider, tmp_path, monkeypatch):
    """Another program has it open, as Windows knows it: the plans are in their place by then."""
    name, given, target = imported(tmp_path)
    if update:
        run(name, **given)
        given = into(tmp_path)
    replace = Path.replace

    def in_use(self, to):
        if Path(to).name == "p_import.html":
            raise PermissionError(13, "in use")
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", in_use)
    said = refused(name, **given)
    assert "p_import.html" in said and said.endswith(f"De plannen staan al wel in ‘{target}’.")
    assert len(read_plans(target)) == 3


def filled(folder):
    store.create(
        folder / "p.gpkg", store.PlanFileInfo(MARKERWAARD, Peildatum.parse("2026-01-01")), [(square(0), consistent_plan(plan_id="1"))]
    )
    (folder / "uit").mkdir()
    return "makefillsheets", {"INPUT": str(folder / "p.gpkg"), "FOLDER": str(folder / "uit")}, folder / "uit"


@pytest.mark.parametrize(("made", "words"), [
    (filled, "De invulbladen staan al wel in ‘{target}’."),
    (rolled, "Het nieuwe planbestand staat al wel in ‘{target}’."),
    (passed_on, "De set staat al wel in ‘{target}’."),
])  # fmt: skip
def test_a_report_that_cannot_be_written_comes_with_what_was_made_already(made, words, run, refused, provider, tmp_path, monkeypatch):
    name, given, target = made(tmp_path)
    replace = Path.replace

    def in_use(self, to):
        if Path(to).suffix == ".html":
            raise PermissionError(13, "in use")
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", in_use)
    said = refused(name, **given)
    assert ".html" in said and said.endswith(words.format(target=target))
    assert any(target.iterdir()) if target.is_dir() else target.is_file()


@pytest.mark.parametrize("made", [imported, rolled, opened, passed_on])
def test_what_is_in_its_place_is_told_with_its_report(made, run, provider, tmp_path):
    name, given, target = made(tmp_path)
    feedback = Late(target)
    done = run(name, feedback, **given)
    assert target.is_file()
    assert Path(done["REPORT"]).is_file()
    assert "niets veranderd" not in feedback.textLog()
