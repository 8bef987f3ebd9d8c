# SPDX-License-Identifier: GPL-2.0-or-later
"""The question table: which questions plans leave open, what is certain without asking, and what an answer writes."""
