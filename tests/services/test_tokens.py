"""Tokens: made for a program, found by their secret alone, and ended at once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.scopes import Scope
from scrutiny_app.models.tokens import ApiToken
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import tokens
from scrutiny_app.services.trail import now


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def made(session, lead):
    return tokens.make_token(session, "Dashboard", [Scope.FIGURES], 30, by=lead)


def test_a_token_is_found_by_its_secret_and_the_secret_is_kept_nowhere(session, lead, made):
    token, secret = made
    assert tokens.find_token(session, secret) == (token, lead)
    kept = session.execute(select(ApiToken.__table__)).one()
    assert secret not in " ".join(map(str, kept))
    assert secret not in " ".join(session.scalars(select(TrailEntry.facts)))


@pytest.mark.parametrize("secret", ["", "scrutiny_", "scrutiny_wrong", "x" * 5000, "scrutiny_\ud800", "SCRUTINY_"])
def test_any_other_secret_finds_nothing(session, made, secret):
    assert tokens.find_token(session, secret) is None


def test_a_revoked_token_is_dead_at_once_and_revoking_twice_is_recorded_once(session, lead, made):
    token, secret = made
    for _ in range(2):
        tokens.revoke_token(session, token.id, by=lead)
    assert tokens.find_token(session, secret) is None
    events = session.scalars(select(TrailEntry.event)).all()
    assert events.count("TokenRevoked") == 1


def test_an_expired_token_is_dead(session, made):
    token, secret = made
    token.expires_at = now() - timedelta(seconds=1)
    session.flush()
    assert tokens.find_token(session, secret) is None


def test_the_token_of_somebody_who_was_shut_out_or_changed_roles_is_dead(session, lead, made):
    lead.role = Role.OFFICER
    session.flush()
    assert tokens.find_token(session, made[1]) is None
    lead.role, lead.disabled_at = Role.LEAD, now()
    session.flush()
    assert tokens.find_token(session, made[1]) is None


def test_nobody_revokes_another_persons_token(session, make, made):
    with pytest.raises(NotYours):
        tokens.revoke_token(session, made[0].id, by=make.user(Role.LEAD))
    assert tokens.find_token(session, made[1]) is not None


@pytest.mark.parametrize(
    ("name", "scopes", "days"),
    [("", [Scope.ROUNDS], 30), ("a" * 121, [Scope.ROUNDS], 30), ("A", [], 30), ("A", [Scope.ROUNDS], 9999)],
)
def test_a_token_without_a_name_a_scope_or_a_sensible_life_is_refused(session, lead, name, scopes, days):
    with pytest.raises(Refused):
        tokens.make_token(session, name, scopes, days, by=lead)
    assert tokens.tokens_of(session, lead) == []


def test_a_person_keeps_no_more_than_twenty_live_ones(session, lead):
    for _ in range(tokens.MOST):
        tokens.make_token(session, "One more", [Scope.ROUNDS], 7, by=lead)
    with pytest.raises(Refused):
        tokens.make_token(session, "One too many", [Scope.ROUNDS], 7, by=lead)
    tokens.revoke_token(session, tokens.tokens_of(session, lead)[0].id, by=lead)
    assert tokens.make_token(session, "In its place", [Scope.ROUNDS], 7, by=lead)
