# SPDX-License-Identifier: GPL-2.0-or-later
"""Sources of plans: which layer or sheet, read at one moment, as they are stored."""
