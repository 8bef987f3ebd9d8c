# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes out to others than the province: judged before it is public, or passed on to the national steward."""
