"""The rounds of a panel, how its cases were drawn, and the conflicts that keep people from them."""

import pytest

from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_marks import ChosenCase
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.picks import Pick
from scrutiny_app.services import conflicts, framing, grading, planning, rounds, sampling
from tests.making import DICE, ROLLERS
from tests.web.panels import events, kept, reveal, seat


@pytest.fixture
def sitting(making):
    with making() as make:
        return seat(make)


def test_a_panel_without_a_round_is_told_so(making, sign_in):
    with making() as make:
        member = make.user(Role.MEMBER)
    assert "Your panel has no round yet" in sign_in(member).get("/panel/rounds").text


def test_a_round_leads_each_person_only_to_what_is_theirs(sign_in, sitting):
    links = {
        "lay": ({"certificate", "meeting"}, {"conflicts", "trail"}),
        "chair": ({"certificate", "meeting", "conflicts"}, set()),
        "officer": ({"certificate", "conflicts"}, {"meeting"}),
    }
    for who, (shown, hidden) in links.items():
        page = sign_in(getattr(sitting, who)).get("/panel/rounds").text
        for tail in shown:
            assert f"/panel/rounds/{sitting.round_id}/{tail}" in page
        for tail in hidden:
            assert f"/panel/rounds/{sitting.round_id}/{tail}" not in page


@pytest.fixture
def drawn(making):
    with making() as make:
        member, lead = make.user(Role.MEMBER), make.user(Role.LEAD)
        round_ = make.drawn_round(by=lead, panel=make.panel(member))
        return member, round_.id


def test_the_certificate_shows_what_decided_the_draw(sign_in, drawn, database):
    member, round_id = drawn
    page = sign_in(member).get(f"/panel/rounds/{round_id}/certificate").text
    with database.reading() as session:
        frame = rounds.certificate_of(session, rounds.find_round(session, round_id, member)).frame
    assert frame.digest[:8] in page
    assert DICE in page
    assert all(name in page for name in ROLLERS)
    assert "Community resolution" in page


def test_the_certificate_shows_no_case_number_and_no_ticket(sign_in, drawn, database):
    member, round_id = drawn
    page = sign_in(member).get(f"/panel/rounds/{round_id}/certificate").text
    with database.reading() as session:
        hidden = [*session.query(CaseNumber.number), *session.query(Pick.ticket)]
    assert len(hidden) == 24
    assert not any(one[0] in page for one in hidden)


def test_there_is_no_certificate_before_the_freeze(making, sign_in):
    with making() as make:
        member, lead = make.user(Role.MEMBER), make.user(Role.LEAD)
        round_ = make.round(by=lead, panel=make.panel(member))
    browser = sign_in(member)
    assert browser.get(f"/panel/rounds/{round_.id}/certificate").status_code == 409
    assert "not frozen yet" in browser.get("/panel/rounds").text


def test_another_panels_round_does_not_exist(making, sign_in, sitting):
    with making() as make:
        stranger = make.user(Role.CHAIR)
    browser = sign_in(stranger)
    for tail in ("certificate", "meeting", "conflicts"):
        assert browser.get(f"/panel/rounds/{sitting.round_id}/{tail}").status_code == 404


# Conflicts


@pytest.mark.parametrize(("who", "side"), [("chair", "panel"), ("officer", "panel"), ("lead", "force")])
def test_a_pinned_conflict_takes_the_case_from_its_member(making, sign_in, sitting, database, who, side):
    with making() as make:
        lead = make.user(Role.LEAD)
    browser, member = sign_in(lead if who == "lead" else getattr(sitting, who)), sign_in(sitting.lay)
    page = f"/{side}/rounds/{sitting.round_id}/conflicts"
    assert "No conflict stands" in browser.get(page).text
    answer = browser.post(page, {"reference": sitting.reference, "person": str(sitting.lay.id)})
    assert "The conflict is pinned" in answer.text
    assert sitting.lay.name in answer.text
    assert member.get(sitting.case).status_code == 404
    assert events(database).count("ConflictSet") == 1


def test_pinning_says_what_is_missing_or_done_already(sign_in, sitting, database):
    chair = sign_in(sitting.chair)
    page = f"/panel/rounds/{sitting.round_id}/conflicts"
    for given in ({}, {"reference": "NP-NONE", "person": "1"}, {"reference": sitting.reference, "person": "99999"}):
        answer = chair.post(page, given)
        assert answer.status_code == 200
        assert "<title>Error: " in answer.text
    assert kept(database)[1] == 0
    whole = {"reference": sitting.reference, "person": str(sitting.lay.id)}
    chair.post(page, whole)
    assert "pinned already" in chair.post(page, whole).text
    assert kept(database)[1] == 1


def test_a_member_cannot_lift_what_was_pinned_and_has_no_page_of_conflicts(making, sign_in, sitting):
    with making() as make:
        round_ = rounds.find_round(make.session, sitting.round_id, sitting.chair)
        pinned = {"reference": sitting.reference, "user_id": sitting.lay.id, "by": sitting.chair}
        conflicts.pin_conflict(make.session, round_, **pinned)
    member = sign_in(sitting.lay)
    assert member.get(f"/panel/rounds/{sitting.round_id}/conflicts").status_code == 404
    assert member.post(f"{sitting.case}/conflict", page="/panel/cases").status_code == 404


