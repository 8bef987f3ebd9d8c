# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer as it is at one moment, for who reads it on another thread."""
