"""A meeting as a calendar keeps it: one event of iCalendar (RFC 5545), with when and where, and nothing of any case.

The same meeting always has the same UID, and each change a higher SEQUENCE, so that a calendar changes its entry
instead of making another; a cancelled meeting is sent with METHOD:CANCEL.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST_LINE = 75  # octets, without the line break
ORGANISER = "mailto:no-reply@scrutiny.invalid"  # nobody answers by calendar: apologies are sent on the site
MEDIA_TYPE = "text/calendar"


@dataclass(frozen=True)
class Appointment:
    """What a calendar is told of one meeting; `changed_at` is when it was planned or last changed."""

    uid: str
    sequence: int
    summary: str
    place: str
    description: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    is_cancelled: bool = False
    fills_time: bool = True

    @property
    def method(self) -> str:
        """Name what a calendar shall do with it."""
        return "CANCEL" if self.is_cancelled else "PUBLISH"


def write_calendar(appointment: Appointment) -> bytes:
    """Write an appointment as an .ics file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Scrutiny//Meetings//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{appointment.method}",
        "BEGIN:VEVENT",
        f"UID:{_text(appointment.uid)}",
        f"SEQUENCE:{appointment.sequence}",
        f"DTSTAMP:{_moment(appointment.changed_at)}",
        f"LAST-MODIFIED:{_moment(appointment.changed_at)}",
        f"DTSTART:{_moment(appointment.starts_at)}",
        f"DTEND:{_moment(appointment.ends_at)}",
        f"SUMMARY:{_text(appointment.summary)}",
        *([f"LOCATION:{_text(appointment.place)}"] if appointment.place else []),
        f"DESCRIPTION:{_text(appointment.description)}",
        f"ORGANIZER;CN=Scrutiny:{ORGANISER}",
        f"STATUS:{'CANCELLED' if appointment.is_cancelled else 'CONFIRMED'}",
        f"TRANSP:{'OPAQUE' if appointment.fills_time else 'TRANSPARENT'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """Write words as iCalendar has them, what could begin another line or property among them."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    one_line = escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(letter for letter in one_line if letter.isprintable())


def _folded(line: str) -> bytes:
    """Write a content line in pieces of at most 75 octets, never inside a letter, each but the first after a space."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"".join(one + b"\r\n" for one in (*pieces, piece))
