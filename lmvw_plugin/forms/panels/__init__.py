# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panels beside the map share: an entry that opens each, the plan file in hand, their frame and their widgets."""
