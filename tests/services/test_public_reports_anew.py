"""Public reports prepared anew: new words alone choose no count again, and no report tells more than twelve rounds."""

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.public_lines import LineKind, PublicLine
from scrutiny_app.services import public_figures
from scrutiny_app.services.public_reports import prepare
from tests.making import Make
from tests.public_people import People, round_of

SOUND = Result.APPROPRIATE
OURS = PublicLine(LineKind.REMARK, "The reasons were written down with care.")


@pytest.fixture
def who(make: Make) -> People:
    return People(make)


def test_new_words_alone_print_and_hide_the_same_counts_and_choose_none_anew(
    session, make: Make, who: People, monkeypatch: pytest.MonkeyPatch
):
    ids = [round_of(make, who).id]
    first = prepare(session, ids, "Spring 2026", by=who.lead)
    monkeypatch.setattr(public_figures, "fullest", None)
    second = prepare(session, ids, "Spring 2026", lines=[OURS], before=first, by=who.lead)
    assert second.content["parts"] == first.content["parts"]
    with pytest.raises(TypeError):
        prepare(session, ids, "Spring 2026", least=10, before=first, by=who.lead)


def test_more_rounds_than_a_year_has_are_refused(session, make: Make, who: People):
    ids = [round_of(make, who, SOUND, SOUND, cases=3, title=f"Round {number}").id for number in range(13)]
    with pytest.raises(Refused, match="at most 12 rounds"):
        prepare(session, ids, "Many", by=who.lead)
