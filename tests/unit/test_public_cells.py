"""What an attacker makes of public reports put together, and of draws' certificates beside them."""

from scrutiny_app.domain.besieging import Range
from scrutiny_app.domain.national_cells import cells
from scrutiny_app.domain.public_attack import hide_small, laid_bare
from scrutiny_app.domain.public_cells import State, pooled, scope, within
from scrutiny_app.domain.public_knowledge import facts
from scrutiny_app.domain.suppressing import ALL, attack
from tests.returns import SOUND, WRONG, case, make_return

FIRST, SECOND = State(1, 100, 0), State(2, 200, 0)
BOTH = scope((FIRST, SECOND))


def counts_of(wrong: int, of: int = 20):
    return cells(make_return([case(WRONG if place < wrong else SOUND) for place in range(of)]))


def headline(counts):
    return {name: count for name, count in counts.items() if name[:2] == (ALL, ALL)}


def attacked(printed, earlier, *, always=(), certificates=None):
    return laid_bare(printed, small=(), always=always, earlier=earlier, certificates=certificates or {}, least=5)


def test_a_pool_less_one_of_its_rounds_gives_the_other_away():
    cell = ("caution", "adult", "inappropriate")
    hidden = {(FIRST.key, *cell): None, (FIRST.key, "caution", "adult", "graded"): 20}
    assert attacked({(BOTH, *cell): None}, [hidden, {(SECOND.key, *cell): 9}]) == []
    assert attacked({(BOTH, *cell): 12}, [hidden, {(SECOND.key, *cell): 9}]) == [(FIRST.key, *cell)]


def test_what_earlier_reports_left_open_is_not_closed_by_hiding_alone():
    first, second = counts_of(2), counts_of(7)
    whole = {(BOTH, *name): count for name, count in pooled((first, second)).items()}
    shown = hide_small(whole, always=(), earlier=[within(SECOND.key, second)], certificates={}, least=5)
    printed = {name: count if isinstance(count, int) else None for name, count in shown.items()}
    assert attacked(printed, [within(SECOND.key, second)]) == []


def test_every_hidden_count_keeps_the_range_it_was_hidden_for():
    counts = within(FIRST.key, counts_of(3, of=30))
    always = within(FIRST.key, headline(counts_of(3, of=30))).keys()
    shown = hide_small(counts, always=always, earlier=(), certificates={}, least=5)
    printed = {name: count if isinstance(count, int) else None for name, count in shown.items()}
    assert attacked(printed, (), always=always) == []
    assert None in printed.values()


def test_a_round_in_two_states_differs_by_no_more_than_was_superseded():
    later = State(1, 300, 2)
    name = ("caution", "adult", "graded")
    found = attack(
        [{(FIRST.key, *name): 9, (later.key, *name): None}], facts([{(FIRST.key, *name): 9, (later.key, *name): None}])
    )
    assert found[later.key, *name] == Range(7, 11)
