# SPDX-License-Identifier: GPL-2.0-or-later
"""The import wizard, page by page."""
