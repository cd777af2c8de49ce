"""The check page and the second person's preview, as people use them."""

import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.domain.received import Received
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import later_texts, redacting
from tests.making import KEY


@pytest.fixture
def people(making):
    with making() as make:
        return {role: make.user(role) for role in (Role.LEAD, Role.PREPARER, Role.REGISTRAR, Role.OFFICER, Role.MEMBER)}


@pytest.fixture
def place(making, people):
    """Draft a round of two cases, the first of which has a flower in it; gives the ids of the round and the case."""
    with making() as make:
        flower = make.case(circumstances="Tobias Okonjo saw bluebell fall.", conditions="Visit bluebell.")
        round_ = make.drawn(flower, make.case(), by=people[Role.LEAD])
        redacting.draft_redactions(make.session, round_, KEY, people[Role.LEAD])
        return round_.id, make.round_cases(round_)[0].id


@pytest.fixture
def lead(sign_in, people):
    return sign_in(people[Role.LEAD])


@pytest.fixture
def preparer(sign_in, people):
    return sign_in(people[Role.PREPARER])


def add(browser, case, version=1, **fields):
    """Send the form that adds a redaction, as it is filled in without JavaScript."""
    filled = {"version": version, "text_name": "circumstances", "quoted": "bluebell", "kind": "name", "tag": ""}
    return browser.post(f"/force/redactions/{case}/spans", filled | fields, page=f"/force/redactions/{case}")


def check(browser, case, version=1):
    path = f"/force/redactions/{case}"
    return browser.post(f"{path}/check", {"version": version, "recognisable": "no"}, page=path)


def approve(browser, case, version=1):
    path = f"/force/redactions/{case}"
    return browser.post(f"{path}/approve", {"version": version}, page=f"{path}/preview")


def test_the_drafts_are_made_from_the_rounds_page(making, people, sign_in):
    with making() as make:
        round_ = make.drawn(by=people[Role.LEAD])
    answer = sign_in(people[Role.LEAD]).post(f"/force/rounds/{round_.id}/redactions")
    assert "1 draft made" in answer.text
    assert "Check the next case" in answer.text


def test_the_rounds_page_shows_how_much_is_done(lead, place):
    round_id, case = place
    check(lead, case)
    page = lead.get(f"/force/rounds/{round_id}/redactions").text
    assert "1 of 2 checked" in page
    assert "0 of 2 approved" in page


def test_the_check_page_shows_the_original_beside_what_members_will_see(lead, place):
    page = lead.get(f"/force/redactions/{place[1]}").text
    assert re.search(r'<mark data-span="0"[^>]*>Tobias Okonjo</mark><a [^>]*spans/1"[^>]*></a> saw ', page)
    assert '<span class="redaction">[Victim 1]</span> saw bluebell fall.' in page


def test_words_are_redacted_by_typing_them(lead, place):
    answer = add(lead, place[1])
    assert "Words redacted" in answer.text
    assert 'saw <span class="redaction">[Person 1]</span> fall.' in answer.text
    assert "Visit bluebell." in answer.text


def test_words_are_redacted_everywhere_by_one_tick(lead, place):
    assert 'Visit <span class="redaction">[Person 1]</span>.' in add(lead, place[1], everywhere="y").text


def test_words_are_redacted_where_they_were_selected(lead, place):
    answer = add(lead, place[1], start="18", end="26")
    assert 'saw <span class="redaction">[Person 1]</span> fall.' in answer.text


def test_words_that_are_not_there_come_back_as_a_problem_of_the_form(lead, place):
    answer = add(lead, place[1], quoted="Foxglove")
    assert answer.status_code == 200
    assert "<title>Error:" in answer.text
    assert "“Foxglove” does not stand in “Circumstances”" in answer.text
    assert 'value="Foxglove"' in answer.text


def test_an_edit_made_from_an_older_version_is_overtaken(lead, preparer, place):
    add(preparer, place[1])
    answer = add(lead, place[1], quoted="fall")
    assert answer.status_code == 409
    assert "version 2 has been made since" in answer.text


@pytest.mark.parametrize("version", ["", "x"])
def test_a_form_that_names_no_version_changes_nothing(lead, place, version):
    assert check(lead, place[1], version).status_code == 409


def test_a_redaction_is_lifted_with_a_reason_that_the_second_person_reads(lead, preparer, place):
    path = f"/force/redactions/{place[1]}/spans/1/lift"
    assert "Tobias Okonjo" in lead.get(path).text
    answer = lead.post(path, {"version": "1", "reason": "A stage name, widely known"})
    assert "Redaction lifted" in answer.text
    assert "A stage name, widely known" in preparer.get(f"/force/redactions/{place[1]}").text


