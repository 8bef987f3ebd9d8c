# SPDX-License-Identifier: GPL-2.0-or-later
"""``make_project.py SAMPLE DIR``: the sample municipality as a plan file with a project, ready to open in QGIS."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer  # noqa: E402  # the path must be set first

from lmvw_plugin.layers.map.project import save, set_up_project  # noqa: E402  # the path or the environment is set first
from scripts import demo  # noqa: E402  # the path or the environment is set first


def main() -> int:
    """Import the clean sample, then make the project around it."""
    sample, target = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    plan_file, boundary = target / "markerwaard.gpkg", target / "gemeentegrens.gpkg"
    shutil.copy(sample / "gemeentegrens.gpkg", boundary)
    demo.run(
        "importplans",
        INPUT=sample / "schoon" / "plannen.gpkg",
        WORKBOOK=sample / "schoon" / "werkblad.xlsx",
        GEMEENTE=demo.SAMPLE_GEMEENTE,
        PEILDATUM=demo.SAMPLE_PEILDATUM,
        OUTPUT=plan_file,
    )
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject()
    set_up_project(project, plan_file, QgsVectorLayer(str(boundary), "Gemeentegrens Markerwaard", "ogr"))
    save(project, target / "markerwaard.qgz")
    print(target / "markerwaard.qgz")
    sys.stdout.flush()
    os._exit(0)  # QGIS's own clean-up may crash after the work is done


if __name__ == "__main__":
    main()
