# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan layer carries with it as QGIS keeps it: form, table and map styles. The windows around the form are in ``forms/plan_form``."""
