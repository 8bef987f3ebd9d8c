# SPDX-License-Identifier: GPL-2.0-or-later
"""Forms and panels on a layer that is being edited."""

from pathlib import Path

import pytest


def pytest_collection_modifyitems(items):
    """A test that fails is made once more, and named as such.

    Not solved: on a busy machine, in some thousand tests, QGIS itself read no plans, or did not save, right after editing began.
    """
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.flaky(reruns=1))
