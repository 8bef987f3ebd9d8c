# SPDX-License-Identifier: GPL-2.0-or-later
"""Invulbladen: what each projectleider is asked, what comes back, and how far they are."""
