# SPDX-License-Identifier: GPL-2.0-or-later
"""The one exception that carries a sentence for the user."""


class LmvwError(Exception):
    """Input that cannot be used. The message is one Dutch sentence: what is wrong, where, and what to do.

    Raised in core and layers; translated once, at the Processing boundary.
    """
