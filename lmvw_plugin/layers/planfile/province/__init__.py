# SPDX-License-Identifier: GPL-2.0-or-later
"""What the province said of the plans of a plan file, kept beside them."""
