"""A mapping as a person reads it: what fills what, what is not loaded, and what the words of a file mean."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from scrutiny_app.domain.asking_words import choices_of
from scrutiny_app.domain.cases import Field, Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.offenders_named import USED
from scrutiny_app.domain.styles import DATE_STYLES, NAME_STYLES, Style
from scrutiny_app.domain.ticks import BLANK_SHOWN
from scrutiny_app.domain.uses import NEVER_LOADED, NOT_FOR_PANEL, REJECTED, Mapping, Part, Use, described
from scrutiny_app.web.forms.column_uses import words_of

STYLED = {Kind.DATE: DATE_STYLES, Kind.PERSON: NAME_STYLES, Kind.PEOPLE: NAME_STYLES}


@dataclass(frozen=True)
class Said:
    """What is said of a file: pairs of a heading and what it fills, in the order of the file where there is one."""

    loaded: list[tuple[str, str]]
    people: list[tuple[str, str]]
    not_loaded: list[str]
    words: list[tuple[str, list[tuple[str, str]]]]
    constants: list[tuple[str, str]]


def said_of(
    mapping: Mapping,
    headings: Iterable[str] | None = None,
    people: Iterable[str] | None = None,
    spelt: dict[str, str] | None = None,
    used: Collection[str] = (),
) -> Said:
    """Put a mapping into words; what nobody has spelt is known by its letters and digits alone.

    `used` are the headings of columns that tell whose a case is, though they fill nothing.
    """
    of_cases = [mapping.spelt.get(key, key) for key in mapping.uses] if headings is None else list(headings)
    of_people = [mapping.spelt.get(key, key) for key in mapping.parties] if people is None else list(people)
    return Said(
        loaded=[(one, _filled(uses)) for one in of_cases if (uses := mapping.uses.get(fold(one), ()))],
        people=[
            (one, _filled(uses, parties=True)) for one in of_people if (uses := mapping.parties.get(fold(one), ()))
        ],
        not_loaded=[
            f"{one}: {USED}" if one in used else one
            for of_sheet, uses in ((of_cases, mapping.uses), (of_people, mapping.parties))
            for one in of_sheet
            if not uses.get(fold(one)) and fold(one) not in NEVER_LOADED
        ],
        words=[
            (_heading(name), sorted(_meanings(name, words, mapping.spelt_words | (spelt or {}))))
            for name, words in mapping.words.items()
            if words
        ],
        constants=[(_heading(name), _title(name, value)) for name, value in mapping.constants.items()],
    )


def field_of(name: str) -> Field | None:
    """Find the field of a word that is mapped: of a case, or of a person in the sheet of people."""
    return described(name) or described(name, parties=True)


def _filled(uses: Iterable[Use], *, parties: bool = False) -> str:
    return " and ".join(_with_style(use, parties) for use in uses)


def _with_style(use: Use, parties: bool) -> str:
    words, field = words_of(use, parties=parties), described(use.field, parties=parties)
    if field is None or field.kind not in STYLED or use.part is not Part.WHOLE:
        return words
    return f"{words} ({STYLED[field.kind].get(Style(use.style), use.style)})"


def _heading(name: str) -> str:
    field = field_of(name)
    return field.heading if field else name


def _meanings(name: str, words: dict[str, str], spelt: dict[str, str]) -> list[tuple[str, str]]:
    return sorted((spelt.get(word, word) or BLANK_SHOWN, _title(name, code)) for word, code in words.items())


def _title(name: str, code: str) -> str:
    field = field_of(name)
    left_out = {REJECTED: "Its rows do not load", NOT_FOR_PANEL: "Its rows are left out"}
    return (left_out | (dict(choices_of(field)) if field else {})).get(code, code)
