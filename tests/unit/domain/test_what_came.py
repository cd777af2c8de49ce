"""What came of findings: every action counted once, by how it stands."""

from datetime import date, timedelta
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.following import ActionState
from scrutiny_app.domain.what_came import Came, what_came

TODAY = date(2026, 6, 1)
ACTIONS = st.lists(
    st.builds(
        Came,
        st.sampled_from(["Spring", "Summer"]),
        st.sampled_from(ActionState),
        st.integers(-9, 9).map(lambda days: TODAY + timedelta(days)),
    )
)


def test_a_round_is_counted_by_how_its_actions_stand_and_one_without_any_has_its_line():
    found = [Came("Spring", ActionState.CLOSED, TODAY), Came("Spring", ActionState.OPEN, TODAY - timedelta(1))]
    assert what_came(["Spring", "Summer"], found, TODAY).table.rows == (
        ("Spring", 2, 1, 0, 1, 1),
        ("Summer", 0, 0, 0, 0, 0),
        ("All", 2, 1, 0, 1, 1),
    )


@given(ACTIONS)
def test_rounds_add_up_to_all_and_states_to_what_was_set(actions):
    *rounds, every = what_came(["Spring", "Summer"], actions, TODAY).table.rows
    assert every[1:] == tuple(sum(cast("int", row[at]) for row in rounds) for at in range(1, 6))
    for row in (*rounds, every):
        told, closed, answered, still_open, late = cast("tuple[int, ...]", row[1:])
        assert told == closed + answered + still_open
        assert late <= still_open
