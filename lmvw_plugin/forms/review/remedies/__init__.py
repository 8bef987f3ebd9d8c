# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel Controle does about a finding: mend answers, redraw a polygon, accept with a toelichting."""
