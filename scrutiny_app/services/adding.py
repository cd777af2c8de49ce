"""Adding by hand: where the words that a person takes out stand, and whom or what they stand for."""

from dataclasses import dataclass, replace

from redaction import Span
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.redacting import HandKind, next_tag, occurrences, touching, trimmed
from scrutiny_app.services.parties import tags_of
from scrutiny_app.services.redactions import Opened
from scrutiny_app.services.versions import Marks


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


def added(opened: Opened, wanted: Addition) -> tuple[dict[str, Marks], int]:
    """Give a case's marks with the words taken out, and at how many places; Refused where there are none."""
    places = _places(opened, wanted)
    kind, tag, party = _meaning(opened, wanted, places[0])
    marks = dict(opened.marks)
    for name, start, end in places:
        marks[name] = _with(marks[name], Span(start, end, kind, tag, "human", 1.0, "added by hand", party))
    return marks, len(places)


def known_tag(opened: Opened, tag: str) -> tuple[str, int | None]:
    """Give the kind of a tag and whose it is, where the version or the record knows it; Refused where neither does."""
    meant = next((span for _, _, span in opened.numbered() if span.tag == tag), None)
    if meant:
        return meant.kind, meant.party
    parties = tags_of(opened.record)
    if tag not in parties:
        raise Refused("That tag is not in this version any more. Choose again whom or what the words stand for.")
    return HandKind.NAME.value, parties[tag].party


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


def _meaning(opened: Opened, wanted: Addition, place: tuple[str, int, int]) -> tuple[str, str, int | None]:
    """Give kind and tag of what stands for the words, and whose they are: an existing one where they are known."""
    kind = wanted.kind.value
    if wanted.tag is not None:
        _, party = known_tag(opened, wanted.tag)
        return kind, wanted.tag, party
    words = wanted.quoted.casefold()
    same = [(name, span) for _, name, span in opened.numbered() if span.kind == kind]
    alike = [span for name, span in same if opened.words(name, span).casefold() == words]
    overlapped = touching(opened.marks[place[0]].spans, place[1], place[2])
    meant = alike or [span for span in overlapped if span.kind == kind]
    if meant:
        return kind, meant[0].tag, meant[0].party
    return kind, next_tag(wanted.kind, (span.tag for _, _, span in opened.numbered())), None


def _with(marks: Marks, span: Span) -> Marks:
    """Add a redaction to a text's marks: what it overlaps becomes part of it, and the doubts under it are covered."""
    joined = touching(marks.spans, span.start, span.end)
    whole = replace(
        span,
        start=min(other.start for other in (span, *joined)),
        end=max(other.end for other in (span, *joined)),
    )
    spans = sorted((*(other for other in marks.spans if other not in joined), whole), key=lambda other: other.start)
    hidden = touching(marks.doubts, whole.start, whole.end)
    covered = sorted((*marks.covered, *hidden), key=lambda doubt: doubt.start)
    return Marks(tuple(spans), tuple(doubt for doubt in marks.doubts if doubt not in hidden), tuple(covered))
