# SPDX-License-Identifier: GPL-2.0-or-later
"""Filling in plans: planner mode and its window around QGIS's form. The form itself is made in ``layers/plan_layer``."""
