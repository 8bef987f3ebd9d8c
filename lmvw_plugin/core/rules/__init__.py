# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan must be to be delivered: the catalogue of rules, the rules about one plan, and what they find."""
