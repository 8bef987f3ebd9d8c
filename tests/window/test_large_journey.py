# SPDX-License-Identifier: GPL-2.0-or-later
"""At 150%, as laptops with a small screen are set: every window of ours fits on it, with its buttons in reach."""

FITS = "QApplication.primaryScreen().availableGeometry().size().expandedTo(shown()[-1].frameGeometry().size()) == "
FITS += "QApplication.primaryScreen().availableGeometry().size()"
WINDOWS = {
    "lmvw_createplanfile": "Planbestand maken",
    "lmvw_importplans": "Volgende",
    "lmvw_exportdelivery": "Sluiten",
    "lmvw_readfillsheets": "Annuleren",
    "lmvw_checkplans": "Sluiten",
}


def test_every_window_fits_on_the_screen(large_window):
    window = large_window
    window.open_sample()
    for entry, button in WINDOWS.items():
        window.do("later(action(name).trigger)", name=entry)
        window.wait("shown() and shown()[-1].isVisible()")
        window.wait(FITS)
        window.wait("place(button(text))", text=button)
        window.do("later(shown()[-1].close)")
        window.wait("not shown()")
