# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of the sample data of the fictitious municipality Markerwaard."""
