# SPDX-License-Identifier: GPL-2.0-or-later
"""From one delivery to the next: what became of plans, and what they become at the next peildatum."""
