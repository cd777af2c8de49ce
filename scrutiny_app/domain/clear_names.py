"""Knowing names where a field of plain words would take them: they belong to the fields of people.

A name in a field of plain words is one that the redaction is not told of, and some such fields are kept in clear.
"""

import re
from collections.abc import Iterator

from scrutiny_app.domain.cases import FACETS, Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.looking import ColumnLook, Look
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.synonyms import PHRASES
from scrutiny_app.domain.uses import Mapping, described

_PEOPLE = frozenset({Kind.PERSON, Kind.PEOPLE})
_PART_OF_NAME = re.compile(r"(?:first|last|fore|sur|given|family|middle|christian)[\W_]*names?\b", re.IGNORECASE)
_MOSTLY = 0.5


def names_in_words(look: Look, mapping: Mapping) -> Iterator[str]:
    """Say in a sentence, of each column of people's names, that a field of plain words would take them."""
    for column in look.cases.columns:
        for use in mapping.uses.get(fold(column.heading), ()):
            field = described(use.field)
            if field and field.kind is Kind.WORD and not _is_persons(field.name) and holds_names(column):
                where = "is kept in clear" if field.name in FACETS else "is not told to the redaction"
                yield (
                    f"“{column.heading[:60]}” seems to hold people’s names, and “{field.heading}” {where}. "
                    "Say whose names they are, or do not load them."
                )


def holds_names(column: ColumnLook) -> bool:
    """Say whether a column holds people's names: by the look of most of its values, or by its heading."""
    shapes = column.shapes
    if shapes and shapes.get(Shape.PERSON, 0) >= _MOSTLY * sum(shapes.values()):
        return not any(map(str.isdigit, "".join(column.samples)))
    return reads_like_a_name(column.heading) and shapes.get(Shape.TEXT, 0) > 0


def reads_like_a_name(heading: str) -> bool:
    """Say whether a heading is one of somebody's name, whole or in part."""
    phrase = PHRASES.get(fold(heading))
    if phrase is None and (near := nearest_phrase(heading)):
        phrase = near[0]
    field = described(phrase.use.field) if phrase else None
    return (field is not None and field.kind in _PEOPLE) or _PART_OF_NAME.search(heading) is not None


def _is_persons(name: str) -> bool:
    return name.endswith(("contact", "address"))
