"""Letters about a finding that was superseded: still listed and read by the lead and the officer, and marked so."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services.trail import now
from tests.web.test_letters import my_letter, send, words_of


@pytest.fixture
def people(making):
    with making() as make:
        return {"lead": make.user(Role.LEAD), "constable": make.user(Role.OFFICER, staff_number="2201")}


@pytest.fixture
def first(making, people):
    """A signed finding on the one case of a round: its id, and the round's."""
    with making() as make:
        round_ = make.signed_round(Result.OBSERVATIONS, cases=3, floor=1, by=people["lead"])
        return make.session.scalars(select(Finding.id)).one(), round_.id


@pytest.fixture
def supersede(making, people, first):
    def deed():
        with making() as make:
            case = make.session.scalars(select(RoundCase).join(Finding)).one()
            given = {"result": Result.APPROPRIATE, "remarks": "", "dissent": "", "reason": "So.", "version": 2}
            newer = Finding(
                round_case_id=case.id, supersedes_id=first[0], drafted_by=people["lead"].id, drafted_at=now(), **given
            )
            newer.signature = Signature(signed_by=people["lead"].id, signed_at=now())
            make.session.add(newer)
            make.session.flush()
            return newer.id

    return deed


@pytest.fixture
def lead(sign_in, people):
    return sign_in(people["lead"])


def test_a_sent_letter_stays_listed_and_marked_for_the_lead_and_the_officer(
    lead, people, first, supersede, sign_in, database
):
    path, listed = f"/force/letters/{first[0]}/officer", f"/force/rounds/{first[1]}/letters"
    send(lead, path)
    constable, mine = sign_in(people["constable"]), my_letter(database)
    assert "Superseded" not in lead.get(listed).text + constable.get("/force/my-letters").text
    newer = supersede()

    page = lead.get(listed).text
    assert "Letters of findings that were superseded" in page
    assert f'href="{path}"' in page
    assert f'href="/force/letters/{newer}/officer"' in page
    read = lead.get(path).text
    assert "Superseded: another finding has taken the place of this one" in read
    assert "Your rationale was clear." in read

    page = constable.get("/force/my-letters").text
    assert mine in page
    assert "Superseded" in page
    page = constable.get(mine).text
    assert "Superseded: the panel has since signed another finding on this case" in page
    assert "Your rationale was clear." in page


def test_a_letter_that_was_only_edited_is_kept_to_be_read_and_can_be_sent_no_more(lead, first, supersede, database):
    path = f"/force/letters/{first[0]}/officer"
    draft = words_of(lead.get(path).text)
    lead.post(path, draft | {"text": "Dear all,\r\n\r\nWell reasoned."})
    supersede()
    page = lead.get(path).text
    assert "Well reasoned." in page
    assert "<textarea" not in page
    assert "Another finding has taken the place" in lead.post(f"{path}/send", draft, page=path).text
    with database.reading() as session:
        assert session.scalars(select(Letter.sent_at)).all() == [None]


def test_the_list_of_rounds_and_a_rounds_own_page_count_letters_alike(lead, first, supersede):
    listed, path = f"/force/rounds/{first[1]}/letters", f"/force/letters/{first[0]}/decision_maker"
    send(lead, f"/force/letters/{first[0]}/officer")
    lead.post(f"{path}/hand-over", words_of(lead.get(path).text) | {"as": "pdf"}, page=path)
    assert "2 of 2 letters sent or handed over" in lead.get(listed).text
    assert "2 sent or handed over" in lead.get("/force/letters").text
    supersede()
    assert "0 of 1 letters sent or handed over" in lead.get(listed).text
    assert "0 sent or handed over" in lead.get("/force/letters").text
