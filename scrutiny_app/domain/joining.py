"""Turning a file's row into cells by field: columns put together, styles undone, words turned into our codes.

It runs for every row of a file, so all that can be decided once is decided when the mapper is made.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from operator import itemgetter
from typing import Any

from scrutiny_app.domain.cases import FLAGS, Field, Kind
from scrutiny_app.domain.cells import Cell, reader
from scrutiny_app.domain.conditions_in_columns import least_kept
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.flags_together import TOGETHER, FlagsTogether
from scrutiny_app.domain.joined_cells import (
    any_said,
    each_person,
    groups_of,
    joint_cells,
    last_day,
    one_person,
    organisation_by_kind,
    person_or_organisation,
    several,
)
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.domain.no_victim import NO_VICTIM, is_no_victim, tell_apart_in_row, told_apart_in
from scrutiny_app.domain.officer_cells import OF_OFFICERS
from scrutiny_app.domain.parting_cells import PARTED, part_columns, part_row
from scrutiny_app.domain.rank_in_cells import RANKS_IN, rank_of
from scrutiny_app.domain.same_headings import told_apart, unknown_repeats
from scrutiny_app.domain.several_people import turn_each
from scrutiny_app.domain.styles import WITH_COMMAS, WITH_STROKES, Style, Styler, styler
from scrutiny_app.domain.ticks import BLANK
from scrutiny_app.domain.turning_words import turned_by
from scrutiny_app.domain.uses import LAST_COUNTS, LEAST_COUNTS, Mapping, Part, Use, described, joint, not_loaded, placed

Row = Sequence[Cell]
Making = Callable[[Row], Cell]
_MOST_REMEMBERED = 5_000
_LONGEST_REMEMBERED = 100
_MAY_BE_NO_VICTIM = frozenset({*VICTIMS, "name"})  # "name" is that of the sheet of people


class RowMapper:
    """Reads the rows of one sheet by a mapping; made once for a file.

    `today` is needed where a column's years have two figures, `from_1904` where the file counts days so. It raises
    Refused where a heading that is to be loaded stands over more columns than the mapping knows.
    """

    def __init__(
        self,
        mapping: Mapping,
        headings: Sequence[str],
        *,
        today: date | None = None,
        from_1904: bool = False,
        parties: bool = False,
    ) -> None:
        uses = mapping.parties if parties else mapping.uses
        headings = told_apart(headings)
        for repeated in unknown_repeats(uses, headings):
            raise Refused(repeated)
        self.not_loaded = not_loaded(uses, headings)
        columns = placed(uses, headings)
        self._width = 1 + max((at for places in columns.values() for at, _ in places), default=-1)
        plain: dict[str, int] = {}
        self._made: list[tuple[str, Making]] = []
        for name, places in columns.items():
            field = _field(name, parties)
            made = _making(field, places, _words_of(field, mapping), partial(styler, today=today, from_1904=from_1904))
            if name in LEAST_COUNTS and len(places) > 1:
                made = _least(field, places, columns.get("conditions", []), mapping)
            if made is None:
                plain[name] = places[0][0]
            else:
                self._made.append((name, made))
        if not parties:
            self._made += _ranks_beside(columns, mapping)
        self._flags = FlagsTogether(mapping.words.get(TOGETHER, {})) if TOGETHER in columns else None
        self._names = tuple(plain)
        self._take = _taking(tuple(plain.values()))
        self._names_victims = not parties and not columns.keys().isdisjoint(VICTIMS)
        self._parts_cells = not parties and not columns.keys().isdisjoint(PARTED)
        self._constants = {} if parties else {k: v for k, v in mapping.constants.items() if k not in columns}

    def cells(self, row: Row) -> dict[str, Cell]:
        """Give a row's cells by field; what is not mapped is not among them."""
        if len(row) < self._width:
            row = [*row, *[None] * (self._width - len(row))]
        cells = dict(zip(self._names, self._take(row), strict=True))
        for name, made in self._made:
            cells[name] = made(row)
        if self._constants:
            cells |= self._constants
        if self._names_victims:
            tell_apart_in_row(cells)
        if self._parts_cells:
            part_row(cells)
        if self._flags:
            self._flags.set_in(cells)
        return cells

    def columns(self, rows: Sequence[Row]) -> dict[str, Sequence[Cell]]:
        """Give the cells of equally long rows, column by column, by field: those that `cells` gives row by row."""
        if not rows or len(rows[0]) < self._width:
            whole = [self.cells(row) for row in rows]
            return {name: [cells[name] for cells in whole] for name in (whole[0] if whole else ())}
        whole_columns = list(zip(*rows, strict=True))
        columns: dict[str, Sequence[Cell]] = dict(zip(self._names, self._take(whole_columns), strict=True))
        for name, made in self._made:
            columns[name] = list(map(made, rows))
        if self._names_victims:
            told_apart_in(columns)
        if self._parts_cells:
            part_columns(columns)
        if self._flags:
            self._flags.set_in_columns(columns)
        return columns | {name: [value] * len(rows) for name, value in self._constants.items()}


def _least(field: Field, places: list[tuple[int, Use]], conditions: list[tuple[int, Use]], mapping: Mapping) -> Making:
    """Make what says how several conditions were kept, each in a column of its own."""
    turn, stand_in = turned_by(field, _words_of(field, mapping)), [at for at, _ in conditions]
    return partial(least_kept, columns=[at for at, _ in places], turn=turn, conditions=stand_in)


