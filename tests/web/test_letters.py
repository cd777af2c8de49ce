"""Letters through the pages: written and sent by the lead, read and answered by those whose case it was."""

import html
import re
from typing import Any

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.letters import Letter


@pytest.fixture
def people(making) -> dict[str, Any]:
    with making() as make:
        sergeant = make.user(Role.SUPERVISOR, staff_number="1107", name="Kiran Bhandal")
        constable = make.user(Role.OFFICER, staff_number="2201", name="Rhys Lathom", supervisor_id=sergeant.id)
        return {
            "lead": make.user(Role.LEAD),
            "registrar": make.user(Role.REGISTRAR),
            "sergeant": sergeant,
            "constable": constable,
            "peer": make.user(Role.OFFICER),
        }


@pytest.fixture
def round_(making, people) -> Any:
    with making() as make:
        return make.signed_round(Result.OBSERVATIONS, cases=3, floor=1, by=people["lead"])


@pytest.fixture
def path(database, round_) -> str:
    with database.reading() as db:
        return f"/force/letters/{db.scalars(select(Finding.id)).one()}/officer"


def words_of(page: str) -> dict[str, str]:
    """Read a letter's form off its page, as a browser would send it back."""
    text = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    stamp = re.search(r'name="stamp" value="([^"]*)"', page)
    assert text
    assert stamp
    return {"text": html.unescape(text[1]).lstrip("\r\n"), "stamp": html.unescape(stamp[1])}


def send(lead, path: str, text: str = "Dear Rhys,\r\n\r\nYour rationale was clear.") -> Any:
    return lead.post(f"{path}/send", words_of(lead.get(path).text) | {"text": text}, page=path)


def my_letter(database) -> str:
    with database.reading() as db:
        return f"/force/my-letters/{db.scalars(select(Letter.id)).one()}"


def test_the_lead_finds_a_draft_for_each_finding_from_the_list_of_rounds(sign_in, people, round_, path):
    lead = sign_in(people["lead"])
    assert round_.title in lead.get("/force/letters").text
    listed = lead.get(f"/force/rounds/{round_.id}/letters").text
    assert path in listed
    assert "Rhys Lathom" in listed
    assert "Same person as the decision-maker" in listed


def test_the_lead_edits_sends_and_sees_acknowledgement_and_reply(sign_in, people, round_, path, database):
    lead, constable = sign_in(people["lead"]), sign_in(people["constable"])
    draft = words_of(lead.get(path).text)
    assert "42NM/000001/26" in draft["text"]
    saved = lead.post(path, draft | {"text": "Dear Rhys,\r\n\r\nWell reasoned."})
    assert "It has not been sent yet" in saved.text
    assert constable.get("/force/my-letters").text.count("finding on") == 0

    assert "Sent." in send(lead, path).text
    mine = my_letter(database)
    assert mine in constable.get("/force/my-letters").text
    assert "Your rationale was clear." in constable.get(mine).text
    assert "It is noted" in constable.post(f"{mine}/acknowledge", page=mine).text
    assert "Your reply has been sent" in constable.post(f"{mine}/reply", {"text": "Thank you all."}, page=mine).text

    seen = lead.get(path).text
    assert "Thank you all." in seen
    assert "Answered" in seen


def test_a_draft_that_nobody_touched_is_sent_and_the_next_letter_is_shown(sign_in, people, path):
    page = send(sign_in(people["lead"]), path)
    assert page.status_code == 200
    assert "Sent. The next letter to send is below." in page.text
    assert "Letter to the supervisor" in page.text or "Letter to the decision-maker" in page.text
    assert page.request.path != path


def test_after_the_last_letter_the_rounds_list_says_what_is_next(sign_in, people, round_, path):
    lead = sign_in(people["lead"])
    page = send(lead, path)
    while "The next letter to send is below." in page.text:
        page = send(lead, page.request.path)
    assert page.request.path == f"/force/rounds/{round_.id}/letters"
    assert "name who answers for findings, and hand them over" in page.text


def test_a_letter_that_is_kept_stays_in_view(sign_in, people, path):
    lead = sign_in(people["lead"])
    page = lead.post(path, words_of(lead.get(path).text) | {"text": "Dear Rhys,\r\n\r\nWell reasoned."}, page=path)
    assert page.request.path == path
    assert "It has not been sent yet" in page.text


