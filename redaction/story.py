"""What a story tells of somebody that few others share: raised as doubts, for whoever checks to decide.

A rare post, a rare illness, a faith beside a small place or an event that was in the news may name a person as surely
as their name does, and may be what the decision turned on. None of it is masked here; it is only pointed at.
"""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.story_signs import SIGNS, Sign
from redaction.words import Word

_DOUBT = 0.3
_REACH = 40
_WORD = re.compile(r"(?<![\w'])[a-z]+(?:-[a-z]+){0,2}")
_BY_WORD: dict[str, list[Sign]] = {}
for _each in SIGNS:
    for _word in _each.words:
        _BY_WORD.setdefault(_word, []).append(_each)
_BEGINNINGS = frozenset(_word.partition("-")[0] for _word in _BY_WORD)
_PETS = (
    "dog cat puppy kitten horse pony parrot rabbit hamster tortoise budgie alsatian labrador spaniel terrier staffie "
    "rottweiler poodle collie cockapoo donkey goat ferret snake"
).split()
_PET = re.compile(
    rf"\b(?i:(?:her|his|their|my|the|our|a) (?:[a-z]+ ){{0,2}}(?:{'|'.join(_PETS)}))"
    r"(?:,? (?i:called|named|name of|is called))?,? (?P<v>[A-Z][a-z]{2,14})(?=[ ,.;)'!]|$)"
)


def find_story(text: str, words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give as doubts what a folded text of these words tells of somebody that few share, each phrase once."""
    low = text.lower()
    told: set[tuple[str, str]] = set()
    end = 0
    begun = [words[at].start for at in index.of(_BEGINNINGS) if words[at].gap != "-"]
    for word in filter(None, (_WORD.match(low, start) for start in begun)):
        for sign in _BY_WORD.get(word[0], ()):
            after = sign.after.match(low, word.end())
            if not after or (sign.before and not sign.before.search(low, max(0, word.start() - _REACH), word.start())):
                continue
            phrase = low[word.start() : after.end()].strip()
            if word.start() >= end and (sign.reason, phrase) not in told:
                end = after.end()
                told.add((sign.reason, phrase))
                yield _doubt(word.start(), word.start() + len(phrase), sign.reason)
            break
    for pet in _PET.finditer(text) if any(f" {pet}" in low for pet in _PETS) else ():
        yield _doubt(*pet.span("v"), "a pet's name")


def _doubt(start: int, end: int, reason: str) -> Finding:
    return Finding(start, end, "detail", "named", _DOUBT, f"{reason}, which few share", label="detail")
