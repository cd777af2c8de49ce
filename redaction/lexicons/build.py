"""Make the packed word lists from Faker's name providers, a list of English words and a list of the kingdom's places.

    python -m redaction.lexicons.build [/usr/share/dict/british-english [PLACES.json [.../british-english-large]]]

PLACES.json holds places as GeoNames has them: a list of objects, of which `name` and `countrycode` are read.

Run by hand when either source changes; the result is committed, so that the package
needs neither at run time. Where each list comes from is told in NOTICE.md.
"""

import gzip
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from redaction.normalising import fold

HERE = Path(__file__).parent
# Romanised into short common syllables: of these the romanised lists alone are read.
SYLLABLES = {"ja_JP", "zh_CN", "zh_TW", "ko_KR", "en_TH"}
ENGLISH = ("en", "ga_IE")
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґђјљњћџ",
        (
            "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g dj j lj nj c dz"
        ).split(),
        strict=True,
    )
)
GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
GREEK_PAIRS = {"ου": "ou", "μπ": "b", "ντ": "d", "γγ": "ng", "γκ": "g", "ευ": "ef", "αυ": "af"}
ALPHABETS = str.maketrans({letter: latin.replace("_", "") for letter, latin in (CYRILLIC | GREEK).items()})


def latin(name: str) -> str:
    """Write a name of the Cyrillic or Greek alphabet in Latin letters, as passports do."""
    low = name.lower()
    if low.isascii() or not any(letter in CYRILLIC or letter in GREEK for letter in low):
        return name
    for pair, letters in GREEK_PAIRS.items():
        low = low.replace(pair, letters)
    plain = str.maketrans("άέήίόύώϊϋ", "αεηιουωιυ")
    return low.translate(plain).translate(ALPHABETS)


def words_of(names: Iterable[object]) -> Iterator[str]:
    """Give each Latin-letter part, folded, of each name."""
    for name in names:
        for word in fold(latin(str(name))).replace("-", " ").replace("'", "").split():
            if len(word) > 2 and word.isascii() and word.isalpha():
                yield word


def names_in(provider: ModuleType, prefixes: tuple[str, ...]) -> Iterator[str]:
    """Give the words of every list of a provider whose attribute begins with one of the prefixes."""
    for attribute, names in vars(provider.Provider).items():
        if attribute.startswith(prefixes) and isinstance(names, Iterable):
            yield from words_of(names)


def collect(kind: str, *, locales: tuple[str, ...] = ("",)) -> set[str]:
    """Gather one kind of name over Faker's locales whose names begin so."""
    people = importlib.import_module("faker.providers.person")
    found: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        romanised = f"{kind}_romanized_names"
        prefixes = (romanised,) if module.name in SYLLABLES else (f"{kind}_name", romanised)
        if module.name.startswith(locales):
            found.update(names_in(importlib.import_module(f"faker.providers.person.{module.name}"), prefixes))
    return found


def ordinary_words(path: Path) -> set[str]:
    """Read the words of a dictionary that are written in lower case."""
    words = path.read_text(encoding="utf-8").split()
    return {fold(word) for word in words if word[0].islower() and "'" not in word and len(word) > 1}


def uncommon_words(path: Path) -> set[str]:
    """Read the words that only a larger dictionary holds in lower case, and that no list of names does."""
    named = kept("forenames") | kept("surnames") | kept("familiar") | kept("villages")
    named |= {
        word for name in ("towns", "nicknames") for word in re.findall("[a-z]+", (HERE / f"{name}.txt").read_text())
    }
    return {word for word in ordinary_words(path) - kept("words") - named if len(word) > 3 and word.isascii()}


def places(path: Path) -> set[str]:
    """Read the places of the United Kingdom, as they are looked up: folded, hyphens and apostrophes as gaps."""
    listed = json.loads(path.read_text(encoding="utf-8"))
    named = (fold(place["name"]).lower() for place in listed if place["countrycode"] == "GB")
    spaced = (" ".join(re.sub("['\\-/.,()]", " ", name).split()) for name in named)
    return {name for name in spaced if len(name) > 2 and name.replace(" ", "").isalpha()}


def store(name: str, words: set[str]) -> None:
    """Write one list, sorted, with no time stamp, so that the same words give the same bytes."""
    packed = gzip.compress("\n".join(sorted(words)).encode(), mtime=0)
    (HERE / f"{name}.txt.gz").write_bytes(packed)
    print(f"{name}: {len(words):,} words, {len(packed):,} bytes")


def kept(name: str) -> set[str]:
    """Read a list that was stored before."""
    return set(gzip.decompress((HERE / f"{name}.txt.gz").read_bytes()).decode().split())


if __name__ == "__main__":
    store("forenames", collect("first"))
    store("surnames", collect("last"))
    if len(sys.argv) > 1:
        store("words", ordinary_words(Path(sys.argv[1])))
    if len(sys.argv) > 2:
        store("villages", places(Path(sys.argv[2])))
    if len(sys.argv) > 3:
        store("uncommon", uncommon_words(Path(sys.argv[3])))
    english = {name for name in collect("first", locales=ENGLISH) if len(name) > 3}
    store("familiar", english - kept("words"))
