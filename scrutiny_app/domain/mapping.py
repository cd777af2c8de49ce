"""Saying what a file's columns hold: what others need of it, in one place, and the checks of a mapping as a whole.

What is not mapped is not loaded.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from scrutiny_app.domain.ages import AGES
from scrutiny_app.domain.asking_words import WordsToMap, suggest_words, unsaid_blanks
from scrutiny_app.domain.cases import COLUMN, FIELDS, FLAGS, OUT_OF_COURT_OUTCOMES, Kind
from scrutiny_app.domain.cells import Unreadable, fold, reader
from scrutiny_app.domain.drifting import Drift, drift, nearest
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.group_fields import named_in
from scrutiny_app.domain.group_uses import groups_loaded, half_said
from scrutiny_app.domain.halved_names import halved_names
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.looking import ColumnLook, Look
from scrutiny_app.domain.matching import suggest, suggest_parties
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.domain.parties import PARTY_COLUMNS
from scrutiny_app.domain.people_rows import PartiesMapper, Person
from scrutiny_app.domain.people_sheet import join_parties
from scrutiny_app.domain.same_headings import told_apart, unknown_repeats
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.styles import DATE_STYLES, NAME_STYLES, Style
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import (
    LAST_COUNTS,
    LEAST_COUNTS,
    NEVER_LOADED,
    Mapping,
    Part,
    Use,
    agree,
    columns_of,
    described,
    from_json,
    joint,
    loaded,
    to_json,
    with_words_of,
    word_key,
)

__all__ = [
    "CONSTANTS",
    "DATE_STYLES",
    "NAME_STYLES",
    "Drift",
    "Mapping",
    "Part",
    "PartiesMapper",
    "Person",
    "RowMapper",
    "Style",
    "Suggestion",
    "Use",
    "WordsToMap",
    "agree",
    "columns_of",
    "drift",
    "faults_of",
    "from_json",
    "join_parties",
    "left_out_story",
    "nearest",
    "stated_force",
    "stories_left_out",
    "suggest",
    "suggest_parties",
    "suggest_words",
    "to_json",
    "unsaid_blanks",
    "why_not_ours",
    "with_words_of",
    "without_offender",
    "without_story",
    "word_key",
]

_BESIDE_NAMES = {Part.ORGANISATION: "organisation", Part.KIND: "whether an organisation"}
_FIRM = "If one of them names firms, choose “{}: organisation” for it: it is the name where there is no person’s."
CONSTANTS = ("force", "disposal", "outcome_code", "offence_group")  # what may be the same in every row of a file
_OF_SEVERAL = frozenset(FLAGS) | LAST_COUNTS | LEAST_COUNTS  # that several columns may fill together


def faults_of(mapping: Mapping, headings: Sequence[str] | None = None) -> list[str]:
    """Say in sentences what keeps a mapping from being used, or from being used of a file with those headings."""
    faults = [*unknown_repeats(mapping.uses, headings or ()), *_of_columns(mapping, headings), *_of_constants(mapping)]
    if headings is not None:
        people = [mapping.spelt.get(key, key) for key in mapping.parties]
        faults += halved_names(mapping.uses, headings, parties=False)
        faults += halved_names(mapping.parties, people, parties=True)
    return list(dict.fromkeys(faults))


def without_offender(mapping: Mapping) -> list[str]:
    """Say in sentences what a mapping that can be used still lacks of the offender, and what that costs."""
    groups = groups_loaded(mapping)
    of_groups = loaded(mapping.uses).keys() & {named_in(group, name) for group in groups for name in ("born", "age")}
    of_people = {*(["offender_name"] if groups else []), *(["offender_born"] if of_groups else [])}
    known = loaded(mapping.uses).keys() | ({"offender_name", "offender_born"} if mapping.parties else of_people)
    missing = []
    if "offender_name" not in known:
        missing.append(
            "No column is loaded as the offender’s name, so no case will have one: the redaction cannot look for it. "
            "Go back to the columns unless your file names nobody."
        )
    if known.isdisjoint({"offender_born", *AGES}):
        missing.append(
            "No column is loaded as the offender’s date of birth or age, so no case can be told to be a child’s. "
            "Go back to the columns unless your file has none."
        )
    return missing


def without_story(mapping: Mapping, look: Look) -> list[str]:
    """Say in a sentence that no column is loaded as what happened, though one that is left out holds long text."""
    if "circumstances" in loaded(mapping.uses):
        return []
    long = [f"“{heading[:60]}”" for heading in stories_left_out(mapping, look)]
    if not long:
        return []
    return [
        "No column is loaded as the circumstances, so nobody who grades a case will read what happened. Long text "
        f"stands in {', '.join(long)}: go back to the columns and say what it is, unless it is not to be loaded."
    ]


def stories_left_out(mapping: Mapping, look: Look) -> list[str]:
    """List the headings under which long text stands that a mapping does not load."""
    return [
        column.heading
        for column in look.cases.columns
        if (key := fold(column.heading)) and key not in NEVER_LOADED and not mapping.uses.get(key) and _is_long(column)
    ]


def left_out_story(heading: str) -> Problem:
    """Tell in the report of an import that a column of long text is in no case."""
    advice = (
        "Nothing, unless who grades a case should read it: then send the file again with “Ask me again what its "
        "columns hold” ticked, and say what it is."
    )
    return Problem(1, heading[:60], Fault.NOT_LOADED, "long text that is in no case", advice)


def _is_long(column: ColumnLook) -> bool:
    """Say whether most of a column's values are long text."""
    return 2 * column.shapes.get(Shape.LONG, 0) > sum(column.shapes.values())


