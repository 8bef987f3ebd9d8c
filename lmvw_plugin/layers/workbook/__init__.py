# SPDX-License-Identifier: GPL-2.0-or-later
"""Worksheets of every kind, read cell by cell as they are stored, and copies with cells changed."""
