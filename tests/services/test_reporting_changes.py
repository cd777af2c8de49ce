"""What a report says and reckons after a draw was changed."""

import pytest

from scrutiny_app.domain import report_tables as tables
from scrutiny_app.domain import statistics
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.services import framing, rounds, sampling
from scrutiny_app.services.accounts import accounts_of
from scrutiny_app.services.reporting import Form, read_report
from scrutiny_app.services.trail import now
from tests.making import DICE, ROLLERS
from tests.services.draw_changes import CAUTIONS, RESOLUTIONS, Drawn

WRONG, SOUND = Result.INAPPROPRIATE, Result.APPROPRIATE


@pytest.fixture
def drawn(session, make):
    return Drawn(session, make, resolutions=20, cautions=3, size=8)


def sign_all(session, make, drawn, wrong=()):
    """Release, open and sign every case that stands, the ones named as inappropriate."""
    chair = make.user(Role.CHAIR)
    drawn.round.opened_at = now()
    strata = {place: name for name in (RESOLUTIONS, CAUTIONS) for place in drawn.standing(name)}
    for number, stratum in strata.items():
        place = drawn.place_of(number)
        make.release(place, disposal=stratum)
        make.finding(place, WRONG if number in wrong else SOUND, by=chair)
    return read_report(session, drawn.round, Form.PAGE, by=drawn.lead)


def test_a_report_counts_the_cases_that_stand_and_weighs_by_the_tickets_looked_at(session, make, drawn):
    """Six of 20 resolutions and two of 3 cautions were drawn; two resolutions and both first cautions went."""
    resolutions, cautions = drawn.by_hand(RESOLUTIONS), drawn.by_hand(CAUTIONS)
    for gone in (resolutions[0], resolutions[6]):
        drawn.strike(gone)
    drawn.strike(cautions[0])
    drawn.strike(cautions[1], leave_empty=True)
    account = accounts_of(session, drawn.frame)
    assert [account[RESOLUTIONS].eligible, account[CAUTIONS].eligible] == [15, 1]  # 20 x 6 / 8, and 3 x 1 / 3

    report = sign_all(session, make, drawn, wrong={resolutions[1], cautions[2]})
    assert [one.reference for one in report.listed] == [one.reference for one in rounds.cases_of(session, drawn.round)]
    assert len(report.listed) == 7
    (line,) = [one for one in report.grades if "Inappropriate" in one.title]
    assert (line.cases, line.of) == (2, 7)
    assert line.estimate.weighted
    assert line.estimate.share == pytest.approx((1 * 1 + 15 / 6) / 16)
    share, low, high = statistics.stratified_exact([(1, 1, 1), (15, 6, 1)])
    assert (line.estimate.share, line.estimate.low) == (share, max(low, 2 / 16))
    assert line.estimate.high == min(high, 1 - 5 / 16)
    # What the percentages are said to be of is what they were divided by, and not the frame of 23.
    assert tables.results(report).header[-1] == "Share of about 16, and range"
    assert "of about 16 eligible cases" in " ".join(tables.what_it_shows(report))
    assert "about 16 are eligible" in " ".join(tables.limits(report))
    assert tables.strata(report).header[1] == "In the frame"


def test_what_was_undone_is_printed_with_the_method(session, make, drawn):
    drawn.void()
    framing.freeze(session, drawn.round, by=drawn.lead)
    framing.freeze_again(session, drawn.round, drawn.frame, by=drawn.lead)
    sampling.draw_sample(session, drawn.round, dice=DICE, rolled_by=ROLLERS, by=drawn.lead)
    drawn.strike(drawn.standing(RESOLUTIONS)[0])
    drawn.strike(drawn.standing(CAUTIONS)[0])
    drawn.strike(drawn.standing(CAUTIONS)[0], leave_empty=True)
    report = sign_all(session, make, drawn)
    undone = report.method.undone
    assert (undone.voids, undone.begun_again, undone.replacements, undone.left_empty) == (1, 1, 2, 1)
    printed = dict(tables.facts(report))
    assert (printed["Draws made void"], printed["Draws begun again before any dice"]) == (1, 1)
    assert (printed["Cases replaced"], printed["Places left empty"]) == (2, 1)
    assert printed["Draw"].endswith("-again2")


def test_a_sample_that_grew_is_reported_whole(session, make, drawn):
    drawn.strike(drawn.by_hand(RESOLUTIONS)[3])
    drawn.grow(11)
    report = sign_all(session, make, drawn, wrong={drawn.standing(RESOLUTIONS)[0]})
    assert len(report.listed) == 11
    account = accounts_of(session, drawn.frame)
    assert account[RESOLUTIONS].looked_at == account[RESOLUTIONS].standing + 1
    assert report.method.drawn == 11
