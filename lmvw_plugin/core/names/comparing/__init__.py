# SPDX-License-Identifier: GPL-2.0-or-later
"""When two names are alike, and why they differ; what a rule makes of that is beside this room."""
