# SPDX-License-Identifier: GPL-2.0-or-later
"""Dwellings per hectare: what real plans have passes, what none has does not."""

from pathlib import Path

import pytest

from lmvw_plugin.core.rules.density import LEAST, MOST, too_large, too_small

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "plannen"


@pytest.mark.parametrize(
    ("area", "bruto", "small", "large"),
    [
        (0.009, 10, True, False),
        (0.009, None, True, False),
        (0.009, 0, True, False),
        (5.9, None, False, False),
        (60, 12, True, False),
        (60, 8, False, False),
        (28e6, 1000, False, True),
        (28e6, 2800, False, False),
        (28e6, None, False, False),  # no number to compare with
        (28e6, 0, False, False),
        (28e6, "veel", False, False),
        (0.0, 10, False, False),  # no area: another rule's
    ],
)
def test_area_and_dwellings(area, bruto, small, large):
    plan = {"bruto_totaal": bruto}
    assert (too_small(area, plan), too_large(area, plan)) == (small, large)


def test_the_whole_location_counts_for_what_remains_of_it():
    plan = {"bruto_totaal": 7}
    assert too_large(764_000, plan)
    assert not too_large(764_000, {**plan, "toelichting": "Hele locatie: 1.500 woningen"})


@pytest.mark.real
def test_the_bounds_are_those_of_the_registries():
    """The computation that the module tells of, done again."""
    ogr = pytest.importorskip("osgeo.ogr")
    numpy = pytest.importorskip("numpy")
    if not DATA.exists():
        pytest.skip("the registries are not here")
    found = []
    for path in sorted(DATA.iterdir()):
        if path.suffix not in (".gpkg", ".shp") or "2018" in path.name:  # that of 2018 has no numbers
            continue
        source = ogr.Open(str(path))
        for feature in source.GetLayer(0):
            values = feature.items()
            number, area = values.get("Aantalrest", values.get("TOTREST")), feature.GetGeometryRef().Area()
            if number and number > 0 and area > 0:
                found.append(10_000 * number / area)
    low, middle, high = numpy.percentile(found, [0.1, 50, 99.9])
    assert len(found) == 463 and LEAST <= low < 2 * LEAST and MOST - 100 < high <= MOST
    assert round(float(middle)) == 93
