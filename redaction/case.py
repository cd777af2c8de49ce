"""One case: everything found in any of its texts, joined up and masked in all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import filterfalse

from redaction.columns import cut_at_columns
from redaction.doubted_offices import doubt_offices
from redaction.doubted_openings import doubt_openings
from redaction.doubted_remnants import doubt_remnants
from redaction.doubted_small_letters import doubt_small_letters
from redaction.doubting import doubt_neighbours, find_doubts
from redaction.findings import Finding, apart, merge, uncovered, without_borrowed_letters
from redaction.known.births import KnownBirths
from redaction.known.names import KnownNames
from redaction.known.things import KnownThings
from redaction.layers import Layers
from redaction.lexicon import Lexicon
from redaction.named.animals import find_animals
from redaction.named.as_words import lower_as_words, raise_initials
from redaction.named.beside_addresses import beside_addresses
from redaction.named.beside_names import beside_names
from redaction.named.boxes import find_boxes
from redaction.named.branches import branches
from redaction.named.bynames import bynames
from redaction.named.called import find_called, names_called
from redaction.named.days_as_names import days_as_names
from redaction.named.dedicated_in_small import dedicated_in_small
from redaction.named.doors import find_doors
from redaction.named.doors_asked import doors_asked
from redaction.named.doors_beside import doors_beside
from redaction.named.epithets_in_small import epithets_in_small
from redaction.named.everyday_capitals import everyday_capitals
from redaction.named.firms_by_spelling import firms_by_spelling
from redaction.named.forenames_of_policy import forenames_of_policy
from redaction.named.headed_in_small import headed_in_small
from redaction.named.homes_by_number import homes_beside, homes_by_number
from redaction.named.initials import with_epithets, with_initials
from redaction.named.numbered_venues import numbered_venues
from redaction.named.numbers_going_on import numbers_going_on
from redaction.named.officers import find_numbered_officers, find_officer_numbers
from redaction.named.online_names import find_online_names
from redaction.named.parts_of_places import parts_of_places
from redaction.named.people import NamedPeople
from redaction.named.pubs import find_pubs
from redaction.named.rows_and_keys import rows_and_keys
from redaction.named.schools_of_the_great import schools_of_the_great
from redaction.named.services import find_services
from redaction.named.small_places import doubt_small_places
from redaction.named.standing import raise_standing
from redaction.named.surnames_in_capitals import surnames_in_capitals
from redaction.named.teams import find_teams
from redaction.named.told_by_kin import told_by_kin
from redaction.named.told_by_kind import told_by_kind
from redaction.named.told_by_layout import told_by_layout
from redaction.named.told_by_phrases import told_by_phrases
from redaction.named.told_by_place import told_by_place
from redaction.named.told_by_workers import told_by_workers
from redaction.named.trimming import trim
from redaction.named.vessels import find_vessels
from redaction.named.whatever_word import whatever_word
from redaction.named.workplaces import find_workplaces
from redaction.pages import Page, open_page
from redaction.parties import Party, Settings
from redaction.places_again import places_among
from redaction.propagation import People, numbers_among, numbers_elsewhere
from redaction.shaped.finding import find_births_beside, find_shaped
from redaction.soft import find_ages, find_bare_ages, find_dates
from redaction.spans import Result, Span, render
from redaction.story import find_story
from redaction.tags import Tagger

DOUBTFUL = 0.5
HALF_BELIEVED = 0.3  # so sure of a name, what is beside it is read as its owner's


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
        self, texts: Mapping[str, str], layers: Layers, settings: Settings, offence_date: date | None
    ) -> dict[str, Result]:
        """Redact all texts of the case together."""
        strangers = NamedPeople(self._parties, self._lexicon)
        pages = {name: open_page(text, self._lexicon) for name, text in texts.items()}
        found: dict[str, Found] = {}
        called = names_called((page.words for page in pages.values()), self._lexicon)
        for (name, page), likely in zip(pages.items(), layers.read_again(pages.values()), strict=True):
            words, index = page.words, page.index
            raised = raise_standing(self._identifiers(page), words, index, self._lexicon, quiet=page.quiet)
            raised = raise_initials(raised, words, index, self._lexicon)
            known = list(lower_as_words(raised, words, index, self._lexicon, quiet=page.quiet))
            ends = {finding.end for finding in known if finding.kind == "name"}
            named = [*strangers.find(words, index, ends, quiet=page.quiet), *layers.find(page), *likely]
            named += self._told(page, called)
            everything = [*known, *(finding for finding in named if not page.holds_policy(finding))]
            everything += with_initials(words, index, _sure_strangers(everything))
            everything += beside_names(words, index, _sure_people(everything), self._lexicon)
            everything += with_epithets(words, index, _sure_people(everything))
            everything += find_doors(words, index, self._parties, self._lexicon)
            everything += [*doors_asked(words, index), *find_vessels(words, index)]
            everything += told_by_place(words, index, _sure(everything), self._lexicon)
            everything += parts_of_places(words, index, _sure(everything), self._lexicon)
            everything += doors_beside(words, index, _sure(everything))
            sure = _sure(everything)
            everything += [*homes_beside(words, index, sure), *numbers_going_on(page.text, sure)]
            everything += _soft(page, everything, settings, offence_date)
            everything = list(without_borrowed_letters(page.text, everything))
            apart_by_columns = cut_at_columns(page.text, everything, self._lexicon)
            found[name] = _sorted_out(trim(page.text, apart_by_columns, self._lexicon))
        return self._results(pages, found)

    def certain(self, text: str) -> list[Span]:
        """Give what is known or shaped in a text that should hold none, leaving its tags aside."""
        page = open_page(text, self._lexicon)
        tagger = Tagger(self._parties)
        known = lower_as_words(self._identifiers(page), page.words, page.index, self._lexicon, quiet=page.quiet)
        return [page.span(finding, tagger.tag(finding)) for finding in _sorted_out(known).sure]

    def _told(self, page: Page, called: set[tuple[str, ...]]) -> Iterator[Finding]:
        """Give the names and workplaces that are everyday words, told by what stands about them."""
        yield from whatever_word(page.words, page.index, self._lexicon)
        yield from find_called(page.words, page.index, called)
        yield from bynames(page.words, page.index, self._lexicon)
        yield from find_boxes(page.words, page.index, self._lexicon)
        yield from told_by_layout(page.words, page.index, self._lexicon)
        yield from told_by_kin(page.words, page.index, self._lexicon)
        yield from epithets_in_small(page.words, page.index, self._lexicon)
        yield from everyday_capitals(page.words, page.index, self._lexicon, quiet=page.quiet)
        yield from rows_and_keys(page.words, page.index, self._lexicon)
        yield from days_as_names(page.words, page.index, self._lexicon)
        yield from told_by_workers(page.words, page.index, self._lexicon)
        yield from find_animals(page.words, page.index, self._lexicon)
        yield from find_teams(page.words, page.index)
        yield from forenames_of_policy(page.words, page.index, self._lexicon)
        yield from beside_addresses(page.words, page.index, self._lexicon)
        yield from told_by_phrases(page.words, page.index, self._lexicon)
        yield from find_numbered_officers(page.words, page.index, self._lexicon)
        yield from surnames_in_capitals(page.words, page.index, self._lexicon)
        yield from find_workplaces(page.lettered, page.words, page.index, self._lexicon)
        yield from schools_of_the_great(page.words, page.index)
        yield from find_pubs(page.words, page.index)
        yield from told_by_kind(page.words, page.index, self._lexicon)
        yield from numbered_venues(page.words, page.index)
        yield from dedicated_in_small(page.words, page.index)
        yield from headed_in_small(page.words, page.index, self._lexicon)
        yield from firms_by_spelling(page.words, page.index, self._lexicon)
        yield from find_services(page.words, page.index, self._lexicon)
        yield from branches(page.words, page.index, self._lexicon, quiet=page.quiet)
        yield from homes_by_number(page.words, page.index)

    def _identifiers(self, page: Page) -> Iterator[Finding]:
        yield from self._names.find(page.words, page.index)
        yield from self._births.find(page.words, page.index)
        yield from self._things.find(page.words, page.index)
        yield from find_officer_numbers(page.words, page.index, self._lexicon)
        yield from find_online_names(page.words, page.index, self._lexicon, quiet=page.quiet)
        yield from find_shaped(page.text)

    def _results(self, pages: Mapping[str, Page], found: Mapping[str, Found]) -> dict[str, Result]:
        """Mask everybody everywhere, then give the tags in the order of the texts."""
        everything = [finding for each in found.values() for finding in each.sure]
        people = People(self._lexicon, everything)
        numbers = numbers_among(everything)
        places = places_among(((pages[name], each.sure) for name, each in found.items()), self._lexicon)
        tagger = Tagger(self._parties)
        results: dict[str, Result] = {}
        for name, page in pages.items():
            met = list(filterfalse(page.holds_policy, people.elsewhere(page.words, page.index, found[name].sure)))
            met += with_initials(page.words, page.index, _sure_strangers(met))
            met += places.elsewhere(page.words, page.index, found[name].sure)
            again = _sorted_out((*met, *numbers_elsewhere(page.words, page.index, numbers)))
            sure = merge((*found[name].sure, *again.sure))
            spans = tuple(page.span(finding, tagger.tag(people.identify(finding))) for finding in sure)
            beside = doubt_neighbours(page.words, page.index, sure, self._lexicon)
            alone = (
                *find_doubts(page.words, page.index, self._lexicon, quiet=page.quiet),
                *doubt_small_places(page.words, page.index, self._lexicon),
                *doubt_offices(page.words, page.index, sure, self._lexicon),
                *doubt_openings(page.words, page.index, self._lexicon),
                *doubt_small_letters(page.words, self._lexicon),
                *doubt_remnants(page.words, page.index, sure, self._lexicon),
                *page.branches(),
            )
            unsure = merge((*found[name].unsure, *again.unsure, *alone, *beside))
            left = [
                each for each in apart(merge(uncovered(page.words, unsure, sure)), sure) if not page.needs_no_look(each)
            ]
            doubts = tuple(page.span(finding, _doubtful_tag(finding)) for finding in left)
            results[name] = Result(render(page.original, spans), spans, doubts)
        return results


def _sure(findings: Iterable[Finding]) -> list[Finding]:
    return [each for each in findings if each.certainty >= DOUBTFUL]


def _sure_people(findings: Iterable[Finding]) -> list[Finding]:
    return [each for each in findings if each.kind == "name" and each.certainty >= DOUBTFUL]


def _sure_strangers(findings: Iterable[Finding]) -> list[Finding]:
    return [each for each in _sure_people(findings) if each.source == "named"]


def _soft(page: Page, found: Sequence[Finding], settings: Settings, offence_date: date | None) -> Iterator[Finding]:
    """Give the ages and dates of a page, and the births beside its people."""
    names = [finding for finding in found if finding.kind == "name" and finding.certainty >= HALF_BELIEVED]
    yield from find_ages(page.text, exact_child_ages=settings.exact_child_ages)
    yield from find_dates(page.text, offence_date)
    yield from find_bare_ages(page.text, names, exact_child_ages=settings.exact_child_ages)
    yield from find_births_beside(page.text, names)
    yield from find_story(page.text, page.words, page.index)


def _sorted_out(findings: Iterable[Finding]) -> Found:
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
    return {"name": "[Person]", "place": "[Place]", "organisation": "[Organisation]", "detail": "[Detail]"}.get(
        finding.kind, "[Number]"
    )
