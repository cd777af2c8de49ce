"""Home pages tell whoever is concerned that a proposal waits for a second person, or that dice from afar wait."""

import hashlib
import html
import re

import pytest

from scrutiny_app.domain.committing import Party
from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.domain.people import Role
from scrutiny_app.services import changing_draws, exchanging, rounds
from tests.making import KEY

NAMES = ("Imogen Achterberg", "Solomon Whitlow")
NONCE, DIGITS = "0123456789abcdef" * 2, "8392017465"


@pytest.fixture
def people(making):
    with making() as make:
        return {role: make.user(role) for role in (Role.LEAD, Role.PREPARER, Role.REGISTRAR, Role.CHAIR, Role.MEMBER)}


@pytest.fixture
def see(sign_in, people):
    """Give what a person's home page says."""

    def said(role, who=None):
        home = "/panel/" if role in (Role.CHAIR, Role.MEMBER) else "/force/"
        page = sign_in(who or people[role]).get(home).text
        return html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page)))

    return said


def drawn(make, people):
    panel = make.panel(people[Role.CHAIR], people[Role.MEMBER])
    return make.drawn_round(by=people[Role.LEAD], panel=panel)


def propose(session, round_, by, *, void=True):
    if void:
        return changing_draws.propose_void(session, round_, "Misread dice.", key=KEY, by=by)
    place, ground = rounds.cases_of(session, round_)[0], ExclusionReason.DUPLICATE
    return changing_draws.propose_replacement(session, round_, place, ground, "Twice.", key=KEY, by=by)


def test_a_proposal_waits_on_the_home_page_of_all_who_are_concerned(making, people, see):
    with making() as make:
        round_ = drawn(make, people)
        propose(make.session, round_, people[Role.LEAD])
        other = make.user(Role.LEAD)
    assert "A proposal waits for a second person: to void the draw" in see(Role.LEAD)
    assert "Decide on a proposal: to void the draw" in see(Role.LEAD, other)
    assert "Decide on a proposal: to void the draw" in see(Role.PREPARER)
    assert "Decide on a proposal: to void the draw" in see(Role.REGISTRAR)
    assert f"A proposal about “{round_.title}” waits for a second person" in see(Role.CHAIR)
    assert "proposal" not in see(Role.MEMBER)


def test_a_replacement_is_told_without_its_case_or_its_reason(making, people, see):
    with making() as make:
        round_ = drawn(make, people)
        propose(make.session, round_, people[Role.PREPARER], void=False)
        reference = rounds.cases_of(make.session, round_)[0].reference
    for role in (Role.LEAD, Role.REGISTRAR, Role.CHAIR):
        page = see(role)
        assert "to replace 1 case" in page.lower()
        assert reference not in page
        assert "Twice." not in page


@pytest.mark.parametrize("approved", [True, False])
def test_once_decided_nothing_waits(database, making, people, see, approved):
    with making() as make:
        proposed = propose(make.session, round_ := drawn(make, people), people[Role.LEAD])
        changing_draws.decide(make.session, round_, proposed.id, approved=approved, by=people[Role.REGISTRAR])
    assert "roposal" not in see(Role.LEAD)
    assert "roposal" not in see(Role.CHAIR)


def test_dice_from_afar_wait_on_the_home_page_step_by_step(database, making, people, see):
    lead = people[Role.LEAD]
    with making() as make:
        panel = make.panel(people[Role.CHAIR])
        round_ = make.frozen_round(by=lead, panel=panel)
        exchanging.begin(make.session, round_, [Party(name) for name in NAMES], by=lead)
    for role in (Role.LEAD, Role.REGISTRAR, Role.CHAIR):
        assert "Dice from afar wait to be committed to" in see(role)
        assert "0 of 2 parties have committed" in see(role)
    assert "Roll the dice in public" not in see(Role.LEAD)
    nonces = (NONCE, NONCE[::-1])
    with database.transaction() as session:
        for name, nonce in zip(NAMES, nonces, strict=True):
            given = hashlib.sha256(f"{nonce}|{DIGITS}".encode()).hexdigest()
            exchanging.commit(session, session.merge(round_), name, given, by=session.merge(lead))
        exchanging.reveal(session, session.merge(round_), NAMES[0], nonces[0], DIGITS, by=session.merge(lead))
    for role in (Role.LEAD, Role.REGISTRAR, Role.CHAIR):
        assert "Dice from afar wait to be revealed" in see(role)
        assert "1 of 2 parties have revealed" in see(role)
    with database.transaction() as session:
        exchanging.reveal(session, session.merge(round_), NAMES[1], nonces[1], DIGITS, by=session.merge(lead))
    assert "the sample can be drawn" in see(Role.LEAD)
    with database.transaction() as session:
        exchanging.draw(session, session.merge(round_), by=session.merge(lead))
    for role in (Role.LEAD, Role.REGISTRAR, Role.CHAIR):
        assert "Dice from afar" not in see(role)
