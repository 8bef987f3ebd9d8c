# SPDX-License-Identifier: GPL-2.0-or-later
"""The question table on a layer: the plans as they are now, and answers through the edit buffer, with their history in the plan file."""
