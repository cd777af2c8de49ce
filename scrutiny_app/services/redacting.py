"""Redacting: the machine drafts, a person adds and lifts, and says when a version is ready for a second person.

Every edit is a new version; nothing is overwritten, and an edit made from an older version than the newest is refused.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from redaction import Span
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import OriginalRead, RedactionChecked, RedactionEdited, RedactionRead, RedactionsDrafted
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import OPEN_TO_CHECK, hand_kind, plainly
from scrutiny_app.domain.story_risks import NOBODY_RECOGNISED, Recognisable, StoryAnswer
from scrutiny_app.models.people import User
from scrutiny_app.models.redactions import Redaction, RedactionCheck
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.adding import Addition, added
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.parties import Leak, leaks, parties_of, redactor, references_of
from scrutiny_app.services.redactions import Opened, Progress, open_newest, open_record, progress_of, texts_of
from scrutiny_app.services.rounds import draw_of, in_round
from scrutiny_app.services.trail import Actor, now
from scrutiny_app.services.uncovering import bared_places, lift_from, with_bared
from scrutiny_app.services.versions import (
    Lift,
    Marks,
    Place,
    Version,
    find_version,
    keep_version,
    newest,
    open_version,
)


class LeaksFound(Refused):
    """The verifier still finds something that identifies a person in what would be released."""

    def __init__(self, found: list[Leak]) -> None:
        listed = "; ".join(dict.fromkeys(f"“{leak.words}” in {leak.where} ({leak.kind})" for leak in found))
        super().__init__(f"Something that identifies a person still stands in this version: {listed}. Redact it first.")
        self.found = found


class Bared(Refused):
    """Words that were redacted are shown again, and no person lifted them."""

    def __init__(self, opened: Opened, places: list[Place]) -> None:
        listed = "; ".join(f"“{opened.words(name, span)}” in {opened.heading(name)}" for name, span in places)
        super().__init__(
            f"Words that were redacted are shown again, and nobody said why: {listed}. Redact them (see the doubts). "
            "If they may be shown, lift them after that and give the reason."
        )


def draft_redactions(session: Session, round_: Round, key: CaseKey, by: Actor) -> int:
    """Draft the redaction of each drawn case that has none, and say how many were drafted."""
    if draw_of(session, round_) is None:
        raise Refused("Nothing has been drawn for this round yet. Draw its cases first, then draft their redactions.")
    undrafted = [round_case for round_case in _cases(session, round_) if newest(session, round_case) is None]
    if not undrafted:
        raise Refused("Every case of this round has its draft already. Open one to check it.")

    for round_case in undrafted:
        keep_version(session, round_case, _draft(session, round_case, key), key, by=None)

    trail.record(session, RedactionsDrafted(round_.id, drafted=len(undrafted)), by=by)
    return len(undrafted)


def _draft(session: Session, round_case: RoundCase, key: CaseKey) -> Version:
    marks = machine_marks(open_record(session, round_case, key))
    return Version("drafted", "", sum(len(mark.spans) for mark in marks.values()), marks)


def machine_marks(record: Mapping[str, Any]) -> dict[str, Marks]:
    """Let the machine say what it would take out of each text of a record, and what it doubts."""
    results = redactor().redact_case(
        texts_of(record),
        parties=parties_of(record),
        references=references_of(record),
        offence_date=date.fromisoformat(record["offence_date"]),
    )
    return {name: Marks(result.spans, result.doubts) for name, result in results.items()}


def add_span(
    session: Session, round_case: RoundCase, wanted: Addition, *, version: int, key: CaseKey, by: User
) -> Redaction:
    """Take words out, joined with any redaction that they overlap, and keep that as a new version."""
    opened = open_newest(session, round_case, key, version=version)
    marks, places = added(opened, wanted)
    made = Version("added", wanted.kind.value, places, marks, opened.version.lifts)
    return keep_edit(session, round_case, made, key, by=by)


def redact_doubt(
    session: Session, round_case: RoundCase, number: int, *, version: int, key: CaseKey, by: User
) -> Redaction:
    """Take the words of a doubt out, by its number in reading order, as a new version."""
    opened = with_bared(open_newest(session, round_case, key, version=version))
    doubts = [(name, doubt) for name, marks in opened.marks.items() for doubt in marks.doubts]
    if not 1 <= number <= len(doubts):
        raise Refused(f"There is no doubt {number} in this version. Go back to the check page and choose again.")
    name, doubt = doubts[number - 1]
    words, kind = opened.words(name, doubt), hand_kind(doubt.kind)
    wanted = Addition(name, words, kind, doubt.start, doubt.end)
    return add_span(session, round_case, wanted, version=version, key=key, by=by)


def lift_span(
    session: Session,
    round_case: RoundCase,
    number: int,
    reason: str,
    *,
    everywhere: bool = False,
    version: int,
    key: CaseKey,
    by: User,
) -> Redaction:
    """Put a numbered redaction's words back, or those words wherever they bear the same tag, and say why.

    What it had covered is redacted again, as it was before, unless a person has lifted that too.
    A reason is likely to name somebody, so it is sealed with the version, and the trail has its keyed digest alone.
    """
    if not reason.strip():
        raise Refused("Say why these words may be shown: the second person will read it.")
    opened = open_newest(session, round_case, key, version=version)
    name, span = find_span(opened, number)
    words = opened.words(name, span)

    def is_meant(where: str, other: Span) -> bool:
        same = other.tag == span.tag and opened.words(where, other).casefold() == words.casefold()
        return (where == name and other == span) or (everywhere and same)

    meant = [(where, other) for _, where, other in opened.numbered() if is_meant(where, other)]
    gone = [place for place in opened.version.lost if is_meant(*place)]
    marks = lift_from(opened.marks, meant, [place for place in opened.version.lost if place not in gone])
    lift = Lift(opened.row.version + 1, name, words, span.tag, reason.strip())
    made = Version("lifted", span.kind, len(meant), marks, (*opened.version.lifts, lift))
    digest = key.fingerprint(asdict(lift))
    return keep_edit(session, round_case, made, key, by=by, lifted=[*meant, *gone], reason_digest=digest)


def find_span(opened: Opened, number: int) -> tuple[str, Span]:
    """Find a redaction by its number, with the name of its text."""
    for found, name, span in opened.numbered():
        if found == number:
            return name, span
    raise Refused(f"There is no redaction {number} in this version. Go back to the check page and choose again.")


def follow_span(
    session: Session, opened: Opened, number: int, version: int, key: CaseKey
) -> tuple[int | None, str, Span]:
    """Find a redaction by its number in an earlier version; gives its number now, or None where it stands no more."""
    row = find_version(session, opened.row.round_case_id, version)
    earlier = open_version(row, key) if row else opened.version
    name, span = find_span(replace(opened, version=earlier), number)
    return next((here for here, *place in opened.numbered() if place == [name, span]), None), name, span


def finish_check(
    session: Session,
    round_case: RoundCase,
    version: int,
    key: CaseKey,
    by: User,
    story: StoryAnswer = NOBODY_RECOGNISED,
) -> RedactionCheck:
    """Keep a person's word that a version is ready, for the first time or anew after it was returned or withheld.

    Raises LeaksFound or Bared while it shows what it should not, Recognisable where they say that it tells too much.
    """
    opened = open_newest(session, round_case, key, version=version)
    standing = progress_of(session, round_case)
    if standing.standing not in OPEN_TO_CHECK:
        raise Refused(f"Version {version} has been checked already. A second person can preview and approve it.")
    if standing.withheld_at and opened.row.made_at <= standing.withheld_at and not story.note.strip():
        raise Refused(
            "This release was taken away, and nothing has been redacted since. Redact what identifies somebody; or say "
            "in the note why nobody can be identified, which the second person reads."
        )
    if story.recognisable:
        raise Recognisable
    found = leaks(opened.record, ((opened.heading(name), text) for name, text in opened.redacted().items()))
    if found:
        raise LeaksFound(found)
    bared = bared_places(opened)
    if bared:
        raise Bared(opened, bared)

    note = key.seal(story.note.strip(), note_place(opened.row)) if story.note.strip() else None
    said = {"risks": [risk.value for risk in story.risks], "note": note}
    check = RedactionCheck(redaction_id=opened.row.id, checked_by=by.id, checked_at=now(), **said)
    session.add(check)

    trail.record(session, RedactionChecked(round_case.round_id, round_case.id, version), by=by)
    return check


def note_of(standing: Progress, key: CaseKey) -> str:
    """Give what somebody noted when they called the newest version ready, or no words."""
    if standing.redaction is None or standing.check is None or standing.check.note is None:
        return ""
    return plainly(key.open(standing.check.note, note_place(standing.redaction)))


def note_place(row: Redaction) -> str:
    """Name the place to which what somebody noted at a check is bound."""
    return f"redaction-check:{row.round_case_id}:{row.version}"


def read_redaction(session: Session, round_case: RoundCase, key: CaseKey, by: User) -> Opened:
    """Open the newest version to look at, on the trail; a registrar's look at an original is an alarm there."""
    opened = open_newest(session, round_case, key)
    trail.record(session, RedactionRead(round_case.round_id, round_case.id, opened.row.version), by=by)
    if by.role == Role.REGISTRAR:
        read = OriginalRead(opened.pick.case_id, opened.pick.dossier_version, alarmed=True)
        trail.record(session, read, by=by)
    return with_bared(opened)


def _cases(session: Session, round_: Round) -> list[RoundCase]:
    query = select(RoundCase).where(*in_round(round_)).order_by(RoundCase.position)
    return list(session.scalars(query))


def keep_edit(
    session: Session,
    round_case: RoundCase,
    made: Version,
    key: CaseKey,
    *,
    by: User,
    lifted: Collection[Place] = (),
    reason_digest: str | None = None,
) -> Redaction:
    """Keep what a person made of the newest version as a version after it, on the trail."""
    row = keep_version(session, round_case, made, key, by=by.id, lifted=lifted)
    event = RedactionEdited(round_case.round_id, round_case.id, row.version, made.change, made.kind, reason_digest)
    trail.record(session, event, by=by)
    return row
