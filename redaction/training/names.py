"""Inventing names: from Faker's lists, from chains of letters like them, and from words that are also names."""

import importlib
import pkgutil
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from redaction.lexicon import Lexicon, lines
from redaction.normalising import fold_letters

_OTHER_SCRIPTS = frozenset({"en_TH", "ja_JP", "zh_CN", "zh_TW", "ko_KR"})
_BRITISH = ("en_GB", "en_US", "en_IE")
_PAST_LATIN = "\u0250"
_NICKNAMES = (
    "Spud Ginger Bunny Tiny Smiler Duke Sparky Moose Chalky Nobby Dusty Badger Rocky Ace Jinx Bear Fish Biscuit"
)
_VERBS = (
    "saw took left hit told knew met found gave held sent lost sold made broke kept heard threw caught drove was " * 12
)
_ENDINGS = ("za", "zza", "z", "o", "y", "ie", "ster", "s", "bo")
_BEGINNINGS = (
    "Ald Ash Barn Beck Birk Black Brad Brom Burn Cald Chad Clay Cold Cran Dun East Ell Farn Gold Hart Hay Hol Kirk "
    "Lang Lin Mar Mel Nor Oak Pen Rad Red Ship Stan Stock Thorn Wal Wes Whit Win Wood Wy"
).split()
_PLACE_ENDS = "ton ham ford ley by wick worth field bury bridge mouth well combe thorpe dale stead den hurst".split()


class Names:
    """Draws names of people and places by a given chance."""

    def __init__(self, lexicon: Lexicon, chance: random.Random) -> None:
        """Gather the lists that names are drawn from."""
        self._chance = chance
        self._first, self._last = _gather("first_names"), _gather("last_names")
        self._chain = {"first": _chain(self._first["all"]), "last": _chain(self._last["all"])}
        told = lexicon.names_first | lexicon.everyday
        odd = lexicon.ordinary | lexicon.protected
        self._word_first = _capital(lexicon.forenames & told) * 4 + _capital(lexicon.forenames & odd)
        self._word_last = _capital(lexicon.surnames & told) * 6 + _capital(lexicon.surnames & odd)
        self._words = _capital(word for word in lexicon.ordinary if 4 < len(word) < 8)
        plain = sorted(word for word in lexicon.ordinary if len(word) > 3 and not lexicon.is_name(word))
        self._verbs = [word for word in plain if word.endswith("ed")] + _VERBS.split()
        self._things = [word for word in plain if not word.endswith(("ed", "ly", "ing"))]
        self._policy = [
            word.title() for word in sorted(lexicon.protected) if len(word) > 3 and not lexicon.is_name(word)
        ]
        self._towns = _capital(lexicon.towns | lexicon.villages)
        self._pet_names = _capital(name for line in lines("nicknames") for name in line.replace(":", " ").split())

    def first(self) -> str:
        """Draw a forename."""
        return self._draw(self._first, "first", self._word_first)

    def last(self) -> str:
        """Draw a surname, now and then a double one or one with a particle."""
        name = self._draw(self._last, "last", self._word_last)
        kind = self._chance.random()
        if kind < 0.04:
            return f"{name}-{self._draw(self._last, 'last', self._word_last)}"
        if kind < 0.07:
            return self._chance.choice(("O'", "Mc", "Mac", "Fitz", "de ", "van ", "El-", "al-", "St ", "ap ")) + name
        return name

    def nickname(self) -> str:
        """Draw a nickname: a pet name, a word, a coined form."""
        kind = self._chance.random()
        if kind < 0.4:
            return self._chance.choice(self._pet_names)
        if kind < 0.6:
            return self._chance.choice((self._chance.choice(_NICKNAMES.split()), self.word()))
        return self.first()[: self._chance.choice((2, 3, 4))] + self._chance.choice(_ENDINGS)

    def town(self) -> str:
        """Draw a town or village, real or invented."""
        if self._chance.random() < 0.45:
            return self._chance.choice(self._towns)
        name = self._chance.choice(_BEGINNINGS) + self._chance.choice(_PLACE_ENDS)
        before = (
            self._chance.choice(("Little ", "Upper ", "Great ", "Llan", "North "))
            if self._chance.random() < 0.2
            else ""
        )
        after = (
            self._chance.choice(("-on-Sea", " Green", " St Mary", " Heath", " Cross"))
            if self._chance.random() < 0.15
            else ""
        )
        return before + (name.lower() if before == "Llan" else name) + after

    def word(self) -> str:
        """Draw an everyday word, with a capital."""
        return self._chance.choice(self._words)

    def ordinary(self, kind: str) -> str:
        """Draw a word that is nobody's name: a thing, a verb in the past, or policy's."""
        if kind == "pol":
            return self._chance.choice(self._policy)
        drawn = self._chance.choice(self._verbs if kind == "vb" else self._things)
        return drawn.title() if kind == "Noun" else drawn

    def _draw(self, names: dict[str, list[str]], kind: str, words: Sequence[str]) -> str:
        drawn = self._chance.random()
        if drawn < 0.45:
            return self._chance.choice(names["british"])
        if drawn < 0.70:
            return self._chance.choice(names["all"])
        if drawn < 0.91:
            return _spelt(self._chain[kind], self._chance)
        return self._chance.choice(words)


@cache
def _gather(prefix: str) -> dict[str, list[str]]:
    people = importlib.import_module("faker.providers.person")
    found: dict[str, set[str]] = {"all": set(), "british": set()}
    for module in pkgutil.iter_modules(people.__path__):
        if module.name in _OTHER_SCRIPTS:
            continue
        names = set(_latin(importlib.import_module(f"faker.providers.person.{module.name}"), prefix))
        found["all"] |= names
        if module.name in _BRITISH:
            found["british"] |= names
    return {key: sorted(names) for key, names in found.items()}


def _latin(module: object, prefix: str) -> Iterator[str]:
    for attribute, names in vars(vars(module)["Provider"]).items():
        if attribute.startswith(prefix) and isinstance(names, Iterable):
            for name in map(str, names):
                if max(name) < _PAST_LATIN and fold_letters(name).isascii() and len(name) > 2 and name[0].isupper():
                    yield name


def _capital(words: Iterable[str]) -> list[str]:
    return sorted(word.title().replace("'S", "'s") for word in words if len(word) > 2)


def _chain(names: Sequence[str]) -> dict[str, str]:
    """Note which letter follows each three, in single-word names."""
    follows: dict[str, list[str]] = defaultdict(list)
    for name in names:
        folded = f"^^^{fold_letters(name).lower()}$"
        if folded[3:-1].isalpha():
            for at in range(3, len(folded)):
                follows[folded[at - 3 : at]].append(folded[at])
    return {before: "".join(after) for before, after in follows.items()}


def _spelt(chain: dict[str, str], chance: random.Random) -> str:
    """Spell a name that sounds like the others and may be nobody's."""
    letters = "^^^"
    while len(letters) < 14:
        letter = chance.choice(chain[letters[-3:]])
        if letter == "$" and len(letters) > 6:
            break
        letters += letter if letter != "$" else chance.choice("aeiorn")
        if letters[-3:] not in chain:
            break
    return letters[3:].title()
