# SPDX-License-Identifier: GPL-2.0-or-later
"""A virtual screen with a window manager, and the mouse, keyboard and camera that belong to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

SIZE = "1366x768"  # a small laptop, as many municipalities have
PROGRAMS = ("qgis", "Xvfb", "openbox", "xdotool", "import")
_FIRST, _LAST = 90, 190


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
        for number in range(_FIRST, _LAST):
            if not Path(f"/tmp/.X11-unix/X{number}").exists() and self._started(number):
                break
        else:
            raise NoScreen(f"Xvfb did not start; see {log}")
        self._running.append(subprocess.Popen(["openbox"], env=self.environment, stdout=self._log, stderr=self._log))

    def _started(self, number: int) -> bool:
        """Another one may take the same number first: then Xvfb ends and the next is tried."""
        # Without -dpi 96 the window's scale and the pointer's disagree.
        command = ["Xvfb", f":{number}", "-screen", "0", f"{SIZE}x24", "-dpi", "96", "-nolisten", "tcp"]
        server = subprocess.Popen(command, stdout=self._log, stderr=self._log)
        self.environment = {**os.environ, "DISPLAY": f":{number}"}
        until = time.monotonic() + 60
        while server.poll() is None and time.monotonic() < until:
            # Only a server that answers is ours to use.
            if subprocess.run(["xdotool", "getmouselocation"], env=self.environment, capture_output=True, check=False).returncode == 0:
                self._running.append(server)
                return server.poll() is None
            time.sleep(0.1)
        server.kill()
        return False

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
