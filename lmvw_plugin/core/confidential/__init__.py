# SPDX-License-Identifier: GPL-2.0-or-later
"""What everybody may see of the plans of a municipality, and what could be inferred from it."""
