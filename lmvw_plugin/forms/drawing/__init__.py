# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing help: new plans from a selection, splitting, merging, and dividing the counts."""
