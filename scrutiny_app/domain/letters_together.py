"""Letters of one kind read together: what all of them say once, and of each what it alone says.

Nothing is left out: a letter is its own words put where the common ones leave room, and both are cut from the very text
that is sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scrutiny_app.domain.learning import Shaped, shaped


@dataclass(frozen=True)
class Kind:
    """What letters of one kind have in common, None standing where each has its own words; and those, one by one."""

    common: tuple[Shaped | None, ...]
    own: tuple[tuple[Shaped, ...], ...]


def said_by_all(texts: Sequence[str]) -> tuple[Shaped | None, ...]:
    """Give what each of several letters says, None standing where each goes on by itself; nothing of one alone."""
    letters = [shaped(text) for text in texts]
    return _common(letters[0], _shared(letters)) if len(letters) > 1 else ()


def read_together(texts: Sequence[str], said: Sequence[Shaped] = ()) -> Kind:
    """Part the letters of one kind into what all say and what each alone says, but for what is said of all already."""
    letters = [shaped(text) for text in texts]
    shared = _shared(letters) if len(letters) > 1 else []
    common = _common(_own(letters[0], said), shared) if len(letters) > 1 else ()
    return Kind(common, tuple(_own(letter, [*said, *shared]) for letter in letters))


def _shared(letters: Sequence[Sequence[Shaped]]) -> list[Shaped]:
    return [part for part in letters[0] if all(part in other for other in letters[1:])]


def _common(first: Sequence[Shaped], shared: Sequence[Shaped]) -> tuple[Shaped | None, ...]:
    told: list[Shaped | None] = []
    for part in first:
        if part in shared:
            told.append(part)
        elif not told or told[-1] is not None:
            told.append(None)
    return tuple(told)


def _own(letter: Sequence[Shaped], shared: Sequence[Shaped]) -> tuple[Shaped, ...]:
    """Keep what the others lack, each under its heading, which they may have too."""
    pairs = pairwise([*letter, None])
    return tuple(part for part, then in pairs if part and (part not in shared or _leads(part, then, shared)))


def _leads(part: Shaped, then: Shaped | None, shared: Sequence[Shaped]) -> bool:
    return part.kind == "heading" and then is not None and then not in shared
