# SPDX-License-Identifier: GPL-2.0-or-later
"""What makes the package, the sample data, the documentation and the measurements; not shipped."""
