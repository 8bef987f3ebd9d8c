# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a plan file would be public, judged before anything is written."""
