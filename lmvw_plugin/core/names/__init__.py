# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan names: which are the same, why two differ, and which name nothing."""
