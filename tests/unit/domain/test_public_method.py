"""What a public report says of its method and its limits: plain words, and each sentence only where it is of use."""

from dataclasses import replace

import pytest

from scrutiny_app.domain.frame_checking import FrameCheck
from scrutiny_app.domain.public_hiding import fullest
from scrutiny_app.domain.public_method import hides, limits, method
from scrutiny_app.domain.public_report import make_content
from scrutiny_app.domain.public_shares import NO_SHARE_WORDS, NoShare, why_no_share
from scrutiny_app.domain.public_tables import summary
from scrutiny_app.domain.public_wholeness import wholeness
from scrutiny_app.domain.reconciling import Reconciled
from scrutiny_app.domain.told_rounds import ToldRound
from scrutiny_app.domain.weighing import Weighed
from tests.returns import SEEN, SOUND, WRONG, case, make_told

LARGE = [case(SOUND)] * 30 + [case(SEEN)] * 10 + [case(WRONG)] * 6


def content_of(*told: ToldRound, tables=()):
    about = {"title": "A year", "force": "Northmoor Police", "slug": "a-year", "version": 1, "lines": (), "least": 5}
    return make_content(told, fullest(told, tables, (), 5), **about)


def with_method(told: ToldRound, **changes) -> ToldRound:
    return replace(told, report=replace(told.report, method=replace(told.report.method, **changes)))


def rows_of(content) -> dict[str, str]:
    """Give what the method says of the first round, by its label."""
    return {str(label): str(words) for label, words in method(content["parts"][0]["rounds"][0]).rows}


def test_hiding_is_told_of_only_where_a_number_is_hidden():
    plain, hidden = content_of(make_told(1, LARGE)), content_of(make_told(1, LARGE), tables=("themes",))
    few = content_of(make_told(1, LARGE[:3]))
    assert [hides(one) for one in (plain, hidden, few)] == [False, False, True]
    assert "are hidden" not in " ".join(limits(plain))
    assert "Numbers from 1 to 4" in " ".join(limits(few))


def test_a_share_stands_in_the_headline_with_its_counts_and_its_range():
    said = " ".join(summary(content_of(make_told(1, LARGE))))
    assert "Of all 400 eligible cases, between " in said
    assert "40 of the 46 graded were." in said


def test_the_range_is_explained_where_it_stands_and_a_missing_share_where_it_is_missing():
    bearing, few = content_of(make_told(1, LARGE)), content_of(make_told(1, LARGE[:9]))
    assert "A range in brackets" in " ".join(limits(bearing))
    assert "fewer than 10" not in " ".join(limits(bearing))
    assert "A range in brackets" not in " ".join(limits(few))
    assert NO_SHARE_WORDS[NoShare.FEW] in limits(few)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (make_told(1, LARGE), None),
        (make_told(1, LARGE, targeted=True), NoShare.TARGETED),
        (make_told(1, LARGE[:9]), NoShare.FEW),
        (make_told(1, LARGE, frame=46), NoShare.WHOLE),
        (
            with_method(make_told(1, LARGE), accounts={"a": Weighed(300, 6, 6), "b": Weighed(100, 40, 40)}),
            NoShare.WEIGHTED,
        ),
    ],
)
def test_each_reason_for_no_share_is_told(told, why):
    assert why_no_share([told]) == why
    assert why_no_share([make_told(2, LARGE), told]) == why


def test_small_counts_of_numbers_from_outside_are_hidden_and_those_found_are_not_told():
    check = FrameCheck(named=9, in_frame=6, excluded=1, absent=1)
    told = with_method(make_told(1, LARGE), check=check)
    assert wholeness(told.report.method, 5)["looked_for"] == {"named": 9, "absent": [1, 4], "unanswered": [1, 4]}
    content = content_of(told)
    said = rows_of(content)["Case numbers from elsewhere, looked for in the list"]
    assert said.startswith("9 named")
    assert "1 to 4 absent; 1 to 4 not looked up yet" in said
    assert sum("known from elsewhere" in one for one in limits(content)) == 2


@pytest.mark.parametrize(
    ("counted", "held", "said"),
    [
        (159, 156, "The force counted 1 to 4 more cases than were held here."),
        (150, 156, "The force counted 6 fewer cases than were held here."),
        (156, 156, "The force counted as many cases as were held here, of every kind of disposal."),
    ],
)
def test_the_forces_own_totals_are_told_by_how_much_they_differ(counted, held, said):
    totals = Reconciled({"community_resolution": (counted, held)}, before_freezing=True)
    content = content_of(with_method(make_told(1, LARGE), totals=totals))
    found = rows_of(content)["The list held against the force’s own totals"]
    assert found == f"{said} Entered before the list was frozen."
    assert any("own totals differ" in one for one in limits(content)) == (counted != held)


def test_no_technical_word_stands_without_plain_ones():
    rows = method(content_of(make_told(1, LARGE))["parts"][0]["rounds"][0]).rows
    labels, words = zip(*rows, strict=True)
    assert not any(one.startswith(("Head of", "Digest")) or "0; 0" in one for one in (*labels, *words))
    assert "NM-1: the dice and the list alone decide, by a published rule (dip-1)" in words
    assert "None made void, none begun again before any dice were rolled" in words
