# SPDX-License-Identifier: GPL-2.0-or-later
"""What a municipality states and chooses: in the plan file, where it counts, and in the user's settings, for the next plan file."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgisInterface

from ...core.asking.defaults import Defaults
from ...core.basisset.prices.limits import PriceLimits
from ...core.rules.yardstick import Yardstick
from ...layers.map import check_join
from ...layers.map.check_join import layers_of
from ...layers.planfile import store as planfile
from ...layers.planfile.about import measure_by, state_limits
from .. import messages, user_settings
from ..plan_form.forms import renew
from ..proposing.books import books

QUESTION = "lmvw_limits"  # the message that asks for a limit


def of_user(gemeente_code: str) -> PriceLimits:
    """What this user stated for a municipality, in whatever plan file."""
    return PriceLimits.from_json(user_settings.price_limits(gemeente_code).get())


def keep_for_user(gemeente_code: str, before: PriceLimits, edited: PriceLimits) -> None:
    """What was changed, in the user's settings."""
    kept = of_user(gemeente_code)
    if (now := kept.after(before, edited)) != kept:
        user_settings.price_limits(gemeente_code).set(now.to_json())


def keep_measures_in_plan_file(path: Path, yardstick: Yardstick, defaults: Defaults) -> None:
    """The same, where they count; maps, tables and panels show at once that an earlier outcome does not hold any more.

    :raises LmvwError: when the plan file cannot be written.
    """
    info = planfile.read_info(path)
    if (info.yardstick, info.defaults) == (yardstick, defaults):
        return
    measure_by(path, yardstick, defaults)
    for layer in layers_of(QgsProject.instance(), path):
        check_join.renew(layer)
        books().kept.emit(layer.id())


def keep_in_plan_file(iface: QgisInterface, path: Path, before: PriceLimits, edited: PriceLimits) -> None:
    """What was changed, in the plan file and in its forms; a question that it answers goes.

    :raises LmvwError: when the plan file cannot be written.
    """
    info = planfile.read_info(path)
    now = info.limits.after(before, edited)
    if now != info.limits:
        state_limits(path, now)
        for layer in layers_of(QgsProject.instance(), path):
            renew(layer)
    if not now.unknown(info.peildatum.year):
        messages.withdraw(iface, QUESTION)
