"""One case: everything found in any of its texts, joined up and masked in all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from redaction.doubting import find_doubts
from redaction.findings import Finding, merge
from redaction.known.births import KnownBirths
from redaction.known.names import KnownNames
from redaction.known.things import KnownThings
from redaction.lexicon import Lexicon
from redaction.named.officers import find_officer_numbers
from redaction.named.organisations import NamedOrganisations
from redaction.named.people import NamedPeople
from redaction.named.phrases import policy_phrases
from redaction.named.shouting import lettered
from redaction.named.streets import NamedStreets
from redaction.named.towns import NamedTowns
from redaction.normalising import Normal, normalise
from redaction.parties import Party, Settings
from redaction.propagation import People, numbers_among, numbers_elsewhere
from redaction.shaped.finding import find_births_beside, find_shaped
from redaction.soft import find_ages, find_bare_ages, find_dates
from redaction.spans import Result, Span, render
from redaction.tags import TAG, Tagger
from redaction.words import Word, split_words

DOUBTFUL = 0.5


class Places:
    """The layers that find places; made once, for they hold nothing of any case."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make each layer from the word lists."""
        self._streets = NamedStreets(lexicon)
        self._organisations = NamedOrganisations(lexicon)
        self._towns = NamedTowns(lexicon)

    def find(self, text: str, words: list[Word]) -> Iterator[Finding]:
        """Give each place of a folded text."""
        streets = list(self._streets.find(text))
        yield from streets
        yield from self._organisations.find(text, streets)
        yield from self._towns.find(words)


@dataclass(frozen=True)
class Page:
    """One text of the case, folded, its tags blanked, and split."""

    original: str
    normal: Normal
    text: str
    words: list[Word]


@dataclass
class Found:
    """What is found in one page: to be masked, and to be doubted."""

    sure: list[Finding]
    unsure: list[Finding]


class Case:
    """The parties and references of one case, ready to be looked for; made afresh for each call."""

    def __init__(self, parties: Sequence[Party], references: Sequence[str], lexicon: Lexicon) -> None:
        """Derive every form of every known identifier once."""
        self._lexicon = lexicon
        self._parties = parties
        self._names = KnownNames(parties, lexicon)
        self._births = KnownBirths(parties)
        self._things = KnownThings(parties, references, lexicon)

    def redact(
        self, texts: Mapping[str, str], places: Places, settings: Settings, offence_date: date | None
    ) -> dict[str, Result]:
        """Redact all texts of the case together."""
        strangers = NamedPeople(self._parties, self._lexicon)
        pages = {name: self._open(text) for name, text in texts.items()}
        found: dict[str, Found] = {}
        for name, page in pages.items():
            everything = list(self._identifiers(page))
            everything += strangers.find(page.words, {finding.end for finding in everything if finding.kind == "name"})
            everything += places.find(lettered(page.text, page.words, self._lexicon), page.words)
            everything = _outside_phrases(everything, policy_phrases(page.text))
            everything += find_ages(page.text, exact_child_ages=settings.exact_child_ages)
            everything += find_dates(page.text, offence_date)
            names = [finding for finding in everything if finding.kind == "name"]
            everything += find_bare_ages(page.text, names, exact_child_ages=settings.exact_child_ages)
            everything += find_births_beside(page.text, names)
            found[name] = _sorted_out(everything)
        return self._results(pages, found)

    def certain(self, text: str) -> list[Span]:
        """Give what is known or shaped in a text that should hold none, leaving its tags aside."""
        page = self._open(text)
        tagger = Tagger(self._parties)
        return [_span(page, finding, tagger.tag(finding)) for finding in _sorted_out(self._identifiers(page)).sure]

    def _open(self, text: str) -> Page:
        """Fold a text, blanking any tags that already stand in it."""
        normal = normalise(text)
        blanked = TAG.sub(lambda tag: "\x00" * len(tag[0]), normal.text)
        return Page(text, normal, blanked, split_words(blanked, self._lexicon))

    def _identifiers(self, page: Page) -> Iterator[Finding]:
        yield from self._names.find(page.words)
        yield from self._births.find(page.words)
        yield from self._things.find(page.words)
        yield from find_officer_numbers(page.words)
        yield from find_shaped(page.text)

    def _results(self, pages: Mapping[str, Page], found: Mapping[str, Found]) -> dict[str, Result]:
        """Mask everybody everywhere, then give the tags in the order of the texts."""
        everything = [finding for each in found.values() for finding in each.sure]
        people = People(self._lexicon, everything)
        numbers = numbers_among(everything)
        tagger = Tagger(self._parties)
        results: dict[str, Result] = {}
        for name, page in pages.items():
            met = _outside_phrases(people.elsewhere(page.words, found[name].sure), policy_phrases(page.text))
            again = _sorted_out((*met, *numbers_elsewhere(page.words, numbers)))
            sure = merge((*found[name].sure, *again.sure))
            spans = tuple(_span(page, finding, tagger.tag(people.identify(finding))) for finding in sure)
            unsure = merge((*found[name].unsure, *again.unsure, *find_doubts(page.words, self._lexicon)))
            doubts = tuple(
                _span(page, finding, _doubtful_tag(finding))
                for finding in unsure
                if not any(finding.start < other.end and other.start < finding.end for other in sure)
            )
            results[name] = Result(render(page.original, spans), spans, doubts)
        return results


def _outside_phrases(findings: Iterable[Finding], phrases: list[tuple[int, int]]) -> list[Finding]:
    """Leave out the names that are part of a phrase of policy or trade."""
    return [
        finding
        for finding in findings
        if finding.source != "named" or not any(begin <= finding.start and finding.end <= end for begin, end in phrases)
    ]


def _sorted_out(findings: Iterator[Finding] | Sequence[Finding]) -> Found:
    """Part the findings that are sure from those that are not."""
    everything = list(findings)
    return Found(
        merge(finding for finding in everything if finding.certainty >= DOUBTFUL),
        [finding for finding in everything if finding.certainty < DOUBTFUL],
    )


def _doubtful_tag(finding: Finding) -> str:
    """Give the tag that would stand for a doubt."""
    if finding.kind == "age":
        return f"[{finding.label}]"
    return "[Person]" if finding.kind == "name" else "[Number]"


def _span(page: Page, finding: Finding, tag: str) -> Span:
    start, end = page.normal.original(finding.start, finding.end)
    relative = finding.kind == "name" and bool(finding.label)
    party = finding.parties[0] if len(finding.parties) == 1 and not relative else None
    return Span(start, end, finding.kind, tag, finding.source, finding.certainty, finding.reason, party)
