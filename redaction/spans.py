"""What was found, over the original's offsets, and the text that comes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Source = Literal["known", "shaped", "named", "human"]


@dataclass(frozen=True)
class Span:
    """One place in a text, what it holds and the tag that stands for it; `party` is an index into the parties given."""

    start: int
    end: int
    kind: str
    tag: str
    source: Source
    certainty: float
    reason: str
    party: int | None = None


@dataclass(frozen=True)
class Result:
    """A redacted text, the spans that were replaced, and the places left in that a person should look at."""

    text: str
    spans: tuple[Span, ...]
    doubts: tuple[Span, ...]


def render(text: str, spans: Iterable[Span]) -> str:
    """Replace each span of a text by its tag; raises ValueError when spans overlap or leave the text."""
    pieces: list[str] = []
    begin = 0
    for span in sorted(spans, key=lambda span: span.start):
        if not begin <= span.start < span.end <= len(text):
            raise ValueError("Spans must not overlap, be empty or leave the text.")
        pieces += [text[begin : span.start], span.tag]
        begin = span.end
    return "".join((*pieces, text[begin:]))


def outside(spans: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    """Keep the spans that touch none of those taken."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.start < other.end and other.start < span.end for other in taken):
            kept.append(span)
    return kept