def test_a_lift_without_a_reason_is_asked_again(lead, place):
    answer = lead.post(f"/force/redactions/{place[1]}/spans/1/lift", {"version": "1", "reason": ""})
    assert "Say why these words may be shown" in answer.text


def test_a_lift_from_a_stale_tab_keeps_its_reason_and_its_words(lead, preparer, place):
    path = f"/force/redactions/{place[1]}/spans/1/lift"
    add(preparer, place[1])
    answer = lead.post(path, {"version": "1", "reason": "A stage name, widely known"})
    assert answer.status_code == 409
    assert "version 2 has been made since" in answer.text
    assert "A stage name, widely known</textarea>" in answer.text
    assert "<strong>Tobias Okonjo</strong>" in answer.text
    assert re.search(r'name="version"[^>]*value="2"', answer.text)


def test_the_second_person_reads_what_was_lifted_by_whom_and_why(lead, preparer, place, people):
    add(lead, place[1])
    lead.post(f"/force/redactions/{place[1]}/spans/2/lift", {"version": "2", "reason": "It is a flower"})
    page = preparer.get(f"/force/redactions/{place[1]}/preview").text
    lifted = page.partition("Lifted by hand")[2].partition("</table>")[0]
    assert all(words in lifted for words in ("bluebell", "[Person 1]", "It is a flower", people[Role.LEAD].name))


def test_a_version_that_leaks_is_not_ready_and_the_page_says_where(lead, place):
    lead.post(f"/force/redactions/{place[1]}/spans/1/lift", {"version": "1", "reason": "I think so"})
    answer = check(lead, place[1], 2)
    assert "still stands in this version: “Tobias Okonjo” in Circumstances" in answer.text
    assert "<title>Error:" in answer.text


def test_saying_that_a_case_is_ready_leads_on_to_the_next(lead, place):
    answer = check(lead, place[1])
    assert "is ready" in answer.text
    assert "case 2 of 2" in answer.text


def test_two_people_release_a_case(lead, preparer, place, making):
    case = place[1]
    check(lead, case)
    assert "Approve and release" in preparer.get(f"/force/redactions/{case}/preview").text
    assert "is released to the panel" in approve(preparer, case).text
    with making() as make:
        assert make.session.scalar(select(Release.version)) == 1


def test_whoever_checked_is_not_offered_the_approval_and_is_refused_it(lead, place, making):
    case = place[1]
    check(lead, case)
    assert "Approve and release" not in lead.get(f"/force/redactions/{case}/preview").text
    answer = approve(lead, case)
    assert "You checked this version. Someone else must approve it." in answer.text
    with making() as make:
        assert make.session.scalar(select(Release.id)) is None
        refused = make.session.scalar(select(TrailEntry.facts).where(TrailEntry.event == "ReleaseRefused"))
    assert '"cause":"own check"' in refused


def test_an_older_version_is_not_approved_and_the_attempt_is_on_the_trail(lead, preparer, place, making):
    case = place[1]
    check(lead, case)
    add(lead, case)
    assert approve(preparer, case, 1).status_code == 409
    with making() as make:
        refused = make.session.scalar(select(TrailEntry.facts).where(TrailEntry.event == "ReleaseRefused"))
    assert '"cause":"Overtaken"' in refused


def test_the_preview_is_the_very_markup_of_the_release(lead, preparer, place, making, app):
    case = place[1]
    check(lead, case)
    page = preparer.get(f"/force/redactions/{case}/preview").text
    approve(preparer, case)
    with making() as make:
        content = make.session.scalar(select(Release.content))
    source = '{% from "releases/case.html" import released_case %}{{ released_case(case) }}'
    with app.test_request_context():
        from scrutiny_app.domain.releasing import from_json

        rendered = app.jinja_env.from_string(source).render(case=from_json(content))
    assert rendered.strip() in page


def test_every_look_at_a_case_is_on_the_trail(lead, place, making):
    lead.get(f"/force/redactions/{place[1]}")
    lead.get(f"/force/redactions/{place[1]}/preview")
    with making() as make:
        looks = make.session.scalars(select(TrailEntry.event).where(TrailEntry.event == "RedactionRead")).all()
    assert len(looks) == 2


def test_a_registrar_looks_and_changes_nothing(sign_in, people, place):
    registrar = sign_in(people[Role.REGISTRAR])
    page = registrar.get(f"/force/redactions/{place[1]}").text
    assert "Tobias Okonjo" in page
    assert "This version is ready" not in page
    assert 'id="add-span"' not in page
    assert add(registrar, place[1]).status_code == 404
    assert check(registrar, place[1]).status_code == 404


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MEMBER])
@pytest.mark.parametrize(
    "page", ["/force/rounds/{0}/redactions", "/force/redactions/{1}", "/force/redactions/{1}/preview"]
)
def test_to_others_the_pages_do_not_exist(sign_in, people, place, role, page):
    answer = sign_in(people[role]).get(page.format(*place))
    assert answer.status_code == 404
    assert "Okonjo" not in answer.text


