# SPDX-License-Identifier: GPL-2.0-or-later
"""From the rows of a source to plans, with a balance of every dwelling."""
