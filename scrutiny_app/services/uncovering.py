"""Uncovering: what a redaction took the place of, so that lifting it brings back all that nobody chose to lift."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from redaction import Span
from scrutiny_app.domain.redacting import touching
from scrutiny_app.models.redactions import Redaction
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.redactions import Marks, Opened, Version, open_version

Place = tuple[str, Span]
BARED = "redacted in an earlier version, shown in this one, and nobody gave a reason"


def versions_up_to(session: Session, opened: Opened, key: CaseKey) -> dict[int, Version]:
    """Open every version of a case's redaction up to the one that is open, the machine's draft first."""
    query = select(Redaction).where(Redaction.round_case_id == opened.row.round_case_id)
    rows = session.scalars(query.where(Redaction.version <= opened.row.version).order_by(Redaction.version))
    return {row.version: open_version(row, key) for row in rows}


def lost_places(opened: Opened, versions: Mapping[int, Version]) -> list[Place]:
    """List the redactions that stand no more though no person lifted them, what was lost last first."""
    lost: dict[Place, None] = {}
    before: list[Place] = []
    for number, version in versions.items():
        lifted = {(lift.tag, lift.words.casefold()) for lift in version.lifts if lift.version == number}
        standing = list(_places(version.marks))
        for place in before:
            name, span = place
            if place not in standing and (span.tag, opened.words(name, span).casefold()) not in lifted:
                lost[place] = None
        for place in standing:
            lost.pop(place, None)
        before = standing
    return list(reversed(lost))


def lift_from(
    marks: Mapping[str, Marks], meant: Iterable[Place], lost: Iterable[Place], draft: Version
) -> dict[str, Marks]:
    """Take redactions out of a case's marks, and put back the redactions and the doubts that they had covered."""
    left = {name: list(mark.spans) for name, mark in marks.items()}
    lifted = list(meant)
    for name, span in lifted:
        left[name].remove(span)
    for name, span in lost:
        under = touching([other for where, other in lifted if where == name], span.start, span.end)
        if under and not touching(left[name], span.start, span.end):
            left[name].append(span)
    return {name: _in_order(spans, draft.marks.get(name, Marks()).doubts) for name, spans in left.items()}


def bared_places(opened: Opened, versions: Mapping[int, Version]) -> list[Place]:
    """List the lost redactions of which this version shows a letter or digit."""
    return [place for place in lost_places(opened, versions) if _shows(opened, *place)]


def with_bared(opened: Opened, versions: Mapping[int, Version]) -> Opened:
    """Show what an edit laid bare as doubts, beside the machine's own."""
    marks = dict(opened.marks)
    for name, span in bared_places(opened, versions):
        if name in marks:
            doubts = (*marks[name].doubts, replace(span, reason=BARED))
            marks[name] = replace(marks[name], doubts=tuple(sorted(doubts, key=lambda doubt: doubt.start)))
    return replace(opened, version=replace(opened.version, marks=marks))


def _in_order(spans: Iterable[Span], doubts: Iterable[Span]) -> Marks:
    """Put redactions in reading order, with those of the draft's doubts that none of them covers."""
    ordered = tuple(sorted(spans, key=lambda span: span.start))
    return Marks(ordered, tuple(doubt for doubt in doubts if not touching(ordered, doubt.start, doubt.end)))


def _places(marks: Mapping[str, Marks]) -> Iterator[Place]:
    yield from ((name, span) for name, mark in marks.items() for span in mark.spans)


def _shows(opened: Opened, name: str, span: Span) -> bool:
    spans = opened.marks.get(name, Marks()).spans
    bare = (at for at in range(span.start, span.end) if not touching(spans, at, at + 1))
    return any(opened.record[name][at].isalnum() for at in bare)
