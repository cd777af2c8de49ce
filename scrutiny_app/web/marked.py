"""Original texts with their redactions and doubts marked, so that what is marked can be reached, told apart and read.

The mark-up adds no characters: numbers and kinds are drawn by the style sheet, and the links after the marks are empty
elements with a name, so that a selection's offsets are the text's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup, escape


class Span(Protocol):
    """A redaction over the original's characters, from start up to end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


@dataclass(frozen=True)
class Ways:
    """Where one gets to from a text's marks: its redactions' pages begin with `base`, its doubts lead to the next.

    The text's first redaction and first doubt bear these numbers among those of the case, which has `doubts` in all.
    """

    base: str
    redaction: int = 1
    doubt: int = 1
    doubts: int = 0


# Which line style a kind of identifier gets in the original; a kind not named here has the plain one.
_GROUPS = {
    **dict.fromkeys(("name",), "person"),
    **dict.fromkeys(("address", "street", "town", "postcode", "location", "place", "venue"), "place"),
    **dict.fromkeys(("school", "workplace", "organisation"), "place"),
    **dict.fromkeys(("phone", "email", "url", "handle", "network"), "contact"),
    **dict.fromkeys(("vehicle", "insurance", "nhs", "pnc", "cro", "reference", "collar", "card", "account"), "number"),
    **dict.fromkeys(("passport", "licence", "device", "number"), "number"),
    **dict.fromkeys(("birth", "age", "date"), "date"),
}


def span_group(kind: str) -> str:
    """Return the group that a kind of redaction belongs to, for its line style."""
    return _GROUPS.get(kind, "other")


def marked(
    text: str, spans: Iterable[Span], doubts: Iterable[Span] = (), first: int = 1, ways: Ways | None = None
) -> Markup:
    """Return an original text with its redactions and doubts marked, for a `pre` that keeps every character.

    Redactions show their numbers, from `first` on in the order given; a mark that overlaps an earlier one is left out.
    With `ways` each mark is followed by a link: to the redaction's own page, or to the next doubt.
    """
    chosen = [(span, "sure", number) for number, span in enumerate(spans, ways.redaction if ways else first)]
    sure = len(chosen)
    chosen += [(doubt, "doubt", number) for number, doubt in enumerate(doubts, ways.doubt if ways else 1)]
    pieces: list[str] = []
    end = 0
    for place, (span, certainty, number) in sorted(enumerate(chosen), key=lambda each: each[1][0].start):
        if span.start >= end:
            kind = span.kind.replace("_", " ")
            label = f"{number} {kind}" if place < sure else kind
            words = _kept(text[span.start : span.end])
            pieces += [_kept(text[end : span.start]), _mark(place, label, span.kind, certainty, words, ways, number)]
            end = span.end
    return Markup("".join([*pieces, _kept(text[end:])]))  # noqa: S704 - every piece is escaped


def _mark(place: int, label: str, kind: str, certainty: str, words: str, ways: Ways | None, number: int) -> str:
    label = str(escape(label))
    if ways is None:
        said, link = f' data-kind="{label}"', ""
    elif certainty == "sure":
        said = ""
        link = _link(f"{ways.base}{number}", label, f"Redaction {label}: change or lift", "span")
    else:
        said = f' id="doubt-{number}" data-kind="{label}"'
        onward = number % ways.doubts + 1
        link = _link(f"#doubt-{onward}", "→", f"Doubt {number} of {ways.doubts}: on to the next", "doubt")
    group = span_group(kind)
    return f'<mark data-span="{place}"{said} data-group="{group}" data-certainty="{certainty}">{words}</mark>{link}'


def _link(address: str, label: str, name: str, what: str) -> str:
    return f'<a class="mark-link" data-of="{what}" data-kind="{label}" href="{address}" aria-label="{name}"></a>'


def _kept(text: str) -> str:
    """Escape a text so that browsers keep its carriage returns, which they would otherwise fold into line feeds."""
    return str(escape(text)).replace("\r", "&#13;")
