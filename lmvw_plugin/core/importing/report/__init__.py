# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import tells afterwards."""
