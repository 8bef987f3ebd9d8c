# SPDX-License-Identifier: GPL-2.0-or-later
"""What a province says of the plans that it reviews, and what of that goes back to the municipality."""
