"""How a file's columns differ from those of a layout that was confirmed before; their order never matters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.likeness import LIKE_FROM, likeness, likeness_of_folded
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.uses import NEVER_LOADED, Mapping, Use

Key = TypeVar("Key")
_NEAR = 0.5  # of the headings in common


@dataclass(frozen=True)
class Drift:
    """Headings that the layout does not know, those of its own that it misses, and pairs (before, after) renamed."""

    new: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """Say whether there is any difference."""
        return bool(self.new or self.missing or self.renamed)

    def in_words(self) -> str:
        """Say the difference in sentences."""
        said = []
        if self.renamed:
            pairs = ", ".join(f"“{before}” seems to have become “{after}”" for before, after in self.renamed)
            said.append(f"{pairs[0].upper()}{pairs[1:]}.")
        if self.missing:
            said.append(f"Missing: {_listed(self.missing)}.")
        if self.new:
            said.append(f"New: {_listed(self.new)}.")
        return " ".join(said)


def _listed(headings: Iterable[str]) -> str:
    return ", ".join(f"“{heading}”" for heading in headings)


def drift(mapping: Mapping, headings: Sequence[str], people: Sequence[str] | None = None) -> Drift:
    """Compare a file's headings, and those of its sheet of people where they are given, with a layout's."""
    found = _compare(mapping.uses, headings, mapping.spelt)
    if people is None:
        return found
    theirs = _compare(mapping.parties, people, mapping.spelt)
    return Drift(found.new + theirs.new, found.missing + theirs.missing, found.renamed + theirs.renamed)


def _compare(uses: dict[str, tuple[Use, ...]], headings: Sequence[str], spelt: dict[str, str]) -> Drift:
    shown = {key: " ".join(heading.split()) for heading in told_apart(headings) if (key := fold(heading))}
    new = [key for key in shown if key not in uses and key not in NEVER_LOADED]
    missing = [key for key, its in uses.items() if its and key not in shown]
    renamed = _renamed(missing, new, shown)
    before, after = {old for old, _ in renamed}, {young for _, young in renamed}
    return Drift(
        tuple(shown[key] for key in new if key not in after),
        tuple(spelt.get(key, key) for key in missing if key not in before),
        tuple((spelt.get(old, old), shown[young]) for old, young in renamed),
    )


def _renamed(missing: list[str], new: list[str], shown: dict[str, str]) -> list[tuple[str, str]]:
    """Pair each missing heading with the new one most like it, the likest first, each once."""
    scored = sorted(
        (
            (max(likeness(old, shown[young]), likeness_of_folded(old, young)), old, young)
            for old in missing
            for young in new
        ),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    pairs: list[tuple[str, str]] = []
    for score, old, young in scored:
        used = {one for pair in pairs for one in pair}
        if score >= LIKE_FROM and not {old, young} & used:
            pairs.append((old, young))
    return pairs


def nearest(layouts: Iterable[tuple[Key, Mapping]], headings: Sequence[str]) -> Key | None:
    """Give the layout that shares most headings with a file; None where none shares half of them."""
    theirs = {key for heading in headings if (key := fold(heading))} - NEVER_LOADED
    best: tuple[float, Key | None] = (0.0, None)
    for known, mapping in layouts:
        either = theirs | mapping.uses.keys()
        share = len(theirs & mapping.uses.keys()) / len(either) if either else 0.0
        if share > best[0]:
            best = share, known
    return best[1] if best[0] >= _NEAR else None
