# SPDX-License-Identifier: GPL-2.0-or-later
"""The frame of the windows in which a package is made: it looks at the plans first, and makes nothing that was not looked at."""
