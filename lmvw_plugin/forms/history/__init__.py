# SPDX-License-Identifier: GPL-2.0-or-later
"""The windows between one delivery and the next."""
