# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands according to the BAG in the polygons of the plans, and what that may mean for them. It proposes and never decides."""
