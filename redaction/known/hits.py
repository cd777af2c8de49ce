"""One place where a form of somebody's name stands, before neighbouring places are joined into one mention."""

from typing import NamedTuple

WEAK = 0.3


class Hit(NamedTuple):
    """The words from `first` to `last` spell a form; a `weak` one may be an ordinary word, and is raised as a doubt.

    A `slip` is one word that is nearly a name, or holds one: it belongs to no name on the other side of a sign.
    """

    first: int
    last: int
    parties: frozenset[int]
    certainty: float
    reason: str
    weak: bool = False
    slip: bool = False
