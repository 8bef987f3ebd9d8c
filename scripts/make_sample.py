# SPDX-License-Identifier: GPL-2.0-or-later
"""Make the sample data: the fictitious municipality Markerwaard (GM9999), clean and with planted mistakes.

``python scripts/make_sample.py OUTDIR`` writes the files; with ``--docs`` it writes ``docs/voorbeeld.md`` as well.
The data is the same on every run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from shapely.geometry import Polygon  # noqa: E402  # the project's root must be on the path first

from scripts.sample import files, page, places  # noqa: E402  # the path or the environment is set first
from scripts.sample.dataset import PEILDATUM, Dataset, clean_dataset  # noqa: E402  # the path or the environment is set first
from scripts.sample.planted import Planted, planted_dataset  # noqa: E402  # the path or the environment is set first

CLEAN, WRONG = "schoon", "fouten"
DOCS = ROOT / "docs" / "voorbeeld.md"

__all__ = ["PEILDATUM", "boundary", "dataset", "main", "make", "plans", "planted"]


def plans(clean: bool = True) -> list[dict[str, object]]:
    """The plans as mappings of Basisset column names to values, with the shapely geometry under ``geom``.

    They are what a join of polygons and worksheet on the exact name gives. Values that the Basisset has no place for
    (a status ``zacht``, a count ``ca. 140``) stand as they were typed.
    """
    return dataset(clean).joined()


def dataset(clean: bool = True) -> Dataset:
    """Polygons and worksheet rows apart, as the files hold them."""
    return clean_dataset() if clean else planted_dataset()[0]


def planted() -> list[Planted]:
    """The expected findings of the variant with mistakes."""
    return planted_dataset()[1]


def boundary() -> Polygon:
    """The municipality's boundary."""
    return places.municipality()


def make(folder: Path) -> None:
    """Write all files of the sample into a folder."""
    for name, data in ((CLEAN, dataset(True)), (WRONG, dataset(False))):
        variant = folder / name
        variant.mkdir(parents=True, exist_ok=True)
        files.write_polygons(variant / "plannen.gpkg", data.features)
        files.write_worksheet(variant / "werkblad.xlsx", data.rows)
    files.write_boundary(folder / "gemeentegrens.gpkg", boundary())
    files.write_planted(folder / "geplante_fouten.csv", planted())


def main(arguments: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="Maak de voorbeeldgegevens van de gemeente Markerwaard.")
    parser.add_argument("folder", metavar="OUTDIR", type=Path, help="map waarin de bestanden komen")
    parser.add_argument("--docs", action="store_true", help=f"werk ook {DOCS.relative_to(ROOT)} bij")
    options = parser.parse_args(arguments)
    make(options.folder)
    if options.docs:
        DOCS.write_text(page.text(dataset(True), planted(), boundary()), encoding="utf-8")
    print(f"Voorbeeldgegevens: {options.folder.resolve()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
