"""People's names as other systems write them, turned into "Surname, Forenames"; what cannot be told apart is left.

A name left without a comma is refused when its row is checked: nothing here guesses.
"""

import re

from scrutiny_app.domain.aliases import without_alias
from scrutiny_app.domain.name_order import (
    Parted,
    first_surname,
    is_capital,
    is_initial,
    is_one_surname,
    may_begin_with_initials,
    parted_by_itself,
    with_particles,
)
from scrutiny_app.domain.organisations import TITLES, is_body
from scrutiny_app.domain.ranks import NEVER_NAMES, RANKS, RANKS_IN_WORDS, without_acting

_SURNAME_TITLES = frozenset("mr mrs ms dr".split())
_BEFORE_SURNAMES = _SURNAME_TITLES | RANKS | RANKS_IN_WORDS
# What is written where nobody is named, or is not known.
NOBODY = frozenset(
    {"", "-", "–", "—", "n/a", "not recorded", "n/k", "nk", "not known", "unknown", "unk", "none", "nil", "nobody"}
    | {"no one", "name not known", "name unknown", "not applicable", "none recorded", "none known", "not stated"}
    | {"[]", "vdnwtbn", "name withheld", "withheld", "identity withheld", "details withheld"}
    | {"dim", "neb", "dim un", "dim dioddefwr", "anhysbys"}
    | {"does not wish to be named", "rest.", "restricted", "anonymous", "anon", "anon."}
)
_LONGEST_NOBODY = max(map(len, NOBODY))
_BEGINNINGS = frozenset({word[:1] for word in NOBODY} | {word[:1].upper() for word in NOBODY} | set(" \t\n\xa0(["))
_RANKS_BUT_DI = RANKS - {"di"}
_DETECTIVE_OR_PARTICLE = "DI"  # before a word in capitals: DI FARROW, DI MARCO
# The names in capitals before which DI may be the beginning of an officer's surname; before others it is their rank.
_AFTER_PARTICLE = frozenset(
    "angelo bartolo bartolomeo bella benedetto bernardo biase blasi canio caprio carlo cesare cicco cola cristina "
    "domenico donato fazio felice filippo fiore franco francesco gennaro giacomo giorgio giovanni girolamo giuseppe "
    "gregorio iorio lallo lauro leo lorenzo luca lucia maggio maio mambro marco maria marino martino marzio mascio "
    "matteo mauro meo michele nardo natale nicola nunzio palma paola paolo pasquale pietro pinto rienzo rocco "
    "rosa salvo santo silvestro simone stefano tommaso venanzio vincenzo vito vittorio".split()
)
_PLAIN_SURNAME = re.compile(r"[^\W\d_](?:['’]?[^\W\d_][\w'’-]*)")


def is_nobody(name: str) -> bool:
    """Say whether what stands for a name says that there is none, or that it is not known."""
    if len(name) > _LONGEST_NOBODY + 2 or name[:1] not in _BEGINNINGS:  # nearly all: this is asked of every row
        return False
    plain = " ".join(name.split()).casefold()
    halves = plain.split(" / ")  # in two languages: "dim / none"
    return plain in NOBODY or (plain[:1] in "([" and plain[1:-1] in NOBODY) or NOBODY.issuperset(halves)


def forenames_first(name: str, *, ranked: bool = True) -> str:
    """Turn "Jane de Souza" or "Jane DE SOUZA" into "de Souza, Jane"; a body or firm gets a comma at its end.

    `ranked` says that officers stand in the column, so that "PC World" is a constable and not perhaps a shop.
    """
    if is_nobody(name):
        return name
    if (plain := without_alias(name))[1]:
        return f"{forenames_first(plain[0], ranked=ranked)} {plain[1]}"
    words = _words(name)
    if is_body(name):
        return f"{' '.join(name.split())},"
    words = unranked(words or [], ranked=ranked)
    if not words or is_one_surname(words) or is_rank(words[-1]):
        return _surname_alone(words, name, ranked)
    if may_begin_with_initials(words):
        return name
    start = with_particles(words, len(words) - 1)
    return _parted(words, name, (words[start:], words[:start]))


