# SPDX-License-Identifier: GPL-2.0-or-later
"""Who holds off the search for cycles does so for all threads, until the last one is done."""

import gc
import time
from threading import Event, Thread

import pytest

from lmvw_plugin.core.memory import collector_paused


@pytest.fixture(autouse=True)
def on():
    """A job in the background that an earlier test began may not be done yet."""
    end = time.monotonic() + 30
    while not gc.isenabled() and time.monotonic() < end:
        time.sleep(0.01)
    assert gc.isenabled()


def test_it_is_off_until_the_last_is_done():
    first_in, first_out = Event(), Event()

    def first():
        with collector_paused():
            first_in.set()
            first_out.wait(10)

    thread = Thread(target=first)
    thread.start()
    first_in.wait(10)
    with collector_paused():
        assert not gc.isenabled()
    assert not gc.isenabled()
    first_out.set()
    thread.join()
    assert gc.isenabled()


def test_an_error_lets_it_go():
    with pytest.raises(ZeroDivisionError), collector_paused():
        _ = 1 / 0
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off():
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
