"""The layouts that come with the product: its own headings, and two illustrative imitations of other systems'."""

from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny_app.domain import known_layouts as known
from scrutiny_app.domain.cases import COLUMNS, FIELDS
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.parties import PARTY_COLUMNS
from scrutiny_app.domain.uses import Mapping, Part, Use, described, word_key

Columns = tuple[tuple[str, tuple[Use, ...]], ...]
Words = dict[str, dict[str, str]]
NOT_LOADED = "-"


@dataclass(frozen=True)
class Layout:
    """A named way in which a file may be laid out: its headings in order, its own words by field and code."""

    name: str
    about: str
    columns: Columns
    people: Columns = ()
    words: Words | None = None
    title: str = ""  # of the row above the headings, where there is one
    iso_dates: bool = False

    @property
    def mapping(self) -> Mapping:
        """Give what reads a file of this layout."""
        return _MAPPINGS[self.name]

    @property
    def cannot_carry(self) -> tuple[str, ...]:
        """List the fields that the layout has no column for, on either sheet."""
        has = {use.field for _, uses in self.columns for use in uses}
        return tuple(field.name for field in FIELDS if field.name not in has)


def _columns(table: str) -> Columns:
    return tuple(_lines(table))


def _lines(table: str) -> Iterator[tuple[str, tuple[Use, ...]]]:
    for line in table.strip().splitlines():
        heading, _, meaning = line.partition(" = ")
        name, _, part = meaning.partition(" ")
        yield heading, () if name == NOT_LOADED else (Use(name, Part(part or Part.WHOLE)),)


def _words(table: str) -> Words:
    found: Words = {}
    for line in table.strip().splitlines():
        place, _, word = line.partition(" = ")
        names, code = place.split(" ")
        for name in names.split(","):
            found.setdefault(name, {})[code] = word
    return found


def _mapping(layout: Layout) -> Mapping:
    """Make what reads a layout."""
    return Mapping(
        {fold(heading): uses for heading, uses in layout.columns},
        {name: {word_key(word): code for code, word in words.items()} for name, words in (layout.words or {}).items()},
        {},
        {fold(heading): uses for heading, uses in layout.people},
        {fold(heading): heading for heading, _ in (*layout.columns, *layout.people)},
    )


LAYOUTS = {
    "ours": Layout(
        "Scrutiny’s own",
        "The headings of docs/extract.md, in any order.",
        tuple((field.heading, (Use(field.name),)) for field in COLUMNS),
        tuple((field.heading, (Use(field.name),)) for field in PARTY_COLUMNS),
    ),
    "occurrence": Layout(
        "Occurrence layout (illustrative)",
        known.OCCURRENCE_ABOUT,
        _columns(known.OCCURRENCE),
        words=_words(known.OCCURRENCE_WORDS),
        title="Out of court outcomes: occurrence report",
    ),
    "caseapp": Layout(
        "Case app layout (illustrative)",
        known.CASE_APP_ABOUT,
        _columns(known.CASE_APP),
        _columns(known.CASE_APP_PEOPLE),
        _words(known.CASE_APP_WORDS),
        iso_dates=True,
    ),
}
_MAPPINGS = {layout.name: _mapping(layout) for layout in LAYOUTS.values()}
OURS = LAYOUTS["ours"].mapping


def layout_table(key: str) -> str:
    """List a layout's columns as a table in Markdown, so that its document can be held against the code."""
    layout = LAYOUTS[key]
    lines = ["| heading | fills | as |", "| --- | --- | --- |"]
    for parties, columns in ((False, layout.columns), (True, layout.people)):
        for heading, uses in columns:
            named = ", ".join(_named(use, parties=parties) for use in uses)
            part = "" if not uses or uses[0].part is Part.WHOLE else str(uses[0].part)
            lines.append(f"| {heading} | {named or 'not loaded'} | {part} |")
    return "\n".join(lines)


def _named(use: Use, *, parties: bool) -> str:
    field = described(use.field, parties=parties)
    return f"{'People: ' if parties else ''}{field.heading if field else use.field}"
