"""Telling that a name would be loaded by halves: its surname mapped, and its forenames left out of the file.

Half a name is redacted by half. So a column that reads like the forenames of someone whose surname is loaded is
asked about before anything is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.likeness import tokens
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.reasons import perhaps
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Part, Use, described

_FORENAMES = re.compile(r"(?:fore|first|given|christian|middle)[\W_]*names?(?:\(s\))?[\W_]*\d*$", re.IGNORECASE)
_FIRST_OF_TWO = re.compile(r"(?:fore|first|given|christian|middle)[\W_]*names?(?:\(s\))?", re.IGNORECASE)
_OTHER_HALF = perhaps("the surname comes from another column: these seem to be its forenames")
_SURNAME = re.compile(r"(?:sur|last|family)[\W_]*name", re.IGNORECASE)


def halved_names(uses: Mapping[str, tuple[Use, ...]], headings: Sequence[str], *, parties: bool) -> Iterator[str]:
    """Say in a sentence, of each person whose surname alone is loaded, which headings read like the forenames."""
    for name, found in _other_halves(uses, headings, parties=parties).items():
        if field := described(name, parties=parties):
            listed = " and ".join(f"“{' '.join(heading.split())[:60]}”" for heading in found)
            yield (
                f"The surname of “{field.heading}” would be loaded without its forenames. {listed} "
                f"{'reads' if len(found) == 1 else 'read'} like them: say that they are its forenames."
            )


def with_forenames(found: Sequence[Suggestion], *, parties: bool = False) -> list[Suggestion]:
    """Suggest beside a surname the forenames without which it would be refused, though a whole name set them aside."""
    uses = {fold(one.heading): one.uses for one in found}
    halves = _other_halves(uses, [one.heading for one in found], parties=parties)
    whose = {fold(heading): name for name, headings in halves.items() for heading in headings}
    return [
        replace(one, uses=(Use(name, Part.FORENAMES),), reason=_OTHER_HALF, sure=False)
        if (name := whose.get(fold(one.heading)))
        else one
        for one in found
    ]


def _other_halves(
    uses: Mapping[str, tuple[Use, ...]], headings: Sequence[str], *, parties: bool
) -> dict[str, list[str]]:
    """Give, by the names whose surname alone is loaded, the headings left out that read like the forenames."""
    left = [heading for heading in headings if fold(heading) and not uses.get(fold(heading))]
    found = {
        name: [heading for heading in left if _is_forename_of(heading, name, surnames, parties)]
        for name, surnames in _surnames_alone(uses, headings).items()
    }
    return {name: headings for name, headings in found.items() if headings}


def _surnames_alone(uses: Mapping[str, tuple[Use, ...]], headings: Sequence[str]) -> dict[str, list[str]]:
    surnames: dict[str, list[str]] = {}
    others: set[str] = set()
    for heading in headings:
        for use in uses.get(fold(heading), ()):
            if use.part is Part.SURNAME:
                surnames.setdefault(use.field, []).append(heading)
            elif use.part not in (Part.ORGANISATION, Part.KIND):
                others.add(use.field)
    return {name: found for name, found in surnames.items() if name not in others}


def _is_forename_of(heading: str, name: str, surnames: Sequence[str], parties: bool) -> bool:
    """Say whether a heading is a known one of those forenames, or differs from the surname's in that word alone."""
    near = nearest_phrase(heading, parties=parties)
    if near and near[0].use == Use(name, Part.FORENAMES):
        return True
    whose = _whose(heading, _FORENAMES if _FORENAMES.search(heading) else _FIRST_OF_TWO)
    return whose is not None and any(whose == _whose(surname, _SURNAME) for surname in surnames)


def _whose(heading: str, name: re.Pattern[str]) -> frozenset[str] | None:
    """Give the words of a heading that say whose name it is; None where it is no such name."""
    rest, found = name.subn(" ", heading)
    return tokens(rest) if found else None
