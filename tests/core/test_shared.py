# SPDX-License-Identifier: GPL-2.0-or-later
"""Where others reach a file too, told from its path as Windows writes it."""

import pytest

from lmvw_plugin.core.shared import Place, place_on_windows

SIGNED_IN = {"OneDrive": r"C:\Users\Jan\OneDrive - Gemeente Heemskerk", "OneDriveCommercial": r"C:\Users\Jan\OneDrive - Gemeente Heemskerk"}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (r"C:\plannen\plannen.gpkg", Place.OWN),
        (r"P:\plannen\plannen.gpkg", Place.NETWORK),
        ("P:/plannen/plannen.gpkg", Place.NETWORK),
        (r"p:\plannen.gpkg", Place.NETWORK),
        (r"\\server\share\plannen.gpkg", Place.NETWORK),
        ("//server/share/plannen.gpkg", Place.NETWORK),
        (r"\\?\UNC\server\share\plannen.gpkg", Place.NETWORK),
        (r"\\?\C:\plannen\plannen.gpkg", Place.OWN),
        (r"\\?\P:\plannen\plannen.gpkg", Place.NETWORK),
        (r"C:\Users\Jan\OneDrive - Gemeente Heemskerk\plannen.gpkg", Place.SYNCED),
        (r"c:\users\jan\onedrive - gemeente heemskerk\Plannen\plannen.gpkg", Place.SYNCED),
        (r"C:\Users\Jan\OneDrive - Gemeente Heemskerk oud\plannen.gpkg", Place.OWN),
    ],
)
def test_a_path(path, place):
    assert place_on_windows(path, lambda drive: drive.upper() == "P:\\", SIGNED_IN) is place


def test_nobody_is_signed_in_to_onedrive():
    assert place_on_windows(r"C:\Users\Jan\OneDrive\plannen.gpkg", lambda _: False, {}) is Place.OWN
