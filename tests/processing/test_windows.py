# SPDX-License-Identifier: GPL-2.0-or-later
"""What Windows does and Linux does not, played on Linux: paths of a share, decimal commas, a console and files that are not UTF-8."""

import pytest


def as_share(path):
    """As ``\\\\server\\share`` reads after ``as_posix``: two slashes, which Linux takes for one."""
    return f"/{path}"


@pytest.mark.slow
def test_the_main_job_on_a_share(run, sample, tmp_path):
    clean, about = sample / "schoon", {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
    target = as_share(tmp_path / "p.gpkg")
    run("createplanfile", **about, OUTPUT=as_share(tmp_path / "leeg.gpkg"))
    done = run("importplans", INPUT=as_share(clean / "plannen.gpkg"), WORKBOOK=as_share(clean / "werkblad.xlsx"), **about, OUTPUT=target)
    assert done["IMPORTED"] == 44
    outline = as_share(sample / "gemeentegrens.gpkg")
    checked = run(
        "checkplans", INPUT=target, PEILDATUM="2026-01-01", BOUNDARY=outline, OUTPUT="memory:", REPORT=as_share(tmp_path / "r.html")
    )
    assert (checked["PLANS"], checked["ERRORS"]) == (44, 0)
    named = run("checkplannames", INPUT=target, WORKBOOK=as_share(clean / "werkblad.xlsx"), OUTPUT="memory:")
    assert named["ERRORS"] == 0
    again = run("importplans", INPUT=as_share(clean / "plannen.gpkg"), **about, OUTPUT=target, UPDATE=True)
    assert again["NEW"] == 0
    assert run("exportdelivery", INPUT=target, **about, BOUNDARY=outline, FOLDER=as_share(tmp_path / "levering"))["PLANS"] == 44
