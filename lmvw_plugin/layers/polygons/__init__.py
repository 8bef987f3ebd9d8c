# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons as shapely geometries: read, judged by the rules, repaired."""
