# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column of a source is which field of the Basisset."""
