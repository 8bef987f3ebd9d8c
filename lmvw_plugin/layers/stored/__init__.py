# SPDX-License-Identifier: GPL-2.0-or-later
"""What the files of others really hold: read from a copy, value by value as they were stored, letter by letter as they were meant."""
