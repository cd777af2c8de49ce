"""Knowing columns that repeat for several people, each with a role of its own: "party1Type, party1Name, party2Type".

Who stands in them may change from row to row, and the role beside them says who it is: so each group is read as a
person, as a row of the sheet of people is. A group bears a number or a shared word, and its roles are known ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.group_fields import named_in
from scrutiny_app.domain.likeness import FILLERS, LIKE_FROM, PEOPLE, pieces_of, words_of
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.nearest_phrases import is_age, nearest_phrase
from scrutiny_app.domain.reasons import in_group, left_out, perhaps
from scrutiny_app.domain.roles_beside import role_of
from scrutiny_app.domain.styling import style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.synonyms import PARTY_PHRASES
from scrutiny_app.domain.uses import Use, described, word_key

_SAYS_ROLE = frozenset("type role involvement capacity classification relationship".split())
_MAY_STAND_BESIDE = _SAYS_ROLE | frozenset("case code description".split())
_SOMEBODY = frozenset("party parties person persons people nominal nominals individual individuals".split())
_NO_FIELD = "it is of {}, and says nothing that is kept of people: not loaded"
Stem = tuple[str, ...]


@dataclass(frozen=True)
class _Group:
    stem: Stem
    role: int  # its column, from 0

    @property
    def name(self) -> str:
        words = self.stem if any(map(str.isalpha, self.stem)) else ("person", *self.stem)
        said = " ".join(words)
        return f"{said[0].upper()}{said[1:]}"


def grouped(sheet: SheetLook) -> dict[int, Suggestion]:
    """Suggest, by the column (from 0), what those fill that repeat for several people with a role of their own."""
    stems = {at: stem for at, column in enumerate(sheet.columns) if (stem := _stem(column.heading))}
    found: dict[int, Suggestion] = {}
    for group in _groups(sheet, stems):
        theirs = dict(_members(sheet, group))
        if any(one.fills(named_in(group.name, "name")) for one in theirs.values()):
            found |= theirs
    return found


def _stem(heading: str) -> Stem:
    """Give the words by which a column of roles is one of a group's: its number, and what it calls somebody."""
    pieces = pieces_of(heading)
    stem = tuple(piece for piece in pieces if piece not in _MAY_STAND_BESIDE and piece not in FILLERS)
    says_whose = any(piece in _SOMEBODY or piece.isdigit() for piece in stem)
    is_of_role = not _SAYS_ROLE.isdisjoint(pieces) and words_of(stem).isdisjoint(PEOPLE)
    return stem if is_of_role and says_whose else ()


def _groups(sheet: SheetLook, stems: dict[int, Stem]) -> Iterator[_Group]:
    """Yield those groups whose kind has mostly known roles; of two columns of roles in one, that which holds them."""
    for stem in dict.fromkeys(stems.values()):
        kind = [at for at, other in stems.items() if _kind(other) == _kind(stem)]
        own = [at for at in kind if stems[at] == stem]
        likeliest = [at for at in own if says_roles(_like(sheet, at, kind))]
        if len(likeliest) == 1:
            yield _Group(stem, likeliest[0])


def _kind(stem: Stem) -> Stem:
    return tuple(piece for piece in stem if not piece.isdigit())


def _like(sheet: SheetLook, at: int, kind: Sequence[int]) -> list[ColumnLook]:
    """Give the columns of all the groups of a kind that are headed as this one is but for the number."""
    headed = _kind(tuple(pieces_of(sheet.columns[at].heading)))
    return [sheet.columns[one] for one in kind if _kind(tuple(pieces_of(sheet.columns[one].heading))) == headed]


def says_roles(columns: Sequence[ColumnLook]) -> bool:
    """Say whether most of what stands in columns is a role that is known."""
    if any(column.words is None for column in columns):
        return False
    counted = [(word, count) for column in columns for word, count in column.words or () if word_key(word)]
    known = sum(count for word, count in counted if role_of(word))
    return 0 < sum(count for _, count in counted) <= 2 * known


def _members(sheet: SheetLook, group: _Group) -> Iterator[tuple[int, Suggestion]]:
    for at in _within(sheet, group):
        column = sheet.columns[at]
        if at == group.role:
            is_sure = all(role_of(word) for word, _ in column.words or () if word_key(word))
            yield at, _suggestion(column, group, Use("role"), sure=is_sure)
            continue
        rest = _rest(column.heading, group.stem)
        if found := _meant(rest):
            yield at, _suggestion(column, group, *found)
        elif is_age(rest):
            yield at, Suggestion(column.heading, (), left_out(_NO_FIELD.format(group.name)), True)


def _within(sheet: SheetLook, group: _Group) -> Iterator[int]:
    """Yield the columns that bear a group's words; where that is a number alone, only those beside its role."""
    bears = [_place(pieces_of(column.heading), group.stem) is not None for column in sheet.columns]
    if any(map(str.isalpha, group.stem)):
        yield from (at for at, does in enumerate(bears) if does and _is_own(sheet, at, group))
        return
    first = last = group.role
    while first and bears[first - 1]:
        first -= 1
    while last + 1 < len(bears) and bears[last + 1]:
        last += 1
    yield from (at for at in range(first, last + 1) if "line" not in pieces_of(sheet.columns[at].heading))


def _is_own(sheet: SheetLook, at: int, group: _Group) -> bool:
    """Say whether a column says of nobody else whose it is: "Party victim name" is no party's."""
    rest = _rest(sheet.columns[at].heading, group.stem)
    return words_of(rest.split()).isdisjoint(PEOPLE) or not rest


def _rest(heading: str, stem: Stem) -> str:
    """Give what a heading says beside a group's words."""
    pieces = pieces_of(heading)
    at = _place(pieces, stem)
    return "" if at is None else " ".join([*pieces[:at], *pieces[at + len(stem) :]])


def _place(pieces: Sequence[str], stem: Stem) -> int | None:
    """Find where a group's words stand in those of a heading; "party 1" does not stand in "party 12", nor "party"."""
    for at in range(len(pieces) - len(stem) + 1):
        after = pieces[at + len(stem) : at + len(stem) + 1]
        if tuple(pieces[at : at + len(stem)]) == stem and (stem[-1].isdigit() or not any(map(str.isdigit, after))):
            return at
    return None


def _meant(rest: str) -> tuple[Use, bool] | None:
    """Give the field of people that a heading's rest means, and whether no mistake is likely."""
    if phrase := PARTY_PHRASES.get(fold(rest)):
        found, sure = phrase.use, phrase.sure
    elif near := nearest_phrase(rest, parties=True):
        found, sure = near[0].use, near[1] > LIKE_FROM and near[0].sure
    else:
        return None
    return None if found.field in ("case_number", "role") else (found, sure)


def _suggestion(column: ColumnLook, group: _Group, use: Use, sure: bool) -> Suggestion:
    name, reason = named_in(group.name, use.field), in_group(group.name)
    field = described(name)
    if field is None:
        raise KeyError(name)
    style, doubt = style_of(field, use.part, column)
    if not any(map(str.isalpha, group.stem)):
        reason, sure = perhaps(f"{reason}, if by its number it belongs there"), False
    is_sure = sure and not doubt
    return Suggestion(column.heading, (Use(name, use.part, style),), reason.but(doubt) if doubt else reason, is_sure)
