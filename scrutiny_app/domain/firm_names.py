"""Knowing by everyday words that a name without a comma may be an organisation's, and in which columns all such are."""

import re
from collections.abc import Sequence

from scrutiny_app.domain.common_forenames import COMMON
from scrutiny_app.domain.known_names import KnownNames
from scrutiny_app.domain.name_order import is_capital, is_initial, is_particle
from scrutiny_app.domain.naming import is_rank, is_titled, unranked
from scrutiny_app.domain.no_victim import is_no_victim
from scrutiny_app.domain.organisations import SURNAMES_TOO, is_body, may_be_surnamed
from scrutiny_app.domain.several_people import is_place, may_be_several
from scrutiny_app.domain.stroked_names import may_be_firm
from scrutiny_app.domain.styles import WITH_COMMAS, Style

_FEWEST = 2  # words
_MOST = 0.75  # of a column's names that are organisations': where more have no comma, it tells nothing
# What is a surname too, but after no forename rather a place: "Peking House", "Thames Water".
_PLACES = SURNAMES_TOO | frozenset(
    "hall house bar lodge park parks water power court temple chapel abbey arms lion head crown castle lane street "
    "farm barn mill grange manor cottage cross corner palace tower towers club room rooms way direct local land "
    "world kitchen oven legion mission albion harriers comp center line branch fields".split()
)
_NO_NAMES = frozenset("the this that these your our yr for with at from and n und et to us it my we you".split())
# What no forename is: before an everyday word that is no forename either, it is no person.
_ADJECTIVES = frozenset(
    "red black white green blue golden silver pink yellow good lucky happy big great greater grand royal old new "
    "little british english welsh scottish irish turkish kurdish polish polski indian chinese thai italian greek afro "
    "african asian european islamic natural national united our yr y tŷ hm".split()
)
_BEFORE_SAINTS = frozenset("mount king queen saint st bishop archbishop".split())  # "King James", "St Thomas More"
_PLANTS = frozenset(
    "ivy rowan poppy hazel heather rose holly olive willow daisy jasmine lavender laurel fern bryony iris lily".split()
)
_GROUNDS = frozenset("house lodge court cottage branch fields tree grove view gardens mews villa".split())
_LAST_LETTERS = frozenset({"bc", "cc", "ac"})  # of councils and clubs
_LETTERS = re.compile(r"(?!NG\b|ST\b|DR\b|MC\b)[B-DF-HJ-NP-TV-XZ]{2,4}")  # "WH Smith": nobody's surname has no vowel
# Well-known firms that are called after people, or as if they were.
_NAMED_AFTER_PEOPLE = frozenset(
    {"john lewis", "ted baker", "william hill", "paddy power", "thomas cook", "fred perry", "laura ashley", "jo malone"}
    | {"hugo boss", "robert dyas", "ernest jones", "h samuel", "ann summers", "dorothy perkins", "sue ryder"}
    | {"eddie stobart", "harvey nichols", "taylor wimpey", "knight frank", "jack wills", "carter jonas", "moss bros"}
    | {"travis perkins", "burger king", "clinton cards", "jimmy choo", "michael kors", "calvin klein", "ben sherman"}
    | {"tommy hilfiger", "marie curie", "oliver bonas", "miss selfridge", "austin reed", "cath kidston", "fat face"}
    | {"karen millen", "kurt geiger", "harry ramsden", "bella italia", "leonard cheshire", "holland barrett"}
    | {"timothy taylor", "charles tyrwhitt", "vivienne westwood", "russell hobbs", "dr martens", "fortnum mason"}
)


def looks_organised(value: str, known: KnownNames) -> bool:
    """Say whether a name without a comma may be an organisation's: no forename in it, and a last word of every day.

    Initials before a single word are a person's: "H Sandalwood".
    """
    words = [word.strip(".'’").casefold() for word in unranked(value.split())]
    if len(words) < _FEWEST or _is_told_otherwise(value):
        return False
    if len(words) == _FEWEST and is_initial(words[0]):
        return False
    last = words[-1]
    of_people = any(all(part in known.forenames for part in word.split("-")) for word in words)  # Ellie-May
    return last in known.ordinary and last not in known.surnames and not of_people


