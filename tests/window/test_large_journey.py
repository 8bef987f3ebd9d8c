# SPDX-License-Identifier: GPL-2.0-or-later
"""At 150%, as laptops with a small screen are set: every window of ours fits on it, with its buttons in reach."""

FITS = "QApplication.primaryScreen().availableGeometry().size().expandedTo(shown()[-1].frameGeometry().size()) == "
FITS += "QApplication.primaryScreen().availableGeometry().size()"
WINDOWS = {
    "lmvw_createplanfile": "Planbestand maken",
    "lmvw_importplans": "Volgende",
    "lmvw_exportdelivery": "Sluiten",
    "lmvw_makefillsheets": "Sluiten",
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


def test_windows_on_plans_and_the_options_fit_on_the_screen(large_window):
    """Of many plans too; and what is at the end of the options is scrolled to with the mouse."""
    window = large_window
    window.open_sample()
    window.do("plans().startEditing(); plans().selectByIds([one.id() for one in plans().getFeatures()][:12])")
    for entry, button in (("lmvw_merge_selected", "Samenvoegen"), ("lmvw_divide_selected", "Verdelen")):
        window.press(entry)
        window.wait("shown() and shown()[-1].isVisible()")
        window.wait(FITS)
        window.wait("place(button(text, shown()[-1]))", text=button)
        window.click("button('Annuleren', shown()[-1])")
        window.wait("not shown()")
    window.do("plans().rollBack()")
    window.do("later(lambda: iface.showOptionsDialog(iface.mainWindow(), 'lmvw_options'))")
    window.opens("QgsOptionsBase")
    window.wait(FITS)
    window.wait("place(widget('limit_by'))")  # scrolled to, as a user would
    window.click("button('Annuleren', 'QgsOptionsBase')")
    window.wait("not shown()")
