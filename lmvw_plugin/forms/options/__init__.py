# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of the plugin in QGIS's Options, and the question that leads to it."""
