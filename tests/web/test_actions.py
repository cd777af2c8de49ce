"""Actions on the pages: from the chair's words to a closed action, and what the panel reads on the way."""

import re
from datetime import timedelta
from io import BytesIO

import pytest

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.following import ActionStep, Words
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.actions import Action
from scrutiny_app.models.findings import Escalation
from scrutiny_app.services import action_texts, actions
from scrutiny_app.services.passed_on import follow
from scrutiny_app.services.trail import now
from tests.making import KEY

DAY = ["1", "3", "2099"]


@pytest.fixture
def people(making):
    with making() as make:
        return {
            "lead": make.user(Role.LEAD),
            "second": make.user(Role.LEAD),
            "officer": make.user(Role.OFFICER),
            "registrar": make.user(Role.REGISTRAR),
            "member": make.user(Role.MEMBER, body=Body.LAY),
            "chair": make.user(Role.CHAIR, body=Body.MAGISTRACY),
        }


@pytest.fixture
def round_(making, people):
    with making() as make:
        return make.signed_round(by=people["lead"], panel=make.panel(people["member"], people["chair"]))


@pytest.fixture
def browsers(sign_in, people):
    return {name: sign_in(person) for name, person in people.items()}


def field_of(page):
    """Give the name of the first field in which a page drafts what the panel will read."""
    return re.search(r'name="(text-\d+-draft)"', page)[1]


def test_from_the_chairs_words_to_a_closed_action(browsers, people, round_):
    chair, lead, second, member = (browsers[name] for name in ("chair", "lead", "second", "member"))
    path = f"/panel/rounds/{round_.id}/actions"
    form = {"text": "Remind officers of the gravity score.", "owner": people["lead"].id, "due_on": DAY}
    assert "The action is set" in chair.post(path, form).text
    assert "gravity score" in member.get(path).text
    assert "gravity score" in lead.get("/force/actions").text

    page = lead.post("/force/actions/1/answer", {"text": "Ring 07700 900123: all were told."}, page="/force/actions/1")
    assert "Thank you" in page.text
    assert "all were told" not in member.get(path).text
    kept = {field_of(page.text): "All were told at the briefing."}
    page = lead.post("/force/actions/1/drafts", kept, page="/force/actions/1").text
    assert "You made this draft" in page
    assert f"It stands on the home page of {people['second'].name} (Lead for out-of-court resolutions)" in page
    newest = {"text": re.findall(r'name="text-(\d+)-draft"', page)}
    answer = lead.post("/force/actions/1/release", newest, page="/force/actions/1")
    assert answer.status_code == 409
    assert "The panel reads it" in second.post("/force/actions/1/release", newest, page="/force/actions/1").text
    page = chair.get(path).text
    assert "All were told at the briefing." in page
    assert "07700" not in page
    assert "The action is closed" in chair.post("/panel/actions/1/close", page=path).text
    assert "Closed" in member.get(path).text


def test_all_of_an_actions_texts_are_kept_and_approved_with_one_press_each(browsers, people, round_):
    lead, second = browsers["lead"], browsers["second"]
    lead.post(f"/force/rounds/{round_.id}/actions", {"text": "Do it.", "owner": people["officer"].id, "due_on": DAY})
    given = {"text": "It is done.", "proof": "The minutes say so."}
    browsers["officer"].post("/force/actions/1/answer", given, page="/force/actions/1")
    page = second.get("/force/actions/1").text
    fields = re.findall(r'<textarea[^>]* name="(text-\d+-draft)"[^>]*>\s*([^<]*)</textarea>', page)
    assert len(fields) == 3
    page = second.post("/force/actions/1/drafts", dict(fields), page="/force/actions/1").text
    assert "Kept, and passed on" in page
    texts = re.findall(r'type="hidden" name="text" value="(\d+)"', lead.get("/force/actions/1").text)
    assert len(texts) == 2  # what the lead wrote is not the lead's to approve
    assert "The panel reads it" in lead.post("/force/actions/1/release", {"text": texts}, page="/force/actions/1").text
    seen = browsers["member"].get(f"/panel/rounds/{round_.id}/actions").text
    assert "It is done." in seen
    assert "The minutes say so." in seen


