# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan files for the tests of windows."""

from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, square


def make(tmp_path, *plans):
    path = tmp_path / "p.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(2 * number), plan) for number, plan in enumerate(plans)])
    return path
