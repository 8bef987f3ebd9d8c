# SPDX-License-Identifier: GPL-2.0-or-later
"""What a session could not save: the reason is what went wrong, and the sentence says what is in the file and what is not."""

import pytest
from qgis.core import QgsFeature

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.session import PlanSession
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, read_plans, square
from tests.other_program import WRITES, OtherProgram


@pytest.fixture
def session(tmp_path, qgis_app):
    path = tmp_path / "p.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan())])
    session = PlanSession(planfile.open_layer(path))
    session.begin()
    yield session
    session.layer.rollBack()


def explain(session, plan):
    session.layer.changeAttributeValue(plan.id(), session.layer.fields().lookupField("toelichting"), "al gedaan")


def refused(session):
    with pytest.raises(LmvwError) as error:
        session.save()
    return str(error.value)


def stored(session):
    ((plan, _),) = read_plans(planfile_of(session))
    return plan["toelichting"]


def planfile_of(session):
    return session.layer.source().split("|")[0]


def test_of_what_is_stored_in_part_is_said_which_part_waits_and_why(session):
    """A pasted plan has the number of another, so that the file refuses it; what was drawn and typed beside it is stored."""
    plan = next(session.layer.getFeatures())
    session.layer.changeGeometry(plan.id(), square(2))
    explain(session, plan)
    pasted = QgsFeature(plan)
    session.layer.addFeature(pasted)
    said = refused(session)
    assert said.startswith("Een deel is opgeslagen, de rest wacht in de laag (")
    assert "UNIQUE constraint failed" in said
    assert "SUCCESS" not in said
    assert stored(session) == "al gedaan"
    assert list(session.layer.editBuffer().addedFeatures()) == [pasted.id()]


def test_what_is_refused_alone_was_not_stored_in_part(session):
    session.layer.addFeature(QgsFeature(next(session.layer.getFeatures())))
    said = refused(session)
    assert said.startswith("Opslaan lukt nu niet (")
    assert "UNIQUE constraint failed" in said


def test_of_what_another_program_keeps_from_the_file_nothing_is_stored(session):
    plan = next(session.layer.getFeatures())
    with OtherProgram(planfile_of(session), WRITES):
        session.layer.changeGeometry(plan.id(), square(2))
        explain(session, plan)
        said = refused(session)
        assert said.startswith("Opslaan lukt nu niet (")
        assert "is locked" in said
    assert stored(session) is None
    session.save()
    assert stored(session) == "al gedaan"
