"""A person found anywhere in a case is masked everywhere in it, under one tag."""

from collections.abc import Iterable, Iterator, Sequence

from redaction.findings import Finding, starts_within
from redaction.index import Index
from redaction.lexicon import PARTICLES, Lexicon
from redaction.named import cues
from redaction.words import Word

_LOCAL = 6  # the last figures of a telephone number, by which it is called too
_SHORTEST_NUMBER = 4
_FORMS = "mg"  # the prosecution's forms, which everybody has
# Words of sentences that are names somewhere too; nobody met elsewhere is looked for by them.
_NO_NAMES = frozenset(
    "the and but she her his him they them you your our was were has had not for who why how then with from this "
    "that".split()
).union(PARTICLES)
_TITLES = cues.TITLES | cues.STATIONS
_ARTICLES = frozenset("the a an this that these those some any no".split())
_DATED = frozenset(
    "in of since until till between last this next early late mid during before after every by from".split()
)


class People:
    """The third parties met so far, each by the words of their name."""

    def __init__(self, lexicon: Lexicon, findings: Iterable[Finding]) -> None:
        """Remember the third parties among the findings of all texts of a case."""
        self._lexicon = lexicon
        self._bearers: dict[str, Finding] = {}
        self._full: set[str] = set()
        strangers = [finding for finding in findings if finding.kind == "name" and finding.source == "named"]
        for finding in sorted(strangers, key=_how_well_described):
            self._meet(finding)

    def _meet(self, finding: Finding) -> None:
        """Join a mention to the person who bears one of its words, or remember a new person."""
        parts = _parts(finding)
        person = next((self._bearers[word] for word in parts if word in self._bearers), finding)
        if not person.label and finding.label:
            person = self._described(person, finding)
        for word in parts:
            self._bearers.setdefault(word, person)
        if len(parts) > 1 or finding.certainty >= 0.9:
            self._full.update(parts)

    def identify(self, finding: Finding) -> Finding:
        """Give a mention the key and label of the person who bears its name, so that all of them agree."""
        if finding.kind != "name" or finding.source != "named":
            return finding
        person = self._find(finding.key)
        return Finding(*finding[:6], person.key, person.parties, person.label) if person else finding

    def elsewhere(self, words: Sequence[Word], index: Index, found: Sequence[Finding]) -> Iterator[Finding]:
        """Give the mentions by one word of people met anywhere, outside what is found already; unsure ones too."""
        borne = self._borne(words, index)
        taken = starts_within((words[at].start for at, _ in borne), found)
        small = {word.low for word in words if not word.capital} if borne else set()
        for at, person in borne:
            word = words[at]
            if word.start in taken:
                continue
            certainty = self._certainty(words, at, small)
            if certainty:
                yield Finding(
                    word.start, word.end, "name", "named", certainty, "a name met elsewhere in the case",
                    key=person.key, parties=person.parties, label=person.label,
                )  # fmt: skip

    def _borne(self, words: Sequence[Word], index: Index) -> list[tuple[int, Finding]]:
        """Give the words by which somebody is called, each with its bearer."""
        bearers = self._bearers
        called = frozenset((*bearers, *(f"{name}s" for name in bearers)))
        lows = ((at, words[at].low) for at in index.of(called))
        return [(at, bearers.get(low) or bearers[low.removesuffix("s")]) for at, low in lows]

    def _certainty(self, words: Sequence[Word], at: int, small: set[str]) -> float:
        """Say how surely a word that somebody is called by means them here: 0.8, 0.3 or not at all."""
        word, lexicon = words[at], self._lexicon
        if not lexicon.is_plain(word.low):
            uncommon = word.text.islower() and word.low in lexicon.uncommon and word.low in small
            return 0.3 if uncommon and len(small) < len(words) else 0.8
        if not word.capital:
            titled = at > 0 and words[at].gap == " " and words[at - 1].low in _TITLES
            if titled and word.low not in lexicon.protected:
                return 0.8
            return 0.0 if self._is_common(word.low) else 0.3
        acts = self._acts(words, at)
        full = word.low in self._full or word.low.removesuffix("s") in self._full
        if word.low in lexicon.protected:
            return (0.8 if acts or self._stands_alone(words, at) else 0.3) if full else 0.0
        if not word.opens or acts or (full and word.low not in small and word.low not in lexicon.everyday):
            return 0.8
        return 0.3

    def _is_common(self, low: str) -> bool:
        """Say whether a word in small letters is so common, or policy, that it seldom means who is called by it."""
        lists = (self._lexicon.everyday, self._lexicon.protected, self._lexicon.verbs, self._lexicon.person_verbs)
        return any(low in each or low.removesuffix("s") in each for each in lists)

    def _acts(self, words: Sequence[Word], at: int) -> bool:
        """Say whether what follows is what people do."""
        after = words[at + 1] if at + 1 < len(words) else None
        lexicon = self._lexicon
        if after is None or after.gap not in (" ", "'"):
            return False
        policy = words[at].low in lexicon.protected and words[at].low != "will"
        return after.low in lexicon.person_verbs or (not policy and after.low in lexicon.verbs)

    def _stands_alone(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a policy word stands in mid-sentence with no date and no other capital beside it."""
        word, before = words[at], words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if word.opens or before is None or before.capital or before.low in _DATED or before.low[:1].isdigit():
            return False
        if word.gap == " " and before.low in _ARTICLES:
            return False
        return after is None or not (after.gap == " " and (after.capital or after.low[:1].isdigit()))

    def _find(self, key: str) -> Finding | None:
        for word in key.split():
            if word in self._bearers:
                return self._bearers[word]
        return None

    def _described(self, person: Finding, by: Finding) -> Finding:
        """Describe a person met by name alone as another mention describes them."""
        better = person._replace(label=by.label, parties=by.parties)
        for word, bearer in self._bearers.items():
            if bearer is person:
                self._bearers[word] = better
        return better


def _parts(finding: Finding) -> list[str]:
    """Give the words of a name by which alone its bearer may be called."""
    return [word for word in finding.key.split() if len(word) > 2 and word not in _NO_NAMES]


def _how_well_described(finding: Finding) -> tuple[int, bool, bool]:
    """Put the fullest names first, then those that tell whose relative or what rank they are."""
    return -len(finding.key.split()), not finding.parties, not finding.label


def numbers_among(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Give the numbers and codes found, long enough to mean the same thing wherever they stand."""
    numbers: dict[str, Finding] = {}
    for finding in findings:
        digits = any(c.isdigit() for c in finding.key) and not finding.key.startswith(_FORMS)
        if finding.source == "shaped" and len(finding.key) >= _SHORTEST_NUMBER and digits:
            numbers[finding.key] = finding
        if finding.kind == "phone" and finding.key.isdigit():
            numbers.setdefault(finding.key[-_LOCAL:], finding)
    return numbers


def numbers_elsewhere(words: Sequence[Word], index: Index, numbers: dict[str, Finding]) -> Iterator[Finding]:
    """Give the places where a number found anywhere in the case stands by itself."""
    for at in index.of(frozenset(numbers)):
        word, met = words[at], numbers[words[at].low]
        if "£" not in word.gap:
            yield met._replace(
                start=word.start, end=word.end, certainty=0.8, reason="a number met elsewhere in the case"
            )
