# SPDX-License-Identifier: GPL-2.0-or-later
"""What a project shows: the boundary, the outcome of a check, findings."""
