"""What day it is, for whatever is due, ends or is judged by a date."""

from datetime import UTC, date, datetime

import pytest

from scrutiny_app.services import trail


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 7, 1, 22, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 1, 23, 30, tzinfo=UTC), date(2026, 12, 1)),
    ],
)
def test_a_day_begins_at_midnight_by_the_clocks_of_london(monkeypatch, moment, day):
    monkeypatch.setattr(trail, "now", lambda: moment)

    assert trail.today_in_london() == day
