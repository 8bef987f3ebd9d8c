# SPDX-License-Identifier: GPL-2.0-or-later
"""What is true: the Basisset, its code lists, the rules and what they find. No QGIS, no Qt."""
