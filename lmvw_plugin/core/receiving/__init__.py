# SPDX-License-Identifier: GPL-2.0-or-later
"""What a province knows of the deliveries that came in: receipts, expectations and the overview per municipality."""
