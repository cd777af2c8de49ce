"""Attached files: which case each belongs to by its name, and what becomes of it.

A case's number is compared by its letters and digits alone, since a file's name cannot hold every sign. The longest
known number that begins the file's name counts, or one that is the whole name of a folder around it; where two cases
answer, neither does. A number that ends within a word or figure of the name is none: NM-0001 does not begin NM-00012.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

from scrutiny_app.domain.cells import fold

MOST_OF_A_CASE = 20
MOST_CHARACTERS = 400_000  # of a case's attachments together: as much as is redacted in seconds, and read in a day
MOST_SUMMARY = 20_000  # characters, as many as a narrative may have


class Fate(StrEnum):
    """What became of a file of a zip; programs read these words, so they never change."""

    READ = "read"  # and waits for the last transaction
    ADDED = "added"
    HELD = "held"
    REFUSED = "file_refused"
    NO_CASE = "file_without_case"
    AMBIGUOUS = "file_of_two_cases"
    TOO_MANY = "file_too_many"


FATE_TITLES = {
    Fate.READ: "Read",
    Fate.ADDED: "Added to its case",
    Fate.HELD: "Held already",
    Fate.REFUSED: "Refused",
    Fate.NO_CASE: "No case found",
    Fate.AMBIGUOUS: "Two cases found",
    Fate.TOO_MANY: "Too much for one case",
}
FOUND = {
    Fate.NO_CASE: "a file of no case that is held",
    Fate.AMBIGUOUS: "a file that two cases answer to",
    Fate.TOO_MANY: "a file past the most that a case may have",
}
ADVICE = {
    Fate.NO_CASE: "Begin the file's name with its case number, or import the case first. Then send it again.",
    Fate.AMBIGUOUS: "Name the file, and any folder that it is in, so that one case number alone fits. Send it again.",
    Fate.TOO_MANY: (
        f"A case has at most {MOST_OF_A_CASE} attachments, of {MOST_CHARACTERS:,} characters together. "
        "Send those that matter."
    ),
}
PROBLEMS = frozenset(Fate) - {Fate.READ, Fate.ADDED, Fate.HELD}


Attachment = Mapping[str, Any]  # one of a record's: name, kind, text, left_out, state


class State(StrEnum):
    """Whether an attachment's text can be read, and if so, whose words it is in."""

    READ = "read"
    NOT_READ = "image, not read"
    SUMMARISED = "summarised"


def attachments_of(record: Mapping[str, Any]) -> dict[str, Attachment]:
    """Give a record's attachments by the names that their texts bear beside the narratives: attachment_1 and on."""
    return {f"attachment_{number}": one for number, one in enumerate(record.get("attachments") or (), 1)}


def heading_of(name: str, attachment: Attachment) -> str:
    """Say what stands under a heading: what kind of thing was attached, never the file's name, which may identify."""
    number, kind = name.rpartition("_")[2], attachment["kind"]
    match attachment["state"]:
        case State.NOT_READ:
            return f"Attachment {number}: a {kind} that could not be read"
        case State.SUMMARISED:
            return f"Attachment {number}: {kind}, summarised by the force"
    return f"Attachment {number}: {kind}"


def cases_of(names: Mapping[int, str], numbers: Iterable[tuple[int, str]]) -> dict[int, int | Fate]:
    """Say of each named file, by its place, which case it belongs to, or why none; `numbers` are read through once."""
    sought: dict[str, list[tuple[int, int]]] = defaultdict(list)  # folded words: which place, and how good an answer
    for place, name in names.items():
        for words, worth in _beginnings(name):
            sought[words].append((place, worth))
    answers: dict[int, list[tuple[int, int]]] = defaultdict(list)  # place: how good an answer, and which case
    for case_id, number in numbers:
        for place, worth in sought.get(fold(number), ()):
            answers[place].append((worth, case_id))
    return {place: _chosen(answers.get(place, [])) for place in names}


_FOLDER = 1_000_000  # a folder's name counts beside the best beginning of the file's own


def _beginnings(name: str) -> Iterator[tuple[str, int]]:
    """Yield the words that a file's number may be, by how much of its name each takes; a folder's is its own kind."""
    path = PurePosixPath(name)
    for folder in {fold(folder) for folder in path.parts[:-1]} - {""}:
        yield folder, _FOLDER
    stem = path.stem
    words = ""
    for at, character in enumerate(stem):
        words += fold(character)
        ends = at + 1 == len(stem) or not stem[at + 1].isalnum()
        if ends and character.isalnum():
            yield words, len(words)


def _chosen(answers: list[tuple[int, int]]) -> int | Fate:
    own = [worth for worth, _ in answers if worth != _FOLDER]
    best = {case_id for worth, case_id in answers if worth in (_FOLDER, max(own, default=0))}
    if len(best) == 1:
        return best.pop()
    return Fate.AMBIGUOUS if best else Fate.NO_CASE
