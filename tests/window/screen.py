# SPDX-License-Identifier: GPL-2.0-or-later
"""A virtual screen with a window manager, and the mouse, keyboard and camera that belong to it."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
from pathlib import Path

SIZE = "1366x768"  # a small laptop, as many municipalities have
PROGRAMS = ("qgis", "Xvfb", "openbox", "xdotool", "import")
_STARTED = 60  # seconds


class NoScreen(Exception):
    """A window cannot be shown on this machine; the text says why."""


class Screen:
    """One virtual screen; ``close`` ends it."""

    def __init__(self, log: Path) -> None:
        absent = [program for program in PROGRAMS if shutil.which(program) is None]
        if absent:
            raise NoScreen(f"not installed: {', '.join(absent)}; run scripts/setup.sh test")
        self._log = log.open("w")
        self._running: list[subprocess.Popen] = []
        number = self._start()
        if not number:
            self.close()
            raise NoScreen(f"Xvfb did not start; see {log}")
        self.environment = {**os.environ, "DISPLAY": f":{number}"}
        self._running.append(subprocess.Popen(["openbox"], env=self.environment, stdout=self._log, stderr=self._log))

    def _start(self) -> str:
        """Xvfb takes a free number by itself and tells it; one that we choose may be another's, in this folder of sockets or past it."""
        answer, told = os.pipe()
        # Without -dpi 96 the window's scale and the pointer's disagree.
        command = ["Xvfb", "-displayfd", str(told), "-screen", "0", f"{SIZE}x24", "-dpi", "96", "-nolisten", "tcp"]
        self._running.append(subprocess.Popen(command, stdout=self._log, stderr=self._log, pass_fds=(told,)))
        os.close(told)
        with os.fdopen(answer) as words:
            return words.readline().strip() if select.select([words], [], [], _STARTED)[0] else ""

    def xdotool(self, *words: object) -> None:
        """Mouse and keyboard."""
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, timeout=120)

    def picture(self, path: Path) -> None:
        """What is on the screen now."""
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=False, timeout=60)

    def close(self) -> None:
        for program in reversed(self._running):
            program.terminate()
            program.wait(20)
        self._log.close()