def may_be_organised(value: str, known: KnownNames) -> bool:
    """Say whether a name read as a person's may be an organisation's, so that the clerk is told before it is loaded.

    A name whose surname alone is in capitals, and is one or follows a forename, is somebody's.
    """
    if looks_organised(value, known):
        return True
    plain = " ".join(value.split()).strip(".").casefold()
    words = [word.strip(".'’").casefold() for word in unranked(value.split())]
    if plain in _NAMED_AFTER_PEOPLE or (is_titled(value) and plain.endswith(("'s", "’s"))):
        return True
    if len(words) < _FEWEST or _is_told_otherwise(value):
        return False
    if _LETTERS.fullmatch(value.split()[0]):
        return True
    is_person = (len(words) == _FEWEST and is_initial(words[0])) or _is_cased_as_person(value, known)
    return not is_person and _is_of_words(words, known)


def after_place(name: str, known: KnownNames) -> bool:
    """Say whether a name that ends with a place may be an organisation's there: no forename or initial begins it."""
    first = unranked(name.split())[0].strip(".'’").casefold()
    return not (_is_told_otherwise(name) or is_initial(first) or first in known.forenames)


def _is_of_words(words: Sequence[str], known: KnownNames) -> bool:
    first, last = words[0], words[-1]
    if not _NO_NAMES.isdisjoint(words[1:-1]) or last in _LAST_LETTERS or may_be_surnamed(words):
        return True
    if first in _BEFORE_SAINTS or (first in _ADJECTIVES and last not in known.familiar):
        return True
    if first in _PLANTS and last in _GROUNDS:
        return True
    # "Wendy Scrimshaw" is a person, though the lists of names have no such surname and that of words has it.
    is_somebody = first in known.familiar or (first in COMMON and first not in known.ordinary)
    is_thing_last = _is_thing(last, known) and not is_somebody
    thing_last = is_thing_last and (first in known.ordinary or first not in known.surnames)
    if thing_last or (_is_thing(first, known) and last in known.ordinary):
        return True
    return last in _PLACES and not any(word in known.forenames for word in words[:-1])


def _is_thing(word: str, known: KnownNames) -> bool:
    return word in known.ordinary and word not in known.forenames and word not in known.surnames


def _is_cased_as_person(value: str, known: KnownNames) -> bool:
    words = unranked(value.split())
    if is_capital(words[0]) == is_capital(words[-1]):
        return False
    plain = {word.casefold() for word in words}
    return not plain.isdisjoint(known.forenames)


def organised_before_comma(value: str, known: KnownNames) -> bool:
    """Say whether an organisation and its place may stand where a person's surname and forenames should."""
    left, comma, right = (part.strip() for part in value.partition(","))
    first = right.split()[0].casefold() if left and right else ""
    if not comma or not first or "," in right or _begins_forenames(first, known) or is_particle(left.split()[0]):
        return False
    if is_place(right):
        return not may_be_several(left)  # "Fresh & Fine, Dock Street" is rejected anyway, and says so
    if len(left.split()) > 1:
        return is_body(left) or may_be_organised(left, known) or _are_ordinary(left, known)
    word = left.casefold()
    return word in known.ordinary and word not in known.surnames and first not in known.forenames


def _begins_forenames(word: str, known: KnownNames) -> bool:
    """Say whether a word after a comma is a forename, an initial, a title or a rank."""
    is_forename = word in known.familiar or word in COMMON or (word in known.forenames and word not in known.ordinary)
    return is_forename or is_initial(word) or is_titled(word) or is_rank(word)


def _are_ordinary(words: str, known: KnownNames) -> bool:
    plain = words.casefold().split()
    return not is_particle(plain[0]) and all(word in known.ordinary for word in plain)


def _is_told_otherwise(value: str) -> bool:
    """Say whether a name is refused or read as an organisation's by itself, or has a person's title."""
    return "," in value or is_body(value) or any(map(str.isdigit, value)) or is_titled(value)


def firms_without_comma(style: str, values: Sequence[str], known: KnownNames) -> list[str]:
    """List the names without a comma, where people's have one, if some look like firms' and no forename is in any."""
    if style != Style.DAY_FIRST and style not in WITH_COMMAS:
        return []
    others = [value for value in values if "," not in value]
    if len(others) > _MOST * len(values) or not any(may_be_organised(value, known) for value in others):
        return []
    words = {word.strip(".'’").casefold() for value in others for word in value.split()}
    is_firm = all(is_body(value) or may_be_firm(value) for value in others)
    plain = [value for value in others if not (is_body(value) or is_no_victim(value))]
    return plain if is_firm and known.familiar.isdisjoint(words) else []
