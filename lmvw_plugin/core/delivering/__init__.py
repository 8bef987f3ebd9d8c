# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes to the province and what stays at home, and how a province wants to have it."""
