# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans that lie side by side are told apart in every map style: in colour, in grey and with the common colour blindnesses, on light and dark ground.

Any two plans can be neighbours. Two fills are apart when they differ in pattern or line, or when their colours differ enough for whoever looks:
the difference in CIELAB (CIE 1976), of which about 2.3 can just be seen side by side. Colour blindness is simulated as Machado, Oliveira and
Fernandes do (IEEE Transactions on Visualization and Computer Graphics 15(6), 2009), at full severity.
"""

from itertools import combinations

import pytest
from qgis.core import QgsLinePatternFillSymbolLayer, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from lmvw_plugin.core import colours
from lmvw_plugin.core.reporting import charts
from lmvw_plugin.layers.plan_layer.style import PLAN_FILE_STYLES, set_up_style
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

APART = 7.0  # three times what can just be seen
GROUNDS = {"paper": "#ffffff", "grey background map": "#c8c8c8", "aerial picture": "#2b3328"}
LOOKS = {
    "colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
WHITE = (0.95047, 1.0, 1.08883)  # D65


def over(fill, ground):
    """A fill, which may be seen through, on a ground: three parts of 0 to 1."""
    parts, under, through = fill.getRgbF()[:3], QColor(ground).getRgbF()[:3], fill.alphaF()
    return [part * through + below * (1 - through) for part, below in zip(parts, under, strict=True)]


def lab(parts, look):
    """CIELAB of a colour (sRGB, D65) as somebody sees it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = (min(1, max(0, sum(share * part for share, part in zip(row, linear, strict=True)))) for row in look)
    x, y, z = (
        0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        0.0193339 * red + 0.1191920 * green + 0.9503041 * blue,
    )
    fx, fy, fz = (
        share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116
        for share in (one / white for one, white in zip((x, y, z), WHITE, strict=True))
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one, other, look, ground=colours.PAPER):
    """How far two fills on a ground lie apart for somebody."""
    return sum((a - b) ** 2 for a, b in zip(lab(over(one, ground), look), lab(over(other, ground), look), strict=True)) ** 0.5


def fills(layer, style):
    """Every fill of a style by its words in the legend: colour, and what it has beside that (line, its width, angles of hatches)."""
    set_up_style(layer, style)
    found = {}
    for rule in layer.renderer().rootRule().children():
        if rule.symbol() is None or rule.label() == "Vertrouwelijk":  # which is drawn over another
            continue
        simple, *over_it = rule.symbol().symbolLayers()
        assert all(isinstance(one, QgsLinePatternFillSymbolLayer) for one in over_it)
        hatches = frozenset((one.lineAngle(), round(one.distance(), 1)) for one in over_it)
        found[rule.label()] = simple.fillColor(), (int(simple.strokeStyle()), hatches)
    return found


@pytest.fixture
def layer(tmp_path, qgis_app):
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan())])
    return QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=plannen", "plannen", "ogr")


def test_what_a_difference_is():
    black, white, grey = QColor("#000000"), QColor("#ffffff"), QColor("#777777")
    for look in LOOKS.values():
        assert difference(black, white, look) == pytest.approx(100, abs=0.5)
        assert difference(grey, grey, look) == 0
    assert lab(over(QColor("#ff0000"), "#ffffff"), LOOKS["colour"]) == pytest.approx((53.24, 80.09, 67.20), abs=0.1)
    red, green = QColor("#d7191c"), QColor("#5a7d1a")  # far apart, but not with deuteranopia
    assert difference(red, green, LOOKS["colour"]) > 3 * difference(red, green, LOOKS["deuteranopia"])


@pytest.mark.parametrize("style", PLAN_FILE_STYLES, ids=lambda style: style.title)
def test_neighbours_are_told_apart_by_everybody(layer, style):
    alike = []
    for (name, (one, marks)), (other_name, (other, other_marks)) in combinations(fills(layer, style).items(), 2):
        if marks != other_marks:
            continue
        for look, matrix in LOOKS.items():
            least = min(difference(one, other, matrix, ground) for ground in GROUNDS.values())
            if least < APART:
                alike.append(f"{name} / {other_name}: {least:.1f} ({look})")
    assert not alike, "\n".join(alike)


def test_the_parts_of_a_pie_and_of_a_bar_are_told_apart_by_everybody(layer):
    set_up_style(layer, PLAN_FILE_STYLES[3])
    settings = layer.diagramRenderer().diagramSettings()[0]
    parts = dict(zip(settings.categoryLabels, settings.categoryColors, strict=True))
    bars = {name: QColor(colour) for name, colour in {"hard": charts.HARD, "zacht": charts.SOFT, "overig": charts.OTHER}.items()}
    alike = [
        f"{name} / {other} ({look}): {found:.1f}"
        for kind in (parts, bars)
        for name, other in combinations(kind, 2)
        for look, matrix in LOOKS.items()
        if (found := difference(kind[name], kind[other], matrix)) < APART
    ]
    assert len(parts) == 5
    assert not alike, "\n".join(alike)
