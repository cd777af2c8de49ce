"""A round followed on one page: what is left in its order, whose turn it is, and letters sent together once read."""

import html
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import handing_over, learning, letters, my_letters, redacting, releasing
from scrutiny_app.services.actions import set_by_panel
from scrutiny_app.services.right_of_reply import put_before_panel
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.web.force import following_handing
from tests.making import KEY


@pytest.fixture
def people(making):
    with making() as make:
        sergeant = make.user(Role.SUPERVISOR, staff_number="1107", name="Kiran Bhandal")
        constable = make.user(Role.OFFICER, staff_number="2201", name="Rhys Lathom", supervisor_id=sergeant.id)
        force = {"sergeant": sergeant, "constable": constable}
        force |= {"lead": make.user(Role.LEAD, name="Ines Okoro"), "preparer": make.user(Role.PREPARER)}
        force["registrar"] = make.user(Role.REGISTRAR, name="Noor Achterberg")
        return force | {"chair": make.user(Role.CHAIR, body=Body.MAGISTRACY, name="Ama Trelawny")}


@pytest.fixture
def round_(making, people):
    with making() as make:
        panel = make.panel(people["chair"])
        return make.signed_round(Result.OBSERVATIONS, cases=3, floor=1, by=people["lead"], panel=panel)


@pytest.fixture
def page(sign_in, people, round_):
    """Give what a page of the round says to somebody, as plain words, and its mark-up."""

    def said(who, path=None):
        text = sign_in(people[who]).get(path or f"/force/rounds/{round_.id}/follow").text.partition("<main")[2]
        return html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", text))), text

    return said


def together(round_):
    return f"/force/rounds/{round_.id}/letters/together"


def sent(database):
    with database.reading() as db:
        return set(db.scalars(select(Letter.addressee).where(Letter.sent_at.is_not(None))))


def tick(browser, path, leave=0):
    """Send what is ticked on a page of letters, but for some of it."""
    digests = re.findall(r'name="letter" type="checkbox" value="([0-9a-f]{64})" checked', browser.get(path).text)
    return browser.post(path, {"letter": digests[leave:]}, page=path), digests


def test_each_part_stands_in_its_order_with_whose_turn_it_is(page):
    words, mark_up = page("lead")
    parts = ["1. Letters", "2. Replies", "3. Findings handed over", "4. What the panel passed on", "5. Actions"]
    places = [words.index(one) for one in (*parts, "6. Public report", "7. National return")]
    assert places == sorted(places)
    assert "2 to send" in words
    assert "Next: You" in words
    buttons = re.findall(r'<a href="([^"]+)" role="button"[^>]* class="govuk-button" [^>]*>([^<]+)<', mark_up)
    assert [deed for _, deed in buttons] == ["Read and send 2 letters"]
    told = page("registrar")[0]
    assert "Next: letters, for Ines Okoro (Lead for out-of-court resolutions)" in told, told[:400]


def test_a_step_is_not_the_readers_own_because_a_name_begins_like_you(making, page):
    with making() as make:
        for lead in make.session.scalars(select(User).where(User.role == Role.LEAD)):
            lead.name = "Youssef Amin"
    assert "Nothing waits for you. Next: letters, for Youssef Amin (Lead" in page("registrar")[0]


def test_the_home_page_has_one_entry_for_the_round_and_it_leads_there(page, round_):
    words, mark_up = page("lead", "/force/")
    assert words.count(round_.title) - words.count(f"“{round_.title}”") <= 1
    assert f"Follow “{round_.title}” to the end 1 of 1 finding not told to anyone yet" in words
    assert mark_up.count(f'href="/force/rounds/{round_.id}/follow"') == 1


def test_letters_are_read_on_one_page_and_sent_with_one_press(sign_in, people, round_, database, page):
    lead = sign_in(people["lead"])
    answer, digests = tick(lead, together(round_))
    assert len(digests) == 2
    assert "2 letters sent." in answer.text
    assert answer.request.path == f"/force/rounds/{round_.id}/follow"
    assert len(sent(database)) == 2
    assert "No letter of this round waits as it was drafted" in page("lead", together(round_))[0]


def test_what_the_page_shows_is_every_word_that_is_sent(sign_in, people, round_, database, page):
    shown = page("lead", together(round_))[0]
    tick(sign_in(people["lead"]), together(round_))
    with database.reading() as db:
        for one in db.scalars(select(Letter)):
            for line in letters.open_letter(one, KEY).text.splitlines():
                assert line.removeprefix("- ") in shown


def test_a_letter_that_was_unticked_edited_or_held_does_not_go(sign_in, making, people, round_, database, page):
    with making() as make:
        finding = make.session.scalars(select(Finding.id)).one()
        given = {"stamp": "", "key": KEY, "by": people["lead"]}
        learning.edit_letter(make.session, finding, Addressee.OFFICER, "Well reasoned.", **given)
    _, digests = tick(sign_in(people["lead"]), together(round_))
    assert len(digests) == 1
    assert len(sent(database)) == 1
    assert Addressee.OFFICER not in sent(database)
    assert "1 to send" in page("lead")[0]


def test_nothing_goes_in_words_that_were_not_read(sign_in, making, people, round_, database):
    lead = sign_in(people["lead"])
    lead.get(together(round_))
    answer = lead.post(together(round_), {"letter": ["0" * 64]}, page=together(round_))
    assert "not sent: changed since you read it" in answer.text
    assert sent(database) == set()


