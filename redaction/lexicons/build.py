"""Make the packed word lists from Faker's name providers and a list of English words.

    python -m redaction.lexicons.build /usr/share/dict/british-english

Run by hand when either source changes; the result is committed, so that the package
needs neither at run time. Where each list comes from is told in NOTICE.md.
"""

import gzip
import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from redaction.normalising import fold

HERE = Path(__file__).parent
LEFT_OUT = {
    "en_TH",
    "ja_JP",
    "zh_CN",
    "zh_TW",
    "ko_KR",
}  # written in other scripts, or romanised into short common syllables


def words_of(names: Iterable[object]) -> Iterator[str]:
    """Give each Latin-letter part, folded, of each name."""
    for name in names:
        for word in fold(str(name)).replace("-", " ").replace("'", "").split():
            if len(word) > 2 and word.isascii() and word.isalpha():
                yield word


def names_in(provider: ModuleType, prefix: str) -> Iterator[str]:
    """Give the words of every list of a provider whose attribute begins with a prefix."""
    for attribute, names in vars(provider.Provider).items():
        if attribute.startswith(prefix) and isinstance(names, Iterable):
            yield from words_of(names)


def collect(prefix: str) -> set[str]:
    """Gather one kind of name over all of Faker's locales."""
    people = importlib.import_module("faker.providers.person")
    found: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        if module.name not in LEFT_OUT:
            found.update(names_in(importlib.import_module(f"faker.providers.person.{module.name}"), prefix))
    return found


def ordinary_words(path: Path) -> set[str]:
    """Read the words of a dictionary that are written in lower case."""
    words = path.read_text(encoding="utf-8").split()
    return {fold(word) for word in words if word[0].islower() and "'" not in word and len(word) > 1}


def store(name: str, words: set[str]) -> None:
    """Write one list, sorted, with no time stamp, so that the same words give the same bytes."""
    packed = gzip.compress("\n".join(sorted(words)).encode(), mtime=0)
    (HERE / f"{name}.txt.gz").write_bytes(packed)
    print(f"{name}: {len(words):,} words, {len(packed):,} bytes")


if __name__ == "__main__":
    store("forenames", collect("first_names"))
    store("surnames", collect("last_names"))
    store("words", ordinary_words(Path(sys.argv[1])))
