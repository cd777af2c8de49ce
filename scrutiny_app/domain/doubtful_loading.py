"""What is to be doubted of a file before it is confirmed: words that repeat in place of names, and much left out.

The first would leave true names unmasked; the second is lost without a word.
"""

from collections.abc import Collection, Iterator

from scrutiny_app.domain.cases import FIELD, Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.group_fields import groups_in
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.object_cells import may_hold_object
from scrutiny_app.domain.organisations import is_body
from scrutiny_app.domain.questioning import is_of_keeping
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.uses import NEVER_LOADED, Mapping, Part, Use, described, loaded

_FEWEST = 5  # rows that say something of a column
_REPEATED = 4  # times that each word stands there, on average
_NAMED = 3  # of its words, or of the columns
_NO_NAMES = (Part.FORENAMES, Part.KIND)  # the same forenames come again, and kinds are said to be such
_OF_OFFICERS = ("officer_", "supervisor_", "decision_maker_", "authorising_")  # few officers decide many cases
_MUCH = 1 / 3  # of the rows
_DIFFERENT = 0.6  # of the filled cells
_NAMES = "victim_1_name"
_MISSED = (
    "circumstances",
    "suspect_account",
    "victim_views",
    "rationale",
    "conditions",
    _NAMES,
)  # in a force's own words
_TOLD = 4  # words of a text that tells something: names have fewer


def words_for_names(mapping: Mapping, look: Look) -> Iterator[str]:
    """Say in a sentence of each column that would be loaded as names, but holds hardly any different words."""
    yield from _words_for_names(look.cases, mapping.uses, parties=False)
    if look.parties:
        yield from _words_for_names(look.parties, mapping.parties, parties=True)


def _words_for_names(sheet: SheetLook, uses: dict[str, tuple[Use, ...]], *, parties: bool) -> Iterator[str]:
    for column in sheet.columns:
        names = [use for use in uses.get(fold(column.heading), ()) if _is_name(use, parties=parties)]
        words = [(word, count) for word, count in column.words or () if not is_nobody(word)]
        rows = sum(count for _, count in words)
        if names and rows >= max(_FEWEST, _REPEATED * len(words)) and not any(is_body(word) for word, _ in words):
            field = described(names[0].field, parties=parties)
            said = _listed([word for word, _ in words], "or")
            yield (
                f"“{column.heading[:60]}” is loaded as {field.heading if field else 'names'}, but says only {said} in "
                f"{rows:,} rows. Go back to the columns unless these are names: else the true ones are in no case, and "
                "nothing masks them."
            )


def _is_name(use: Use, *, parties: bool) -> bool:
    field = described(use.field, parties=parties)
    is_named = field is not None and field.kind in (Kind.PERSON, Kind.PEOPLE) and use.part not in _NO_NAMES
    return is_named and not use.field.startswith(_OF_OFFICERS)


def much_unloaded(mapping: Mapping, look: Look) -> Iterator[str]:
    """Say in a sentence which columns hold much in words and are in no case, while what is missed most has none.

    Long text is told apart where it may be what happened.
    """
    known = set(loaded(mapping.uses))
    if mapping.parties or groups_in(known):
        known.add(_NAMES)
    missed = [FIELD[name].heading for name in _MISSED if name not in known]
    in_words = {Shape.TEXT, Shape.PERSON, *([Shape.LONG] if "circumstances" in known else [])}
    columns = [
        column.heading[:60]
        for column in look.cases.columns
        if (key := fold(column.heading)) and key not in NEVER_LOADED and not mapping.uses.get(key)
        if not is_of_keeping(column.heading)
        if _holds_much(column, look.cases.rows, in_words, least=_TOLD if _NAMES in known else 2)
    ]
    if missed and columns:
        yield (
            f"Nothing is loaded as {_listed(missed, 'or', quoted=False)}, and what stands under "
            f"{_listed(columns, 'and')} is in no case. Go back to the columns if one of them should be loaded."
        )


def _holds_much(column: ColumnLook, rows: int, in_words: Collection[str], *, least: int) -> bool:
    """Say whether many rows hold each their own words, at least so many in most of them."""
    shapes = sum(count for shape, count in column.shapes.items() if shape != Shape.NOTHING)
    worded = sum(count for shape, count in column.shapes.items() if shape in in_words)
    if column.filled < max(_FEWEST, _MUCH * rows) or worded < _DIFFERENT * shapes:
        return False
    if column.words is not None and len(column.words) < _DIFFERENT * column.filled:
        return False
    values = [value for value in column.samples if not may_hold_object(value)]
    return 2 * sum(len(value.split()) >= least for value in values) > len(column.samples)


def _listed(words: list[str], last: str, *, quoted: bool = True) -> str:
    shown = [f"“{word[:60]}”" if quoted else word for word in words[:_NAMED]]
    if len(words) > _NAMED:
        return f"{', '.join(shown)} {last} {len(words) - _NAMED:,} more"
    return f" {last} ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
