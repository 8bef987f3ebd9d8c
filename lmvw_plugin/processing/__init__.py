# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user runs: the Processing provider and one module per algorithm."""
