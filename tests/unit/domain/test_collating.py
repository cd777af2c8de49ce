"""Many returns make one picture: order-free, with hidden counts as ranges, and no clash passed over."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from scrutiny_app.domain.collating import clashes, collate, financial_year, share_of, usual_share
from scrutiny_app.domain.national_forms import public
from scrutiny_app.domain.national_funnels import Flag, funnels_of
from scrutiny_app.domain.national_return import COUNTED, Timing
from scrutiny_app.domain.national_sums import Between, agreement_over, estimate_over, typical_over
from scrutiny_app.domain.statistics import hypergeometric
from tests.returns import SEEN, SOUND, WRONG, case, make_return, round_of

RESOLUTIONS = ("community_resolution", "all")
SIX = ("Ashmoor", "Barrowdale", "Caldermere", "Dunwick", "Eastmarsh", "Fenbridge")


def force_return(force="Ashmoor", *, wrong=3, of=30, draw="1", **changes):
    cases = [case(WRONG if number < wrong else SOUND) for number in range(of)]
    return make_return(cases, force=f"{force} Police", draw_id=f"{force}-{draw}", **changes)


NATION = [
    *(force_return(force, draw=str(draw), wrong=draw) for force in SIX for draw in range(3)),
    force_return("Ashmoor", draw="T", targeted=True, wrong=20),
    make_return(round_of(*[SOUND] * 9, *[SEEN] * 4, WRONG), draw_id="NM-7", start=date(2025, 1, 1)),
]
HIDDEN = [public(one) for one in NATION[:3]] + NATION[3:]


@given(st.permutations(NATION))
def test_the_order_in_which_returns_come_changes_nothing(returns):
    assert collate(returns) == collate(NATION)
    assert collate(returns).parts == collate(NATION).parts


@given(st.lists(st.sampled_from(NATION), unique_by=id, min_size=1))
def test_sums_are_those_of_the_returns_and_random_is_never_pooled_with_targeted(returns):
    for part in collate(returns).parts:
        ours = [one for one in returns if one.selection == part.selection]
        for code in COUNTED:
            total = sum(one.results.of(code) for one in ours)
            assert part.nation.count(code) == (total, total)
            assert sum(pool.count(code).low for pool in part.forces.values()) == total
            assert sum(pool.count(code).high for pool in part.years.values()) == total
        assert part.nation.sample == sum(one.sample for one in ours)
        assert part.nation.returns == len(ours)


@settings(max_examples=5, deadline=None)
@given(st.sets(st.integers(0, len(NATION) - 1)))
def test_hiding_counts_makes_ranges_that_hold_the_true_sums(hidden):
    exact = collate(NATION).parts
    some = collate([public(one) if number in hidden else one for number, one in enumerate(NATION)]).parts
    for true, made in zip(exact, some, strict=True):
        for place, counts in made.nation.lines.items():
            for code, count in counts.items():
                assert count.low <= true.nation.count(code, place).low <= count.high
        share, known = (
            share_of(made.nation, RESOLUTIONS),
            share_of(true.nation, RESOLUTIONS),
        )
        assert share.low <= known.low <= share.high


def test_headlines_of_public_returns_of_ten_or_more_are_exact():
    (part, _) = collate(HIDDEN).parts
    assert all(part.nation.count(code).known for code in COUNTED)
    assert part.nation.public == 3


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ([NATION[0]], "the same return"),
        ([public(NATION[0])], "one of them public and one restricted"),
        ([force_return("Ashmoor", draw="0", wrong=1)], "contradict each other"),
        (
            [replace(NATION[5], method=replace(NATION[5].method, frame_digest=NATION[0].method.frame_digest))],
            "different forces",
        ),
        ([replace(NATION[1], force="Ashmoor  police")], "spell one force's name"),
        ([replace(NATION[1], force="Ashmoor\u00a0Police")], "spell one force's name"),
        ([replace(NATION[1], force="Ａshmoor Police")], "spell one force's name"),
    ],
)
def test_returns_that_clash_are_named_with_the_reason(others, why):
    named = {"first.json": NATION[0]} | {f"other-{number}.json": one for number, one in enumerate(others)}
    (clash,) = clashes(named)
    assert clash.files == ("first.json", "other-0.json")
    assert why in clash.why


def test_three_of_one_draw_are_one_clash():
    named = dict.fromkeys(("a", "b", "c"), NATION[0])
    assert [clash.files for clash in clashes(named)] == [("a", "b", "c")]


def test_returns_that_do_not_clash_are_let_be():
    assert clashes({str(number): one for number, one in enumerate(NATION)}) == []


def test_nothing_makes_no_picture():
    with pytest.raises(ValueError, match="no return"):
        collate([])


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 3, 31), "2025/26"), (date(2026, 4, 1), "2026/27"), (date(1999, 6, 1), "1999/00")]
)
def test_a_year_begins_in_april(day, year):
    assert financial_year(day) == year


def test_one_returns_estimate_is_its_own_and_two_weigh_their_frames():
    one, other = force_return(wrong=3, frame=100), force_return(wrong=9, frame=300, draw="2")
    fewest, most = hypergeometric(3, 30, 100)
    alone = estimate_over([one], "inappropriate")
    assert (alone.share, alone.low, alone.high) == pytest.approx((0.1, fewest / 100, most / 100), abs=1e-4)
    both = estimate_over([one, other], "inappropriate")
    assert both.share == pytest.approx(0.25 * 0.1 + 0.75 * 0.3, abs=1e-4)
    assert (both.returns, both.eligible) == (2, 400)


def test_a_frame_that_was_read_whole_leaves_nothing_to_guess():
    whole = estimate_over([force_return(wrong=3, of=30, frame=30)], "inappropriate")
    assert whole.share == whole.low == whole.high == 0.1


def test_of_chosen_cases_nothing_is_estimated():
    assert estimate_over([force_return(targeted=True)], "inappropriate") is None
    assert estimate_over([force_return(targeted=True, of=30, frame=30)], "inappropriate") is None


def test_agreement_weighs_returns_by_their_cases_and_leaves_out_what_is_not_given():
    small, large = force_return(of=10, wrong=0), force_return(of=30, wrong=0, draw="2")
    small = replace(small, agreement=replace(small.agreement, ac1=0.4, alpha=None))
    large = replace(large, agreement=replace(large.agreement, ac1=0.8, alpha=0.2))
    made = agreement_over([small, large])
    assert (made.cases, made.returns, made.alphas) == (40, 2, 1)
    assert (made.ac1, made.alpha) == pytest.approx((0.7, 0.2))


def test_the_typical_time_is_the_middle_of_the_medians_by_how_many_each_is_of():
    days = ((3.0, 10), (50.0, 10), (7.0, 30), (None, 2))
    step = "finding_to_letter"
    returns = [replace(NATION[0], timeliness=[Timing(step=step, n=n, median_days=d)]) for d, n in days]
    made = typical_over(returns, step)
    assert (made.days, made.n, made.returns) == (7.0, 50, 3)
    assert typical_over(returns, "letter_to_acknowledged").days is None


def flags(returns, place=("all", "all")):
    (part,) = collate(returns).parts
    funnel = next(one for one in funnels_of(part) if one.place == place)
    return {point.force.split()[0]: point.flag for point in funnel.points}


def test_a_force_far_off_is_flagged_and_the_others_are_not():
    returns = [force_return(force, wrong=20 if force == "Dunwick" else 6, of=50) for force in SIX]
    assert flags(returns) == {force: Flag.ABOVE if force == "Dunwick" else Flag.WITHIN for force in SIX}


def test_a_force_far_below_is_flagged():
    returns = [force_return(force, wrong=0 if force == "Dunwick" else 20, of=50) for force in SIX]
    assert flags(returns)["Dunwick"] is Flag.BELOW


def test_fewer_than_ten_graded_are_not_judged():
    returns = [force_return(force, wrong=2, of=9 if force == "Dunwick" else 40) for force in SIX]
    assert flags(returns)["Dunwick"] is Flag.FEW


def test_a_force_whose_hidden_counts_leave_its_place_open_is_not_judged():
    returns = [force_return(force, wrong=3, of=40) for force in SIX]
    hidden = [public(make_return(force="Hidden Police", draw_id="H")), *returns]
    assert hidden[0].breakdown == []
    assert flags(hidden, RESOLUTIONS)["Hidden"] is Flag.MAY
    assert flags(hidden)["Hidden"] is Flag.WITHIN


def test_the_share_that_forces_are_held_against_is_that_of_the_exact_returns_where_others_hide():
    exact = [force_return(force, wrong=3, of=40) for force in SIX]
    hidden = public(make_return(force="Hidden Police", draw_id="H"))
    (part,) = collate([*exact, hidden]).parts
    assert usual_share(part, RESOLUTIONS) == (0.075, 0.075)
    assert usual_share(part) == Between(20 / 259, 20 / 259)
    assert part.forces["Hidden Police"].count("graded", RESOLUTIONS) == (0, 19)


def test_hidden_counts_never_make_a_flag_that_the_true_ones_would_not():
    exact = [force_return(force, wrong=20 if force == "Dunwick" else 4, of=50) for force in SIX]
    truth = flags(exact, RESOLUTIONS)
    for number in range(len(SIX)):
        shown = flags(
            [public(one) if place == number else one for place, one in enumerate(exact)],
            RESOLUTIONS,
        )
        assert all(flag in (truth[force], Flag.MAY) for force, flag in shown.items())


def test_one_force_alone_is_beside_nothing():
    (part,) = collate([NATION[0]]).parts
    assert funnels_of(part) == []