def test_the_chair_is_told_of_proof_that_is_not_released_yet_above_the_button(browsers, people, round_):
    chair, lead, second = (browsers[name] for name in ("chair", "lead", "second"))
    path = f"/panel/rounds/{round_.id}/actions"
    chair.post(path, {"text": "Check the codes.", "owner": people["lead"].id, "due_on": DAY})
    given = {"text": "They were checked.", "proof": "The list is here."}
    lead.post("/force/actions/1/answer", given, page="/force/actions/1")
    response, proof = re.findall(r'type="hidden" name="text" value="(\d+)"', second.get("/force/actions/1").text)
    second.post("/force/actions/1/release", {"text": [response]}, page="/force/actions/1")
    page = chair.get(path).text
    assert "It is being made ready for you" in page
    assert "Close before you have read the proof" in page
    second.post("/force/actions/1/release", {"text": [proof]}, page="/force/actions/1")
    assert "Close the action" in chair.get(path).text
    assert "It is being made ready for you" not in chair.get(path).text


def test_what_was_drafted_again_meanwhile_is_not_approved_unread(browsers, people, round_):
    lead, second = browsers["lead"], browsers["second"]
    lead.post(f"/force/rounds/{round_.id}/actions", {"text": "Do it.", "owner": people["second"].id, "due_on": DAY})
    page = second.get("/force/actions/1").text
    texts = {"text": re.findall(r'type="hidden" name="text" value="(\d+)"', page)}
    lead.post("/force/actions/1/drafts", {field_of(page): "Do it at once."}, page="/force/actions/1")
    assert second.post("/force/actions/1/release", texts, page="/force/actions/1").status_code == 409
    assert "Do it" not in browsers["member"].get(f"/panel/rounds/{round_.id}/actions").text


def test_sent_back_by_the_registrar_its_owner_reads_why_and_the_panel_once_it_is_released(browsers, people, round_):
    chair, lead, registrar = browsers["chair"], browsers["lead"], browsers["registrar"]
    path = f"/panel/rounds/{round_.id}/actions"
    chair.post(path, {"text": "Check the codes.", "owner": people["lead"].id, "due_on": DAY})
    lead.post("/force/actions/1/answer", {"text": "We did."}, page="/force/actions/1")
    nothing = registrar.post("/force/actions/1/send-back", {"reason": " ", "due_on": DAY}, page="/force/actions/1")
    assert "Write what is not enough yet" in nothing.text
    back = {"reason": "Say how many there were.", "due_on": ["2", "4", "2099"]}
    assert "Sent back." in registrar.post("/force/actions/1/send-back", back, page="/force/actions/1").text
    page = lead.get("/force/actions/1").text
    for words in ("Why it was sent back", "Say how many there were.", "2 April 2099", "Your answer"):
        assert words in page
    assert "1 sent back" in lead.get("/force/").text
    told = browsers["member"].get(path).text
    assert "Say how many there were." not in told
    assert "the reason is being made ready for the panel" in told


def test_sent_back_by_the_chair_the_reason_stands_between_the_two_answers(browsers, people, round_):
    chair, lead, second = (browsers[name] for name in ("chair", "lead", "second"))
    path = f"/panel/rounds/{round_.id}/actions"
    chair.post(path, {"text": "Check the codes.", "owner": people["lead"].id, "due_on": DAY})
    for nth, said in enumerate(("We did.", "Of 40 codes 3 were wrong.")):
        lead.post("/force/actions/1/answer", {"text": said}, page="/force/actions/1")
        texts = {"text": re.findall(r'type="hidden" name="text" value="(\d+)"', second.get("/force/actions/1").text)}
        second.post("/force/actions/1/release", texts, page="/force/actions/1")
        if not nth:
            named = {"reason": "Ask PC Justin Flynn.", "due_on": DAY}
            assert "“Justin Flynn”" in chair.post("/panel/actions/1/send-back", named, page=path).text
            back = named | {"reason": "Say how many there were."}
            assert "Sent back." in chair.post("/panel/actions/1/send-back", back, page=path).text
    for page in (browsers["member"].get(path).text, lead.get("/force/actions/1").text):
        places = [page.index(words) for words in ("We did.", "Say how many there were.", "Of 40 codes 3 were wrong.")]
        assert places == sorted(places)


@pytest.fixture
def passed_on(making, people, round_):
    """Have the registrar follow what the panel passed on."""
    with making() as make:
        told = {"route": Route.SAFEGUARDING, "note": "Look again.", "raised_by": people["chair"].id, "raised_at": now()}
        row = Escalation(round_case_id=make.round_cases(round_)[0].id, **told)
        make.session.add(row)
        make.session.flush()
        given = {"owner_id": people["second"].id, "due_on": now().date(), "key": KEY, "by": people["lead"]}
        return follow(make.session, round_, row.id, **given).id


