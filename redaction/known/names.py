"""Finding the parties' names in a text, whatever form they take: places where forms stand, joined into mentions."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.known.disguised import DisguisedNames
from redaction.known.hits import WEAK, Hit
from redaction.known.inside import InsideWords
from redaction.known.letters import LetteredNames
from redaction.known.name_forms import NameForms
from redaction.known.pieces import PartedNames
from redaction.known.plain_names import BETWEEN, PlainNames
from redaction.known.spelling import NearWords
from redaction.known.widening import Widening
from redaction.lexicon import Lexicon
from redaction.named.announcing import COLLAR
from redaction.named.cues import RANKS
from redaction.parties import Party
from redaction.words import Word

_SIGNS = frozenset(",.()&/+")


class KnownNames:
    """All forms of all parties' names, looked up word by word."""

    def __init__(self, parties: Sequence[Party], lexicon: Lexicon) -> None:
        """Derive the forms."""
        self._forms = NameForms.of(parties, lexicon)
        self._officers = frozenset(index for index, party in enumerate(parties) if party.role == "officer")
        self._plain = PlainNames(self._forms, lexicon)
        near, inside = NearWords(self._forms.names), InsideWords(self._forms.names)
        self._parted = PartedNames(self._forms, inside, lexicon)
        self._disguised = DisguisedNames(self._forms, near, inside, self._parted, lexicon)
        self._lettered = LetteredNames(self._forms, near)
        self._widening = Widening(
            {party: letters | self._forms.runs[party] for party, letters in self._forms.letters.items()},
            self._forms.prefixes,
            lexicon,
        )

    def find(self, words: Sequence[Word], index: Index) -> Iterator[Finding]:
        """Give each mention; one that may be an ordinary word has a certainty under a half."""
        hits = list(self._hits(words, index)) if self._forms.letters else []
        at = 0
        while at < len(hits):
            group, parties = [hits[at]], hits[at].parties
            while at + 1 < len(hits) and parties & hits[at + 1].parties and _adjoin(words, group[-1], hits[at + 1]):
                at += 1
                parties &= hits[at].parties
                group.append(hits[at])
            at += 1
            listed = at < len(hits) and _is_listed(words, group[-1], hits[at])
            yield self._mention(words, group, parties, alone=len(group) == 1 and not listed)

    def _likeliest(self, words: Sequence[Word], group: list[Hit], parties: frozenset[int]) -> frozenset[int]:
        """Leave officers out where a bare forename is somebody else's too: officers go by rank, number or surname."""
        first, last = group[0].first, group[-1].last
        if last > first or _has_rank(words, first):
            return parties
        low = words[first].low
        shared = {
            index
            for forms in (self._forms.forenames, self._forms.pet, self._forms.coined)
            for index in forms.get(low, ())
        }
        return parties - (self._officers & shared) or parties

    def _mention(self, words: Sequence[Word], group: list[Hit], parties: frozenset[int], *, alone: bool) -> Finding:
        first, last = self._widening.widened(words, group[0].first, group[-1].last, parties)
        widened = (first, last) != (group[0].first, group[-1].last)
        weak = alone and all(hit.weak for hit in group) and not widened
        parties = self._likeliest(words, group, parties)
        surest = max(group, key=lambda hit: hit.certainty)
        return Finding(
            words[first].start, words[last].end, "name", "known",
            WEAK if weak else surest.certainty,
            "may be an ordinary word here" if weak else surest.reason,
            parties=tuple(sorted(parties)),
        )  # fmt: skip

    def _hits(self, words: Sequence[Word], index: Index) -> Iterator[Hit]:
        """Give the places in order; everyday words that are no form of a name are passed over at once."""
        forms = frozenset(filter(self._plain.is_worth_a_look, index.lows))
        parted = [at - 1 for places in index.gaps.values() for at in places if at]
        free, final = 0, len(words) - 1
        for at in together(index.unusual, index.letters, index.of(forms), parted):
            if at < free:
                continue
            word = words[at]
            hit = None
            if word.low in forms:
                hit = self._plain_hit(words, at)
            elif len(word.low) == 1:
                hit = self._lettered.spelt_out(words, at)
            if hit is None and (not word.plain or word.capital or (at < final and words[at + 1].gap != " ")):
                hit = self._parted.in_pieces(words, at) or self._disguised.word(words, at)
            if hit:
                yield hit
                free = hit.last + 1

    def _plain_hit(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match a form as it is; one cut short only where no longer name in pieces begins."""
        return (
            self._plain.phrase(words, at)
            or (self._parted.in_pieces(words, at) if at + 1 < len(words) and "\n" in words[at + 1].gap else None)
            or self._plain.word(words, at)
            or self._parted.in_pieces(words, at)
            or self._lettered.spelt_out(words, at)
            or self._plain.initials(words, at)
            or self._plain.cut_short(words, at)
        )


def _adjoin(words: Sequence[Word], left: Hit, right: Hit) -> bool:
    """Say whether two hits make one mention: side by side, or with one capitalised middle name or initial between."""
    gap, apart = words[right.first].gap, right.first - left.last
    if left.slip or right.slip:
        before = words[right.first - 1].low
        if len(gap) > 1 and _SIGNS.intersection(gap) and not (gap == ". " and len(before) == 1):
            return False
    if ".\n" in gap and len(words[right.first - 1].low) > 1:
        return False  # a sentence ends with the line
    if apart == 1:
        return BETWEEN.fullmatch(gap) is not None and "&" not in gap
    middle = words[left.last + 1]
    return apart == 2 and middle.capital and middle.gap == " " and gap in (" ", ". ")


def _is_listed(words: Sequence[Word], left: Hit, right: Hit) -> bool:
    """Say whether a capital stands before the comma of another party's name, as a surname does: King, William."""
    beside = right.first == left.last + 1 and words[right.first].gap == ", " and not right.weak
    return beside and words[left.last].text.istitle() and words[right.first].text.istitle()


def _has_rank(words: Sequence[Word], at: int) -> bool:
    """Say whether a rank or a collar number stands beside a word."""
    beside = [words[at - 1]] if at and len(words[at].gap) < 3 else []
    beside += [word for word in words[at + 1 : at + 2] if len(word.gap) < 3]
    return any(word.low in RANKS or COLLAR.fullmatch(word.text) for word in beside)
