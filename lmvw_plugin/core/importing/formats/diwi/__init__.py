# SPDX-License-Identifier: GPL-2.0-or-later
"""DIWI: its project as a plan, and the two files in which it comes."""
