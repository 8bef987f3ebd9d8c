# SPDX-License-Identifier: GPL-2.0-or-later
"""How an empty plan file is made: its columns, its layers, its form and styles, and what it says of each column."""
