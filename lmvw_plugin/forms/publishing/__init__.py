# SPDX-License-Identifier: GPL-2.0-or-later
"""The window that makes the public version."""
