"""A person found anywhere in a case is masked everywhere in it, under one tag."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redaction.findings import Finding
from redaction.lexicon import PARTICLES, Lexicon
from redaction.words import Word

_SHORTEST_NUMBER = 4


class People:
    """The third parties met so far, each by the words of their name."""

    def __init__(self, lexicon: Lexicon, findings: Iterable[Finding]) -> None:
        """Remember the third parties among the findings of all texts of a case."""
        self._lexicon = lexicon
        self._bearers: dict[str, Finding] = {}
        strangers = [finding for finding in findings if finding.kind == "name" and finding.source == "named"]
        for finding in sorted(strangers, key=_how_well_described):
            self._meet(finding)

    def _meet(self, finding: Finding) -> None:
        """Join a mention to the person who bears one of its words, or remember a new person."""
        parts = [word for word in finding.key.split() if len(word) > 2 and word not in PARTICLES]
        person = next((self._bearers[word] for word in parts if word in self._bearers), finding)
        if not person.label and finding.label:
            person = self._described(person, finding)
        for word in parts:
            self._bearers.setdefault(word, person)

    def identify(self, finding: Finding) -> Finding:
        """Give a mention the key and label of the person who bears its name, so that all of them agree."""
        if finding.kind != "name" or finding.source != "named":
            return finding
        person = self._find(finding.key)
        return replace(finding, key=person.key, label=person.label, parties=person.parties) if person else finding

    def elsewhere(self, words: Sequence[Word], found: Sequence[Finding]) -> Iterator[Finding]:
        """Give the mentions by one word of people met anywhere, where no layer has found them."""
        taken = {place for finding in found for place in range(finding.start, finding.end)}
        for word in words:
            person = self._bearers.get(word.low) or self._bearers.get(word.low.removesuffix("s"))
            if person and word.start not in taken and self._stands_for(word):
                yield Finding(
                    word.start, word.end, "name", "named", 0.8, "a name met elsewhere in the case",
                    key=person.key, parties=person.parties, label=person.label,
                )  # fmt: skip

    def _stands_for(self, word: Word) -> bool:
        if not self._lexicon.is_plain(word.low):
            return True
        return word.capital and not word.opens and word.low not in self._lexicon.protected

    def _find(self, key: str) -> Finding | None:
        for word in key.split():
            if word in self._bearers:
                return self._bearers[word]
        return None

    def _described(self, person: Finding, by: Finding) -> Finding:
        """Describe a person met by name alone as another mention describes them."""
        better = replace(person, label=by.label, parties=by.parties)
        for word, bearer in self._bearers.items():
            if bearer is person:
                self._bearers[word] = better
        return better


def _how_well_described(finding: Finding) -> tuple[int, bool, bool]:
    """Put the fullest names first, then those that tell whose relative or what rank they are."""
    return -len(finding.key.split()), not finding.parties, not finding.label


def numbers_among(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Give the numbers and codes found, long enough to mean the same thing wherever they stand."""
    return {
        finding.key: finding
        for finding in findings
        if finding.source == "shaped" and len(finding.key) >= _SHORTEST_NUMBER and any(c.isdigit() for c in finding.key)
    }


def numbers_elsewhere(words: Sequence[Word], numbers: dict[str, Finding]) -> Iterator[Finding]:
    """Give the places where a number found anywhere in the case stands by itself."""
    for word in words:
        if word.low in numbers and "£" not in word.gap:
            met = numbers[word.low]
            yield replace(
                met, start=word.start, end=word.end, certainty=0.8, reason="a number met elsewhere in the case"
            )
