"""What follows from a finding: who is told, and in what words.

A letter is for learning. It says what the panel found and never who on it thought what, how the grades were spread, or
that anything was escalated; it tells of good work as of faults, and what to do next time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.agreeing import Result, in_words
from scrutiny_app.domain.grading import THEME_TITLES, Observation, Severity, Theme

LONGEST_LETTER, LONGEST_REPLY, LONGEST_HEADING = 8000, 4000, 60  # characters


class Addressee(StrEnum):
    """Whom a finding is told to."""

    OFFICER = "officer"
    DECISION_MAKER = "decision_maker"
    SUPERVISOR = "supervisor"


ADDRESSEE_TITLES = {
    Addressee.OFFICER: "Officer in the case",
    Addressee.DECISION_MAKER: "Decision-maker",
    Addressee.SUPERVISOR: "Supervisor",
}
PARTS_TAKEN = {
    Addressee.OFFICER: "the officer in the case",
    Addressee.DECISION_MAKER: "the decision-maker",
    Addressee.SUPERVISOR: "the officer's supervisor",
}


class LetterState(StrEnum):
    """How far a letter has come; a draft is there from the moment a finding is signed, before anyone has touched it."""

    DRAFT = "draft"
    EDITED = "edited"
    HELD = "held"
    SENT = "sent"
    HANDED = "handed"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    ENDED = "ended"


LETTER_STATE_TITLES = {
    LetterState.DRAFT: "Drafted",
    LetterState.EDITED: "Edited, not sent",
    LetterState.HELD: "Held",
    LetterState.SENT: "Sent",
    LetterState.HANDED: "Handed over",
    LetterState.ACKNOWLEDGED: "Acknowledged",
    LetterState.ANSWERED: "Answered",
    LetterState.ENDED: "Ended",
}


# What good looks like, for whoever decides or supervises the next such case.
ADVICE = {
    Theme.TOO_LENIENT: "weigh the seriousness against policy and the gravity score before settling on a disposal, and "
    "ask a supervisor where it is near the line.",
    Theme.TOO_SEVERE: "ask what is the least that would put the harm right, and say why more was needed.",
    Theme.HISTORY: "look at earlier disposals and convictions before deciding, and write down how they bear on it.",
    Theme.VICTIM: "ask the victim before deciding, and record what they said, or why they could not be asked.",
    Theme.CONDITIONS: "choose conditions that deal with why it happened and can be checked, each with a date.",
    Theme.RATIONALE: "write the reasons so that somebody who was not there can follow what was weighed and ruled out.",
    Theme.OUTCOME_CODE: "check the outcome code before finalising; the force crime registrar can help.",
    Theme.AUTHORITY: "before the disposal is given, check that offence and person are eligible and that somebody of "
    "the right rank has agreed, and record it.",
    Theme.EXPLANATION: "tell the person what accepting the disposal means, now and later, and record that you did.",
    Theme.YOUTH_JUSTICE: "for a child, speak to the youth justice service before deciding, and record the gravity "
    "score with its working.",
    Theme.SAFEGUARDING: "look for signs that anyone in the case is at risk, refer them where they are, and record it.",
    Theme.DISPARITY: "ask whether anybody else, of another background or elsewhere in the force, would have been given "
    "the same for the same, and write down why this disposal was right here.",
}


@dataclass(frozen=True)
class Told:
    """What a letter tells of: one case, which its readers know by its crime number, and the panel's finding on it.

    `anew` is set where the finding takes the place of an earlier one, `on_paper` where its reader cannot sign in.
    """

    crime_number: str
    offence: str
    disposal: str
    days: int
    panel: str
    force: str
    result: Result
    observations: tuple[Observation, ...]
    remarks: str
    anew: bool = False
    on_paper: bool = False


@dataclass(frozen=True)
class Draft:
    """A letter's heading and its text, as plain as a person would type it; `shaped` sets it."""

    heading: str
    text: str


@dataclass(frozen=True)
class Shaped:
    """One part of a letter as it is set: a heading, a list of points, or a paragraph of lines."""

    kind: str
    lines: tuple[str, ...]


def draft_letter(told: Told, parts: Sequence[Addressee]) -> Draft:
    """Draft the letter on one finding to one person, who had one part in the case or several."""
    paragraphs = [*_opening(told, parts), *_found(told), *_lessons(told, parts), *_closing(told)]
    return Draft(f"The scrutiny panel's finding on {told.crime_number}", "\n\n".join(paragraphs))


def shaped(text: str) -> list[Shaped]:
    """Tell headings (one short line without a full stop), points (lines led by hyphens) and paragraphs apart."""
    return [_shape(part.splitlines()) for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()) if part]


def reply_with(text: str, next_time: str) -> str:
    """Put a reply together from what somebody answers and what they will do next time."""
    parts = [text.strip(), f"What I will do next time\n\n{next_time.strip()}" if next_time.strip() else ""]
    return "\n\n".join(part for part in parts if part)


