# SPDX-License-Identifier: GPL-2.0-or-later
"""The small tables of a plan file beside its plans: the outcome of a check, what the last import wrote, which invulbladen went out, what was
answered in the question table.
"""
