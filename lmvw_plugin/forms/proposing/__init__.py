# SPDX-License-Identifier: GPL-2.0-or-later
"""Proposals where the user meets their fields: in the form and in the attribute table, to be confirmed or refused there."""