def test_the_registrar_sees_conflicts_and_pins_none(making, sign_in, sitting, database):
    with making() as make:
        registrar = make.user(Role.REGISTRAR)
    browser = sign_in(registrar)
    page = f"/force/rounds/{sitting.round_id}/conflicts"
    assert "Pin a conflict" not in browser.get(page).text
    given = {"reference": sitting.reference, "person": str(sitting.lay.id)}
    assert browser.post(page, given).status_code == 404
    assert kept(database)[1] == 0


# The force's view of findings


def test_the_lead_sees_counts_then_the_nameless_spread_and_never_names(making, sign_in, sitting):
    with making() as make:
        lead = make.user(Role.LEAD)
    browser, page = sign_in(lead), f"/force/rounds/{sitting.round_id}/findings"
    assert "0 grades in. Not revealed yet." in browser.get(page).text
    with making() as make:
        reveal(make, sitting)
    shown = browser.get(page).text
    assert "<strong>3</strong> of 3" in shown
    assert "See who gave which grade" not in shown
    assert browser.get("/force/round-cases/1/graders").status_code == 404


def test_the_registrar_sees_names_after_the_reveal_with_an_alarm(making, sign_in, sitting, database):
    with making() as make:
        registrar = make.user(Role.REGISTRAR)
    browser = sign_in(registrar)
    before = browser.get("/force/round-cases/1/graders")
    assert before.status_code == 409
    assert sitting.chair.name not in before.text
    with making() as make:
        reveal(make, sitting)
    assert sitting.chair.name in browser.get("/force/round-cases/1/graders").text
    assert events(database)[-1] == "GradersRead"


def test_the_registrar_reads_who_could_not_grade_apart_from_who_gave_no_grade(making, sign_in, sitting):
    with making() as make:
        registrar = make.user(Role.REGISTRAR)
        grading.give_grade(
            make.session, sitting.reference, version=1, grade=None, missing="The reasons.", by=sitting.yjs
        )
        reveal(make, sitting)
    page = sign_in(registrar).get("/force/round-cases/1/graders").text
    assert "Answered: cannot grade" in page
    assert "No grade given" not in page


def test_the_panels_people_have_no_way_into_the_forces_pages(sign_in, sitting):
    chair = sign_in(sitting.chair)
    for tail in ("findings", "conflicts"):
        assert chair.get(f"/force/rounds/{sitting.round_id}/{tail}").status_code == 404


def test_the_forces_people_have_no_way_into_the_panels_pages(making, sign_in, sitting):
    with making() as make:
        lead = make.user(Role.LEAD)
    browser = sign_in(lead)
    for path in ("/panel/cases", "/panel/rounds", f"/panel/rounds/{sitting.round_id}/certificate", sitting.meeting):
        assert browser.get(path).status_code == 404


def test_a_targeted_round_and_a_dropped_one_are_told_as_such(making, sign_in):
    with making() as make:
        member, lead = make.user(Role.MEMBER), make.user(Role.LEAD)
        panel = make.panel(member)
        dropped = make.round(by=lead, panel=panel)
        planning.drop_round(make.session, dropped, by=lead)
        chosen = make.frozen_round(by=lead, panel=panel, targeted=True)
    browser = sign_in(member)
    page = browser.get("/panel/rounds").text
    assert "Targeted, not random" in page
    assert "The force dropped this plan" in page
    assert "Targeted, not random" in browser.get(f"/panel/rounds/{chosen.id}/certificate").text


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ({"size": 2}, "At random"),
        ({"size": 2, "targeted": True}, "the force steered the list towards certain cases"),
        ({"size": 9, "cases": 9}, "the list has no more cases than the sample"),
    ],
)
def test_the_certificate_says_whether_chance_chose_the_cases(making, sign_in, plan, said):
    with making() as make:
        member = make.user(Role.MEMBER)
        round_ = make.frozen_round(by=make.user(Role.LEAD), panel=make.panel(member), **plan)
    assert said in sign_in(member).get(f"/panel/rounds/{round_.id}/certificate").text


def test_the_certificate_says_that_cases_were_chosen_by_number_and_how_many(making, sign_in):
    with making() as make:
        member, lead = make.user(Role.MEMBER), make.user(Role.LEAD)
        cases = make.cases(5)
        round_ = make.round(by=lead, panel=make.panel(member), size=2, targeted=True)
        make.session.add_all(ChosenCase(round_id=round_.id, case_id=case.id) for case in cases[:3])
        framing.freeze(make.session, round_, by=lead)
    page = sign_in(member).get(f"/panel/rounds/{round_.id}/certificate").text
    assert "Not random: the force chose 3 cases by number" in page


def test_the_certificate_tells_the_rules_the_witnesses_and_the_frames_before(making, sign_in):
    with making() as make:
        member, lead = make.user(Role.MEMBER), make.user(Role.LEAD)
        theme = {"facet": "disposal", "value": "community_resolution", "times": 2}
        round_ = make.frozen_round(by=lead, panel=make.panel(member), theme=theme, cap=9)
        first = rounds.frame_of(make.session, round_)
        framing.freeze_again(make.session, round_, first, by=lead)
        witnesses = ["Odile Farrow"]
        sampling.draw_sample(make.session, round_, dice=DICE, rolled_by=ROLLERS, by=lead, witnessed_by=witnesses)
    page = sign_in(member).get(f"/panel/rounds/{round_.id}/certificate").text
    assert "“Disposal: Community resolution” 2 times as often" in page
    assert "Odile Farrow" in page
    assert "Begun again before it was drawn" in page
    assert first.draw_id in page
