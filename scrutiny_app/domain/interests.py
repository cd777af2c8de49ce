"""What a person of a panel has said in advance keeps them from cases: an area, or a body that they have to do with."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.whole_words import holds, words_of

LONGEST = 120  # characters
SHORTEST = 3  # letters and digits: fewer would be found in every other case


class InterestKind(StrEnum):
    """What an interest is in."""

    AREA = "area"
    BODY = "body"


INTEREST_TITLES = {InterestKind.AREA: "An area", InterestKind.BODY: "A body"}


def check_interest(value: str) -> None:
    """Raise Refused for an interest by which no case can be found."""
    if len(value) > LONGEST or not value.isprintable():
        raise Refused(f"Write the area or the body in at most {LONGEST} letters, digits and signs.")
    if len("".join(words_of(value))) < SHORTEST:
        raise Refused(f"Write the name of an area or of a body, with at least {SHORTEST} letters or digits.")


def touches(kind: InterestKind, value: str, record: Mapping[str, Any]) -> bool:
    """Say whether a case's record is of the area, or names the body anywhere, whole words alone."""
    said = [record.get("area") or ""] if kind is InterestKind.AREA else _said(record)
    return any(holds(words_of(text), words_of(value)) for text in said)


def _said(value: Any) -> Iterator[str]:
    """Yield every text of a record, however deep it lies."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _said(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _said(one)