def test_a_sent_letter_has_no_form_and_cannot_be_changed(sign_in, people, path):
    lead = sign_in(people["lead"])
    send(lead, path)
    assert "<textarea" not in lead.get(path).text
    answer = lead.post(path, {"text": "Other words.", "stamp": ""}, page="/force/letters")
    assert "a sent letter is never edited" in answer.text
    assert "Other words." not in lead.get(path).text


def test_a_second_editor_keeps_their_words_and_sees_the_others(sign_in, people, making, path):
    with making() as make:
        second = make.user(Role.LEAD)
    one, two = sign_in(people["lead"]), sign_in(second)
    draft = words_of(two.get(path).text)
    one.post(path, words_of(one.get(path).text) | {"text": "The first."})
    page = two.post(path, draft | {"text": "The second."})
    assert "<title>Error:" in page.text
    assert words_of(page.text)["text"] == "The second."
    assert "The first." in page.text
    assert "Kept" in two.post(path, words_of(page.text)).text


def test_an_empty_letter_is_not_kept_and_says_so(sign_in, people, path):
    lead = sign_in(people["lead"])
    page = lead.post(path, {"text": " ", "stamp": ""})
    assert "<title>Error:" in page.text
    assert "A letter needs words" in page.text


def test_a_letter_that_can_reach_nobody_offers_no_sending_and_refuses_it(sign_in, people, making, path, database):
    with making() as make:
        make.session.merge(people["constable"]).staff_number = "9999"
    lead = sign_in(people["lead"])
    page = lead.get(path).text
    assert "Nobody with staff number 2201 can sign in" in page
    assert "Save and send" not in page
    assert "reach nobody" in send(lead, path).text
    with database.reading() as db:
        assert db.scalars(select(Letter).where(Letter.sent_at.is_not(None))).all() == []


def test_the_registrar_reads_all_and_changes_nothing(sign_in, people, round_, path):
    registrar = sign_in(people["registrar"])
    for page in ("/force/letters", f"/force/rounds/{round_.id}/letters", path):
        assert registrar.get(page).status_code == 200
    assert "<textarea" not in registrar.get(path).text
    for deed in (path, f"{path}/send"):
        assert registrar.post(deed, {"text": "Mine.", "stamp": ""}, page="/force/letters").status_code == 404


def test_the_forces_letters_do_not_exist_for_others(sign_in, making, round_, path):
    with making() as make:
        others = [make.user(role) for role in Role if role not in (Role.LEAD, Role.REGISTRAR)]
    for other in others:
        browser = sign_in(other)
        for page in ("/force/letters", f"/force/rounds/{round_.id}/letters", path):
            assert browser.get(page).status_code == 404, other.role
        for deed in (path, f"{path}/send"):
            assert browser.post(deed, {"text": "Mine.", "stamp": ""}, page="/account").status_code == 404, other.role


def test_a_letter_exists_for_its_addressee_and_their_supervisor_alone(sign_in, people, path, database):
    send(sign_in(people["lead"]), path)
    mine = my_letter(database)
    status = {name: sign_in(person).get(mine).status_code for name, person in people.items()}
    assert status == {"lead": 404, "registrar": 404, "sergeant": 200, "constable": 200, "peer": 404}


def test_a_supervisor_sees_the_teams_letter_without_a_form(sign_in, people, path, database):
    send(sign_in(people["lead"]), path)
    sergeant, mine = sign_in(people["sergeant"]), my_letter(database)
    assert "because you supervise Rhys Lathom" in sergeant.get(mine).text
    assert "<textarea" not in sergeant.get(mine).text
    assert sergeant.post(f"{mine}/acknowledge", page="/account").status_code == 404
    assert sergeant.post(f"{mine}/reply", {"text": "Mine."}, page="/account").status_code == 404


def test_an_empty_reply_is_an_error_on_the_form(sign_in, people, path, database):
    send(sign_in(people["lead"]), path)
    constable, mine = sign_in(people["constable"]), my_letter(database)
    page = constable.post(f"{mine}/reply", {"text": ""}, page=mine)
    assert "<title>Error:" in page.text
    assert "Write your reply" in page.text


def test_words_in_the_box_are_sent_with_an_acknowledgement(sign_in, people, path, database):
    send(sign_in(people["lead"]), path)
    constable, mine = sign_in(people["constable"]), my_letter(database)
    shown = constable.get(mine).text
    box = shown.index("<textarea")
    assert shown.rindex("<form", 0, box) < box < shown.index("I have read this letter") < shown.index("</form>", box)
    page = constable.post(f"{mine}/acknowledge", {"text": "I asked her twice."}, page=mine).text
    assert "Your reply has been sent" in page
    assert "I asked her twice." in page
    assert "Read by you" in page


