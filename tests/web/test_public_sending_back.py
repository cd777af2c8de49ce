"""A version that is not approved: sent back with the reasons, in one press, to whoever prepared it."""

import re

import pytest

from scrutiny_app.domain.public_lines import LineKind, line_of
from scrutiny_app.services import public_reports
from tests.public_people import People, once_prepared, round_of
from tests.web.test_public_reports import SOUND, TICKS, prepared

DIGEST = re.compile(r'name="digest" value="([0-9a-f]{64})"')
REASONS = "The second line reads as blame. Say it of the form, not of the team."


@pytest.fixture
def told(making):
    with making() as make:
        who = People(make)
        return round_of(make, who, *(SOUND,) * 12).id, who.named


@pytest.fixture
def report_id(told, sign_in):
    return prepared(sign_in(told[1]["lead"]), told[0])


def sent_back(browser, path, reasons=REASONS):
    digest = DIGEST.search(browser.get(path).text)[1]
    return browser.post(f"{path}/send-back", {"digest": digest, "reasons": reasons}, page=path).text


@pytest.mark.parametrize(("who", "side"), [("chair", "panel"), ("registrar", "force")])
def test_who_approves_sends_a_version_back_and_who_prepared_it_reads_why(told, report_id, sign_in, who, side):
    _, people = told
    page = sent_back(sign_in(people[who]), f"/{side}/public-reports/{report_id}")
    assert "Sent back, to be prepared anew" in page
    lead = sign_in(people["lead"])
    assert "it was sent back, with reasons" in lead.get("/force/").text
    assert REASONS in lead.get(f"/force/public-reports/{report_id}").text


def test_without_reasons_nothing_is_sent_back(told, report_id, sign_in):
    path = f"/panel/public-reports/{report_id}"
    page = sent_back(sign_in(told[1]["chair"]), path, reasons=" ")
    assert "Say what must be changed, and why" in page
    assert "Sent back, to be prepared anew" not in page


def test_a_version_sent_back_is_neither_approved_nor_sent_back_again(told, report_id, sign_in):
    chair, path = sign_in(told[1]["chair"]), f"/panel/public-reports/{report_id}"
    digest = DIGEST.search(chair.get(path).text)[1]
    sent_back(chair, path)
    page = chair.post(f"{path}/approve", {"digest": digest}, page=path).text
    assert "This version was sent back." in page
    page = chair.post(f"{path}/send-back", {"digest": digest, "reasons": REASONS}, page=path).text
    assert "nothing more was done" in page


def test_a_new_version_takes_the_place_of_one_sent_back(told, report_id, sign_in):
    lead, chair = sign_in(told[1]["lead"]), sign_in(told[1]["chair"])
    sent_back(chair, f"/panel/public-reports/{report_id}")
    answer = lead.post(f"/force/public-reports/{report_id}/words", {"introduction": "The panel met in May."})
    answer = once_prepared(lead, answer)
    assert "it was sent back" not in lead.get("/force/").text
    assert "Send it back instead" in chair.get(answer.request.path.replace("/force/", "/panel/")).text


def test_who_has_read_the_whole_approves_it_and_every_line_that_is_left_in_one_press(told, report_id, sign_in):
    chair, path = sign_in(told[1]["chair"]), f"/panel/public-reports/{report_id}"
    page = chair.get(f"{path}/preview").text
    assert re.search(r">Approve its \d+ lines and this version as chair<", page)
    page = chair.post(f"{path}/approve", {"digest": DIGEST.search(page)[1]}, page=path).text
    assert "Approved by the chair; waits for the registrar" in page
    assert "to approve before the whole" not in page


def test_a_version_that_names_somebody_is_sent_back_when_the_registrar_would_approve_it(told, making, sign_in):
    round_id, people = told
    with making() as make:
        words = [line_of(LineKind.INTRODUCTION, "Ring 07700 900123.")]
        row = public_reports.prepare(make.session, [round_id], "Named", tables=(), lines=words, by=people["lead"])
        path = f"/force/public-reports/{row.id}"
    registrar = sign_in(people["registrar"])
    digest = DIGEST.search(registrar.get(f"{path}/preview").text)[1]
    page = registrar.post(f"{path}/approve", {"digest": digest}, page=path).text
    assert "sent back to whoever prepared it" in page
    assert "Sent back, to be prepared anew" in page
    assert "it was sent back, with reasons" in sign_in(people["lead"]).get("/force/").text


def test_a_line_that_names_somebody_is_refused_beside_its_words_and_the_others_are_approved(told, sign_in, making):
    _, people = told
    with making() as make:
        make.cases(30, offender_name="THORNEYCROFT, Kieran Aldous")
        panel = make.panel(people["chair"], people["officer"])
        other = make.signed_round(*(SOUND,) * 12, by=people["lead"], panel=panel, cases=0, title="Autumn").id
        words = [line_of(LineKind.INTRODUCTION, "We met Mr Thorneycroft.")]
        report = public_reports.prepare(make.session, [other], "Autumn 2026", tables=(), lines=words, by=people["lead"])
        path = f"/force/public-reports/{report.id}"
    registrar = sign_in(people["registrar"])
    page = registrar.post(f"{path}/lines", {"line": TICKS.findall(registrar.get(path).text)}, page=path).text
    assert page.count("This line holds something that identifies a person") == 1
    assert len(TICKS.findall(page)) == 1
    error = page.index("This line holds something")
    assert error < page.index("We met Mr Thorneycroft.") < error + 900
