# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS (``--code``): answers over a socket what a journey wants to know about its windows, layers and log.

An answer is computed in the main thread, between two events, also while a modal dialog or a menu is open. It only looks: what a user
does, a journey does with mouse and keyboard. A statement that sets the stage must not open anything that waits for an answer.
"""

import faulthandler
import gc
import json
import os
import signal
import traceback
from pathlib import Path

from qgis import gui, utils
from qgis.core import *  # noqa: F403  # the words of a journey's questions
from qgis.core import NULL, Qgis, QgsApplication, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsDualView
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QClipboard, QCursor
from qgis.PyQt.QtNetwork import QLocalServer
from qgis.PyQt.QtWidgets import *  # noqa: F403  # as above
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QApplication, QMenu, QPlainTextEdit, QScrollArea, QToolBar, QWidget

iface = utils.iface
_folder = Path(os.environ["LMVW_WINDOW"])
_crash = (_folder / "crash.txt").open("w")
faulthandler.enable(_crash)
faulthandler.register(signal.SIGUSR1, _crash, all_threads=True)  # asked for when QGIS does not answer any more
_SETTLE = 40  # ms in which Qt takes what the X server has sent


# -- what a journey may ask about -------------------------------------------------------------------------------------


def shown():
    """Every window beside the main one, the upper last."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not iface.mainWindow() and one.width() > 1]


def titles():
    """Name and title of every window beside the main one, for messages."""
    return [f"{one.objectName() or type(one).__name__} '{one.windowTitle()}'" for one in shown()]


def window(name):
    """The open window with this object name, this class, or a title that begins so."""
    found = [one for one in shown() if name in (one.objectName(), type(one).__name__) or one.windowTitle().startswith(name)]
    if not found:
        raise LookupError(f"no window {name!r}; open are {titles()}")
    return found[-1]


def opened(name):
    """Whether that window is open."""
    try:
        return window(name) is not None
    except LookupError:
        return False


def marked():
    """The text that was selected with the mouse last, whatever drew it."""
    return QApplication.clipboard().text(QClipboard.Mode.Selection)


def forget_marked():
    """Nothing was selected yet."""
    QApplication.clipboard().clear(QClipboard.Mode.Selection)


def _within(within):
    places = [window(within) if isinstance(within, str) else within] if within else [iface.mainWindow(), *shown()]
    return [widget for place in places for widget in (place, *place.findChildren(QWidget)) if widget.isVisible()]


def _only(found, what):
    if not found:
        raise LookupError(f"{what} is not to be seen; open are {titles()}")
    return found[-1]


def widget(name, within=None):
    """The visible widget with this object name, in a window (name or widget) or anywhere."""
    return _only([one for one in _within(within) if one.objectName() == name], f"widget {name!r}")


def kind(sort, within=None):
    """The visible widget of this class, named as in C++ (Python does not know every class of QGIS)."""
    return _only([one for one in _within(within) if one.inherits(sort)], f"a {sort}")


def button(text, within=None):
    """The visible button with these words, or whose words begin so."""
    found = [one for one in _within(within) if isinstance(one, QAbstractButton) and one.text().replace("&", "").startswith(text)]
    return _only(sorted(found, key=lambda one: one.text().replace("&", "") == text), f"button {text!r}")


def line(label, within=None):
    """The line to type in that belongs to a label: what the label points to, or else what stands nearest below it or beside it."""
    named = _only([one for one in _within(within) if isinstance(one, QLabel) and one.text().replace("&", "").startswith(label)], label)  # noqa: F405
    if named.buddy() is not None:
        return _only([one for one in _within(named.buddy()) if isinstance(one, QLineEdit)], f"a line at {label!r}")  # noqa: F405
    at = named.mapToGlobal(QPoint(0, 0))
    lines = [(one.mapToGlobal(QPoint(0, 0)), one) for one in _within(named.window()) if isinstance(one, QLineEdit)]  # noqa: F405
    below = sorted((there.y() - at.y(), there.x(), number) for number, (there, _) in enumerate(lines) if there.y() >= at.y() - 8)
    return _only([lines[number][1] for *_, number in below[:1]], f"a line at {label!r}")


def words(within):
    """All text that can be read in a window or widget."""
    texts = []
    for one in _within(within):
        for reader in ("text", "toPlainText", "title", "currentText"):
            if callable(getattr(one, reader, None)):
                texts.append(str(getattr(one, reader)()))
                break
    return "\n".join(filter(None, texts))


def action(name):
    """A menu or toolbar entry by object name."""
    return _only(iface.mainWindow().findChildren(QAction, name), f"entry {name!r}")


