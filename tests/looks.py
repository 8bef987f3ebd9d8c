# SPDX-License-Identifier: GPL-2.0-or-later
"""How much work is done between two looks at the cancel button: counted in calls of functions, for a clock depends on what else the machine does."""

import sys

from tests.conftest import Listener


class Looks(Listener):
    """Cancels nothing. ``stretches``: by where a look was, the most calls of functions that went before it without a look."""

    def __init__(self):
        super().__init__()
        self.stretches, self._calls = {}, 0

    def isCanceled(self):  # noqa: N802  # QGIS's name
        calls, self._calls = self._calls, 0
        if calls > 100:
            place = " < ".join(_names(sys._getframe(1)))
            self.stretches[place] = max(calls, self.stretches.get(place, 0))
        return False

    def __enter__(self):
        sys.setprofile(self._called)
        return self

    def __exit__(self, *_):
        self.isCanceled()
        sys.setprofile(None)

    def _called(self, _frame, event, _what):
        if event in ("call", "c_call"):
            self._calls += 1


def _names(frame):
    while frame is not None:
        file = frame.f_code.co_filename
        if "lmvw_plugin" in file:
            yield f"{file.rsplit('lmvw_plugin/', 1)[1]}:{frame.f_code.co_name}"
        frame = frame.f_back


def deaf(few, many, more, most):
    """Where the work before a look grows with the plans, by more than ``most`` calls for each.

    :param few: the stretches with fewer plans, ``many``: those with ``more`` plans more. What does not grow, as reading a code list, is no matter.
    """
    grown = {place: calls - few.get(place, 0) for place, calls in many.items()}
    return {place: growth / more for place, growth in grown.items() if growth > most * more}
