# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast plan names are matched, against reading the two files, an all-pairs difflib loop and rapidfuzz.

    .venv/bin/python scripts/bench_names.py [--sizes 1000 10000 20000] [--runs 5]

One line per size: ``name check | 10k | 1.4x reading both files | ...x all-pairs difflib | ...x rapidfuzz cdist``.
The first ratio is the whole check, reading included, over reading alone; medians of runs in turn. A tenth of the names is
mismatched: a space, case, a no-break space, a letter less, another name altogether. The peers score pairs, the check also
explains them; they are timed on all pairs, and on all pairs of the names that have no exact twin.
"""

from __future__ import annotations

import argparse
import difflib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.names.between import match_names
from lmvw_plugin.core.names.comparing import forms as name_forms
from lmvw_plugin.core.names.rules import NameSource, check_source
from lmvw_plugin.layers.names.in_layers import names_of
from lmvw_plugin.layers.workbook.openpyxl_alone import Workbook
from lmvw_plugin.layers.workbook.reader import name_source, read_table

_HEADS = (
    "Kerk",
    "Molen",
    "Hof",
    "Dorps",
    "Haven",
    "Nieuw",
    "Oude",
    "Water",
    "Wilgen",
    "Beuken",
    "Linden",
    "Station",
    "Klooster",
    "Koning",
    "Juliana",
)
_TAILS = ("straat", "weg", "laan", "plein", "dijk", "kade", "hof", "veld", "park", "singel", "gracht", "akker", "oord", "rode", "burg")
_MORE = ("", "", "", " Noord", " Zuid", " fase", " (voormalige school)", " herontwikkeling", " en omgeving")
_COLUMNS = ("status", "plantype", "bruto", "sloop", "2026", "2027", "2028", "2029", "toelichting")


def make_names(count: int, chance: random.Random) -> list[str]:
    """Distinct names like real ones: streets, additions, now and then a number."""
    names: dict[str, None] = {}
    while len(names) < count:
        name = f"{chance.choice(_HEADS)}{chance.choice(_TAILS)} {chance.choice(_HEADS)}{chance.choice(_TAILS)}{chance.choice(_MORE)}"
        if name in names or chance.random() < 0.3:
            name += f" {chance.randint(1, 199)}"
        names[name] = None
    return list(names)


def damaged(names: list[str], chance: random.Random) -> list[str]:
    """The same names in another order, a tenth of them written otherwise."""
    changed = list(names)
    for i in range(0, len(names), 10):
        name = names[i]
        place = chance.randrange(1, len(name) // 2)
        changed[i] = (
            name + " ", name.upper(), name.replace(" ", "\u00a0", 1), name[:place] + name[place + 1 :], f"Geheel ander plan {i}x"
        )[i // 10 % 5]  # fmt: skip
    chance.shuffle(changed)
    return changed


def write_layer(path: Path, names: list[str]) -> None:
    """A GeoPackage with a square per plan."""
    layer = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:28992&field=plannaam:string&field=planstatus:string&field=bruto_totaal:int", "plannen", "memory"
    )
    features = []
    for i, name in enumerate(names):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, "1A", i])
        x, y = 100_000 + i % 100 * 200, 400_000 + i // 100 * 200
        feature.setGeometry(QgsGeometry.fromWkt(f"MultiPolygon((({x} {y},{x + 99} {y},{x + 99} {y + 99},{x} {y + 99},{x} {y})))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "plannen"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)


def write_workbook(path: Path, names: list[str]) -> None:
    """A worksheet with ten columns."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plannen")
    sheet.append(["plannaam", *_COLUMNS])
    for i, name in enumerate(names):
        sheet.append([name, "1A Onherroepelijk", "Verdichting", i, i % 7, 1, 2, 3, 4, None])
    book.save(path)


def read(folder: Path) -> tuple[NameSource, NameSource]:
    """Both files, as the algorithm reads them."""
    layer = QgsVectorLayer(f"{folder / 'plannen.gpkg'}|layername=plannen", "plannen", "ogr")
    return names_of(layer, "plannen", "plannaam", Silent()), name_source(read_table(folder / "plannen.xlsx"))


def check(folder: Path) -> int:
    """Reading, the rules within each source, and the matching."""
    for cached in (name_forms.cleaned, name_forms.spaced, name_forms.key, name_forms.words, name_forms.marks):
        cached.cache_clear()  # a user's run begins without them
    left, right = read(folder)
    return len([*check_source(left), *check_source(right), *match_names(left, right)])


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def difflib_seconds(left: list[str], right: list[str]) -> float:
    """An all-pairs loop, timed on some twenty thousand pairs and multiplied."""
    part, other = left[: max(1, 20_000 // len(right))], right[:20_000]

    def all_pairs() -> None:
        for name in part:
            matcher = difflib.SequenceMatcher(None, "", name)
            for mate in other:
                matcher.set_seq1(mate)
                matcher.ratio()

    return seconds(all_pairs) * len(left) * len(right) / (len(part) * len(other))


def cdist_seconds(left: list[str], right: list[str]) -> float | None:
    """rapidfuzz on all pairs, one thread, in slices that fit in memory; None when it is not installed."""
    try:
        from rapidfuzz import fuzz, process
    except ImportError:
        return None

    def all_pairs() -> None:
        for start in range(0, len(left), 1000):
            process.cdist(left[start : start + 1000], right, scorer=fuzz.ratio, dtype="uint8")

    return seconds(all_pairs)


def bench(size: int, runs: int) -> str:
    """One line."""
    chance = random.Random(size)
    names = make_names(size, chance)
    others = damaged(names, chance)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_layer(folder / "plannen.gpkg", names)
        write_workbook(folder / "plannen.xlsx", others)
        read(folder)  # warm
        pairs = [(seconds(lambda: read(folder)), seconds(lambda: check(folder))) for _ in range(runs)]
        reading, whole = statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)
    ratio = statistics.median(b / a for a, b in pairs)
    matching = max(1e-9, whole - reading)
    label = f"{size // 1000}k" if size % 1000 == 0 else str(size)
    mine, theirs = sorted(set(names) - set(others)), sorted(set(others) - set(names))
    parts = [f"name check | {label} | {ratio:.1f}x reading both files"]
    for peer, timed in (("all-pairs difflib", difflib_seconds), ("rapidfuzz cdist", cdist_seconds)):
        whole_lists, without_twin = timed(names, others), timed(mine, theirs)
        if whole_lists is None or without_twin is None:
            parts.append(f"{peer}: not installed")
        else:
            parts.append(f"{matching / whole_lists:.2g}x {peer} ({matching / without_twin:.2g}x on the names without a twin)")
    parts.append(f"reading {reading:.2f} s, matching {matching:.2f} s")
    return " | ".join(parts)


def main() -> None:
    """Print a line per size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000, 20_000])
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    for size in chosen.sizes:
        print(bench(size, chosen.runs), flush=True)
    application.exitQgis()


if __name__ == "__main__":
    main()
