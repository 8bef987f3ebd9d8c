# SPDX-License-Identifier: GPL-2.0-or-later
"""A real QGIS on a virtual screen, and the hands and eyes of a journey in it."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.window.screen import Screen

INSIDE = Path(__file__).with_name("inside.py")
LIMIT = 90  # seconds to wait for something before a journey fails: a limit on a busy machine, not a pause
_START, _END, _HANG = 180, 180, 180  # seconds
_WARNING = 1  # Qgis.MessageLevel
_QUIET = {"Berichten", "Messages"}  # what was shown in the message bar: a journey reads that there
_OF_A_NEWER_FILE = "may only be partially supported"  # what an older GDAL says of a GeoPackage 1.4, also of our copy of it
# The platform and folders of the test run, which a user has not.
_NOT_OURS = ("QT_QPA_PLATFORM", "QGIS_PLUGINPATH", "QGIS_CUSTOM_CONFIG_PATH", "QGIS_PREFIX_PATH", "WAYLAND_DISPLAY", "DISPLAY")


def _browser(folder: Path) -> Path:
    """A folder with the program that opens a page, as every laptop has it; it notes the address in ``browser.txt``."""
    program = folder / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$1" >> "{folder / "browser.txt"}"\n')
    program.chmod(0o755)
    return program.parent


class Gone(AssertionError):
    """QGIS ended, or does not answer any more."""


class Qgis:
    """One start of QGIS in a profile. ``ask`` and ``do`` reach into it, ``close`` ends it as a user does."""

    def __init__(self, screen: Screen, profiles: Path, folder: Path, language: str = "nl", **more: str) -> None:
        """``folder`` gets the log; it is made anew. ``more``: what the desktop of this user sets in the environment."""
        self.screen, self.folder = screen, folder
        self._profiles, self._language, self._more = profiles, language, more
        shutil.rmtree(folder, ignore_errors=True)
        for name in ("home", "run"):
            (folder / name).mkdir(parents=True, mode=0o700)
        self._socket_folder = tempfile.mkdtemp(prefix="lmvw")  # a socket's path must be short
        address = f"{self._socket_folder}/qgis"
        environment = {key: value for key, value in screen.environment.items() if key not in _NOT_OURS or key == "DISPLAY"}
        environment |= {
            "HOME": str(folder / "home"), "XDG_RUNTIME_DIR": str(folder / "run"), "LC_ALL": "C.UTF-8", "LIBGL_ALWAYS_SOFTWARE": "1",
            "PYTHONPATH": sysconfig.get_path("purelib"), "LMVW_WINDOW": str(folder), "LMVW_SOCKET": address,
            "PATH": f"{_browser(folder)}:{screen.environment['PATH']}", **more,
        }  # fmt: skip
        self.log = folder / "qgis.log"
        command = ["qgis", "--nologo", "--lang", language, "--profiles-path", str(profiles), "--profile", "clean", "--code", str(INSIDE)]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, env=environment, cwd=folder / "home", stdout=log, stderr=log)
        self._line = self._connect(address)
        self._answers = self._line.makefile("rb")
        self._heard = self._read = 0  # lines of the two logs that earlier journeys have accounted for

    def _connect(self, address: str) -> socket.socket:
        until = time.monotonic() + _START
        while time.monotonic() < until and self.process.poll() is None:
            line = socket.socket(socket.AF_UNIX)
            line.settimeout(_HANG)
            try:
                line.connect(address)
            except OSError:
                line.close()
                time.sleep(0.2)
            else:
                return line
        self.kill()
        raise Gone(f"QGIS did not start (code {self.process.poll()}):\n{self.said_last()}")

    def ask(self, kind: str, code: str = "", **names: Any) -> Any:
        """One question to ``inside.py``.

        :raises LookupError: with its reason when it cannot be answered.
        :raises Gone: when QGIS is not there any more.
        """
        try:
            self._line.sendall(json.dumps({"kind": kind, "code": code, "names": names}).encode() + b"\n")
            line = self._answers.readline()
        except TimeoutError:
            self.process.send_signal(signal.SIGUSR1)  # every thread says where it is
            time.sleep(1)
            raise Gone(f"QGIS hangs: no answer within {_HANG} s\n{self._traces()}") from None
        except OSError:
            line = b""
        if not line:
            try:
                code_at_end: Any = self.process.wait(20)
            except subprocess.TimeoutExpired:
                code_at_end = "still running"
            raise Gone(f"QGIS ended by itself, with code {code_at_end}\n{self._traces()}")
        answer = json.loads(line)
        if "error" in answer:
            raise LookupError(f"{answer['error']}  (asked: {code})")
        return answer["value"]

    def _traces(self) -> str:
        return f"{(self.folder / 'crash.txt').read_text()}\n{self.said_last()}"

    def said_last(self) -> str:
        """The end of what QGIS wrote to the terminal, without the stack of its C++ (that is in the log)."""
        lines = self.log.read_text(errors="replace").split("[New LWP")[0].splitlines()
        return "\n".join(lines[-15:])

    def complaints(self) -> list[str]:
        """What was logged since the last call that should not be: errors, tracebacks, and warnings of ours."""
        messages = (self.folder / "messages.jsonl").read_text().splitlines()
        output = self.log.read_text(errors="replace").splitlines()
        new, written = messages[self._heard :], output[self._read :]
        self._heard, self._read = len(messages), len(output)
        wrong = []
        for tag, level, text in map(json.loads, new):
            ours = "lmvw" in f"{tag} {text}".lower() or "python" in tag.lower()
            if "Traceback" in text or (ours and level >= _WARNING and tag not in _QUIET and _OF_A_NEWER_FILE not in text):
                wrong.append(f"[{tag}] {text}")
        return wrong + [line for line in written if "Traceback" in line or "lmvw_woningbouw" in line]

    def close(self) -> None:
        """Through the menu entry of QGIS; it must end without complaint."""
        if self.process.poll() is None:
            until = time.monotonic() + _END
            while not self.ask("read", "idle()") and time.monotonic() < until:  # QGIS asks about what still runs, and waits for an answer
                time.sleep(0.1)
            self.ask("do", "QgsProject.instance().setDirty(False); later(iface.actionExit().trigger)")
            try:
                self.process.wait(_END)
            except subprocess.TimeoutExpired:
                self.screen.picture(self.folder / "end.png")
                self.kill()
                raise Gone(f"QGIS did not end within {_END} s; picture {self.folder / 'end.png'}") from None
        self._line.close()
        shutil.rmtree(self._socket_folder, ignore_errors=True)
        if self.process.returncode != 0:
            raise Gone(f"QGIS ended with code {self.process.returncode}\n{self._traces()}")

    def again(self) -> Qgis:
        """End it as a user does, and start it once more in the same profile."""
        self.close()
        return Qgis(self.screen, self._profiles, self.folder.with_name(f"{self.folder.name}-again"), self._language, **self._more)

    def kill(self) -> None:
        """After a failure."""
        self.process.kill()
        self.process.wait(20)
        shutil.rmtree(self._socket_folder, ignore_errors=True)


class Window:
    """What a journey does and sees. Targets and questions are expressions in the words of ``inside.py``."""

    def __init__(self, qgis: Qgis, folder: Path, sample: Path, owned: bool) -> None:
        """``owned``: this QGIS is ended with the journey."""
        self.qgis, self.folder, self._sample, self._owned = qgis, folder, sample, owned
        self.failed = False
        self.acts = 0  # clicks and keys so far

    # seeing

    def read(self, question: str, **names: Any) -> Any:
        """The answer now, as plain values."""
        return self.qgis.ask("read", question, **names)

    def wait(self, question: str, limit: float = LIMIT, **names: Any) -> Any:
        """Wait until the answer is not empty, and return it; what cannot be found yet is waited for too.

        :raises AssertionError: when it takes longer.
        """
        until, last = time.monotonic() + limit, ""
        while True:
            try:
                if answer := self.read(question, **names):
                    return answer
                last = f"it is {answer!r}"
            except LookupError as error:
                last = str(error)
            if time.monotonic() > until:
                raise AssertionError(
                    f"waited {limit} s for: {question}\n{last}\nopen windows: {self.read('titles()')}\nbar: {self.read('bar()')}"
                )
            time.sleep(0.1)

    def opens(self, name: str, limit: float = LIMIT) -> None:
        """Wait until the window with this object name or title is open and has the keyboard."""
        self.wait("window(name).isActiveWindow()", limit, name=name)

    def sees(self, text: str, within: str | None = None, limit: float = LIMIT) -> None:
        """Wait until this text can be read in a window, or else in the message bar."""
        try:
            self.wait("text in words(within)" if within else "text in bar()", limit, text=text, within=within)
        except AssertionError as failure:
            if not within:
                raise
            raise AssertionError(f"{failure}\nto read there: {self.read('words(within)', within=within)}") from None

    def picture(self, name: str) -> Path:
        """A picture of the screen, beside the journey's files."""
        path = self.folder / f"{name}.png"
        self.qgis.screen.picture(path)
        return path

    # doing, with mouse and keyboard

    def click(self, target: str, button: int = 1, times: int = 1, limit: float = LIMIT, **names: Any) -> None:
        """Click in the middle of a widget or on an entry, once it can be reached and stays where it is."""
        asked = target if target.startswith(("place(", "tab(", "tick(")) else f"place({target})"
        there, moved = None, self.wait(asked, limit, **names)
        while there != moved:  # a message or a panel that comes pushes it aside
            there = moved
            x, y = there
            self.qgis.screen.xdotool("mousemove", x - 2, y, "mousemove", x, y)
            self.qgis.ask("settle")
            moved = self.wait(asked, limit, **names)
        self.acts += times
        self.qgis.screen.xdotool("click", "--repeat", times, "--delay", 60, button)
        self.qgis.ask("settle")

    def click_map(self, x: float, y: float, button: int = 1) -> None:
        """Click on the map at a place in its own coordinates."""
        self.click(f"QgsPointXY({x}, {y})", button)

    def keys(self, *names: str) -> None:
        """Press keys, as xdotool calls them: ``Tab``, ``ctrl+s``."""
        self.wait("heard()")
        self.acts += len(names)
        self.qgis.screen.xdotool("key", "--clearmodifiers", "--delay", 40, *names)
        self.qgis.ask("settle")

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        self.wait("heard()")
        self.acts += len(text)
        self.qgis.screen.xdotool("type", "--clearmodifiers", "--delay", 30, "--", text)
        self.qgis.ask("settle")

    def fill(self, target: str, text: str) -> None:
        """Click into a line, replace what stands there by typing, and see that it stands there. Who sees that the click went elsewhere, for a
        panel was still being laid out, clicks once more."""
        self.click(target)
        if not self.read(f"(lambda line: focus() is not None and (focus() is line or line.isAncestorOf(focus())))({target})"):
            self.click(target)
        self.keys("ctrl+a")
        self.type(text)
        self.wait(f"({target}).text() == text or text in words({target})", text=text)

    def press(self, entry: str) -> None:
        """Press a button of our toolbar, by the name of its action."""
        self.click(f"action('{entry}')")

    def choose(self, *entries: str) -> None:
        """Choose an entry of our menu, by the name of its action; of a menu within it after the name of that."""
        self.click("iface.vectorMenu().menuAction()")
        self.click(
            "widget('lmvw_menu').menuAction() if opened('lmvw_menu') else iface.mainWindow().findChild(QMenu, 'lmvw_menu').menuAction()"
        )
        for entry in entries:
            self.click(f"action('{entry}')")

    # the stage

    def do(self, statement: str, **names: Any) -> None:
        """Set the stage with a statement inside QGIS; never for what the user does in this journey."""
        self.qgis.ask("do", statement, **names)

    def open_sample(self) -> Path:
        """Open a copy of the sample's project; returns its plan file."""
        shutil.copytree(self._sample, self.folder / "voorbeeld")
        return self.open_again()

    def open_again(self) -> Path:
        """Open that copy once more."""
        self.do("later(lambda: iface.addProject(path))", path=str(self.folder / "voorbeeld" / "markerwaard.qgz"))
        self.wait("QgsProject.instance().fileName().endswith('markerwaard.qgz') and plans().isValid() and idle()")
        self.do("iface.setActiveLayer(plans())")
        return self.folder / "voorbeeld" / "markerwaard.gpkg"

    def restart(self) -> None:
        """End this journey's own QGIS and start it again, with the settings that the user has by now."""
        ended, self.qgis = self.qgis, self.qgis.again()
        complaints = ended.complaints()
        assert not complaints, "logged:\n" + "\n".join(complaints)

    def open_table(self) -> None:
        """The attribute table of the active layer, with its key; the main window comes back to the front."""
        self.keys("F6")
        self.wait("table()")
        self.to_front()

    def open_form(self, name: str) -> None:
        """The form of a plan, to stay open beside the main window, which comes back to the front; below the toolbars, which it would cover."""
        form = "[one for one in shown() if one.objectName().startswith('featureactiondlg')]"
        self.do("iface.openFeatureForm(plans(), plan(name), False, False)", name=name)
        self.wait(f"{form} and {form}[-1].isActiveWindow()")
        self.do(f"{form}[-1].move(700, 250)")
        self.to_front()

    def to_front(self) -> None:
        """The main window before all others."""
        self.do("iface.mainWindow().activateWindow(); iface.mainWindow().raise_()")
        self.wait("iface.mainWindow().isActiveWindow()")

    def show_map(self, x: float, y: float, width: float) -> None:
        """Show this place, ``width`` metres wide."""
        self.do(
            "iface.mapCanvas().setExtent(QgsRectangle.fromCenterAndSize(QgsPointXY(x, y), w, w / 2)); iface.mapCanvas().refresh()",
            x=x,
            y=y,
            w=width,
        )
        self.wait("idle()")

    def end(self) -> None:
        """Close everything, so that the next journey finds what it would find after the first start; nothing may have been logged."""
        if self.qgis.process.poll() is None:
            self.wait("clear_stage()")
        if self._owned:
            self.qgis.close()
        complaints = self.qgis.complaints()
        assert not complaints, "logged:\n" + "\n".join(complaints)

    def fail(self) -> Path:
        """Keep what tells why, and end this QGIS; returns the folder."""
        self.failed = True
        self.picture("screen")
        self.qgis.kill()
        for path in self.qgis.folder.glob("*.*"):
            if path.parent != self.folder:
                shutil.copy(path, self.folder)
        return self.folder
