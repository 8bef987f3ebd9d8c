# SPDX-License-Identifier: GPL-2.0-or-later
"""The delivery package: written, read back, compared, and put in its place."""
