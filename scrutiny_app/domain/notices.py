"""Notices by e-mail: what they are of, how often they are tried, and their words, which say nothing of any case."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is of."""

    ROUND_OPENED = "round_opened"
    ROUND_CLOSES = "round_closes"
    MEETING_PLANNED = "meeting_planned"
    MEETING_MOVED = "meeting_moved"
    MEETING_CANCELLED = "meeting_cancelled"
    CHAIR_TAKEN = "chair_taken"
    CASE_AMENDED = "case_amended"
    LETTER_WAITS = "letter_waits"
    LETTER_REMINDER = "letter_reminder"
    ACTION_WAITS = "action_waits"
    ACTION_REMINDER = "action_reminder"


OF_MEETINGS = (NoticeKind.MEETING_PLANNED, NoticeKind.MEETING_MOVED, NoticeKind.MEETING_CANCELLED)
# How long after each try the next one follows; after the last, the notice is given up.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 720))
MOST_TRIES = len(WAITS)
RECENT = timedelta(days=3)  # what happened longer ago is no news: nobody is told of it
BEFORE_CLOSE = timedelta(days=3)
# Of a letter that nobody has said they read, and of an action that is overdue.
REMIND_EVERY, MOST_REMINDERS = timedelta(days=14), 3


@dataclass(frozen=True)
class Words:
    """A notice's subject and its paragraphs."""

    subject: str
    body: str


FOOT = (
    "Sign in to Scrutiny as you always do: this message holds no link, so that no false one can be mistaken for it.\n\n"
    "You get it because you have an account. Your account page shows the address that it was sent to."
)
_SUBJECTS = {
    NoticeKind.ROUND_OPENED: "A round of cases is open",
    NoticeKind.ROUND_CLOSES: "A round closes soon",
    NoticeKind.MEETING_PLANNED: "A meeting is planned",
    NoticeKind.MEETING_MOVED: "A meeting has changed",
    NoticeKind.MEETING_CANCELLED: "A meeting is cancelled",
    NoticeKind.CHAIR_TAKEN: "The chair of a meeting has passed",
    NoticeKind.CASE_AMENDED: "A case that you judged has changed",
    NoticeKind.LETTER_WAITS: "A letter waits for you",
    NoticeKind.LETTER_REMINDER: "A letter still waits for you",
    NoticeKind.ACTION_WAITS: "An action waits for you",
    NoticeKind.ACTION_REMINDER: "An action of yours is overdue",
}
_SAID = {
    NoticeKind.ROUND_OPENED: "A round has been opened for {panel}. You will find its cases on your home page.{until}",
    NoticeKind.ROUND_CLOSES: "A round of {panel} closes, and you have cases in it still to judge.{until}",
    NoticeKind.MEETING_PLANNED: "A meeting of {panel} is planned.\n\n{when}\n\nA calendar entry is attached.",
    NoticeKind.MEETING_MOVED: "A meeting of {panel} has changed. It is now as follows.\n\n{when}\n\n"
    "The reason is on the meeting’s page. The attached calendar entry takes the place of the one before.",
    NoticeKind.MEETING_CANCELLED: "A meeting of {panel} is cancelled. It was to be as follows.\n\n{when}\n\n"
    "The reason is on the meeting’s page. The attached calendar entry takes it out of your calendar.",
    NoticeKind.CHAIR_TAKEN: "Somebody else has taken the chair of a meeting of {panel}, so you chair it no longer.\n\n"
    "{when}\n\nYour home page says by whom and when it was taken, and what you had written is kept. You can take the "
    "chair back on the meeting’s page.",
    NoticeKind.CASE_AMENDED: "A case of {panel} that you judged was released anew. Your judgement stands until you "
    "change it; you will find what changed under “My cases”.",
    NoticeKind.LETTER_WAITS: "A letter with what a scrutiny panel found waits for you under “My letters”. It is for "
    "learning, and is no part of any disciplinary procedure.",
    NoticeKind.LETTER_REMINDER: "A letter with what a scrutiny panel found still waits for you under “My letters”. "
    "Please say there that you have read it. It is for learning, and is no part of any disciplinary procedure.",
    NoticeKind.ACTION_WAITS: "Something that a scrutiny panel’s findings ask for is yours to do: it was set, sent back "
    "or opened again. You will find it, and by when it is to be answered, under “Actions”.",
    NoticeKind.ACTION_REMINDER: "The day has passed by which an action of yours was to be answered. Please answer it "
    "under “Actions”, or tell the lead for out-of-court resolutions what stands in the way.",
}


def words_of(kind: NoticeKind, *, panel: str = "", until: str = "", when: str = "") -> Words:
    """Write a notice; nothing goes into it but the panel's name, a day, and a meeting's time and place."""
    day = f" It closes at the end of {until}." if until else ""
    said = _SAID[kind].format(panel=panel, until=day, when=when)
    return Words(f"Scrutiny: {_SUBJECTS[kind][:1].lower()}{_SUBJECTS[kind][1:]}", f"{said}\n\n{FOOT}\n")
