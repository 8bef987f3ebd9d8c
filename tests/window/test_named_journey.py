# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey that opens QGIS's own window of our algorithms and asks every control of a parameter for the name that a screen reader says."""

import pytest

_NAMELESS = """[
    f"{type(one).__name__} of {name}"
    for name, wrapper in shown()[-1].mainWidget().wrappers.items() if hasattr(wrapper, 'wrappedWidget')
    for one in (wrapper.wrappedWidget(), *wrapper.wrappedWidget().findChildren(QWidget))
    if isinstance(one, (QComboBox, QLineEdit, QAbstractSpinBox)) and one.isVisible() and not one.accessibleName()
    and not isinstance(one.parentWidget(), (QComboBox, QAbstractSpinBox))
]"""


@pytest.mark.parametrize(
    "algorithm", ["checkplans", "checkpolygons", "repairpolygons", "checkplannames", "makefillsheets", "upgradeplanfile"]
)
def test_every_control_of_a_processing_window_has_a_name(window, algorithm):
    window.open_sample()
    window.choose(f"lmvw_{algorithm}")
    window.wait("any(hasattr(one, 'mainWidget') for one in shown())")
    assert window.read("len(shown()[-1].mainWidget().wrappers)") >= 1
    assert window.read(_NAMELESS) == []
