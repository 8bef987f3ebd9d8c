# SPDX-License-Identifier: GPL-2.0-or-later
"""The test suite; a package, so that tests can import the builders of ``tests.conftest``."""
