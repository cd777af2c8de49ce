"""One case: everything found in any of its texts, joined up and masked in all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from redaction.doubting import find_doubts
from redaction.findings import Finding, merge
from redaction.known.names import KnownNames
from redaction.known.things import KnownThings
from redaction.lexicon import Lexicon
from redaction.named.people import NamedPeople
from redaction.named.places import NamedPlaces
from redaction.normalising import Normal, normalise
from redaction.parties import Party, Settings
from redaction.propagation import People
from redaction.shaped.finding import find_shaped
from redaction.soft import find_ages, find_dates
from redaction.spans import Result, Span, render
from redaction.tags import TAG, Tagger
from redaction.words import Word, split_words

DOUBTFUL = 0.5


@dataclass
class Page:
    """One text of the case, folded and split, with what is found in it."""

    original: str
    normal: Normal
    words: list[Word]
    found: list[Finding]
    unsure: list[Finding]


class Case:
    """The parties and references of one case, ready to look for; made afresh for each call."""

    def __init__(
        self,
        parties: Sequence[Party],
        references: Sequence[str],
        lexicon: Lexicon,
        settings: Settings,
        offence_date: date | None,
    ) -> None:
        """Derive every form of every known identifier once."""
        self._lexicon, self._settings, self._offence_date = lexicon, settings, offence_date
        self._parties = parties
        self._names = KnownNames(parties, lexicon)
        self._things = KnownThings(parties, references, lexicon)
        self._strangers = NamedPeople(parties, lexicon)
        self._places = NamedPlaces(lexicon)

    def redact(self, texts: Mapping[str, str]) -> dict[str, Result]:
        """Redact all texts of the case together."""
        pages = {name: self._read(text) for name, text in texts.items()}
        people = People(self._lexicon)
        for page in pages.values():
            people.meet(page.found)
        for page in pages.values():
            page.found = merge((*page.found, *people.elsewhere(page.words, page.found)))
        tagger = Tagger(self._parties)
        return {name: self._result(page, people, tagger) for name, page in pages.items()}

    def certain(self, text: str) -> list[Span]:
        """Give what is known or shaped in a text that should hold none, leaving its tags aside."""
        page = self._open(text)
        tagger = Tagger(self._parties)
        found = merge(finding for finding in self._identifiers(page) if finding.certainty >= DOUBTFUL)
        return [self._span(page, finding, tagger.tag(finding)) for finding in found]

    def _open(self, text: str) -> Page:
        """Fold a text, blanking any tags that already stand in it."""
        normal = normalise(text)
        blanked = TAG.sub(lambda tag: "\x00" * len(tag[0]), normal.text)
        return Page(text, normal, split_words(blanked, self._lexicon), [], [])

    def _identifiers(self, page: Page) -> Iterator[Finding]:
        blanked = TAG.sub(lambda tag: "\x00" * len(tag[0]), page.normal.text)
        yield from self._names.find(page.words)
        yield from self._things.find(page.words)
        yield from find_shaped(blanked)

    def _read(self, text: str) -> Page:
        """Run every layer over one text."""
        page = self._open(text)
        blanked = TAG.sub(lambda tag: "\x00" * len(tag[0]), page.normal.text)
        everything = list(self._identifiers(page))
        known = {finding.start: finding for finding in everything if finding.kind == "name"}
        places = list(self._places.find(blanked))
        everything += (
            *self._strangers.find(page.words, known),
            *places,
            *find_ages(blanked, exact_child_ages=self._settings.exact_child_ages),
            *find_dates(blanked, self._offence_date),
        )
        page.found = merge(finding for finding in everything if finding.certainty >= DOUBTFUL)
        page.unsure = [finding for finding in everything if finding.certainty < DOUBTFUL]
        return page

    def _result(self, page: Page, people: People, tagger: Tagger) -> Result:
        spans = tuple(self._span(page, finding, tagger.tag(people.identify(finding))) for finding in page.found)
        doubted = merge((*page.unsure, *find_doubts(page.words, self._lexicon)))
        free = [finding for finding in doubted if not _touches(finding, page.found)]
        doubts = tuple(
            self._span(page, finding, "[Person]" if finding.kind == "name" else "[Number]") for finding in free
        )
        return Result(render(page.original, spans), spans, doubts)

    def _span(self, page: Page, finding: Finding, tag: str) -> Span:
        start, end = page.normal.original(finding.start, finding.end)
        party = (
            finding.parties[0] if len(finding.parties) == 1 and not (finding.kind == "name" and finding.label) else None
        )
        return Span(start, end, finding.kind, tag, finding.source, finding.certainty, finding.reason, party)


def _touches(finding: Finding, found: Sequence[Finding]) -> bool:
    return any(finding.start < other.end and other.start < finding.end for other in found)