def test_another_forces_lead_finds_nothing(sign_in, making, place):
    with making() as make:
        stranger = make.user(Role.LEAD, force="Southmoor Police")
    assert sign_in(stranger).get(f"/force/redactions/{place[1]}").status_code == 404


@pytest.mark.parametrize("deed", ["spans", "check", "approve", "return", "merge", "undo", "spans/1", "spans/1/lift"])
def test_a_form_without_its_token_is_refused(lead, place, deed):
    answer = lead.client.post(f"/force/redactions/{place[1]}/{deed}", data={"version": "1", "reason": "x"})
    assert answer.status_code == 400


def test_a_doubt_is_redacted_by_its_own_button(making, people, lead):
    with making() as make:
        round_ = make.drawn(
            make.case(victim_2_name="Price, Will", rationale="The price was low."), by=people[Role.LEAD]
        )
        redacting.draft_redactions(make.session, round_, KEY, people[Role.LEAD])
        case = make.round_cases(round_)[0].id
    assert "<strong>price</strong>" in lead.get(f"/force/redactions/{case}/preview").text
    page = lead.get(f"/force/redactions/{case}").text
    assert re.search(r'<button [^>]*name="doubt" value="1"[^>]*>Redact<span[^>]*> price<', page)
    answer = lead.post(f"/force/redactions/{case}/doubts", {"version": 1, "doubt": 1}, page=f"/force/redactions/{case}")
    assert 'The <span class="redaction">[Person 1]</span> was low.' in answer.text


def test_an_attachment_is_checked_beside_the_narratives(making, people, sign_in, lead, preparer):
    said = {"name": "Okonjo.txt", "kind": "document", "text": "Tobias Okonjo sold a teapot.", "state": "read"}
    seen = {"name": "Okonjo.pdf", "kind": "scan", "text": "", "state": "image, not read"}
    attachments: list[dict[str, object]] = [{**one, "left_out": []} for one in (said, seen)]
    with making() as make:
        case = make.case(attachments=attachments)
        round_ = make.drawn(case, by=people[Role.LEAD])
        redacting.draft_redactions(make.session, round_, KEY, people[Role.LEAD])
        case = make.round_cases(round_)[0].id
    page = lead.get(f"/force/redactions/{case}").text
    assert "Attachment 1: document" in page
    assert "Attachment 2: a scan that could not be read" in page
    assert "Words redacted" in add(lead, case, text_name="attachment_1", quoted="teapot").text
    assert "There is a problem" in add(lead, case, version=2, text_name="attachment_9").text
    assert "[Person 1]" in preparer.get(f"/force/redactions/{case}/preview").text
    assert "is ready" in check(lead, case, version=2).text
    assert "is released to the panel" in approve(preparer, case, version=2).text


def test_a_leads_page_of_the_case_shows_its_attachments(making, people, lead):
    said = {"name": "Okonjo.txt", "kind": "document", "text": "Tobias picked it up.", "state": "read"}
    attachments = [said | {"left_out": ["1 comment"]}]
    with making() as make:
        case = make.case(attachments=attachments)
    page = lead.get(f"/force/cases/{case.id}").text
    for words in ("Attachment 1: document", "Okonjo.txt", "Left out: 1 comment", "Tobias picked it up."):
        assert words in page


def test_a_reply_that_came_since_members_read_the_case_is_named_first_and_led_to(making, lead, people, place):
    _, case = place
    with making() as make:
        row = make.session.get_one(RoundCase, case)
        later_texts.receive(make.session, row, Received.REQUESTED, "A first text.", key=KEY, by=people[Role.LEAD])
    assert "New since members read this case" not in lead.get(f"/force/redactions/{case}").text
    with making() as make:
        row = make.session.get_one(RoundCase, case)
        make.release(row)
        given = {"source_id": 7, "key": KEY, "by": people[Role.LEAD]}
        later_texts.receive(make.session, row, Received.OFFICER_REPLY, "In out-of-court work I now ask.", **given)
    page = lead.get(f"/force/redactions/{case}").text
    said = page.partition("New since members read this case:")[2].partition("</div>")[0]
    assert 'href="#received-2"' in said
    assert "the officer’s reply" in said
    assert "received-1" not in said
    assert 'id="received-2"' in page
