"""Words that say one thing twice, with a stroke between: "Gwryw / Male", "Datrysiad Cymunedol/Community Resolution"."""

import re
from functools import lru_cache

from scrutiny_app.domain.cases import Field, Kind
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.welsh_headings import is_welsh

_BETWEEN = re.compile(r"\s*/\s*")
_WORD = re.compile(r"[^\W\d_]+")
_YES = frozenset("ie do oes ydy ydi".split())
_NO = frozenset({"na", "nage", "naddo", "nac oes", "nac ydy", "nac ydi"})
_WELSH = frozenset(
    "na nage naddo nac ie do oes ydy ydi du gwyn wen arall asiaidd affricanaidd cymysg prydeinig gwyddelig cymreig "
    "seisnig agor ar yn ôl ol wedi dim heb ei neb anhysbys amodol cymunedol rhybudd rhybuddiad cyhuddo camau pellach "
    "cwnstabl rhingyll arolygydd prif gwrthod gwrthodwyd cyfaddef llawn rhannol lawn ymosod cyffredin dwyn siop "
    "cyffuriau niwed troseddol corfforol difrod anifail cyllell cael meddu drefn gyhoeddus trefn neu brydeinig gymreig "
    "wyddelig derbyn cyfrifoldeb gyfrifoldeb gwadu wadu".split()
)
_TWO, _SHORTEST = 2, 2


def halves_of(word: str) -> tuple[str, ...]:
    """Give the two sides of a stroke; nothing where there are more, or one is a letter: "N/A", "w/o injury"."""
    halves = tuple(half.strip() for half in _BETWEEN.split(word))
    return halves if len(halves) == _TWO and min(map(len, halves)) >= _SHORTEST else ()


def in_welsh(field: Field, word: str) -> str | None:
    """Give yes or no where a word answers so in Welsh beside its English: "Na" alone may be not applicable."""
    if field.kind is not Kind.YES_NO and not {"yes", "no"} <= {choice.code for choice in field.choices}:
        return None
    plain = " ".join(word.casefold().split())
    return "yes" if plain in _YES else "no" if plain in _NO else None


def is_welsh_word(text: str) -> bool:
    """Say whether most words of one side of a stroke are Welsh, so that the other says the same in English."""
    words = [word for word in _WORD.findall(text.casefold()) if len(word) > 1]
    welsh = [word for word in words if word in _WELSH or is_welsh(word)]
    return 2 * len(welsh) > len(words)


@lru_cache(maxsize=4096)
def read_as(field: Field, word: str) -> str | None:
    """Give the code that the schema itself reads a word as; None where it knows none."""
    try:
        value = reader(field)(word)
    except Unreadable:
        return None
    if field.kind is Kind.YES_NO:
        return None if value is None else "yes" if value else "no"
    return value if isinstance(value, str) else None
