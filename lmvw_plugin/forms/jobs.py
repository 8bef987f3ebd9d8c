# SPDX-License-Identifier: GPL-2.0-or-later
"""What the entries of menu and toolbar start. Each brings in its modules when it is first chosen: QGIS starts without them."""

from __future__ import annotations

from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction


def open_new_plan_file(iface: QgisInterface, *_: bool) -> None:
    """The window for a new plan file."""
    from .starting import new_plan_file

    new_plan_file.open_new_plan_file(iface)


def open_import_wizard(iface: QgisInterface, *_: bool) -> None:
    """The window for an import."""
    from .importing import wizard
    from .starting import open_plan_file

    wizard.open_import_wizard(iface, lambda path: open_plan_file.bring_in(iface, path))


def open_fill_wizard(iface: QgisInterface, *_: bool) -> None:
    """The window for invulbladen that came back."""
    from .filling import wizard

    wizard.open_fill_wizard(iface)


def open_delivery(iface: QgisInterface, *_: bool) -> None:
    """The window for a delivery."""
    from .delivering import dialog

    dialog.open_delivery(iface, lambda: show_comparison(iface))


def open_publication(iface: QgisInterface, *_: bool) -> None:
    """The window for the public version."""
    from .publishing import dialog

    dialog.open_publication(iface)


def open_confidential(iface: QgisInterface) -> None:
    """The same window, with the confidential plans in sight."""
    from .publishing import dialog

    dialog.open_publication(iface, confidential=True)


def show_comparison(iface: QgisInterface) -> None:
    """The panel in which the plans lie beside those of an earlier delivery."""
    from .history.panel import ComparisonPanel

    action = iface.mainWindow().findChild(QAction, ComparisonPanel.NAME)
    if action is not None:
        action.trigger()


def open_rollforward(iface: QgisInterface, *_: bool) -> None:
    """The window for the plan file of the next peildatum."""
    from .history import rollforward
    from .starting import open_plan_file

    rollforward.open_rollforward(iface, lambda path: open_plan_file.open_plan_file(iface, path))


def check_on_map(iface: QgisInterface) -> None:
    """The check that colours the plans."""
    from . import check_on_map as checking

    checking.check_on_map(iface)


def new_plan_from_selection(iface: QgisInterface) -> None:
    """One plan of what is selected."""
    from .drawing import plans

    plans.new_plan_from_selection(iface)


def merge_selected(iface: QgisInterface) -> None:
    """One plan of several."""
    from .drawing import plans

    plans.merge_selected(iface)


def start_split(iface: QgisInterface) -> None:
    """The tool that cuts a plan."""
    from .drawing import divide_counts

    divide_counts.start_split(iface)


def divide_selected(iface: QgisInterface) -> None:
    """The window that divides counts."""
    from .drawing import divide_counts

    divide_counts.divide_selected(iface)


def choose_sample(iface: QgisInterface) -> None:
    """A copy of the sample."""
    from .starting import sample

    sample.choose_sample(iface)


def choose_copy(iface: QgisInterface) -> None:
    """A copy of the plan file in hand, on this computer."""
    from .starting import working_copy

    working_copy.choose_copy(iface)


def put_back(iface: QgisInterface) -> None:
    """The working copy in hand, put back."""
    from .starting import working_copy

    working_copy.put_back(iface)
