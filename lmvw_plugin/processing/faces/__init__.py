# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS registers and shows of an algorithm: its names, help and parameters. The module that does its work is brought in by a window or a run."""
