# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys in a real window: QGIS on a virtual screen, with real keys and clicks."""
