"""Finding in somebody's words whoever sits on a round's panel: under any form of the name that redaction knows.

A letter is not sent with such a name, and no finding, note or case passed on is kept with one.
"""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.grading import TITLES
from scrutiny_app.domain.whole_words import holds, words_of
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.my_cases import name_in_words
from scrutiny_app.services.remarks import Naming, redactor

# What stands before or behind a name and is none of it, and what a surname may begin with.
_AROUND = frozenset({*TITLES, "jp", "dl", "kc", "mbe", "obe", "cbe", "pc", "dc", "sgt", "ps", "insp", "rev", "prof"})
_PARTICLES = frozenset("van von der den de del la le du da di al el bin ibn ap ab st".split())
_CERTAIN = 0.9
_LEAST_CERTAIN = 0.8  # by-names; below it are names that are merely like one


class Mention(NamedTuple):
    """Words that name somebody on the panel; `is_ordinary` where they are a plain word too, such as Little or Mark."""

    words: str
    is_ordinary: bool


def mentions(session: Session, round_: Round, text: str, own: Iterable[str]) -> list[Mention]:
    """List where a text names somebody seated on a round's panel, other than in words of `own` names."""
    seated = select(User.name).join(Seat, Seat.user_id == User.id).where(Seat.left_at.is_(None))
    names = session.scalars(seated.where(Seat.panel_id == round_.panel_id).order_by(User.name))
    return mentions_in(text, list(names), own)


def mentions_in(text: str, names: Iterable[str], own: Iterable[str] = ()) -> list[Mention]:
    """List where a text names one of some people, other than in words of `own` names."""
    parties = [party for name in names if (party := _party(name))]
    theirs = {word for name in own for word in words_of(name)}
    if not parties:
        return []
    found = set()
    for span in redactor().verify(text, parties=parties):
        words = text[span.start : span.end]
        if _is_name(span, words, text) and not theirs.issuperset(words_of(words)):
            found.add(Mention(words, len(words_of(words)) == 1 and _is_plain(words)))
    return sorted(found, key=lambda one: (one.is_ordinary, one.words))


def seated_name(session: Session, round_: Round, *texts: str) -> str | None:
    """Give, one behind the other, all words of texts that can mean nobody but somebody seated on the panel, or None.

    What may be a plain word too, such as Little, is only asked about where the words are written; a whole name, and a
    surname behind a title, are found whatever they mean.
    """
    found = [name for text in texts for name in seated_names(session, round_, text)]
    return ", ".join(dict.fromkeys(found)) or None


def seated_names(session: Session, round_: Round, text: str) -> list[str]:
    """List all words of a text that can mean nobody but somebody seated on the round's panel."""
    if not text.strip():
        return []
    found = [one.words for one in mentions(session, round_, text, ()) if not one.is_ordinary]
    whole = name_in_words(session, round_, text)
    if whole is None or any(is_said(whole, one) for one in found):
        return found
    return [whole, *(one for one in found if not is_said(one, whole))]


def plain_mentions(session: Session, round_: Round, text: str) -> list[Naming]:
    """Give where a text has a plain word, with a capital, that may mean somebody seated on the round's panel."""
    return _places(text, [one for one in mentions(session, round_, text, ()) if one.is_ordinary])


def likely_mentions(session: Session, round_: Round, text: str) -> list[Naming]:
    """Give where a text has any word that may mean somebody seated on the round's panel, a surname alone too."""
    return _places(text, mentions(session, round_, text, ()))


def _places(text: str, found: Iterable[Mention]) -> list[Naming]:
    places = [re.finditer(rf"(?<!\w){re.escape(one.words)}(?!\w)", text) for one in found]
    return [Naming(*place.span()) for some in places for place in some]


def is_said(words: str, text: str) -> bool:
    """Say whether a text holds some words, in a row."""
    return holds(words_of(text), words_of(words))


def _is_name(span: Any, words: str, text: str) -> bool:
    """Say whether known words name somebody where they stand: not initials or figures alone, nor plain words."""
    if span.kind != "name" or span.source != "known" or span.certainty < _LEAST_CERTAIN or words.isdecimal():
        return False
    if span.certainty < _CERTAIN and words.isupper():
        return False
    titled = not _AROUND.isdisjoint(words_of(text[: span.start])[-1:])
    return titled or not (words.islower() and _is_plain(words))


def _is_plain(words: str) -> bool:
    return all(map(_lexicon().is_plain, words_of(words)))


def _lexicon() -> Any:
    # Loaded at its first use, as the redactor is: most of a panel process's pages never ask.
    return import_module("redaction.lexicon").load()


def _party(name: str) -> Any:
    words = [word for word in name.replace("’", "'").split() if word.casefold().strip(".,") not in _AROUND]
    if not words or not re.search(r"\w", name):
        return None
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    if start == 0:
        return import_module("redaction").Party("professional", forenames=words[0])
    return import_module("redaction").Party("professional", " ".join(words[:start]), " ".join(words[start:]))
