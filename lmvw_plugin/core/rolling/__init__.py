# SPDX-License-Identifier: GPL-2.0-or-later
"""To the next peildatum: what of the counts of a plan follows by itself, and what a person decides."""
