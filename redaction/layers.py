"""The layers that hold nothing of any case, made once: places by grammar, and the second reading."""

from collections.abc import Iterable, Iterator

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.named.lesser_streets import lesser_streets
from redaction.named.organisations import NamedOrganisations
from redaction.named.streets import NamedStreets
from redaction.named.towns import NamedTowns
from redaction.pages import Page
from redaction.second_reading import SecondReading


class Layers:
    """Finds places, and whatever else needs no party to be known, in one page after another."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make each layer from the word lists."""
        self._lexicon = lexicon
        self._streets = NamedStreets(lexicon)
        self._organisations = NamedOrganisations(lexicon)
        self._towns = NamedTowns(lexicon)
        self._second = SecondReading(lexicon)

    def find(self, page: Page) -> Iterator[Finding]:
        """Give each place of a page."""
        streets = list(self._streets.find(page.lettered, page.words, page.index))
        streets += lesser_streets(page.words, page.index, self._lexicon)
        yield from streets
        yield from self._organisations.find(page.lettered, page.words, page.index, streets)
        yield from self._towns.find(page.words, page.index, quiet=page.quiet)

    def read_again(self, pages: Iterable[Page]) -> list[list[Finding]]:
        """Give what the tagger finds in each page of a case."""
        return self._second.find([page.words for page in pages])