def surname_first(name: str, *, ranked: bool = True) -> str:
    """Turn "DE SOUZA Jane" into "DE SOUZA, Jane": the first words in capitals, or else one with its particles."""
    if is_nobody(name):
        return name
    if (plain := without_alias(name))[1]:
        return f"{surname_first(plain[0], ranked=ranked)} {plain[1]}"
    words = _words(name)
    if is_body(name):
        return f"{' '.join(name.split())},"
    words = unranked(words or [], surname_leads=True, ranked=ranked)
    if not words or is_one_surname(words) or is_rank(words[-1]):
        return _surname_alone(words, name, ranked)
    end = first_surname(words)
    in_doubt = is_titled(name) or is_initial(words[1])  # "Mr John Smith", "Jan K Nowak"
    return _parted(words, name, None if in_doubt else (words[:end], words[end:]))


def _parted(words: list[str], name: str, otherwise: Parted | None) -> str:
    """Part a name by what it says itself, or else as its column has it; what is in doubt stays, to be refused."""
    surname, forenames = parted_by_itself(words) or otherwise or ([], [])
    if not surname or (len(surname) == 1 and is_initial(surname[0])):
        return name
    return f"{' '.join(surname)}, {' '.join(forenames)}"


def organisation(name: str) -> str:
    """Write an organisation's name with a comma at its end, and none within."""
    return f"{' '.join(name.replace(',', ' ').split())},"


def is_titled(name: str) -> bool:
    """Say whether a name begins with a title, as only a person's does."""
    return name.split(maxsplit=1)[0].rstrip(".").casefold() in TITLES


def joined(surname: str, forenames: str) -> str:
    """Write a name that came in two parts; a surname alone may be a firm; forenames alone are refused later.

    So is a surname alone with a stroke, which is a whole name or two people: "MARSH/ANN".
    """
    surname, forenames = " ".join(surname.split()), " ".join(forenames.split())
    if "/" in surname and not forenames and not is_body(surname):
        return surname
    return f"{surname}, {forenames}".rstrip() if surname or forenames else ""


def _words(name: str) -> list[str] | None:
    """Split a name, without a title; None where it is empty, has a comma, figures or a remark, or several people."""
    name = without_acting(name)
    if re.search(r"[,;&\d/()\[\]]", name):
        return None
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        words = words[1:]
    return words or None


def unranked(words: list[str], *, surname_leads: bool = False, ranked: bool = True) -> list[str]:
    """Leave out the ranks before a name, all but its last word; nothing where a first word may be a rank or a name.

    `ranked` says that it is an officer's: "DI ROWE" is then an inspector, and else perhaps somebody called Di.
    """
    is_ranked = False
    while len(words) > 1:
        first, second = words[:2]
        if first == _DETECTIVE_OR_PARTICLE and is_capital(second) and not (ranked and _is_after_rank(second)):
            return []
        never_a_name = is_ranked or not surname_leads or not NEVER_NAMES.isdisjoint((_bare(first), _bare(second)))
        spelt_out = _bare(first) in RANKS_IN_WORDS and (never_a_name or _is_cased_apart(first, second))
        if not spelt_out and not is_rank(first):
            break
        words, is_ranked = words[1:], True
    return words


def _is_after_rank(word: str) -> bool:
    return _bare(word.rstrip(",")) not in _AFTER_PARTICLE


def is_rank(word: str) -> bool:
    """Say whether a word is a shortened rank; "Di" is a forename, and "di" is part of a surname."""
    return word.rstrip(".") == _DETECTIVE_OR_PARTICLE or _bare(word) in _RANKS_BUT_DI


def _is_cased_apart(first: str, second: str) -> bool:
    return is_capital(second) and not is_capital(first)


def _surname_alone(words: list[str], name: str, ranked: bool) -> str:
    """Give the surname that a rank or title alone stood before; the name as it was, to be refused, of anything else."""
    first = without_acting(name).split()[:1]
    before = _BEFORE_SURNAMES if ranked else _SURNAME_TITLES
    known = is_one_surname(words) and first != words[:1] and _bare(first[0]) in before
    if known and _PLAIN_SURNAME.fullmatch(words[-1]) and not is_rank(words[-1]):
        return f"{' '.join(words)},"
    return name


def _bare(word: str) -> str:
    return word.rstrip(".").casefold()
