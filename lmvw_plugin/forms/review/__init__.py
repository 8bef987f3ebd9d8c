# SPDX-License-Identifier: GPL-2.0-or-later
"""What a check found, as work to do: tasks and findings, in the panel Controle and in the window of the delivery."""
