"""What a file's columns are used for: the mapping that a person confirms once and that next month's file is read by.

What is not in a mapping is not loaded. Headings are known by their letters and digits alone, in one case (`fold`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import msgspec

from scrutiny_app.domain.cases import COLUMN, Field, Kind
from scrutiny_app.domain.cells import fold, fold_word
from scrutiny_app.domain.faults import MENDING_HEADING
from scrutiny_app.domain.group_fields import field_in_group
from scrutiny_app.domain.lines_read import LinesRead
from scrutiny_app.domain.parties import PARTY_COLUMN
from scrutiny_app.domain.sheets_read import SheetsRead


class Part(StrEnum):
    """How much of a field a column holds."""

    WHOLE = "whole"
    SURNAME = "surname"
    FORENAMES = "forenames"
    ORGANISATION = "organisation"  # the name where there is no person's
    KIND = "kind"  # whether the name beside it is a person's or an organisation's


@dataclass(frozen=True)
class Use:
    """One field that a column fills; `style` says how dates or names are written in it (see domain.styles)."""

    field: str
    part: Part = Part.WHOLE
    style: str = ""


@dataclass(frozen=True)
class Mapping:
    """What to load from a file, and as what.

    `uses` are by folded heading: none at all means deliberately not loaded. `words` give, by field and by the word of
    the file as `word_key` has it, our code ("" = not recorded), REJECTED or NOT_FOR_PANEL. `constants` are the same in
    every row. `spelt` are the headings as they were written when somebody confirmed them, for people to read. `sheets`
    says whether sheets with the same headings are read as one list of cases, and `heading_rows` how many rows the
    headings take up, where somebody had to point at them. `lines` says of which number several lines are one case.
    `spelt_words` are the words as they were written in the file, by their keys, so far as that is known.
    """

    uses: dict[str, tuple[Use, ...]]
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    parties: dict[str, tuple[Use, ...]] = field(default_factory=dict)
    spelt: dict[str, str] = field(default_factory=dict)
    sheets: SheetsRead = SheetsRead.UNSAID
    heading_rows: int = 0
    lines: LinesRead | None = None
    spelt_words: dict[str, str] = field(default_factory=dict)


NEVER_LOADED = frozenset({fold(MENDING_HEADING)})
JOINING = {
    Kind.WORD: ", ",
    Kind.TEXT: "\n\n",
    Kind.PEOPLE: "; ",
}
_CONTACT_JOIN = "; "
LAST_COUNTS = frozenset({"conditions_due"})  # of several columns' days: each condition has its own
LEAST_COUNTS = frozenset({"conditions_completed"})  # and how each was kept
REJECTED = "!reject"  # what a word is mapped to whose rows are to be rejected
NOT_FOR_PANEL = "!not_for_panel"  # and whose rows are rightly left out, with nothing to be mended


def joint(described: Field) -> str | None:
    """Give what stands between several columns of one field; None where only one column may fill it."""
    if described.name.endswith("contact") or described.name == "flags":
        return _CONTACT_JOIN
    if described.name.endswith("address") or described.kind in (Kind.TEXT, Kind.PEOPLE):
        return JOINING[described.kind]
    return None


def described(name: str, *, parties: bool = False) -> Field | None:
    """Find a field of the cases sheet, its groups of people among them, or of the sheet of people; None if none is."""
    return PARTY_COLUMN.get(name) if parties else COLUMN.get(name) or field_in_group(name)


def word_key(word: str) -> str:
    """Give the form by which a word of a file is known; a lone sign, such as a tick, is its own."""
    return fold_word(word) or "".join(word.split()).casefold()


def loaded(uses: dict[str, tuple[Use, ...]], headings: Iterable[str] | None = None) -> dict[str, list[Use]]:
    """List, by field, what fills it, in the order of the headings given or else of the mapping."""
    found: dict[str, list[Use]] = {}
    for key in uses if headings is None else map(fold, headings):
        for use in uses.get(key, ()):
            found.setdefault(use.field, []).append(use)
    return found


def columns_of(mapping: Mapping, headings: Sequence[str]) -> dict[str, list[int]]:
    """Give, by the heading of each of our fields, the columns (from 0) of a file that fill it."""
    found: dict[str, list[int]] = {}
    for column, heading in enumerate(headings):
        for use in mapping.uses.get(fold(heading), ()):
            if filled := described(use.field):
                found.setdefault(filled.heading, []).append(column)
    return found


def own_headings(mapping: Mapping, headings: Sequence[str]) -> dict[str, str]:
    """Give, by the heading of each of our fields, a file's own headings where they differ from it."""
    own = {ours: ", ".join(headings[at] for at in places) for ours, places in columns_of(mapping, headings).items()}
    return {ours: theirs for ours, theirs in own.items() if fold(ours) != fold(theirs)}


def not_loaded(uses: dict[str, tuple[Use, ...]], headings: Sequence[str]) -> tuple[str, ...]:
    """List the headings whose columns a mapping leaves out, but for the column of our own that tells what to mend."""
    return tuple(
        " ".join(heading.split())[:60] or f"column {at}, which has no heading"
        for at, heading in enumerate(headings, 1)
        if not (fold(heading) and uses.get(fold(heading))) and fold(heading) not in NEVER_LOADED
    )


def placed(uses: dict[str, tuple[Use, ...]], headings: Sequence[str]) -> dict[str, list[tuple[int, Use]]]:
    """Give, by field, the columns (from 0) that fill it and how, of headings of which no two are alike."""
    found: dict[str, list[tuple[int, Use]]] = {}
    for at, heading in enumerate(headings):
        for use in uses.get(fold(heading), ()):
            found.setdefault(use.field, []).append((at, use))
    return found


def agree(one: Mapping, other: Mapping) -> bool:
    """Say whether two mappings use the headings that both know alike, and say the same of all rows and of lines."""
    pairs = ((one.uses, other.uses), (one.parties, other.parties))
    same = all(mine[key] == theirs[key] for mine, theirs in pairs for key in mine.keys() & theirs.keys())
    return same and one.constants == other.constants and one.lines == other.lines


def with_words_of(one: Mapping, later: Mapping) -> Mapping:
    """Give a mapping that knows a later one's words as well; where both know a word, the later one has the say."""
    words = {name: {**one.words.get(name, {}), **later.words.get(name, {})} for name in {*one.words, *later.words}}
    return replace(one, words=words, spelt_words=later.spelt_words | one.spelt_words)


def to_json(mapping: Mapping) -> str:
    """Write a mapping down; the same mapping gives the same text."""
    return msgspec.json.encode(mapping, order="deterministic").decode()


def from_json(text: str) -> Mapping:
    """Read a mapping that was written down; raise msgspec.DecodeError on anything else."""
    return msgspec.json.decode(text, type=Mapping)
