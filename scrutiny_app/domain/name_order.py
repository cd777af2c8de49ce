"""Telling by a name's own words where its surname stands: by capitals, initials and particles; "Nowak K", "J SMITH"."""

import re
from collections.abc import Sequence

_NEVER_FORENAMES = frozenset(
    "ó ní nic mc ferch verch de da dos das della du la le van vander von vom der ter ten zu zur el st saint "
    "ibn bint binti".split()
)
# Words that belong to the surname after them.
_PARTICLES = _NEVER_FORENAMES | frozenset(
    "do del di los las den bin al el abu ap ab san santa mac o ul ur af av ni dela abd abdel abou uí "
    "binte van't ait ould bou".split()
)
_LINKS = frozenset("ey")  # between two surnames: "Costa e Silva", "Ortega y Gasset"
_CAPITAL_PREFIX = re.compile(r"^(?:Mc|Mac|O['’]|De|Le|La|Van|Fitz)(?=[A-Z])")
_INITIALS = re.compile(r"[^\W\d_](?:[.-]+[^\W\d_])*\.?")  # J, J., J.R., J-P
_LEAST_CAPITALS = 3  # of what is no initials
Parted = tuple[list[str], list[str]]  # a surname's words and the forenames'


def parted_by_itself(words: Sequence[str]) -> Parted | None:
    """Part a name of several words by what they say themselves; None where they say nothing.

    Capitals at one end are the surname, and initials at one end the forenames.
    """
    if _are_plain(words):
        return None
    words = [*words]
    if leading := capitals_at_start(words):
        return words[:leading], words[leading:]
    if trailing := capitals_at_end(words):
        start = with_particles(words, trailing)
        return words[start:], words[:start]
    return _by_initials(words)


def may_begin_with_initials(words: Sequence[str]) -> bool:
    """Say whether two capitals before a name may be somebody's initials, and may be a surname: "AJ Smith", "NG Ann"."""
    if _are_plain(words):
        return False
    leading = capitals_at_start(words)
    return leading == 1 and len(words[0]) < _LEAST_CAPITALS and not all(map(is_initial, words[1:]))


def _by_initials(words: list[str]) -> Parted | None:
    at_start, at_end = is_initial(words[0]), is_initial(words[-1])
    if at_end and not at_start:
        surname = [word for word in words if not is_initial(word)]
        if not all(map(is_particle, surname[:-1])):
            return None  # "Nowak Jan K" and "Jan Nowak K" look alike
        return surname, words[len(surname) :]
    if at_start and not at_end and not _may_be_irish(words):
        start = with_particles(words, len(words) - 1)
        return words[start:], words[:start]
    return None


def _may_be_irish(words: list[str]) -> bool:
    """Say whether a first O may belong to the surname after it: "O Brien Niamh"."""
    return len(words) > 2 and words[0].casefold() in ("o", "ó")


def _are_plain(words: Sequence[str]) -> bool:
    """Say whether no word is in capitals or an initial: most names are written so."""
    return all(word[1:].islower() for word in words)


def is_initial(word: str) -> bool:
    """Say whether a word is nothing but initials."""
    return _INITIALS.fullmatch(word) is not None


def is_particle(word: str) -> bool:
    """Say whether a word belongs to the surname after it."""
    return word.rstrip(".'’-").casefold() in _PARTICLES


def is_one_surname(words: Sequence[str]) -> bool:
    """Say whether words are a surname alone: one, after nothing but what is nobody's forename: "DA COSTA"."""
    return bool(words) and all(
        word.casefold() in _NEVER_FORENAMES or (word.islower() and is_particle(word)) for word in words[:-1]
    )


def is_capital(word: str) -> bool:
    """Say whether a word is written in capitals, as surnames often are."""
    if word[1:].islower():
        return False
    letters = [letter for letter in _CAPITAL_PREFIX.sub("", word) if letter.isalpha()]
    return len(letters) > 1 and not is_initial(word) and all(map(str.isupper, letters))


def capitals_at_end(words: Sequence[str]) -> int:
    """Say where the surname in capitals begins; 0 where there is none, or all is in capitals."""
    start = len(words)
    while start and is_capital(words[start - 1]):
        start -= 1
    return start if start < len(words) else 0


def capitals_at_start(words: Sequence[str]) -> int:
    """Say how many words of a surname in capitals come first; 0 where there is none, or all is in capitals."""
    end = int(len(words) > 1 and words[0] in ("O", "Ó") and is_capital(words[1]))  # "Ó SÚILLEABHÁIN Seán"
    while end < len(words) and (is_capital(words[end]) or _links(words, end)):
        end += 1
    return end if end < len(words) and not is_capital(words[-1]) else 0


def with_particles(words: Sequence[str], start: int) -> int:
    """Give where a surname begins, with the particles before it; a first word is never one."""
    while start > 1:
        if start > 2 and _links(words, start - 1):
            start -= 2
        elif is_particle(words[start - 1]) or (start > 2 and _is_of_the(words, start - 1)):
            start -= 1
        else:
            break
    return start


def _links(words: Sequence[str], at: int) -> bool:
    """Say whether a word joins the surnames beside it: "Costa e Silva"; a capital is else an initial."""
    if not 0 < at < len(words) - 1 or words[at].casefold() not in _LINKS:
        return False
    return words[at].islower() or (is_capital(words[at - 1]) and is_capital(words[at + 1]))


def _is_of_the(words: Sequence[str], at: int) -> bool:
    """Say whether a word is the article in a surname such as Mac an Bhaird."""
    return at > 0 and words[at].casefold() == "an" and words[at - 1].casefold() in ("mac", "nic")


def first_surname(words: Sequence[str]) -> int:
    """Say how many of a name's first words are its surname, with its particles."""
    end = 1
    while end < len(words) - 1 and (is_particle(words[end - 1]) or _is_of_the(words, end - 1)):
        end += 1
    return end
