# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan names where they stand: in layers and in workbooks."""