def test_the_answer_to_what_was_passed_on_must_give_proof_and_loses_no_word(browsers, passed_on):
    page = f"/force/actions/{passed_on}"
    assert "Proof that it was dealt with" in browsers["second"].get(page).text
    answer = browsers["second"].post(f"{page}/answer", {"text": "It was looked at."}, page=page).text
    assert "Give proof that it was dealt with" in answer
    assert "It was looked at.</textarea>" in answer
    given = {"text": "It was looked at.", "proof": "The inspector read the file on 3 March."}
    assert "Thank you" in browsers["second"].post(f"{page}/answer", given, page=page).text
    assert "The action is closed" in browsers["registrar"].post(f"{page}/close", page=page).text


def test_a_file_that_was_sent_with_a_refused_answer_must_be_chosen_again_and_the_page_says_so(browsers, passed_on):
    page, again = f"/force/actions/{passed_on}", "Choose the file again: it was not kept."
    sent = {"text": "", "file": (BytesIO(b"The inspector read the file."), "proof.txt")}
    assert again in browsers["second"].post(f"{page}/answer", sent, page=page).text
    assert again not in browsers["second"].post(f"{page}/answer", {"text": ""}, page=page).text


def test_an_answer_given_twice_is_refused_with_what_was_written(browsers, passed_on):
    page, second = f"/force/actions/{passed_on}", browsers["second"]
    given = {"text": "It was looked at.", "proof": "The inspector read the file on 3 March."}
    second.post(f"{page}/answer", given, page=page)
    answer = second.post(f"{page}/answer", given | {"text": "And once more."}, page=page)
    assert answer.status_code == 409
    assert "And once more." in answer.text


def test_without_proof_whoever_closes_says_what_they_checked_and_when(browsers, making, people, passed_on, round_):
    page, path = f"/force/actions/{passed_on}", f"/panel/rounds/{round_.id}/actions"
    with making() as make:  # as one was answered before proof was asked for
        action = make.session.get_one(Action, passed_on)
        action_texts.write_text(make.session, action, Words.RESPONSE, "It was done.", key=KEY, by=people["second"])
        actions.take_step(make.session, action, ActionStep.ANSWERED, by=people["second"])
    registrar = browsers["registrar"]
    assert "none was given with this answer" in registrar.get(page).text
    for wrong in ({}, {"checked": "I read the file.", "checked_on": DAY}, {"checked": "I read it.", "checked_on": ""}):
        assert "There is a problem" in registrar.post(f"{page}/close", wrong, page=page).text
    today = now().date()
    checked = {"checked": "I read the file.", "checked_on": [str(today.day), str(today.month), str(today.year)]}
    assert "The action is closed" in registrar.post(f"{page}/close", checked, page=page).text
    assert f"Checked on {today.day} {today:%B %Y} by the force crime registrar." in registrar.get(page).text
    assert "I read the file." not in browsers["member"].get(path).text


@pytest.mark.parametrize(
    "form",
    [
        {"text": "", "owner": "1", "due_on": DAY},
        {"text": "Do it.", "owner": "", "due_on": DAY},
        {"text": "Do it.", "owner": "999", "due_on": DAY},
        {"text": "Do it.", "owner": "1", "due_on": ["31", "2", "2099"]},
        {"text": "Do it.", "owner": "1", "due_on": ["1", "1", "2020"]},
    ],
)
@pytest.mark.parametrize("side", ["panel", "force"])
def test_what_is_incomplete_comes_back_with_what_to_do(browsers, people, round_, side, form):
    browser = browsers["chair" if side == "panel" else "lead"]
    owner = people["lead"].id if form["owner"] == "1" else form["owner"]
    page = browser.post(f"/{side}/rounds/{round_.id}/actions", form | {"owner": owner})
    assert "There is a problem" in page.text
    assert form["text"] in page.text


def test_an_officer_sees_their_own_action_alone(browsers, people, round_):
    lead, officer = browsers["lead"], browsers["officer"]
    for owner, text in (("officer", "Speak to the shop."), ("registrar", "Look at the code.")):
        lead.post(f"/force/rounds/{round_.id}/actions", {"text": text, "owner": people[owner].id, "due_on": DAY})
    page = officer.get("/force/actions").text
    assert "Speak to the shop." in page
    assert "Look at the code." not in page
    assert officer.get("/force/actions/2").status_code == 404


