# SPDX-License-Identifier: GPL-2.0-or-later
"""Deliveries that came in at the province: verified before they are believed, judged, and gathered in one review file."""
