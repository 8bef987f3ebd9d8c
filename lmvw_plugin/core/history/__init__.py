# SPDX-License-Identifier: GPL-2.0-or-later
"""From one delivery to the next: which plan of now is which plan of then, and what became of it."""
