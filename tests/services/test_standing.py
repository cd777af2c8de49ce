"""Whatever is struck and however a sample grows, what stands is always the first eligible cases in ticket order."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_app.domain.errors import Refused
from scrutiny_app.services import rounds, standing
from scrutiny_app.services.accounts import accounts_of
from tests.making import Make
from tests.services.draw_changes import CAUTIONS, RESOLUTIONS, Drawn

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("strike"), st.sampled_from((RESOLUTIONS, CAUTIONS)), st.integers(0, 9)),
        st.tuples(st.just("grow"), st.just(""), st.integers(1, 4)),
    ),
    max_size=6,
)


class Undo(Exception):
    """Leave nothing of one example behind."""


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_sequence_of_strikes_and_growth_leaves_the_first_eligible_cases(database, steps):
    with suppress(Undo), database.transaction() as session:
        drawn = Drawn(session, Make(session), resolutions=9, cautions=5, size=4, floor=1)
        orders = {name: drawn.by_hand(name) for name in (RESOLUTIONS, CAUTIONS)}
        struck: set[str] = set()
        for deed, stratum, number in steps:
            # What is refused is of a stratum that is used up; that nothing was kept of it is checked below.
            with suppress(Refused), session.begin_nested():
                struck |= strike(drawn, stratum, number) if deed == "strike" else grow(session, drawn, number)
            session.expire_all()
            check(session, drawn, orders, struck)
        raise Undo


def strike(drawn, stratum, number):
    here = drawn.standing(stratum)
    one = here[number % len(here)] if here else None
    if one:
        drawn.strike(one, leave_empty=bool(number % 2))
    return {one} - {None}


def grow(session, drawn, number):
    drawn.grow(sum(places_of(session, drawn).values()) + number)
    return set()


def places_of(session, drawn):
    draw = rounds.draw_of(session, drawn.round)
    return {name: line.places for name, line in standing.sample_of(session, drawn.frame, draw).lines.items()}


def check(session, drawn, orders, struck):
    places, account = places_of(session, drawn), accounts_of(session, drawn.frame)
    for name, order in orders.items():
        eligible = [case for case in order if case not in struck]
        expected = eligible[: places[name]]
        assert drawn.standing(name) == expected
        full = len(expected) == places[name]
        looked_at = order.index(expected[-1]) + 1 if full and expected else len(order) if not full else 0
        assert (account[name].looked_at, account[name].standing) == (looked_at, len(expected))


def test_a_sample_on_which_nothing_was_changed_is_what_was_drawn(session, make):
    drawn = Drawn(session, make)
    assert places_of(session, drawn) == {RESOLUTIONS: 6, CAUTIONS: 3}
    assert drawn.standing(RESOLUTIONS) == drawn.by_hand(RESOLUTIONS)[:6]
