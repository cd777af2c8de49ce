"""Edits on the check page without scripts: spans changed, merged, undone; and what one costs after many."""

import re

import pytest
from sqlalchemy import event, select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.people import WebSession
from scrutiny_app.models.redactions import Redaction
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import redacting
from scrutiny_app.services.dossiers import CaseKey
from tests.making import KEY

TOLD = "Tobias Okonjo met Mr Quillfeather first. Then Mr Ravenscar left with the village vicar."


@pytest.fixture
def people(making):
    with making() as make:
        return {role: make.user(role) for role in (Role.LEAD, Role.PREPARER, Role.REGISTRAR)}


@pytest.fixture
def case(making, people):
    with making() as make:
        round_ = make.drawn(make.case(circumstances=TOLD, conditions="Write to Mr Ravenscar."), by=people[Role.LEAD])
        redacting.draft_redactions(make.session, round_, KEY, people[Role.LEAD])
        return make.round_cases(round_)[0].id


@pytest.fixture
def lead(sign_in, people):
    return sign_in(people[Role.LEAD])


@pytest.fixture
def preparer(sign_in, people):
    return sign_in(people[Role.PREPARER])


def send(browser, case, deed, version=1, **fields):
    path = f"/force/redactions/{case}"
    return browser.post(f"{path}/{deed}", {"version": version} | fields, page=path)


def shown(answer):
    """Give the circumstances as members will see them, tags and all."""
    text = re.findall(r'<div class="words">(.*?)</div>', answer.text, re.DOTALL)[0]
    return re.sub(r"<[^>]+>", "", text)


def test_a_mark_in_the_original_leads_to_its_redaction(lead, case):
    page = lead.get(f"/force/redactions/{case}").text
    assert f'href="/force/redactions/{case}/spans/2" aria-label="Redaction 2 name: change or lift"' in page
    answer = lead.get(f"/force/redactions/{case}/spans/2").text
    assert "<strong>Quillfeather</strong>" in answer
    assert f'href="/force/redactions/{case}/spans/2/lift"' in answer


def test_the_list_of_redactions_leads_to_each_and_a_number_to_its_own(lead, case):
    page = lead.get(f"/force/redactions/{case}/spans").text
    assert "Change<span" in page
    assert "Lift<span" in page
    assert "<h1" in lead.get(f"/force/redactions/{case}/spans?number=3").text
    assert "Redaction 3" in lead.get(f"/force/redactions/{case}/spans?number=3").text


def test_a_redaction_is_given_to_a_party_by_choosing_it(lead, case):
    assert "Victim 1: Tobias Okonjo</option>" in lead.get(f"/force/redactions/{case}/spans/2").text
    answer = send(lead, case, "spans/2", tag="[Victim 1]", kind="name", reach="place")
    assert "Changed." in answer.text
    assert shown(answer).startswith("[Victim 1] met Mr [Victim 1] first.")


def test_a_redaction_is_made_a_place_by_choosing_something_new(lead, case):
    answer = send(lead, case, "spans/2", tag="", kind="place", reach="tag")
    assert shown(answer).startswith("[Victim 1] met Mr [Place 1] first.")


def test_a_change_from_a_stale_tab_is_refused_and_keeps_what_was_chosen(lead, preparer, case):
    send(preparer, case, "spans/1", tag="", kind="name", reach="place")
    answer = send(lead, case, "spans/2", tag="[Victim 1]", kind="name", reach="words")
    assert answer.status_code == 409
    assert "version 2 has been made since" in answer.text
    assert '<option value="[Victim 1]" selected>' in answer.text


def test_two_people_who_are_one_are_merged_in_every_text(lead, case):
    answer = send(lead, case, "merge", gone="[Person 2]", kept="[Person 1]")
    assert "[Person 1] stands for both now" in answer.text
    assert shown(answer).startswith("[Victim 1] met Mr [Person 1] first. Then Mr [Person 1] left")
    assert "[Person 2]" not in answer.text


def test_merging_a_tag_with_itself_comes_back_as_a_problem_of_the_form(lead, case):
    answer = send(lead, case, "merge", gone="[Person 1]", kept="[Person 1]")
    assert "<title>Error:" in answer.text
    assert "these are one already" in answer.text


def test_ones_own_last_edit_is_undone_and_redone_by_one_button(lead, case):
    before = shown(lead.get(f"/force/redactions/{case}"))
    changed = send(lead, case, "spans/2", tag="[Victim 1]", kind="name", reach="place")
    assert "Undo my last edit" in changed.text
    undone = send(lead, case, "undo", version=2)
    assert "Undone." in undone.text
    assert shown(undone) == before
    assert shown(send(lead, case, "undo", version=3)) == shown(changed)


def test_another_persons_edit_is_not_undone_and_nobody_is_offered_to(lead, preparer, case):
    send(lead, case, "spans/2", tag="[Victim 1]", kind="name", reach="place")
    assert "Undo my last edit" not in preparer.get(f"/force/redactions/{case}").text
    answer = send(preparer, case, "undo", version=2)
    assert answer.status_code == 409
    assert "Somebody else made the newest version" in answer.text


