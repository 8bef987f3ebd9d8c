# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports as HTML: the check of a plan file, its charts, and the tags that every report is made of."""
