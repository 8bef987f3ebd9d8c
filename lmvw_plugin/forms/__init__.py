# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user sees beside Processing: actions, dialogs, messages."""
