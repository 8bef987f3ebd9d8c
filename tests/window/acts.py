# SPDX-License-Identifier: GPL-2.0-or-later
"""What a user does in QGIS itself while something of ours is open: with its keys and buttons, and an answer to what it asks."""


def in_main_window(window):
    """The main window before forms and tables, with the layer of plans in hand."""
    window.to_front()
    window.do("iface.setActiveLayer(plans()); iface.layerTreeView().setFocus()")


def undo(window):
    in_main_window(window)
    window.keys("ctrl+z")


def redo(window):
    in_main_window(window)
    window.keys("ctrl+shift+z")


def save_edits(window):
    """The button ‘Laagbewerkingen opslaan’."""
    in_main_window(window)
    window.click("iface.actionSaveActiveLayerEdits()")


def remove_layer(window):
    """Ctrl+D; QGIS asks whether that is meant, and first what to do with edits."""
    _press_until_heard(window, "ctrl+d", "[one for one in QgsProject.instance().mapLayers().values() if _is_plans(one)]")


def new_project(window):
    """Ctrl+N; QGIS asks about edits and about the project when there is something to lose."""
    _press_until_heard(window, "ctrl+n", "QgsProject.instance().mapLayers()")


def _press_until_heard(window, keys, until_gone):
    """Press keys as a user would, once more when nothing came of it: a window that just got something else to show may not hear them."""
    for _ in range(5):
        in_main_window(window)
        window.keys(keys)
        try:
            window.wait(_state(until_gone), 10)
        except AssertionError:
            continue
        break
    _answer(window, until_gone)


_ASKED = "QApplication.activeModalWidget()"


def _state(until_gone):
    return f"'asked' if {_ASKED} else 'gone' if not ({until_gone}) else ''"


def _answer(window, until_gone):
    """Say in every question that comes that it may go, until the answer to ``until_gone`` is empty."""
    while window.wait(_state(until_gone)) == "asked":
        words = window.read(f"[one.text().replace('&', '') for one in {_ASKED}.findChildren(QAbstractButton) if one.isVisible()]")
        window.click(f"button({'Verwerpen' if 'Verwerpen' in words else 'OK'!r}, {_ASKED})")


def tick_plugin(window, title):
    """Tick the box before its name in the plugin manager, and close that."""
    in_main_window(window)
    window.click("iface.pluginMenu().menuAction()")
    window.click("action('mActionManagePlugins')")
    window.opens("QgsPluginManagerBase")
    window.click("tick(widget('vwPlugins'), title)", title=title)
    window.click("button('Sluiten', 'QgsPluginManagerBase')")
    window.wait("not opened('QgsPluginManagerBase')")


def store(window, plan_name, **new):
    """Values of a plan in its file, past form and undo, by QGIS itself: another program would meet its locks while the map is drawn."""
    for column, what in new.items():
        window.do(
            "plans().dataProvider().changeAttributeValues({plan(name).id(): {plans().fields().lookupField(column): what}})",
            name=plan_name, column=column, what=what,
        )  # fmt: skip
    window.do("plans().triggerRepaint()")
