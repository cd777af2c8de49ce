"""Redacting: the machine drafts, a person adds and lifts, and says when a version is ready for a second person.

Every edit is a new version; nothing is overwritten, and an edit made from an older version than the newest is refused.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from redaction import Span
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import OriginalRead, RedactionChecked, RedactionEdited, RedactionRead, RedactionsDrafted
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import HandKind, next_tag, occurrences, touching, trimmed
from scrutiny_app.models.people import User
from scrutiny_app.models.redactions import Redaction, RedactionCheck
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.parties import Leak, leaks, parties_of, redactor, references_of
from scrutiny_app.services.redactions import (
    Lift,
    Marks,
    Opened,
    Version,
    keep_version,
    newest,
    open_newest,
    open_record,
    texts_of,
)
from scrutiny_app.services.rounds import draw_of, in_round
from scrutiny_app.services.trail import Actor, now
from scrutiny_app.services.uncovering import Place, bared_places, lift_from, lost_places, versions_up_to, with_bared


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


@dataclass(frozen=True)
class Addition:
    """Words to take out: at one place (start to end), or all through the text, or everywhere in the case."""

    text_name: str
    quoted: str
    kind: HandKind
    start: int | None = None
    end: int | None = None
    tag: str | None = None  # of the person or thing meant, where it has one already
    everywhere: bool = False


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
    places = _places(opened, wanted)
    tag, party = _tag(opened, wanted, places[0])
    marks = dict(opened.marks)
    for name, start, end in places:
        marks[name] = _with(marks[name], Span(start, end, wanted.kind.value, tag, "human", 1.0, "added by hand", party))

    made = Version("added", wanted.kind.value, len(places), marks, opened.version.lifts)
    return _keep(session, round_case, made, key, by=by)


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
    versions = versions_up_to(session, opened, key)
    covered = [place for place in lost_places(opened, versions) if not is_meant(*place)]
    marks = lift_from(opened.marks, meant, covered, versions[1])
    lift = Lift(opened.row.version + 1, name, words, span.tag, reason.strip())
    made = Version("lifted", span.kind, len(meant), marks, (*opened.version.lifts, lift))
    return _keep(session, round_case, made, key, reason_digest=key.fingerprint(asdict(lift)), by=by)


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
    earlier = versions_up_to(session, opened, key).get(version, opened.version)
    name, span = find_span(replace(opened, version=earlier), number)
    return next((here for here, *place in opened.numbered() if place == [name, span]), None), name, span


def finish_check(session: Session, round_case: RoundCase, version: int, key: CaseKey, by: User) -> RedactionCheck:
    """Keep a person's word that a version is ready; raise LeaksFound or Bared while it shows what it should not."""
    opened = open_newest(session, round_case, key, version=version)
    if session.get(RedactionCheck, opened.row.id):
        raise Refused(f"Version {version} has been checked already. A second person can preview and approve it.")
    found = leaks(opened.record, ((opened.heading(name), text) for name, text in opened.redacted().items()))
    if found:
        raise LeaksFound(found)
    bared = bared_places(opened, versions_up_to(session, opened, key))
    if bared:
        raise Bared(opened, bared)

    check = RedactionCheck(redaction_id=opened.row.id, checked_by=by.id, checked_at=now())
    session.add(check)

    trail.record(session, RedactionChecked(round_case.round_id, round_case.id, version), by=by)
    return check


def read_redaction(session: Session, round_case: RoundCase, key: CaseKey, by: User) -> Opened:
    """Open the newest version to look at, on the trail; a registrar's look at an original is an alarm there."""
    opened = open_newest(session, round_case, key)
    trail.record(session, RedactionRead(round_case.round_id, round_case.id, opened.row.version), by=by)
    if by.role == Role.REGISTRAR:
        read = OriginalRead(opened.pick.case_id, opened.pick.dossier_version, alarmed=True)
        trail.record(session, read, by=by)
    return with_bared(opened, versions_up_to(session, opened, key))


