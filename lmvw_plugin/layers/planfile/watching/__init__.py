# SPDX-License-Identifier: GPL-2.0-or-later
"""What is heard of a layer of plans while somebody edits it with tools that are not ours."""
