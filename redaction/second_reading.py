"""What the tagger thinks, beside the rules: its surest names are masked, its lesser ones doubted, policy words kept."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate

from redaction.doubting_by_chance import doubt_by_chance
from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.hyphened import has_second_syllable, is_compound
from redaction.named.quiet import tells_nothing
from redaction.named.shorthand import is_of_the_process, lacks_vowels
from redaction.named.unlikely import least_sure
from redaction.named.welsh import stands_among_welsh
from redaction.tagging.labels import KINDS
from redaction.tagging.tagger import Tagger
from redaction.words import BLANK, Word

# How likely a name must be to be masked: by its kind, and where its letters tell little.
_SURE = {"PERSON": 0.27, "PLACE": 0.37, "ORG": 0.5}
_SURE_WHERE_EVERYDAY = 0.9  # an everyday word that begins a sentence
_SURE_WHERE_SMALL = {"PERSON": 0.6, "PLACE": 0.42, "ORG": 0.42}  # small letters, capitals throughout, abbreviations
_LIKELY_PLACE = 0.5  # so likely, a place keeps the capitals of policy that end its name
_SURE_WHERE_ONE_WORD = 0.6  # the anchor, ghost
_SURE_ONLINE = 0.5  # small letters joined by a dot or a line
_SURE_THOUGH_A_WORD = 0.9  # josh, mike, rose; and what goes with a name: taylor swift, Jan Bloom, Soulja Boy
_LIKELY_SOMEBODY = 0.3  # so likely, an everyday word where capitals tell nothing is somebody
_SURE_DOOR = 0.7  # a home called by its number alone
_AROUND_PLACES = frozenset("the a an in at on of to from and or with for by is was jw twds".split())
_DOUBTED = {"PERSON": 0.07, "PLACE": 0.07, "ORG": 0.07}
_DOUBTED_WHERE_SMALL = 0.15
_KINDS = {"PERSON": "name", "PLACE": "place", "ORG": "organisation"}
_DOUBT = 0.3
_A_DOOR = 0.6
_MOST_CERTAIN = 0.79  # so that what a rule says of a name stands
_LONGEST_ABBREVIATION = 3
_POINTS_OUT = (("e", "g"), ("i", "e"))
_LONG = 9  # an unlisted word so long that is a slip of the keys away from English is that slip
_TITLES = cues.TITLES | cues.RANKS | cues.ROLES | (cues.STATIONS - cues.CROWNED)


class SecondReading:
    """Reads a text with the tagger, and vetoes what is law, rank or process."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Load the tagger."""
        self._lexicon = lexicon
        self._tagger = Tagger()

    def find(self, texts: Sequence[Sequence[Word]]) -> list[list[Finding]]:
        """Give the likely names of each text of a case, sure or to be doubted; all are read at one go."""
        words = [word for text in texts for word in text]
        ends = list(accumulate(len(text) for text in texts))
        found: list[list[Finding]] = [[] for _ in texts]
        if not words:
            return found
        chances, likeliest, numbers = self._tagger.read(words)
        kinds = [_KINDS[KINDS[kind]] for kind in likeliest.tolist()]
        likely = chances.tolist()
        doors = ((at, _door(words[at])) for at, chance in numbers if chance >= _SURE_DOOR)
        for at, other in (*doors, *doubt_by_chance(words, likely, kinds, self._lexicon)):
            found[bisect_right(ends, at)].append(other)
        for first, after, label, chance in self._tagger.names_by(words, chances, likeliest):
            at = bisect_right(ends, first)
            if chance < _DOUBTED[label]:
                continue
            if chance >= _SURE_ONLINE and _is_online(words[first : min(after, ends[at])]):
                start, end = words[first].start, words[min(after, ends[at]) - 1].end
                key = words[first].low
                found[at].append(
                    Finding(start, end, "handle", "named", chance, "the tagger reads a name online", key=key)
                )
                continue
            run = self._run(words, first, min(after, ends[at]), label, likely)
            if not run:
                continue
            least = least_sure(words, (first, after), run, label, self._lexicon)
            finding = self._finding(run, label, chance, least=least)
            if finding:
                found[at].append(finding)
        return found

    def _run(
        self, words: Sequence[Word], first: int, after: int, label: str, chances: Sequence[float]
    ) -> Sequence[Word]:
        """Give the words of a name, with what a hyphen joins to it; none where what is left is no name."""
        run = self._trimmed(words, first, after, label, chances)
        if not run or self._is_left(words, after, run):
            return ()
        if all(word.text.islower() for word in run) and stands_among_welsh(words, first, self._lexicon):
            return ()
        last = next(at for at in range(first, after) if words[at] is run[-1])
        if is_compound(words, last):
            return ()
        return [*run, words[last + 1]] if has_second_syllable(words, last, self._lexicon) else run

    def _trimmed(
        self, words: Sequence[Word], first: int, after: int, label: str, chances: Sequence[float]
    ) -> Sequence[Word]:
        """Leave out what a name neither begins nor ends with; a likely place's everyday words stay with it."""
        chance = max(chances[first:after])
        likely = label != "PERSON" or chance >= _LIKELY_SOMEBODY
        if likely and not words[first].text.istitle() and tells_nothing(words, first):
            return self._without_articles(words, first, after, alone=label == "PERSON")
        if label == "PERSON":
            return self._somebody(words, first, after, chances)
        begin, end = self._without_policy(words, first, after)
        kept = words[begin:end]
        if kept and chance >= _LIKELY_PLACE:
            before = next(at for at, word in enumerate(words[first:after]) if word is kept[0])
            rest = words[first + before : after]
            kept = rest if all(word.capital or word.upper for word in rest[len(kept) :]) else kept
            whole = words[first:after]
            leads = all(word.text.istitle() and word.low not in _TITLES for word in whole[:before])
            return [*whole[:before], *kept] if leads and not words[first].opens else kept
        return kept

    def _without_articles(self, words: Sequence[Word], first: int, after: int, *, alone: bool) -> Sequence[Word]:
        """Leave out articles and the like at either end, and what is policy, or one everyday word, altogether."""
        while first < after and (words[first].low in _AROUND_PLACES or (alone and words[first].low in _TITLES)):
            first += 1
        first = self._past_process(words, first, after)
        while after > first and words[after - 1].low in _AROUND_PLACES:
            after -= 1
        run = words[first:after]
        policy = all(word.low in self._lexicon.protected for word in run)
        bare = not alone and len(run) == 1 and run[0].plain and (not first or words[first - 1].low != "the")
        return () if policy or bare else run

    def _past_process(self, words: Sequence[Word], first: int, after: int) -> int:
        """Give where a name begins behind what leads up to it in capitals: THE CCTV FROM GOLDEN LANTERN, 2022 HULL."""
        begin = first
        while begin + 1 < after and (words[begin].text.isdigit() or words[begin].low in self._lexicon.protected):
            begin += 1
        if begin == first:
            return first
        joins = words[begin].low in _AROUND_PLACES
        return begin + joins if joins or words[begin - 1].text.isdigit() else first

    def _somebody(self, words: Sequence[Word], first: int, after: int, chances: Sequence[float]) -> Sequence[Word]:
        """Leave out titles, policy and everyday English, but not what is surely somebody's name or goes with it."""
        surely = {at for at in range(first, after) if self._is_surely_forename(words[at], chances[at])}
        begin, end = self._without_policy(words, first, after, surely)
        while (
            first < begin < end
            and words[begin - 1].low not in _TITLES
            and _goes_with(words[begin - 1], words[begin].gap, chances[begin - 1])
        ):
            begin -= 1
        while begin < end < after and _goes_with(words[end], words[end].gap, chances[end]):
            end += 1
        return words[begin:end]

    def _is_surely_forename(self, word: Word, chance: float) -> bool:
        """Say whether a word in small letters is a forename there, and no policy."""
        listed = word.text in self._lexicon.forenames and word.text not in self._lexicon.protected
        return chance >= _SURE_THOUGH_A_WORD and listed and len(word.text) > 1

    def _without_policy(
        self, words: Sequence[Word], first: int, after: int, surely: Collection[int] = ()
    ) -> tuple[int, int]:
        """Leave out titles, and at either end policy, figures and everyday English in small letters."""
        while first < after and first not in surely and self._leads_up(words[first], alone=first + 1 == after):
            first += 1
        while after > first + 1 and after - 1 not in surely and self._is_vetoed(words[after - 1]):
            after -= 1
        return first, after

    def _leads_up(self, word: Word, *, alone: bool) -> bool:
        return self._is_vetoed(word) or word.low in cues.TITLES or (word.low in _TITLES and not alone)

    def _is_vetoed(self, word: Word) -> bool:
        if word.low in self._lexicon.protected or not word.text.isalpha() or len(word.low) == 1:
            return True
        if (lacks_vowels(word) and not word.upper) or is_of_the_process(word):
            return True
        listed = word.plain or self._lexicon.is_name(word.low)
        if len(word.low) >= _LONG and not listed and self._lexicon.is_misspelt(word.low):
            return True
        return word.text == word.low and self._lexicon.is_plain(word.low)

    def _finding(self, run: Sequence[Word], label: str, chance: float, *, least: float) -> Finding | None:
        tells_little = not any(word.capital and not _is_abbreviation(word) for word in run)
        sure = max(least, self._sure(run, label, tells_little=tells_little))
        if chance >= sure:
            certainty, reason = min(chance, _MOST_CERTAIN), "the tagger reads a name"
        elif tells_little and chance < _DOUBTED_WHERE_SMALL:
            return None
        else:
            certainty, reason = _DOUBT, "the tagger may read a name"
        key = " ".join(word.low for word in run)
        return Finding(run[0].start, run[-1].end, _KINDS[label], "named", certainty, reason, key=key)

    def _is_left(self, words: Sequence[Word], after: int, run: Sequence[Word]) -> bool:
        """Say whether a run is the title that a tag stands after, or e.g. or i.e."""
        if tuple(word.low for word in run) in _POINTS_OUT:
            return True
        return len(run) == 1 and run[0].low in _TITLES and after < len(words) and BLANK in words[after].gap

    def _sure(self, run: Sequence[Word], label: str, *, tells_little: bool) -> float:
        """Say how likely a name of these words must be to be masked."""
        if tells_little:
            return _SURE_WHERE_ONE_WORD if len(run) == 1 and run[0].plain else _SURE_WHERE_SMALL[label]
        if run[0].opens and all(self._lexicon.is_plain(word.low) for word in run):
            return _SURE_WHERE_EVERYDAY
        return _SURE[label]


def _door(word: Word) -> Finding:
    return Finding(word.start, word.end, "address", "named", _A_DOOR, "the tagger reads a door's number", key=word.low)


def _goes_with(word: Word, gap: str, chance: float) -> bool:
    """Say whether a word beside a name, but for the gap between them, is surely of it."""
    written = word.text.istitle() or word.text.islower()
    return chance >= _SURE_THOUGH_A_WORD and gap in (" ", "-") and written and len(word.text) > 1


def _is_abbreviation(word: Word) -> bool:
    return word.upper and len(word.low) <= _LONGEST_ABBREVIATION


def _is_online(run: Sequence[Word]) -> bool:
    """Say whether words are joined as those of a name online are, and by nothing else."""
    joined = len(run) > 1 and all(word.gap in (".", "_", "__") for word in run[1:])
    return joined and any(word.text.islower() and len(word.low) > _LONGEST_ABBREVIATION for word in run)
