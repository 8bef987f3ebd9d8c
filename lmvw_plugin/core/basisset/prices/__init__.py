# SPDX-License-Identifier: GPL-2.0-or-later
"""Price limits by segment and year: those that are published, those that a municipality states, and how an amount is written."""
