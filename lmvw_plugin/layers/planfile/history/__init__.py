# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file through time: the one for the next peildatum."""
