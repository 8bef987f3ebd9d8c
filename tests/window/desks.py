# SPDX-License-Identifier: GPL-2.0-or-later
"""Several people, each at a computer of his own; they work one after another, for a screen has one keyboard."""

from tests.window.kit import Qgis, Window


class Desks:
    """One QGIS at a time, each in the profile of who works; every one is ended as a user ends it, and none may complain."""

    def __init__(self, begin, screen, folder, sample):
        """``begin``: makes a clean profile in a folder."""
        self._begin, self._screen, self._sample = begin, screen, sample
        self.folder, self._window = folder, None

    def sit(self, who):
        """The QGIS of this person, in his own profile; who worked before has closed his."""
        self.end()
        profile = self.folder / f"{who}-profile"
        if not profile.exists():
            self._begin(profile)
        (self.folder / who).mkdir(exist_ok=True)
        qgis = Qgis(self._screen, profile, self.folder / f"{who}-qgis")
        self._window = Window(qgis, self.folder / who, self._sample, owned=True)
        return self._window

    def end(self):
        if self._window is not None:
            window, self._window = self._window, None
            try:
                window.end()
            except BaseException:
                self._window = window  # to be pictured
                raise

    def fail(self):
        """Keep what tells why, and end the QGIS that is open; returns the folder."""
        return self._window.fail() if self._window is not None else self.folder
