# SPDX-License-Identifier: GPL-2.0-or-later
"""The statement of the Basisset: fields, code lists, dates of delivery, price limits, and how a value of theirs is read."""
