# SPDX-License-Identifier: GPL-2.0-or-later
"""A colleague: another QGIS, in a process of its own, that edits the same plan file."""

import subprocess
import sys
import textwrap
from contextlib import contextmanager

_SCRIPT = textwrap.dedent("""
    import os, sys
    from qgis.core import QgsVectorLayer
    from qgis.testing import start_app
    start_app()
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername=plannen", "plannen", "ogr")
    layer.startEditing()
    print("begonnen", flush=True)
    for line in sys.stdin:
        field, said = line.strip().split("=")
        layer.changeAttributeValue(1, layer.fields().lookupField(field), said)
        assert layer.commitChanges(False)
        print("klaar", flush=True)
    os._exit(0)
""")


@contextmanager
def editing(path):
    """It has begun to edit; what is given here writes a value in a field of the first plan, and saves it."""
    other = subprocess.Popen([sys.executable, "-c", _SCRIPT, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def hear(word):
        assert any(line == f"{word}\n" for line in other.stdout)

    def save(field, said):
        other.stdin.write(f"{field}={said}\n")
        other.stdin.flush()
        hear("klaar")

    try:
        hear("begonnen")
        yield save
    finally:
        other.communicate("")
