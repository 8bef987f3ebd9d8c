# SPDX-License-Identifier: GPL-2.0-or-later
"""Dwellings of the BAG, from a GeoPackage or from the national service, laid on the polygons of the plans."""