def focus():
    """The widget that has the keyboard."""
    return QApplication.focusWidget()


def focused(name):
    """Whether the keyboard is in the widget with this object name."""
    there = widget(name)
    return focus() is not None and (focus() is there or there.isAncestorOf(focus()))


def heard():
    """Whether keys arrive: a window has the keyboard, or a menu or list is open over it."""
    return QApplication.activeWindow() is not None or QApplication.activePopupWidget() is not None


def bar():
    """The words of the message that is on top of the map now."""
    item = iface.messageBar().currentItem()
    return item.text() if item else ""


def plans():
    """The one plan layer of the project."""
    found = [layer for layer in QgsProject.instance().mapLayers().values() if _is_plans(layer)]
    if len(found) != 1:
        raise LookupError(f"{len(found)} plan layers in the project")
    return found[0]


def _is_plans(layer):
    return isinstance(layer, QgsVectorLayer) and "|layername=plannen" in layer.source()


def plan(name):
    """The plan with this name, as the layer has it now, edits included."""
    return _only([feature for feature in plans().getFeatures() if feature["plannaam"] == name], f"plan {name!r}")


def table():
    """The rows of the open attribute table."""
    return kind("QgsDualView")


def row_colours():
    """The background of each row of the open attribute table, by plan name; none for a row without a colour."""
    model = sip.cast(table(), QgsDualView).masterModel()
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    cells = [model.index(row, titles.index("Plannaam")) for row in range(model.rowCount())]
    found = {model.data(cell, Qt.ItemDataRole.DisplayRole): model.data(cell, Qt.ItemDataRole.BackgroundRole) for cell in cells}
    return {name: colour.name() for name, colour in found.items() if colour}


def idle():
    """Nothing runs in the background and the map is drawn."""
    return QgsApplication.taskManager().countActiveTasks() == 0 and not iface.mapCanvas().isDrawing()


def place(target):
    """Where on the screen a user would click: the middle of a widget, or an entry of an open menu or a toolbar."""
    if isinstance(target, QAction):
        return _place_of_action(target)
    if isinstance(target, QgsPointXY):  # noqa: F405
        at = iface.mapCanvas().getCoordinateTransform().transform(target)
        return _reachable(iface.mapCanvas().viewport(), QPoint(round(at.x()), round(at.y())))
    _scroll_to(target, target.rect().center())
    return _reachable(target, target.rect().center())


def _scroll_to(target, point):
    """As a user would scroll the panel or page in which it lies."""
    area = target.parent()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parent()
    if area is not None:
        area.ensureWidgetVisible(target)
        at = target.mapTo(area.widget(), point)
        area.ensureVisible(at.x(), at.y())


def tab(tabs, title):
    """Where the tab with this title is."""
    bar = tabs.tabBar()
    (number,) = [index for index in range(bar.count()) if bar.tabText(index).replace("&", "").startswith(title)]
    return _reachable(bar, bar.tabRect(number).center())


def tick(view, text, column=0):
    """Where the box to tick of a row of a list or table is: the row in which the text stands."""
    model = view.model()
    every = range(model.columnCount())
    (row,) = [number for number in range(model.rowCount()) if any(text in str(model.index(number, at).data()) for at in every)]
    view.scrollTo(model.index(row, column))
    box = view.visualRect(model.index(row, column))
    at = QPoint(box.left() + 8, box.center().y())
    _scroll_to(view.viewport(), at)
    return _reachable(view.viewport(), at)


def _place_of_action(entry):
    for menu in [one for one in entry.associatedWidgets() if isinstance(one, QMenu) and one.isVisible()]:
        return _reachable(menu, menu.actionGeometry(entry).center())
    for bar in [one for one in entry.associatedWidgets() if isinstance(one, QToolBar) and one.isVisible()]:
        button = bar.widgetForAction(entry)
        if button.isVisible():
            return _reachable(button, button.rect().center())
    if entry in iface.mainWindow().menuBar().actions():
        return _reachable(iface.mainWindow().menuBar(), iface.mainWindow().menuBar().actionGeometry(entry).center())
    raise LookupError(f"entry {entry.objectName()!r} is not to be seen")


