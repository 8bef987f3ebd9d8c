# SPDX-License-Identifier: GPL-2.0-or-later
"""Invulbladen that came back: which, what they would change, and what a person takes of it."""
