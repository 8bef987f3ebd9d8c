# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job from end to end, through ``qgis_process`` as anyone would run it: create, import, check, deliver.

Without arguments on the sample data: first the variant with planted mistakes, then the clean one, which is delivered.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / os.environ.get("LMVW_BUILD", "build")  # of its own for who works beside another: scripts/suite.sh
OUTPUT = BUILD / "demo"
sys.path.insert(0, str(ROOT))

from lmvw_plugin.core.rules.catalogue import RULES  # noqa: E402  # the path must be set first
from lmvw_plugin.core.rules.findings import Counts  # noqa: E402  # the path or the environment is set first
from scripts.package import NAME, make_folder  # noqa: E402  # the path or the environment is set first

SAMPLE_GEMEENTE, SAMPLE_PEILDATUM = "GM9999", "2026-01-01"


class Stopped(Exception):
    """An algorithm refused; its sentence is the message."""


def run(algorithm: str, **parameters: object) -> dict[str, Any]:
    """Run one algorithm and return its outputs.

    :raises Stopped: with what the algorithm said, when it failed.
    """
    arguments = [f"--{name}={value}" for name, value in parameters.items() if value not in (None, "")]
    done = subprocess.run(
        ["qgis_process", "--json", "run", f"lmvw:{algorithm}", *arguments], capture_output=True, text=True, env=environment(), check=False
    )
    if done.returncode != 0:
        raise Stopped(_sentence(done.stderr))
    return json.loads(done.stdout)["results"]


def environment() -> dict[str, str]:
    """qgis_process runs the system's Python: it finds shapely and openpyxl in the venv of this one."""
    settings = {
        "QGIS_PLUGINPATH": str(BUILD / "plugins"),
        "QGIS_CUSTOM_CONFIG_PATH": str(BUILD / "profile"),
        "PYTHONPATH": os.pathsep.join(filter(None, (sysconfig.get_path("purelib"), os.environ.get("PYTHONPATH")))),
    }
    return {**os.environ, **settings}


def _sentence(stderr: str) -> str:
    """What the algorithm said; what a parameter check says stands indented below a line of QGIS's own."""
    if indented := [line.strip() for line in stderr.splitlines() if line.startswith("\t") and line.strip()]:
        return indented[-1]
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    marked = [line for line in lines if line.startswith(("ERROR", "Error", "Er ", "Fout"))]
    return (marked or lines or ["onbekende fout"])[-1].removeprefix("ERROR:").strip()


def enable_plugin() -> None:
    """Build the plugin folder and enable it in a profile of its own."""
    make_folder(BUILD / "plugins")
    ini = BUILD / "profile" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True, exist_ok=True)
    ini.write_text(f"[PythonPlugins]\n{NAME}=true\n", encoding="utf-8")


def make_project(target: Path) -> Path:
    """The sample as a plan file with a project in ``target``, made by a QGIS of its own."""
    enable_plugin()
    sample = BUILD / "plugins" / NAME / "resources" / "voorbeeld"
    command = [sys.executable, str(ROOT / "scripts" / "make_project.py"), str(sample), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return target


def show_findings(findings: Path, results: dict[str, Any]) -> None:
    """Print the number of findings by rule."""
    with findings.open(encoding="utf-8", newline="") as lines:
        numbers = Counter((row["regel"], row["ernst"]) for row in csv.DictReader(lines))
    counts = Counts(*(results[name] for name in ("PLANS", "ERRORS", "WARNINGS", "INFOS", "UNANSWERED", "TO_FILL", "DELIVERED")))
    print(f"   {counts.checked}: {counts.holding}, {counts.warnings} waarschuwingen, {counts.infos} ter informatie")
    for rule in RULES.values():
        for severity in ("fout", "waarschuwing", "info"):
            if numbers[rule.id, severity]:
                print(f"   {rule.id:>4}  {severity:<12} {numbers[rule.id, severity]:>5}  {rule.title}")


def main_job(title: str, folder: Path, plans: str, workbook: str, boundary: str, gemeente: str, peildatum: str) -> bool:
    """Run the chain in ``folder``; True when a package was made."""
    folder.mkdir(parents=True)
    plan_file, findings = folder / "planbestand.gpkg", folder / "bevindingen.csv"
    print(f"\n{title}")
    run("createplanfile", GEMEENTE=gemeente, PEILDATUM=peildatum, OUTPUT=plan_file)
    print(f"1. Planbestand   {plan_file}")
    done = run("importplans", INPUT=plans, WORKBOOK=workbook, GEMEENTE=gemeente, PEILDATUM=peildatum, OUTPUT=plan_file)
    print(
        f"2. Import        {done['IMPORTED']} plannen, {done['NOT_IMPORTED']} rijen wachten op een besluit\n   Importrapport {done['REPORT']}"
    )
    report = folder / "controle.html"
    done = run("checkplans", INPUT=plan_file, PEILDATUM=peildatum, BOUNDARY=boundary, WORKBOOK=workbook, OUTPUT=findings, REPORT=report)
    print("3. Controle")
    show_findings(findings, done)
    print(f"   Controlerapport {report}")
    try:
        done = run("exportdelivery", INPUT=plan_file, GEMEENTE=gemeente, PEILDATUM=peildatum, BOUNDARY=boundary, FOLDER=folder / "levering")
    except Stopped as refusal:
        print(f"4. Geen levering: {refusal}")
        return False
    print(f"4. Levering      {done['PACKAGE']}\n   Rapport       {done['REPORT']}")
    return True


def arguments() -> argparse.Namespace:
    """The command line; an empty value means not given."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("plans", "workbook", "boundary", "gemeente", "peildatum"):
        parser.add_argument(f"--{name}", default="")
    return parser.parse_args()


def main() -> int:
    """Run the demo; 0 when it did what it should."""
    given = arguments()
    shutil.rmtree(OUTPUT, ignore_errors=True)
    enable_plugin()
    try:
        if given.plans:
            if not given.gemeente or not given.peildatum:
                print("Geef bij PLANS ook GEMEENTE en PEILDATUM op, bijvoorbeeld GEMEENTE=GM0396 PEILDATUM=2026-01-01.")
                return 2
            plans, workbook, boundary = (
                str(Path(path).resolve()) if path else "" for path in (given.plans, given.workbook, given.boundary)
            )
            main_job(f"{Path(plans).name}, {given.gemeente}", OUTPUT / "eigen", plans, workbook, boundary, given.gemeente, given.peildatum)
            return 0
        sample = BUILD / "plugins" / NAME / "resources" / "voorbeeld"
        delivered = {}
        for variant, title in (
            ("fouten", "Voorbeeldgemeente Markerwaard, met ingebouwde fouten"),
            ("schoon", "Dezelfde gemeente, verbeterd"),
        ):
            plans, workbook = sample / variant / "plannen.gpkg", sample / variant / "werkblad.xlsx"
            boundary = sample / "gemeentegrens.gpkg"
            delivered[variant] = main_job(
                title, OUTPUT / variant, str(plans), str(workbook), str(boundary), SAMPLE_GEMEENTE, SAMPLE_PEILDATUM
            )
        return 0 if delivered == {"fouten": False, "schoon": True} else 1
    except Stopped as refusal:
        print(f"Gestopt: {refusal}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