def _ranks_beside(columns: dict[str, list[tuple[int, Use]]], mapping: Mapping) -> Iterator[tuple[str, Making]]:
    """Keep the rank of a whole name's cell, where nothing else says it."""
    for rank, stands_in in RANKS_IN.items():
        places = next((columns[name] for name in stands_in if name in columns), [])
        is_said = rank in columns or rank in mapping.constants
        if len(places) == 1 and places[0][1].part is Part.WHOLE and not is_said:
            yield rank, _remembered(places[0][0], rank_of)


def _words_of(field: Field, mapping: Mapping) -> dict[str, str]:
    """Give the words that are said of a field's whole cells."""
    return {} if field.name == TOGETHER else mapping.words.get(field.name, {})


def _field(name: str, parties: bool) -> Field:
    if (field := described(name, parties=parties)) is None:
        raise KeyError(name)
    return field


def _taking(places: tuple[int, ...]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    if len(places) > 1:
        return itemgetter(*places)
    return (lambda row: (row[places[0]],)) if places else (lambda row: ())


def _making(
    field: Field, places: list[tuple[int, Use]], words: dict[str, str], style_of: Callable[..., Styler | None]
) -> Making | None:
    """Make what gives a field's cell of a row; None where it is one column's cell as it stands."""
    if field.kind is Kind.PERSON and (made := _of_firms(field, places, words, style_of)):
        return made
    if not places:
        return _nobody
    ahead, ranked = field.name == "conditions_due", field.name in OF_OFFICERS
    columns = [(at, use.part, style_of(use.style, ahead=ahead, ranked=ranked)) for at, use in places]
    if sorted(part for _, part, _ in columns) == [Part.FORENAMES, Part.SURNAME] and field.kind is Kind.PERSON:
        place = {part: at for at, part, _ in columns}
        return partial(one_person, surname=place[Part.SURNAME], forenames=place[Part.FORENAMES])
    if any(part is not Part.WHOLE for _, part, _ in columns):
        return partial(several, groups=groups_of(columns))
    if len(columns) > 1:
        return _of_several(field, [(at, style) for at, _, style in columns], words)
    (at, _, style) = columns[0]
    if style and field.kind in (Kind.PERSON, Kind.PEOPLE) and places[0][1].style not in WITH_STROKES:
        said = places[0][1].style
        style = partial(turn_each, style=style, commas_part=said not in WITH_COMMAS, firms=said == Style.COMMA_OR_FIRM)
    if style and field.name in _MAY_BE_NO_VICTIM:
        style = partial(_unless_no_victim, style=style)
    if turn := turned_by(field, words):
        return _remembered(at, turn, words.get(BLANK) or None)
    if style and field.kind is Kind.PEOPLE:
        return partial(each_person, at=at, style=style)
    return _remembered(at, style) if style else None


def _of_firms(
    field: Field, places: list[tuple[int, Use]], words: dict[str, str], style_of: Callable[..., Styler | None]
) -> Making | None:
    """Make a name beside which a column says whether it is an organisation's, or names the organisation."""
    for part in (Part.KIND, Part.ORGANISATION):
        if beside := [at for at, use in places if use.part is part]:
            own = [(at, use) for at, use in places if use.part is not part]
            name = _making(field, own, words, style_of) or (itemgetter(own[0][0]) if own else _nobody)
            if part is Part.ORGANISATION:
                return partial(person_or_organisation, person=name, organisation=beside[0])
            place = {use.part: at for at, use in own}
            whole, forenames = place.get(Part.WHOLE, place.get(Part.SURNAME)), place.get(Part.FORENAMES)
            if whole is None:
                return name
            return partial(organisation_by_kind, name=name, whole=whole, kind=beside[0], forenames=forenames)
    return None


def _of_several(field: Field, columns: list[tuple[int, Styler | None]], words: dict[str, str]) -> Making:
    """Make what puts the cells of several columns together."""
    if field.name in FLAGS:
        return partial(any_said, columns=[at for at, _ in columns], turn=turned_by(field, words), read=reader(field))
    if field.name in LAST_COUNTS:
        return partial(last_day, columns=columns)
    return partial(joint_cells, columns=columns, between=joint(field) or " ")


def _nobody(row: Row) -> Cell:
    """Give no name: the field has no column for a person's."""
    return None


def _remembered(at: int, turn: Styler, blank: Cell = None) -> Making:
    """Keep what the texts of a column became: a file says the same few words and days over and over."""
    known: dict[str, Cell] = {}

    def made(row: Row) -> Cell:
        cell = row[at]
        if type(cell) is not str:
            return blank if cell is None else turn(cell)
        if cell in known:
            return known[cell]
        value = turn(cell)
        if len(cell) <= _LONGEST_REMEMBERED:
            if len(known) >= _MOST_REMEMBERED:
                known.clear()
            known[cell] = value
        return value

    return made


def _unless_no_victim(cell: Cell, style: Styler) -> Cell:
    """Turn a name, save one that says that there is no victim: "No victim" is nobody's surname."""
    return NO_VICTIM if isinstance(cell, str) and is_no_victim(cell) else style(cell)
