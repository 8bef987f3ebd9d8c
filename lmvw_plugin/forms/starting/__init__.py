# SPDX-License-Identifier: GPL-2.0-or-later
"""Beginning: a new plan file, one that is there, the sample, and the panel that says what to do next."""