def _of_columns(mapping: Mapping, headings: Sequence[str] | None) -> Iterator[str]:
    known = loaded(mapping.uses, headings and told_apart(headings))
    for field in FIELDS:
        if field.required and field.name not in known and not mapping.constants.get(field.name):
            hint = ", or say one value for all its rows" if field.name in CONSTANTS else ", or add one to the file"
            yield f"Say which column holds “{field.heading}”{hint}: a case cannot be loaded without it."
    yield from _of_uses(known, parties=False)
    yield from half_said(mapping)
    if mapping.parties:
        people = loaded(mapping.parties)
        for field in PARTY_COLUMNS:
            if field.required and field.name not in people:
                yield f"Say which column of the sheet of people holds “{field.heading}”."
        yield from _of_uses(people, parties=True)


def _of_uses(known: dict[str, list[Use]], *, parties: bool) -> Iterator[str]:
    for name, uses in known.items():
        field = described(name, parties=parties)
        if field is None:
            yield f"There is no field “{name[:60]}”. Choose one of the list."
            continue
        is_person = field.kind is Kind.PERSON
        two = "Two columns of the sheet of people" if parties else "Two columns"
        beside = Counter(use.part for use in uses if use.part in _BESIDE_NAMES)
        uses = [use for use in uses if beside[use.part] != 1] if is_person else uses
        parts = Counter(use.part for use in uses)
        if twice := [part for part, count in beside.items() if count > 1]:
            yield f"{two} hold “{field.heading}: {_BESIDE_NAMES[twice[0]]}”: choose one of them."
        elif any(use.part is not Part.WHOLE for use in uses) and field.kind not in (Kind.PERSON, Kind.PEOPLE):
            yield f"“{field.heading}” is not a name: it cannot come in parts."
        elif is_person and parts[Part.WHOLE] and len(uses) > 1:
            firm = f" {_FIRM.format(field.heading)}" if name in VICTIMS else ""
            yield f"{two} hold “{field.heading}”: choose the whole name, or its surname and forenames.{firm}"
        elif is_person and uses and not parts[Part.WHOLE] and parts[Part.SURNAME] != 1:
            yield f"Say which one column holds the surname of “{field.heading}”."
        elif not is_person and len(uses) > 1 and joint(field) is None and name not in _OF_SEVERAL:
            yield f"{two} hold “{field.heading}”: choose one of them."
        yield from _of_styles(field.heading, field.kind, uses)


def _of_styles(heading: str, kind: Kind, uses: list[Use]) -> Iterator[str]:
    fitting = (
        DATE_STYLES if kind is Kind.DATE else NAME_STYLES if kind in (Kind.PERSON, Kind.PEOPLE) else {Style.DAY_FIRST}
    )
    if any(use.style not in fitting for use in uses):
        yield f"“{heading}” cannot be written in that way. Choose one of the list."


def _of_constants(mapping: Mapping) -> Iterator[str]:
    for name, value in mapping.constants.items():
        if name not in CONSTANTS:
            yield f"“{name[:60]}” cannot be the same in every row: choose a column for it."
        elif not value.strip():
            continue
        elif name in loaded(mapping.uses):
            yield f"“{COLUMN[name].heading}” has a column and one value for all rows: choose one of the two."
        elif not _reads(name, value):
            yield f"“{COLUMN[name].heading}” cannot be that. Choose one of the list."


def _reads(name: str, value: str) -> bool:
    if name == "outcome_code":
        return value in OUT_OF_COURT_OUTCOMES
    try:
        return reader(COLUMN[name])(value) is not None
    except Unreadable:
        return False


def why_not_ours(headings: Sequence[str]) -> str:
    """Say what keeps a file from being read by the product's own headings."""
    own = {fold(heading) for heading in headings}
    missing = [f"“{field.heading}”" for field in FIELDS if field.required and fold(field.heading) not in own]
    listed = " or ".join(filter(None, (", ".join(missing[:-1]), missing[-1]))) if missing else ""
    return (
        f"The file has no column headed {listed}." if listed else "The file has other headings than the product’s own."
    )


def stated_force(mapping: Mapping, look: Look) -> str:
    """Give the force whose file it is: said of every row, or named by the first row that names one; else empty."""
    if mapping.constants.get("force"):
        return mapping.constants["force"]
    for column in look.cases.columns:
        if any(use.field == "force" for use in mapping.uses.get(fold(column.heading), ())):
            return next((" ".join(sample.split()) for sample in column.samples if word_key(sample)), "")
    return ""
