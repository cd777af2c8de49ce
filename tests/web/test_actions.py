"""Actions on the pages: from the chair's words to a closed action, and what the panel reads on the way."""

import re
from datetime import timedelta

import pytest

from scrutiny_app.domain.people import Body, Role
from scrutiny_app.services.trail import now

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
    assert "Kept." in page
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


def test_sent_back_with_another_day(browsers, people, round_):
    chair, lead, registrar = browsers["chair"], browsers["lead"], browsers["registrar"]
    form = {"text": "Check the codes.", "owner": people["lead"].id, "due_on": DAY}
    chair.post(f"/panel/rounds/{round_.id}/actions", form)
    lead.post("/force/actions/1/answer", {"text": "We did."}, page="/force/actions/1")
    page = registrar.post("/force/actions/1/send-back", {"due_on": ["2", "4", "2099"]}, page="/force/actions/1").text
    assert "The action is open again" in page
    assert "2 April 2099" in lead.get("/force/actions/1").text


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
