# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of checking: the working cycle of checking while the plans are open in a table or a form."""

import pytest

ROW_1 = pytest.mark.xfail(strict=True, reason="issue row 1")


def check(window):
    window.press("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    window.do("iface.messageBar().clearWidgets()")


@ROW_1
def test_checking_with_the_attribute_table_open(window):
    window.open_sample()
    check(window)
    window.open_table()
    check(window)
    check(window)


@ROW_1
def test_checking_with_a_form_open(window):
    window.open_sample()
    check(window)
    window.open_form("Oosterdiep-Zuid")
    check(window)
    check(window)
