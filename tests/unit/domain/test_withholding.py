"""The 72 hours within which a breach is notified: what the clock says."""

from datetime import UTC, datetime, timedelta

import pytest

from scrutiny_app.domain.withholding import deadline, left

SINCE = datetime(2026, 10, 23, 9, 30, tzinfo=UTC)  # the clocks go back in between, which changes no hour of it


def test_the_deadline_is_72_hours_on():
    assert deadline(SINCE) - SINCE == timedelta(hours=72)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0, "72 hours left of 72"),
        (0.5, "72 hours left of 72"),
        (70, "2 hours left of 72"),
        (71.5, "1 hour left of 72"),
        (72, "The 72 hours are over"),
        (100, "The 72 hours are over"),
    ],
)
def test_what_is_left_is_said_in_hours_begun(hours, words):
    assert left(SINCE, SINCE + timedelta(hours=hours)) == words