def _cases(session: Session, round_: Round) -> list[RoundCase]:
    query = select(RoundCase).where(*in_round(round_)).order_by(RoundCase.position)
    return list(session.scalars(query))


def _places(opened: Opened, wanted: Addition) -> list[tuple[str, int, int]]:
    """Find every place that is meant and is not redacted already."""
    if wanted.text_name not in opened.marks:
        raise Refused("Nothing was recorded in that text. Choose another text.")
    text: str = opened.record[wanted.text_name]
    chosen = [_selected(text, wanted)] if wanted.start is not None else occurrences(text, wanted.quoted)
    if not chosen:
        heading = opened.heading(wanted.text_name)
        raise Refused(f"“{wanted.quoted}” does not stand in “{heading}”. Check the spelling, or choose another text.")
    places = [(wanted.text_name, start, end) for start, end in chosen]
    if wanted.everywhere:
        every = ((name, *place) for name in opened.marks for place in occurrences(opened.record[name], wanted.quoted))
        places += [place for place in every if place not in places]
    free = [(name, start, end) for name, start, end in places if not _is_taken(opened.marks[name], start, end, wanted)]
    if not free:
        raise Refused(f"“{wanted.quoted}” is redacted already. Choose other words, or lift that redaction first.")
    return free


def _selected(text: str, wanted: Addition) -> tuple[int, int]:
    start, end = wanted.start or 0, wanted.end or 0
    if not 0 <= start < end <= len(text) or text[start:end].split() != wanted.quoted.split():
        raise Refused("The selection and its words do not agree. Select the words again.")
    return trimmed(text, start, end)


def _is_taken(marks: Marks, start: int, end: int, wanted: Addition) -> bool:
    """Say whether a place lies within a redaction already, unless it is the very same and is to bear another tag."""
    within = [span for span in touching(marks.spans, start, end) if span.start <= start and end <= span.end]
    same = [span for span in within if (span.start, span.end) == (start, end)]
    return bool(within) and not (same and wanted.tag and same[0].tag != wanted.tag)


def _tag(opened: Opened, wanted: Addition, place: tuple[str, int, int]) -> tuple[str, int | None]:
    """Give the tag that stands for the words, and whose they are: an existing one where they are known already."""
    every = [(name, span) for _, name, span in opened.numbered()]
    if wanted.tag is not None:
        meant = [span for _, span in every if span.tag == wanted.tag]
        if not meant:
            raise Refused("That tag is not in this version any more. Choose again whom or what the words stand for.")
    else:
        words, kind = wanted.quoted.casefold(), wanted.kind.value
        alike = [span for name, span in every if span.kind == kind and opened.words(name, span).casefold() == words]
        overlapped = touching(opened.marks[place[0]].spans, place[1], place[2])
        meant = alike or [span for span in overlapped if span.kind == kind]
    if meant:
        return meant[0].tag, meant[0].party
    return next_tag(wanted.kind, (span.tag for _, span in every)), None


def _with(marks: Marks, span: Span) -> Marks:
    """Add a redaction to a text's marks: what it overlaps becomes part of it, and no doubt is left under it."""
    joined = touching(marks.spans, span.start, span.end)
    whole = replace(
        span,
        start=min(other.start for other in (span, *joined)),
        end=max(other.end for other in (span, *joined)),
    )
    spans = sorted((*(other for other in marks.spans if other not in joined), whole), key=lambda other: other.start)
    covered = touching(marks.doubts, whole.start, whole.end)
    return Marks(tuple(spans), tuple(doubt for doubt in marks.doubts if doubt not in covered))


def _keep(
    session: Session, round_case: RoundCase, made: Version, key: CaseKey, *, by: User, reason_digest: str | None = None
) -> Redaction:
    row = keep_version(session, round_case, made, key, by=by.id)
    event = RedactionEdited(round_case.round_id, round_case.id, row.version, made.change, made.kind, reason_digest)
    trail.record(session, event, by=by)
    return row
