# SPDX-License-Identifier: GPL-2.0-or-later
"""Excel workbooks (.xlsx, .xlsm), Transitional and Strict Office Open XML alike.

Read straight from the XML instead of through openpyxl, which trusts a wrong ``dimension``, sees nothing in a Strict
file, drops the difference between an empty cell and a formula without a value, and keeps a million empty rows in memory.
"""
