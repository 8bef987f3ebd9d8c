# SPDX-License-Identifier: GPL-2.0-or-later
"""Deliveries that are compared: read from whatever they are in, laid over each other, and shown on the map."""
