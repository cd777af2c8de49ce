"""Calendar files: read back as RFC 5545 says, whatever the words in them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.files.calendar import LONGEST_LINE, Appointment, write_calendar

AT = datetime(2027, 7, 6, 9, 30, tzinfo=UTC)
PLAIN = Appointment("m1@scrutiny", 0, "Scrutiny panel", "Room 4", "Sign in.", AT, AT + timedelta(hours=2), AT)


def read(data: bytes) -> dict[str, str]:
    """Read an .ics file's properties as a calendar would: unfolded, then each name with its unescaped value."""
    lines = data.decode().removesuffix("\r\n").replace("\r\n ", "").split("\r\n")
    pairs = [line.partition(":")[::2] for line in lines]
    named = {name: value for name, value in pairs if name not in ("BEGIN", "END")}
    return {name: _plain(value) for name, value in named.items()}


def _plain(value: str) -> str:
    out, letters = "", iter(value)
    for letter in letters:
        out += {"n": "\n"}.get(after := next(letters), after) if letter == "\\" else letter
    return out


def test_a_meeting_is_written_with_its_times_in_utc():
    summer = timezone(timedelta(hours=1))
    found = read(write_calendar(replace(PLAIN, starts_at=AT.astimezone(summer))))
    assert (found["DTSTART"], found["DTEND"]) == ("20270706T093000Z", "20270706T113000Z")
    assert (found["METHOD"], found["STATUS"], found["SEQUENCE"]) == ("PUBLISH", "CONFIRMED", "0")
    assert (found["SUMMARY"], found["LOCATION"], found["UID"]) == ("Scrutiny panel", "Room 4", "m1@scrutiny")


def test_a_cancelled_meeting_tells_the_calendar_to_take_it_out():
    found = read(write_calendar(replace(PLAIN, sequence=2, is_cancelled=True)))
    assert (found["METHOD"], found["STATUS"], found["SEQUENCE"]) == ("CANCEL", "CANCELLED", "2")


def test_every_line_ends_with_both_signs_and_no_other_stands_alone():
    data = write_calendar(replace(PLAIN, description="One\nTwo\r\nThree"))
    assert data.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n")
    assert read(data)["DESCRIPTION"] == "One\nTwo\nThree"


def test_a_place_cannot_begin_a_property_of_its_own():
    found = read(write_calendar(replace(PLAIN, place="Room 4\r\nATTENDEE:mailto:x@example.org; y, z\\")))
    assert "ATTENDEE" not in found
    assert found["LOCATION"] == "Room 4\nATTENDEE:mailto:x@example.org; y, z\\"


def test_a_place_that_is_not_given_is_left_out():
    assert "LOCATION" not in read(write_calendar(replace(PLAIN, place="")))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp", "Zs"]), max_size=300))
def test_no_line_is_too_long_and_no_letter_is_cut_in_two(place):
    data = write_calendar(replace(PLAIN, place=place))
    for line in data.split(b"\r\n"):
        assert len(line) <= LONGEST_LINE
        assert line.decode() is not None
    assert read(data).get("LOCATION", "") == place
