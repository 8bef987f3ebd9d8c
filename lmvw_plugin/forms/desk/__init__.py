# SPDX-License-Identifier: GPL-2.0-or-later
"""The desk of the province: the panel in which deliveries are reviewed, plan by plan."""
