"""What the demonstration holds beyond its rounds: questions to officers, copies on paper, and a case taken away."""

import pytest
from sqlalchemy import func, select

from scrutiny_app.database import Database
from scrutiny_app.domain.packs import Fate
from scrutiny_app.models.pack_copies import CopyFate, PackCopy
from scrutiny_app.models.people import User
from scrutiny_app.models.received import InformationRequest, ReceivedText
from scrutiny_app.models.withholdings import Withholding


@pytest.fixture
def filled(demonstration):
    database = Database(f"sqlite:///{demonstration.instance / 'scrutiny.db'}")
    with database.reading() as session:
        yield session
    database.engine.dispose()


def test_one_officer_has_answered_and_the_one_whose_sign_in_is_shown_has_yet_to(filled, demonstration):
    waiting = select(User.username).join(InformationRequest, InformationRequest.asked_of == User.id)
    waiting = waiting.where(InformationRequest.closed_at.is_(None))
    assert filled.scalars(waiting).all() == [demonstration.sign_ins["officer"]["username"]]
    assert filled.scalar(select(func.count(ReceivedText.id))) == 1


def test_a_reader_has_had_a_case_withheld(filled):
    assert filled.scalars(select(Withholding.kind)).all() == ["reported"]


def test_of_three_copies_on_paper_one_is_counted_back_in(filled):
    assert filled.scalar(select(func.count(PackCopy.id))) == 3
    assert filled.scalars(select(CopyFate.fate)).all() == [Fate.RETURNED.value]