def test_too_long_a_reply_stays_in_the_box_whichever_button_is_pressed(sign_in, people, path, database):
    send(sign_in(people["lead"]), path)
    constable, mine = sign_in(people["constable"]), my_letter(database)
    for deed in ("acknowledge", "reply"):
        page = constable.post(f"{mine}/{deed}", {"text": "too long " * 500}, page=mine).text
        assert "<title>Error:" in page
        assert page.count("too long") >= 500


def test_the_lead_sees_a_new_reply_in_the_list_of_rounds_until_it_is_read(sign_in, people, path, database):
    lead, constable = sign_in(people["lead"]), sign_in(people["constable"])
    send(lead, path)
    mine = my_letter(database)
    constable.post(f"{mine}/reply", {"text": "I asked her twice."}, page=mine)
    assert "1 letter with a new reply" in lead.get("/force/letters").text
    lead.get(path)
    assert "with a new reply" not in lead.get("/force/letters").text


def test_letters_that_reach_nobody_are_counted_apart(sign_in, people, round_, making, path):
    lead = sign_in(people["lead"])
    assert "0 of 2 letters sent or handed over" in lead.get(f"/force/rounds/{round_.id}/letters").text
    with making() as make:
        make.session.merge(people["constable"]).staff_number = "9999"
    page = lead.get(f"/force/rounds/{round_.id}/letters").text
    assert "0 of 1 letters sent or handed over" in page
    assert "1 more cannot be sent: for 1, nobody here has the staff number on the record, or it has none." in page


def test_acknowledging_twice_is_a_conflict_that_explains_itself(sign_in, people, path, database):
    send(sign_in(people["lead"]), path)
    constable, mine = sign_in(people["constable"]), my_letter(database)
    constable.post(f"{mine}/acknowledge", page=mine)
    answer = constable.post(f"{mine}/acknowledge", page=mine)
    assert answer.status_code == 409
    assert "You have said already" in answer.text


def test_a_letter_changed_meanwhile_is_refused_with_both_texts(sign_in, people, path):
    lead = sign_in(people["lead"])
    opened = words_of(lead.get(path).text)
    lead.post(path, opened | {"text": "Theirs stands."}, page=path)
    answer = lead.post(path, opened | {"text": "Mine is not lost."}, page=path)
    assert answer.status_code == 409
    assert "Compare the two" in answer.text
    assert words_of(answer.text)["text"] == "Mine is not lost."
    assert "Theirs stands." in answer.text


def test_words_for_a_letter_that_has_gone_meanwhile_are_given_back(sign_in, people, path):
    lead = sign_in(people["lead"])
    opened = words_of(lead.get(path).text)
    send(lead, path)
    for deed in (path, f"{path}/send"):
        answer = lead.post(deed, opened | {"text": "Mine is not lost."}, page=path)
        assert answer.status_code == 409
        assert "a sent letter is never edited" in answer.text
        assert '<div class="govuk-inset-text words">Mine is not lost.</div>' in answer.text


def test_a_letter_too_long_is_refused_with_every_word(sign_in, people, path):
    lead = sign_in(people["lead"])
    answer = lead.post(path, words_of(lead.get(path).text) | {"text": "word " * 2000}, page=path)
    assert answer.status_code == 400
    assert words_of(answer.text)["text"].count("word") == 2000


def test_sending_without_a_token_is_refused(sign_in, people, path, database):
    lead = sign_in(people["lead"])
    answer = lead.client.post(f"{path}/send", data={"text": "Dear Rhys.", "stamp": ""})
    assert answer.status_code == 400
    with database.reading() as db:
        assert db.scalars(select(Letter)).all() == []


def test_an_unknown_addressee_is_no_page(sign_in, people, path):
    assert sign_in(people["lead"]).get(path.replace("officer", "chief")).status_code == 404


def test_words_in_a_letter_are_shown_and_never_run(sign_in, people, path, database):
    send(sign_in(people["lead"]), path, "<script>alert(1)</script> was typed here.")
    assert "<script>alert" not in sign_in(people["constable"]).get(my_letter(database)).text


def test_someone_with_no_letters_is_told_so(sign_in, people):
    assert "There is nothing for you to read" in sign_in(people["peer"]).get("/force/my-letters").text


def test_a_force_without_findings_is_told_when_letters_come(sign_in, people):
    assert "as soon as the chair signs a finding" in sign_in(people["lead"]).get("/force/letters").text
