# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan file: made, read, changed in place, and what it remembers beside its plans."""
