# SPDX-License-Identifier: GPL-2.0-or-later
"""``monkey.py [--seed N] [--seconds S]``: random clicks and keys within our windows, in a real QGIS on a copy of the sample.

Table and form are open, plans are being edited. It ends well when QGIS lives and ends by itself without an error, no Python error was
logged, and the plan file is whole. The seed is printed; what it did stands in ``build/monkey/<seed>/trace.txt``.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts import clean_profile, demo, package  # noqa: E402  # the path must be set first
from tests.window.kit import Gone, Qgis, Window  # noqa: E402  # the path or the environment is set first
from tests.window.screen import NoScreen, Screen  # noqa: E402  # the path or the environment is set first

BUILD = ROOT / "build" / "monkey"
PLAN = "Oosterdiep-Zuid"
KEYS = (
    "Tab", "Tab", "Tab", "shift+Tab", "Return", "Escape", "space", "Up", "Down", "Left", "Right", "Home", "End", "Delete", "BackSpace",
    "ctrl+a", "ctrl+z", "ctrl+shift+z", "ctrl+c", "ctrl+v", "Page_Down", "Page_Up", "alt+1", "alt+2", "alt+3", "alt+4", "alt+5", "alt+6",
)  # fmt: skip
TEXTS = ("12", "0", "-3", "2,5", "1.500", "Nieuwe Wijk", "é’x", "99999999999", "=1+1", "'; --")
EVERY = 12  # actions between two looks at the log


class Monkey:
    """One run; ``act`` does one thing."""

    def __init__(self, window: Window, seed: int) -> None:
        self.window, self.chance, self.done = window, random.Random(seed), 0
        self.trace = (window.folder / "trace.txt").open("w", buffering=1)
        window.do("import sys; sys.path.append(path)", path=str(ROOT / "tests" / "window"))

    def act(self) -> None:
        """Click, type, or open again what was closed."""
        self.done += 1
        if self.window.read("__import__('touchable').is_file_dialog()"):
            self._keys("Escape")
            return
        kind = self.chance.choices((self._click, self._press, self._type, self._open), (60, 22, 10, 8))[0]
        kind()

    def plans(self) -> int | None:
        """How many plans QGIS has, when that is what is stored."""
        try:
            return int(self.window.read("plans().featureCount()")) if not self.window.read("plans().isEditable()") else None
        except LookupError:
            return None

    def _say(self, *words: object) -> None:
        print(self.done, *words, file=self.trace)

    def _keys(self, *names: str) -> None:
        self._say("keys", *names)
        self.window.keys(*names)

    def _press(self) -> None:
        self._keys(self.chance.choice(KEYS))

    def _type(self) -> None:
        text = self.chance.choice(TEXTS)
        self._say("type", text)
        self.window.type(text)

    def _click(self) -> None:
        places = self.window.read("__import__('touchable').targets(seed)", seed=self.chance.random())
        if not places:
            self._keys("Escape")
            return
        x, y, what = self.chance.choice(places)
        button = self.chance.choices((1, 3), (95, 5))[0]
        times = self.chance.choices((1, 2), (90, 10))[0]
        self._say("click", x, y, what, f"button {button}, {times}x")
        self.window.qgis.screen.xdotool("mousemove", x, y, "click", "--repeat", times, "--delay", 60, button)
        self.window.qgis.ask("settle")

    def _open(self) -> None:
        """Table, form, editing, our menu, or the other window to the front: what a user would do with QGIS's own buttons."""
        if self.window.read("QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None"):
            return
        code = self.chance.choice((
            "later(lambda: iface.showAttributeTable(plans()))", f"one = plan({PLAN!r}); later(lambda: iface.openFeatureForm(plans(), one, False, False))",
            "plans().isEditable() or plans().startEditing()", "later(lambda: iface.actionSaveActiveLayerEdits().trigger())",
            "iface.mainWindow().raise_(); iface.mainWindow().activateWindow()", "[one.raise_() for one in shown()[:1]]",
            "plans().selectAll()", "plans().selectByIds([next(plans().getFeatures()).id()])", "iface.setActiveLayer(plans())",
            "later(lambda: iface.mainWindow().findChild(QMenu, 'lmvw_menu').popup(iface.mapCanvas().mapToGlobal(QPoint(50, 50))))",
        ))  # fmt: skip
        self._say("open", code)
        try:
            self.window.do(code)
        except LookupError as gone:  # the layer or the plan was taken away: that may be
            self._say("not there:", gone)


def wrong_with(path: Path, shown: int | None) -> list[str]:
    """What is damaged in a plan file.

    :param shown: how many plans QGIS had; None when it had edits of them or no longer the layer. Plans may have been merged and deleted.
    """
    with sqlite3.connect(path) as base:
        wrong = [str(row[0]) for row in base.execute("PRAGMA integrity_check") if row[0] != "ok"]
        wrong += [f"foreign key: {row}" for row in base.execute("PRAGMA foreign_key_check")]
        (stored,) = base.execute("SELECT count(*) FROM plannen").fetchone()
        if shown is not None and stored != shown:
            wrong.append(f"QGIS had {shown} plans, the file has {stored}")
    base.close()
    return wrong


def run(screen: Screen, archive: Path, sample: Path, seed: int, seconds: float) -> None:
    """One seed, from the first start to the end of QGIS.

    :raises AssertionError: with what went wrong, and the last things it did.
    """
    folder = BUILD / str(seed)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    clean_profile.make_profile(folder / "profile", archive)
    window = Window(Qgis(screen, folder / "profile", folder / "qgis"), folder, sample, owned=True)
    monkey = Monkey(window, seed)
    try:
        path = window.open_sample()
        window.open_form(PLAN)
        window.open_table()
        window.do("plans().startEditing()")
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            monkey.act()
            if monkey.done % EVERY == 0:
                complaints = window.qgis.complaints()
                assert not complaints, "\n".join(complaints)
        shown = monkey.plans()
        window.end()
        wrong = wrong_with(path, shown)
        assert not wrong, wrong
    except (AssertionError, Gone, LookupError) as failure:
        window.fail()
        last = "\n".join((folder / "trace.txt").read_text().splitlines()[-15:])
        raise AssertionError(f"seed {seed}, action {monkey.done}, {folder}\n{failure}\n{last}") from failure
    shutil.rmtree(folder / "profile")
    print(f"seed {seed}: {monkey.done} clicks and keys in {seconds:.0f} s, nothing wrong", flush=True)


def main() -> int:
    """Command line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seed", type=int, default=random.randrange(1, 1_000_000), help="the same seed begins the same way")
    arguments.add_argument("--seeds", type=int, default=1, help="how many, counting up from the first")
    arguments.add_argument("--seconds", type=float, default=300)
    chosen = arguments.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    try:
        screen = Screen(BUILD / "screen.log")
    except NoScreen as reason:
        print(f"The monkey needs a virtual screen: {reason}", file=sys.stderr)
        return 1
    failed = []
    try:
        archive = package.make_zip(BUILD / "archive")
        sample = demo.make_project(BUILD / "voorbeeld")
        for seed in range(chosen.seed, chosen.seed + chosen.seeds):
            print(f"seed {seed}", flush=True)
            try:
                run(screen, archive, sample, seed, chosen.seconds)
            except AssertionError as failure:
                failed.append(seed)
                print(failure, flush=True)
    finally:
        screen.close()
    print(f"failed: {failed}" if failed else "all well")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