def test_every_edit_is_a_version_and_on_the_trail(lead, case, making):
    send(lead, case, "spans/2", tag="[Victim 1]", kind="name", reach="place")
    send(lead, case, "merge", version=2, gone="[Person 2]", kept="[Victim 1]")
    send(lead, case, "undo", version=3)
    with making() as make:
        assert make.session.scalars(select(Redaction.version).order_by(Redaction.version)).all() == [1, 2, 3, 4]
        facts = make.session.scalars(select(TrailEntry.facts).where(TrailEntry.event == "RedactionEdited")).all()
    assert [re.search(r'"change":"(\w+)"', one)[1] for one in facts] == ["changed", "merged", "undone"]
    page = lead.get(f"/force/redactions/{case}").text
    assert all(words in page for words in ("Changed 1 redaction", "Merged two people, at", "Undid a merge"))


def test_a_doubt_that_is_not_there_is_refused_plainly(lead, case):
    assert "There is no doubt 99" in send(lead, case, "doubts", doubt="99").text


def test_each_doubt_leads_to_the_next_and_the_first_is_reached_by_one_link(lead, case):
    page = lead.get(f"/force/redactions/{case}").text
    doubts = re.findall(r'<mark [^>]*id="doubt-(\d+)"', page)
    onward = re.findall(r'data-of="doubt"[^>]*href="#doubt-(\d+)"', page)
    assert doubts == [str(number) for number in range(1, len(doubts) + 1)]
    assert onward == [*doubts[1:], "1"]
    assert '<a class="govuk-link" href="#doubt-1" accesskey="n" data-next-doubt>' in page


def test_the_recording_list_is_scored_at_the_top_with_each_items_state(lead, case):
    page = lead.get(f"/force/redactions/{case}").text
    top, _, _ = page.partition("Circumstances</h2>")
    score = re.search(r"(\d+) of (\d+) recorded", top)
    assert int(score[2]) == top.count("govuk-summary-list__row")
    assert 0 < int(score[1]) < int(score[2])
    assert "Not recorded" in top


def test_a_registrar_is_offered_no_way_to_edit(sign_in, people, case):
    page = sign_in(people[Role.REGISTRAR]).get(f"/force/redactions/{case}").text
    assert "mark-link" not in page
    assert "Merge them" not in page


@pytest.mark.parametrize(
    ("deed", "fields"),
    [
        ("spans", {"text_name": "circumstances", "quoted": "vicar", "kind": "name", "tag": ""}),
        ("spans/2", {"tag": "", "kind": "name", "reach": "place"}),
        ("spans/2/lift", {"reason": "Quillfeather is a brand."}),
        ("merge", {"gone": "[Person 2]", "kept": "[Person 1]"}),
    ],
)
def test_no_word_of_a_case_waits_in_a_session_for_the_next_page(lead, case, making, deed, fields):
    path = f"/force/redactions/{case}"
    data = {"csrf_token": lead.token(path), "version": 1} | fields
    assert lead.client.post(f"{path}/{deed}", data=data).status_code == 302
    with making() as make:
        kept = " ".join(make.session.scalars(select(WebSession.data)))
    assert "success" in kept
    assert not any(word in kept for word in ("vicar", "Quillfeather", "Ravenscar", "Okonjo"))


@pytest.fixture
def costs(monkeypatch, database):
    """Count what a request opens of versions, and the queries it makes."""
    spent = {"opened": 0, "queries": 0}
    open_bytes = CaseKey.open_bytes

    def counted(self, sealed, place):
        spent["opened"] += place.startswith("redaction:")
        return open_bytes(self, sealed, place)

    def query(*_):
        spent["queries"] += 1

    monkeypatch.setattr(CaseKey, "open_bytes", counted)
    for engine in (database.engine, database.reader):
        event.listen(engine, "before_cursor_execute", query)
    yield lambda deed: _spend(spent, deed)
    for engine in (database.engine, database.reader):
        event.remove(engine, "before_cursor_execute", query)


def _spend(spent, deed):
    spent |= {"opened": 0, "queries": 0}
    answer = deed()
    assert answer.status_code in (200, 302), answer.text
    return dict(spent)


def test_an_edit_and_its_page_cost_no_more_after_twenty_versions_than_after_two(lead, case, costs):
    path, token = f"/force/redactions/{case}", lead.token(f"/force/redactions/{case}")

    def undo(version):
        return lead.client.post(f"{path}/undo", data={"csrf_token": token, "version": version})

    def add(version):
        data = {
            "csrf_token": token,
            "version": version,
            "text_name": "circumstances",
            "quoted": "left",
            "kind": "other",
        }
        return lead.client.post(f"{path}/spans", data=data | {"tag": ""})

    first, page = costs(lambda: add(1)), costs(lambda: lead.client.get(path))
    for version in range(2, 21):
        undo(version)
    undone = costs(lambda: undo(21))
    assert undone["opened"] <= 3
    assert costs(lambda: lead.client.get(path)) == page
    assert page["opened"] == 1
    assert first["opened"] <= 2
    assert max(first["queries"], undone["queries"]) <= 30
    assert page["queries"] <= 30
