# SPDX-License-Identifier: GPL-2.0-or-later
"""The files that everybody may see: written new, of public plans and sums only, and read back."""
