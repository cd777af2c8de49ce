"""Varying documents, so that the tagger learns manners and neighbours rather than the names that happen to be there."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from redaction.lexicon import Lexicon
from redaction.training.documents import Document, Mention
from redaction.training.names import Names
from redaction.training.organisations import Organisations

_PIECE_OF_NAME = 0.75
_PLACES_RENAMED = 0.6
_SELDOM_LOWERED = 0.08
# What is typed in haste: so many are put in small letters, as many in capitals, and of twice as many the names.
_LOWERED = {
    "cases": 0.2,
    "places": 0.22,
    "spots": 0.22,
    "officers": 0.2,
    "statements": 0.18,
    "mail": 0.18,
    "mixed": 0.15,
}


def vary(documents: Iterable[Document], lexicon: Lexicon, seed: int) -> Iterator[Document]:
    """Give each document with most of its names replaced, and some in small letters or capitals only."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    names = Names(lexicon, chance)
    organisations = Organisations(names, chance)
    for document in documents:
        drawn, lowered = chance.random(), _LOWERED.get(document.source, _SELDOM_LOWERED)
        changed = _renamed(document, names, organisations, chance) if chance.random() < _PIECE_OF_NAME else document
        if drawn < lowered:
            changed = replace(changed, text=_same_length(changed.text, str.lower))
        elif drawn < 2 * lowered:
            changed = replace(changed, text=_same_length(changed.text, str.upper))
        elif drawn < 4 * lowered:
            changed = _names_lowered(changed, lexicon, chance)
        yield changed


def _same_length(text: str, change: Callable[[str], str]) -> str:
    return "".join(change(letter) if len(change(letter)) == 1 else letter for letter in text)


def _renamed(document: Document, names: Names, organisations: Organisations, chance: random.Random) -> Document:
    """Put others' names in place of persons' and of many places', the same for the same throughout."""
    given: dict[str, str] = {}
    placed: dict[str, str] = {}
    text, mentions, at = "", [], 0
    for mention in sorted(document.mentions, key=lambda each: each.start):
        if mention.start < at:
            continue
        text += document.text[at : mention.start]
        begin = len(text)
        old = document.text[mention.start : mention.end]
        if mention.label == "PERSON":
            text += _another(old, given, names, chance)
        else:
            text += placed.setdefault(old.lower(), _elsewhere(old, mention.label, names, organisations, chance))
        mentions.append(Mention(begin, len(text), mention.label))
        at = mention.end
    return replace(document, text=text + document.text[at:], mentions=tuple(mentions))


def _another(old: str, given: dict[str, str], names: Names, chance: random.Random) -> str:
    words = old.split(" ")
    return " ".join(
        _like(given.setdefault(word.lower(), _new(names, last=nth > 0)), word) if _is_plain_name(word) else word
        for nth, word in enumerate(words)
    )


def _elsewhere(old: str, label: str, names: Names, organisations: Organisations, chance: random.Random) -> str:
    """Give another place in the place of one: a town for a single word, otherwise an organisation of any kind."""
    if chance.random() > _PLACES_RENAMED or old[0].isdigit():
        return old
    if label == "PLACE":
        return _like(names.town(), old) if old.isalpha() else old
    new = organisations.draw("org")
    return _like(new[4:] if new.lower().startswith("the ") and not old.lower().startswith("the ") else new, old)


def _is_plain_name(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word[0].isupper() and word not in ("Mrs", "Miss", "Lord", "Lady")


def _new(names: Names, *, last: bool) -> str:
    return names.last() if last else names.first()


def _like(new: str, old: str) -> str:
    if old.islower():
        return new.lower()
    return new.upper() if old.isupper() else new


def _names_lowered(document: Document, lexicon: Lexicon, chance: random.Random) -> Document:
    """Put half the names in small letters, as hurried writers do; hardly ever one that would then be a word."""
    text = document.text
    for mention in document.mentions:
        name = text[mention.start : mention.end]
        if chance.random() < (0.05 if lexicon.is_plain(name.lower()) else 0.5):
            text = text[: mention.start] + _same_length(name, str.lower) + text[mention.end :]
    return replace(document, text=text)
