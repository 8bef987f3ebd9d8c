# SPDX-License-Identifier: GPL-2.0-or-later
"""The review of a province as its file keeps it, and the answer that a municipality gets: written, verified and opened."""
