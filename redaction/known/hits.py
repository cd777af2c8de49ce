"""One place where a form of somebody's name stands, before neighbouring places are joined into one mention."""

from typing import NamedTuple

WEAK = 0.3


class Hit(NamedTuple):
    """The words from `first` to `last` spell a form; a `weak` one may be an ordinary word, and is raised as a doubt."""

    first: int
    last: int
    parties: frozenset[int]
    certainty: float
    reason: str
    weak: bool = False
