"""What may fill a field that is needed and has no column: another field's column, or one value for all rows.

Beside it, which of the fields that a panel misses most are filled by nothing.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind

from scrutiny_app.domain.ages import AGES
from scrutiny_app.domain.cases import FIELD, OUT_OF_COURT_OUTCOMES, Field
from scrutiny_app.domain.choice_words import means, means_each
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.mapping import CONSTANTS
from scrutiny_app.domain.named_disposal import NamedDisposal
from scrutiny_app.domain.uses import Use

_TOLD_BY = {"offence_group": "offence_title", "outcome_code": "disposal", "disposal": "outcome_code"}
LONGEST_SAMPLE = 24  # characters beside a heading in a list
_BORN = "offender_born"
_OF_PEOPLE = ("offender_name", _BORN, "victim_1_name", "officer_name")
_STORIES = ("circumstances", "rationale")
_IN_WORDS = re.compile(r"[^\W\d_]{4}")  # "8" alone says how a case is counted, and not what was done


def tells(uses: Sequence[Use], look: ColumnLook, field: Field) -> bool:
    """Say whether a column that fills another field tells this one too: words that are not known are asked next.

    Of offences nearly all have to be known, else each.
    """
    other = _TOLD_BY.get(field.name)
    is_told = means_each(field, look) or (field.name == "offence_group" and means(field, look))
    if not is_told or not any(use.field == other for use in uses):
        return False
    return field.name != "disposal" or all(_IN_WORDS.search(word) for word, _ in look.words or ())


def same_in_every_row(field: Field, force: str, named: NamedDisposal | None = None) -> list[SelectChoice]:
    """Offer what may be the same in every row of a file, and what its own words name before all else."""
    if field.name not in CONSTANTS:
        return []
    values = {choice.code: choice.title for choice in field.choices if choice.since}
    if field.name == "outcome_code":
        values = dict(zip(OUT_OF_COURT_OUTCOMES, OUT_OF_COURT_OUTCOMES, strict=True))
    if field.name == "force":
        values = {force: force}
    likely = value_named(field, named)
    ordered = sorted(values.items(), key=lambda pair: pair[0] != likely)
    return [SelectChoice(f"value-{value}", words, optgroup="The same in every row") for value, words in ordered]


def value_named(field: Field, named: NamedDisposal | None) -> str | None:
    """Give the value of a field that the words about a file name, if they do."""
    return getattr(named, field.name, None) if field.name in ("disposal", "outcome_code") else None


def about_needed(field: Field, named: NamedDisposal | None) -> str:
    """Say what a field is, and which of the file's words name one value of it."""
    if named is None or value_named(field, named) is None:
        return field.about
    also = " Its outcome code follows." if field.name == "disposal" and named.outcome_code else ""
    where = "is the file’s name" if named.is_file_name else "stands in the file"
    return f"{field.about}. “{named.words[:40]}” {where}: its value is first of those for every row.{also}"


def columns_offered(columns: Iterable[tuple[str, str, ColumnLook]]) -> Iterator[SelectChoice]:
    """Offer each column by its heading, with the first thing that stands in it."""
    for key, heading, look in columns:
        sample = next(iter(look.samples), "")
        short = sample if len(sample) <= LONGEST_SAMPLE else f"{sample[: LONGEST_SAMPLE - 1]}…"
        words = f"{heading} ({short})" if short else heading
        yield SelectChoice(f"column-{key}", words, optgroup="What stands in a column")


def missed_in(chosen: Collection[str], *, has_people: bool) -> list[str]:
    """List the headings of the fields that a panel misses most and that are not among those chosen."""
    known = {*chosen, *(_OF_PEOPLE if has_people else ()), *([_BORN] if not set(AGES).isdisjoint(chosen) else ())}
    return [FIELD[name].heading for name in (*_OF_PEOPLE, *_STORIES) if name not in known]
