# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel Vragenlijst: one question at a time for all plans that lack the answer."""
