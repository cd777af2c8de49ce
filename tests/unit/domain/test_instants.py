"""A time of day that says its zone may be of another day in London; one that says none is London's own."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.days import day_of
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.shapes import DATES, shape_of
from scrutiny_app.domain.styles import Style, styler

read = reader(COLUMN["offence_date"])
EIGHTH, NINTH = date(2026, 10, 8), date(2026, 10, 9)
ZONES = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
BOUNDS = datetime(1920, 1, 2), datetime(2037, 12, 30)  # noqa: DTZ001  # bounds must be without a zone
INSTANTS = st.datetimes(*BOUNDS, timezones=ZONES)


def each_way(text):
    """Read a text in every style that may be chosen for dates with the year first."""
    stylers = map(styler, (Style.YEAR_FIRST, Style.EACH_DAY_FIRST, Style.CERTAIN))
    return {read(turn(text)) for turn in stylers if turn} | {read(text)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-08T23:30:00.000Z", NINTH),
        ("2026-10-08t23:30:00z", NINTH),
        ("2026-10-08 23:30:00+00", NINTH),
        ("2026-10-08 23:30 UTC", NINTH),
        ("2026-10-08 23:30:00.1234567 +00:00", NINTH),
        ("2026-10-08T233000Z", NINTH),
        ("2026-10-08T20:00:00-0500", NINTH),
        ("2026-10-09T01:30:00,5+05:30", EIGHTH),
        ("2026-10-08T23:30:00+01:00", EIGHTH),
        ("2026-10-08T23:30:00+01:00[Europe/London]", EIGHTH),
        ("2026-10-08T23:30:00 BST", EIGHTH),
        ("2026-10-08T23:30:00", EIGHTH),
        ("2026-10-08Z", EIGHTH),
        ("2026-10-08+01:00", EIGHTH),
        ("2026-10-08 24:00", EIGHTH),
        ("2026-10-08 2330hrs", EIGHTH),
        ("2026-10-08 23:30 hrs", EIGHTH),
    ],
)
def test_an_instant_is_of_the_day_that_it_was_in_london(text, day):
    assert each_way(text) == {day}
    assert shape_of(text) in DATES


@pytest.mark.parametrize("text", ["08/10/2026 11:30:00 PM +00:00", "8 October 2026 23:30 GMT", "8.10.2026 23:30Z"])
def test_a_british_date_with_a_zone_is_read_so_too(text):
    assert day_of(text) == NINTH


def test_a_compact_instant_is_read_with_the_year_first():
    turn = styler(Style.YEAR_FIRST)

    assert turn is not None
    assert turn("20261008T233000Z") == NINTH


@pytest.mark.parametrize(
    "text",
    ["2026-10-08T25:00:00Z", "2026-10-08T23:61", "2026-10-08T10:00:00+15:00", "9999-12-31T23:30-05:00", "2026-10-08T"],
)
def test_a_time_that_is_none_is_refused(text):
    with pytest.raises(Unreadable):
        read(text)


@given(at=INSTANTS, between=st.sampled_from("T t"), spec=st.sampled_from(("seconds", "milliseconds", "minutes")))
def test_however_an_instant_is_written_it_is_one_day(at, between, spec):
    day = at.astimezone(LONDON).date()

    assert day_of(at.isoformat(sep=between, timespec=spec)) == day
    assert day_of(f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}") == day


@given(day=st.dates(date(1901, 1, 1), date(2037, 12, 31)), minutes=st.integers(0, 24 * 60 - 1))
def test_a_time_without_a_zone_changes_no_day(day, minutes):
    assert day_of(f"{day} {minutes // 60:02}:{minutes % 60:02}") == day