def _shape(lines: list[str]) -> Shaped:
    if all(line.startswith("- ") for line in lines):
        return Shaped("points", tuple(line.removeprefix("- ") for line in lines))
    stopped = lines[0].rstrip("”’\"'").endswith((".", ",", ":", ";", "?", "!"))
    if len(lines) == 1 and len(lines[0]) <= LONGEST_HEADING and not stopped:
        return Shaped("heading", tuple(lines))
    return Shaped("paragraph", tuple(lines))


def _opening(told: Told, parts: Sequence[Addressee]) -> Iterator[str]:
    yield "Dear colleague,"
    days = "1 day" if told.days == 1 else f"{told.days} days"
    when = "on the day of the offence" if told.days == 0 else f"{days} after the offence"
    yield (
        f"This letter is about {told.crime_number} ({told.offence}), in which you were "
        f"{in_words([PARTS_TAKEN[part] for part in parts])}. It was finalised {when} as: {told.disposal}."
    )
    yield (
        f"{with_article(told.panel)} has looked back at it among other cases, from a copy with names and other "
        "identifiers taken out. It was not told who you are, nor who anyone else in the case is."
    )
    if told.anew:
        yield (
            "The panel has come back to this case. What it found now takes the place of its earlier finding, and this "
            "letter takes the place of any earlier letter about it."
        )


def with_article(panel: str) -> str:
    """Begin a sentence with a panel's name."""
    return panel if panel.lower().startswith("the ") else f"The {panel}"


def _found(told: Told) -> Iterator[str]:
    yield "What the panel found"
    yield _FOUND[told.result]
    if told.remarks.strip():
        yield f"In the panel's words: “{told.remarks.strip()}”"


_FOUND = {
    Result.APPROPRIATE: "Appropriate: the disposal was appropriate and consistent with local policy and national "
    "guidance. Thank you for the work behind it.",
    Result.OBSERVATIONS: "Appropriate with observations: the disposal was appropriate and consistent with local policy "
    "and national guidance, and the panel noticed something worth passing on.",
    Result.INAPPROPRIATE: "Inappropriate: the panel thought that the disposal was inappropriate and inconsistent with "
    "local policy and national guidance. It judged by what was on record at the time. You may know more than the "
    "record shows, and you can say so below.",
    Result.NOT_AGREED: "Not agreed: the panel discussed the case and did not come to one view. That is no finding "
    "against the decision.",
    Result.MORE_INFORMATION: "More information: the panel could not grade the case on what was on record. That is no "
    "finding against the decision. If you can tell what was missing, please reply below.",
}


def _lessons(told: Told, parts: Sequence[Addressee]) -> Iterator[str]:
    if any(one.severity is Severity.GOOD for one in told.observations):
        yield "What was done well"
        yield _GOOD + "".join(
            f"\n- {one.text}" for one in told.observations if one.severity is Severity.GOOD and one.text
        )
    faults = [one for one in told.observations if one.severity is not Severity.GOOD]
    if faults:
        yield "What to take from it"
        yield "\n".join(_lesson(one) for one in faults)
    if Addressee.SUPERVISOR in parts:
        yield "What we ask of you as supervisor"
        yield _request(told, faults)


def _request(told: Told, faults: Sequence[Observation]) -> str:
    """Ask a supervisor for what fits the finding: a talk, thanks passed on, or no more than that it is told."""
    if faults or told.result is Result.INAPPROPRIATE:
        return _TALK
    good = any(one.severity is Severity.GOOD for one in told.observations)
    return _THANK if good or told.result in (Result.APPROPRIATE, Result.OBSERVATIONS) else _TELL


WHO_READS = (
    "The force's lead and the force crime registrar read every reply, and your supervisor can. It may be put before "
    "the panel, once names and other identifiers are taken out."
)
_GOOD = "The panel saw good practice in this case and asked that you be told."
_TALK = (
    "Please talk this through with those concerned, as a conversation about the next case and not about blame. If the "
    "whole team could use it, or if something stands in the way of doing it well, tell us in your reply."
)
_THANK = "Please tell those concerned, and pass on to the team what is worth doing again."
_TELL = "Please tell those concerned, and that it is no finding against their decision."


def _lesson(one: Observation) -> str:
    weight = " (the panel thought this important)" if one.severity is Severity.SERIOUS else ""
    said = f" The panel added: “{one.text}”" if one.text else ""
    return f"- {THEME_TITLES[one.theme]}{weight}. Next time, {ADVICE[one.theme]}{said}"


def _closing(told: Told) -> Iterator[str]:
    yield "What this letter is, and what it is not"
    yield (
        "The panel looks back so that we can learn. It cannot reopen the case or change its outcome. This letter is "
        "not discipline, and is no part of any disciplinary procedure."
    )
    yield "Your right of reply"
    where = "to whoever gave you this letter" if told.on_paper else "on the same page"
    yield (
        "Please say that you have read this letter. If you see the case differently, or know something that the panel "
        f"could not, write back {where}. {WHO_READS}"
    )
    yield f"Lead for out-of-court resolutions\n{told.force}"
