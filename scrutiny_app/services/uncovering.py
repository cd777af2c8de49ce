"""Uncovering: what a redaction took the place of, so that lifting it brings back all that nobody chose to lift."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from redaction import Span
from scrutiny_app.domain.redacting import touching
from scrutiny_app.services.redactions import Opened
from scrutiny_app.services.versions import Marks, Place

BARED = "redacted in an earlier version, shown in this one, and nobody gave a reason"


def lift_from(marks: Mapping[str, Marks], meant: Iterable[Place], lost: Iterable[Place]) -> dict[str, Marks]:
    """Take redactions out of a case's marks, and put back the redactions and the doubts that they had covered.

    `lost` are those that had gone, in the order of their going: what went last comes back first.
    """
    left = {name: list(mark.spans) for name, mark in marks.items()}
    lifted = list(meant)
    for name, span in lifted:
        left[name].remove(span)
    for name, span in reversed(list(lost)):
        under = touching([other for where, other in lifted if where == name], span.start, span.end)
        if under and not touching(left[name], span.start, span.end):
            left[name].append(span)
    changed = {name for name, _ in lifted}
    return {name: _in_order(left[name], mark) if name in changed else mark for name, mark in marks.items()}


def bared_places(opened: Opened) -> list[Place]:
    """List the lost redactions of which this version shows a letter or digit."""
    return [place for place in opened.version.lost if _shows(opened, *place)]


def with_bared(opened: Opened) -> Opened:
    """Show what an edit laid bare as doubts, beside the machine's own."""
    marks = dict(opened.marks)
    for name, span in bared_places(opened):
        if name in marks:
            doubts = (*marks[name].doubts, replace(span, reason=BARED))
            marks[name] = replace(marks[name], doubts=tuple(sorted(doubts, key=lambda doubt: doubt.start)))
    return replace(opened, version=replace(opened.version, marks=marks))


def _in_order(spans: Iterable[Span], before: Marks) -> Marks:
    """Put redactions in reading order, with those of the doubts that none of them covers."""
    ordered = tuple(sorted(spans, key=lambda span: span.start))
    every = sorted((*before.doubts, *before.covered), key=lambda doubt: doubt.start)
    covered = {doubt for doubt in every if touching(ordered, doubt.start, doubt.end)}
    return Marks(
        ordered, tuple(one for one in every if one not in covered), tuple(one for one in every if one in covered)
    )


def _shows(opened: Opened, name: str, span: Span) -> bool:
    spans = touching(opened.marks.get(name, Marks()).spans, span.start, span.end)
    bare = (at for at in range(span.start, span.end) if not touching(spans, at, at + 1))
    return any(opened.record[name][at].isalnum() for at in bare)