def _reachable(target, point):
    if not target.isVisible() or not target.isEnabled():
        raise LookupError(f"{target.objectName() or type(target).__name__} is {'disabled' if target.isVisible() else 'hidden'}")
    at = target.mapToGlobal(point)
    there = QApplication.widgetAt(at)
    if there is None or not (there is target or target.isAncestorOf(there) or there.isAncestorOf(target)):
        raise LookupError(f"{target.objectName() or type(target).__name__} is covered by {there and (there.objectName() or type(there))}")
    scale = target.devicePixelRatioF()  # at 150% Qt counts larger pixels than the mouse
    return [round(at.x() * scale), round(at.y() * scale)]


# -- the stage --------------------------------------------------------------------------------------------------------


def later(job):
    """Do it after the answer was sent: what may open a window or end QGIS."""
    QTimer.singleShot(0, job)


_settings = {key: QgsSettings().value(key) for key in QgsSettings().allKeys()}
_panels = {}
_PLUGIN = "lmvw_woningbouw"


def remember_panels():
    """The panels as they are after the first start, once the window has its size."""
    _panels.update(names=[one.objectName() for one in _docks()], state=iface.mainWindow().saveState())


def _docks():
    return iface.mainWindow().findChildren(QDockWidget)  # noqa: F405


def _is_panel_left():
    """Whether a journey opened a panel of ours: it would lie before others, and keep what was chosen in it."""
    return any(one.objectName().startswith("lmvw") and one.objectName() not in _panels["names"] for one in _docks())


def _start_plugin_again():
    utils.unloadPlugin(_PLUGIN)
    utils.loadPlugin(_PLUGIN)
    utils.startPlugin(_PLUGIN)


def clear_stage():
    """Close what is open, forget edits and settings: an empty project as after the first start. Call until it says True."""
    for pop in filter(None, (QApplication.activePopupWidget(),)):
        pop.close()
        return False
    modal = QApplication.activeModalWidget()
    if modal is not None:
        later(modal.close)
        return False
    for task in QgsApplication.taskManager().activeTasks():
        task.cancel()
        return False
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isEditable():
            layer.rollBack()
    for one in shown():
        later(one.close)
        return False
    if QgsProject.instance().mapLayers() or QgsProject.instance().fileName():
        iface.newProject(False)
    iface.messageBar().clearWidgets()
    if _panels and _is_panel_left():
        _start_plugin_again()
        return False
    if _panels:
        iface.mainWindow().restoreState(_panels["state"])
    settings = QgsSettings()
    for key in settings.allKeys():
        if key not in _settings:
            settings.remove(key)
    for key, value in _settings.items():
        settings.setValue(key, value)
    iface.actionPan().trigger()
    return True


# -- answering --------------------------------------------------------------------------------------------------------


def _plain(value):
    if value is None or value == NULL:
        return None
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [_plain(one) for one in value]
    return value if isinstance(value, (bool, int, float, str)) else str(value)


def _reply(socket, **answer):
    socket.write(json.dumps(answer).encode() + b"\n")
    socket.flush()


def _answer(socket):
    while socket.canReadLine():
        request = json.loads(bytes(socket.readLine()).decode())
        if request["kind"] == "settle":
            # This asks the X server: what was sent before has come in when it answers, and Qt handles it next.
            QCursor.pos()
            QTimer.singleShot(_SETTLE, lambda: (gc.collect(), _reply(socket, value=True)))  # unheld windows go now rather than sometime
            continue
        try:
            if request["kind"] == "do":
                exec(request["code"], globals() | request["names"])
                value = None
            else:
                value = _plain(eval(request["code"], globals() | request["names"]))
        except Exception as error:
            _reply(socket, error=f"{type(error).__name__}: {error}", trace=traceback.format_exc())
        else:
            _reply(socket, value=value)


_lines = []  # Python's garbage collector would take a socket that only its own slot holds


def _accept():
    socket = _server.nextPendingConnection()
    _lines.append(socket)
    socket.readyRead.connect(lambda: _answer(socket))


_messages = (_folder / "messages.jsonl").open("w", buffering=1)


def _heard(text, tag, level):
    _messages.write(json.dumps([str(tag), int(level), str(text)]) + "\n")


for _page in iface.mainWindow().findChildren(gui.QgsMessageLogViewer):  # said before this file ran
    for _text in _page.findChildren(QPlainTextEdit):
        for _line in _text.toPlainText().splitlines():
            _heard(_line, "start", Qgis.MessageLevel.Warning if "WARNING" in _line or "CRITICAL" in _line else Qgis.MessageLevel.Info)
QgsApplication.messageLog().messageReceived.connect(_heard)
iface.mainWindow().showMaximized()
_server = QLocalServer()
_server.newConnection.connect(_accept)
if not _server.listen(os.environ["LMVW_SOCKET"]):
    raise OSError(_server.errorString())