def test_a_new_reply_is_listed_until_it_is_read(sign_in, making, people, round_, page):
    lead = sign_in(people["lead"])
    tick(lead, together(round_))
    with making() as make:
        letter = make.session.scalars(select(Letter).where(Letter.addressee == Addressee.OFFICER)).one()
        my_letters.reply(make.session, letter.id, "I knew more.", key=KEY, by=people["constable"])
    assert "Read the new replies" in page("lead")[0]
    words, mark_up = page("lead", "/force/replies")
    assert "Rhys Lathom" in words
    href = re.search(r'href="(/force/letters/\d+/officer)#replies"', mark_up)[1]
    assert "I knew more." in lead.get(href).text
    put = re.search(r"/force/replies/\d+/panel", lead.get(href).text)[0]
    to = lead.client.post(put, data={"csrf_token": lead.token(href)}).location
    assert re.search(r"/force/redactions/\d+#", to)  # at the reply, for nothing else of the case is new
    assert "You have read every reply" in page("lead", "/force/replies")[0]
    assert "Read the new replies" not in page("lead")[0]


def test_a_reply_put_before_the_panel_waits_on_both_homes_and_in_the_round_until_it_is_released(
    sign_in, making, people, round_, page
):
    lead, preparer = people["lead"], people["preparer"]
    tick(sign_in(lead), together(round_))
    with making() as make:
        redacting.draft_redactions(make.session, round_, KEY, lead)
        letter = make.session.scalars(select(Letter).where(Letter.addressee == Addressee.OFFICER)).one()
        reply = my_letters.reply(make.session, letter.id, "I knew more.", key=KEY, by=people["constable"])
        put_before_panel(make.session, reply.id, key=KEY, by=lead)
        (place,) = make.round_cases(round_)
    path = f"/force/redactions/{place.id}"
    check, approve = (f"{deed} an officer’s reply for the panel" for deed in ("Check", "Approve"))
    assert "an officer’s reply to be checked" in page("lead", "/force/")[0].lower()
    assert f"{check} {round_.title} To do" in page("preparer", "/force/")[0]
    for who in ("lead", "preparer"):
        words, mark_up = page(who)
        assert ". Replies for the panel An officer’s reply to be checked" in words
        assert f'href="{path}"' in mark_up
        assert check in words
    with making() as make:
        redacting.finish_check(make.session, place, 2, KEY, preparer)
    assert f"{approve} {round_.title} With someone else" in page("preparer", "/force/")[0]
    assert "to be approved by a second person" in page("lead", "/force/")[0]
    assert approve in page("lead")[0]
    assert approve not in page("preparer")[0]
    with making() as make:
        releasing.approve(make.session, round_, place, 2, KEY, lead)
    for who in ("lead", "preparer"):
        for where in (None, "/force/"):
            assert "eply for the panel" not in page(who, where)[0]
            assert "to be approved by a second person" not in page(who, where)[0]


def test_handing_the_findings_over_is_told_with_its_day_wherever_the_lead_looks_and_done_with_one_press(
    sign_in, making, people, page, round_
):
    due = today_in_london() + handing_over.WITHIN
    told = f"due by {due.day} {due:%B %Y}"
    path = f"/force/rounds/{round_.id}/follow"
    assert f"Nobody is named to answer for findings; these are {told}" in page("lead", path)[0]
    with making() as make:
        handing_over.name_accountable(make.session, people["sergeant"].id, by=people["lead"])
    assert f"hand the findings to Kiran Bhandal, {told}" in page("lead", "/force/")[0]
    words, mark_up = page("lead", path)
    assert f"Not handed to Kiran Bhandal yet; {told}" in words
    deed = re.search(r'<form method="post" action="([^"]+)"', mark_up)[1]
    answer = sign_in(people["lead"]).post(deed, {}, page=path)
    assert answer.request.path == path
    assert "not read yet" in page("lead", path)[0]
    assert "Kiran Bhandal" not in page("lead", "/force/")[0]


def test_findings_not_handed_over_in_time_are_overdue_on_the_leads_home(making, people, page, round_, monkeypatch):
    late = lambda: today_in_london() + handing_over.WITHIN + timedelta(1)  # noqa: E731
    monkeypatch.setattr(following_handing, "today_in_london", late)
    assert "overdue since" in page("lead", "/force/")[0]
    assert "Overdue" in page("lead", "/force/")[0]


def test_a_public_report_before_letters_are_acknowledged_and_actions_answered_is_possible_and_not_invited(
    making, people, page, round_, sign_in
):
    with making() as make:
        given = {"owner_id": people["lead"].id, "due_on": today_in_london(), "by": people["chair"]}
        set_by_panel(make.session, make.session.get_one(Round, round_.id), "Check the codes.", **given)
    tick(sign_in(people["lead"]), together(round_))
    words, mark_up = page("lead", f"/force/rounds/{round_.id}/follow")
    assert "It tells more once 2 letters are acknowledged and 1 action is answered" in words
    assert re.search(r'<a class="govuk-link" href="/force/public-reports/new[^"]*">Prepare it all the same', mark_up)
    assert "Next: Officer in the case and decision-maker, to acknowledge 2 letters (out since " in words
    assert "Next: name who answers for findings" in page("lead", f"/force/rounds/{round_.id}/letters")[0]


def test_the_replies_of_a_round_tell_what_is_next_and_who_is_awaited_by_role_since_when(
    sign_in, making, people, round_, page
):
    tick(sign_in(people["lead"]), together(round_))
    words = page("lead", "/force/replies")[0]
    today = today_in_london()
    assert round_.title in words
    for role in ("Officer in the case", "Decision-maker"):
        assert re.search(rf"{role} To read and acknowledge a letter NP-\w+ {today.day} {today:%B %Y}", words), words
    assert "Next:" in words
    with making() as make:
        for letter in make.session.scalars(select(Letter)):
            my_letters.acknowledge(make.session, letter.id, by=make.session.get_one(User, letter.to_user_id))
    assert "You have read every reply, and nobody is waited for." in page("lead", "/force/replies")[0]
