"""What a mapping makes of people who stand in groups of columns, as it is asked about and checked."""

from collections.abc import Iterable, Iterator, Sequence

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.group_fields import NEEDED, group_of, groups_in, heading_in, named_in, own_name
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.uses import Mapping, Part, Use, loaded

_TWO = 2


def one_of_each(sheet: SheetLook, uses: dict[str, tuple[Use, ...]]) -> Iterator[tuple[ColumnLook, Use]]:
    """Yield each column with each of its uses; those of groups whose words mean the same are put together."""
    alike: dict[str, dict[str, ColumnLook]] = {}
    for column in sheet.columns:
        for use in uses.get(fold(column.heading), ()):
            if group_of(use.field) and use.part is Part.WHOLE:
                alike.setdefault(own_name(use.field), {})[use.field] = column
            else:
                yield column, use
    for name, columns in alike.items():
        yield (
            _together([columns[one] for one in sorted(columns, key=lambda one: (len(one), one))]),
            Use(named_in("People", name)),
        )


def _together(columns: Sequence[ColumnLook]) -> ColumnLook:
    first, *others = columns
    if not others:
        return first
    counts: dict[str, int] = {}
    for column in columns:
        for word, count in column.words or ():
            counts[word] = counts.get(word, 0) + count
    words = None if any(column.words is None for column in columns) else tuple(counts.items())
    heading = f"{first.heading} … {others[-1].heading}"
    return ColumnLook(heading, first.samples, sum(column.filled for column in columns), words, first.shapes)


def groups_loaded(mapping: Mapping, headings: Iterable[str] | None = None) -> list[str]:
    """List the groups of columns that are read as people."""
    return groups_in(loaded(mapping.uses, headings))


def groups_in_words(groups: Sequence[str]) -> str:
    """Say which groups are read as people; empty where none is."""
    if not groups:
        return ""
    if len(groups) == 1:
        return f"{groups[0]} is read as a person, by the role that stands beside the name in each row."
    listed = " and ".join(groups) if len(groups) == _TWO else f"{groups[0]} … {groups[-1]}"
    return f"{listed} are read as people, each by the role that stands beside the name in each row."


def half_said(mapping: Mapping) -> Iterator[str]:
    """Say in a sentence what is missing of each group that is loaded in part: nobody is loaded without a role."""
    known = loaded(mapping.uses)
    for group in groups_in(known):
        for name in NEEDED:
            if named_in(group, name) not in known:
                found = next(one for one in known if group_of(one) == group)
                yield (
                    f"Say which column holds “{heading_in(group, name)}”, or do not load "
                    f"“{heading_in(group, own_name(found))}” either: nobody is loaded without a role and a name."
                )
