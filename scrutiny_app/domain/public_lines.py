"""The free text of a public report: every line of it, each approved by a person other than whoever chose it.

A line is known by the digest of its words, so that one that changes must be approved anew and one that does not need
not be. The titles count as lines: somebody typed them.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from scrutiny_app.domain.errors import Refused

LONGEST_LINE = 1000
MOST_LINES = 100


class LineKind(StrEnum):
    """Where on the page a line stands."""

    TITLE = "title"
    ROUND = "round"
    PANEL = "panel"
    FILTER = "filter"
    INTRODUCTION = "introduction"
    REMARK = "remark"
    GOOD_PRACTICE = "good_practice"
    LEARNING = "learning"
    SAID = "said"
    DID = "did"


LINE_TITLES = {
    LineKind.TITLE: "Title of the report",
    LineKind.ROUND: "Name of the round",
    LineKind.PANEL: "Name of the panel",
    LineKind.FILTER: "Which cases the round was of",
    LineKind.INTRODUCTION: "In the panel’s and the publisher’s words",
    LineKind.REMARK: "What the panel said",
    LineKind.GOOD_PRACTICE: "Good practice that the panel saw",
    LineKind.LEARNING: "What is to be learnt",
    LineKind.SAID: "You said",
    LineKind.DID: "We did",
}
# What somebody typed elsewhere and the report is headed with: approved as words, wherever on the page they stand.
HEADINGS = frozenset({LineKind.TITLE, LineKind.ROUND, LineKind.PANEL, LineKind.FILTER})


class NamesSomebody(Refused):
    """Words of a public report in which somebody can be recognised; the message says where and repeats none of them."""

    def __init__(self, lines: "Iterable[PublicLine]") -> None:
        self.lines = tuple(lines)
        kinds = dict.fromkeys(one.kind for one in self.lines)
        self.where = ", ".join(f"“{LINE_TITLES[kind]}”" for kind in kinds)
        super().__init__(
            f"A line under {self.where} holds something that identifies a person: nothing was approved or published. "
            "Prepare a new version without it."
        )


class PublicLine(NamedTuple):
    """One line of free text; a reply (`did`) holds the words of the request (`said`) that it answers."""

    kind: LineKind
    text: str
    answers: str = ""

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the line's words and place, of a reply with the request: it is approved as its reply."""
        words = f"{self.answers}\n{self.text}" if self.answers else self.text
        kind = LineKind.TITLE if self.kind in HEADINGS else self.kind
        return sha256(f"{kind}\n{words}".encode()).hexdigest()


def line_of(kind: LineKind, text: str, answers: str = "") -> PublicLine:
    """Make a line of words as they were typed or chosen; raise Refused where they are too long."""
    words, request = " ".join(text.split()), " ".join(answers.split())
    if max(len(words), len(request)) > LONGEST_LINE:
        raise Refused(f"A line of a public report holds at most {LONGEST_LINE:,} characters. Shorten it or part it.")
    return PublicLine(kind, words, request)


def answered(lines: Iterable[PublicLine]) -> list[PublicLine]:
    """Leave out the replies whose request is not among the lines."""
    found = list(lines)
    requests = {one.text for one in found if one.kind is LineKind.SAID}
    return [one for one in found if one.kind is not LineKind.DID or one.answers in requests]


def written(lines: Iterable[PublicLine]) -> list[dict[str, str]]:
    """Write lines as a report's content holds them; a reply with what it `answers`."""
    return [
        {"kind": one.kind.value, "text": one.text} | ({"answers": one.answers} if one.answers else {}) for one in lines
    ]


def check_lines(lines: Iterable[PublicLine]) -> tuple[PublicLine, ...]:
    """Give the lines that say something, each once; raise Refused for too many, or a reply without its request."""
    found = tuple(dict.fromkeys(one for one in lines if one.text))
    if len(answered(found)) < len(found):
        raise Refused(
            "A reply is printed under the request that it answers: choose the request too, or leave the reply out."
        )
    if len(found) > MOST_LINES:
        raise Refused(f"A public report holds at most {MOST_LINES} lines of free text. Choose the ones that matter.")
    return found


def lines_of(content: Mapping[str, Any]) -> tuple[PublicLine, ...]:
    """Give all free text that a report's content prints, its titles first, each once."""
    found: dict[str, PublicLine] = {}
    for one in _lines(content):
        if one.text:
            found.setdefault(one.digest, one)
    return tuple(found.values())


def _lines(content: Mapping[str, Any]) -> Iterator[PublicLine]:
    yield PublicLine(LineKind.TITLE, content["title"])
    for part in content["parts"]:
        for one in part["rounds"]:
            yield PublicLine(LineKind.ROUND, one["title"])
            yield PublicLine(LineKind.PANEL, one["panel"])
            yield from (PublicLine(LineKind.FILTER, words) for words in one["filters"].values())
    yield from (PublicLine(LineKind(one["kind"]), one["text"], one.get("answers", "")) for one in content["lines"])
