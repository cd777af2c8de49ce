"""Letters of one kind read together: what all of them say once, and of each what it alone says.

Nothing is left out: a letter is its own words put where the common ones leave room, and both are cut from the very text
that is sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.domain.learning import Shaped, shaped


@dataclass(frozen=True)
class Kind:
    """What letters of one kind have in common, None standing where each has words of its own; and those, letter by letter."""

    common: tuple[Shaped | None, ...]
    own: tuple[tuple[Shaped, ...], ...]


def read_together(texts: Sequence[str]) -> Kind:
    """Part the letters of one kind into what all say and what each alone says; a letter on its own is all its own."""
    letters = [shaped(text) for text in texts]
    if len(letters) < 2:
        return Kind((), tuple(tuple(letter) for letter in letters))
    shared = [part for part in letters[0] if all(part in other for other in letters[1:])]
    return Kind(_common(letters[0], shared), tuple(_own(letter, shared) for letter in letters))


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
    after = [*letter[1:], None]
    heads = [part.kind == "heading" and then is not None and then not in shared for part, then in zip(letter, after)]
    return tuple(part for part, leads in zip(letter, heads) if part not in shared or leads)
