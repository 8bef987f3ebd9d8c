# SPDX-License-Identifier: GPL-2.0-or-later
"""How QGIS, GDAL, shapely and openpyxl say what core states."""