@pytest.fixture
def closed(browsers, people, round_):
    """Have the lead answer what the chair asked, and the registrar close it; give the address of the panel's page."""
    path = f"/panel/rounds/{round_.id}/actions"
    form = {"text": "Check the codes.", "owner": people["lead"].id, "due_on": DAY}
    browsers["chair"].post(path, form)
    browsers["lead"].post("/force/actions/1/answer", {"text": "We did."}, page="/force/actions/1")
    browsers["registrar"].post("/force/actions/1/close", page="/force/actions/1")
    return path


def test_the_chair_opens_a_closed_action_again_and_everybody_reads_why(browsers, closed):
    again = {"reason": "One team was not told.", "due_on": DAY}
    page = browsers["chair"].post("/panel/actions/1/reopen", again, page=closed).text
    assert "The action is open again" in page
    assert "One team was not told." in browsers["member"].get(closed).text
    owned = browsers["lead"].get("/force/actions/1").text
    assert "One team was not told." in owned
    assert "Your answer" in owned


def test_the_registrars_reason_reaches_the_owner_at_once_and_the_panel_when_it_is_released(browsers, closed):
    again = {"reason": "Ring 07700 900123: one team was not told.", "due_on": DAY}
    browsers["registrar"].post("/force/actions/1/reopen", again, page="/force/actions/1")
    assert "one team was not told" in browsers["lead"].get("/force/actions/1").text
    assert "one team was not told" not in browsers["member"].get(closed).text


def test_what_the_chair_asks_is_looked_through_for_names_and_numbers(browsers, people, round_):
    chair, path = browsers["chair"], f"/panel/rounds/{round_.id}/actions"
    text = "Tell PC Justin Flynn to ring 07700 900123, or mail flynn@example.org, about NP-TGXD3."
    form = {"text": text, "owner": people["lead"].id, "due_on": DAY}
    page = chair.post(path, form).text
    for words in ("Justin Flynn", "07700 900123", "flynn@example.org", "NP-TGXD3"):
        assert f"“{words}”" in page
    assert "nothing was kept" in page
    assert "There is no action" in browsers["lead"].get("/force/actions").text
    assert "It names nobody: keep it as it is" in page
    assert "The action is set" in chair.post(path, form | {"nameless": "y"}).text


def test_a_reason_is_looked_through_too(browsers, closed):
    again = {"reason": "Ring 07700 900123.", "due_on": DAY}
    assert "“07700 900123”" in browsers["chair"].post("/panel/actions/1/reopen", again, page=closed).text
    page = browsers["chair"].post("/panel/actions/1/reopen", again | {"nameless": "y"}, page=closed).text
    assert "The action is open again" in page


def test_closing_before_the_panel_has_read_the_answer_is_told_to_both(browsers, people, round_):
    path = f"/panel/rounds/{round_.id}/actions"
    browsers["chair"].post(path, {"text": "Check the codes.", "owner": people["lead"].id, "due_on": DAY})
    browsers["lead"].post("/force/actions/1/answer", {"text": "We did."}, page="/force/actions/1")
    registrar = browsers["registrar"]
    page = registrar.get("/force/actions/1").text
    assert "The panel cannot read this answer yet" in page
    assert "Close before the panel has read the answer" in page
    registrar.post("/force/actions/1/close", page="/force/actions/1")
    page = browsers["chair"].get(path).text
    assert "Closed" in page
    assert "The force has answered; its words are being made ready for the panel." in page


@pytest.mark.parametrize("form", [{"reason": "", "due_on": DAY}, {"reason": "Look.", "due_on": ["1", "1", "2020"]}])
@pytest.mark.parametrize("side", ["panel", "force"])
def test_nothing_is_opened_again_without_a_reason_and_a_day_to_come(browsers, closed, side, form):
    browser, page = ("chair", closed) if side == "panel" else ("registrar", "/force/actions/1")
    answer = browsers[browser].post(f"/{side}/actions/1/reopen", form, page=page).text
    assert "There is a problem" in answer
    assert '<details class="govuk-details" open>' in answer
    assert "Your answer" not in browsers["lead"].get("/force/actions/1").text


def test_a_day_four_weeks_on_is_offered(browsers, round_):
    day = now().date() + timedelta(28)
    for browser, side in (("chair", "panel"), ("lead", "force")):
        page = browsers[browser].get(f"/{side}/rounds/{round_.id}/actions").text
        assert re.search(rf'name="due_on"[^>]*value="{day.day}"', page)
        assert re.search(rf'name="due_on"[^>]*value="{day.year}"', page)
