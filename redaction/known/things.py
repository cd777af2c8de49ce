"""Finding the parties' other identifiers and the case's references: adjacent words, run together, that spell a form."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.known.addresses import AFTER_A_PLACE
from redaction.known.hits import WEAK
from redaction.known.identifiers import Form, as_digits, forms_of
from redaction.known.inside import InsideWords
from redaction.lexicon import Lexicon
from redaction.parties import Party
from redaction.words import Word

_LONGEST = 24
_BEGINNING = 6
_BETWEEN = re.compile(r"(?:[^\w\n]|_){0,4}\n?(?:[^\w\n]|_){0,4}")
_EXTENSION = re.compile(r"(?:x|ext)\d{1,5}")
_NUMBERED = re.compile(r"(?:\d.*){4}")
_LEADING = re.compile(r"[a-z]+(?=\d)")
_SHORTEST_INSIDE = 6
_REASONS = {
    "reference": "a reference of this case",
    **dict.fromkeys(("address", "street", "town", "postcode", "place"), "a party's address"),
}
_PLACES = frozenset(("address", "street", "town", "place"))
_PLACED = frozenset("in at from of near to towards into".split())
_JOINING = frozenset("in of the area near".split())


class KnownThings:
    """All forms of all identifiers and references, with their beginnings, so that a search stops early."""

    def __init__(self, parties: Sequence[Party], references: Sequence[str], lexicon: Lexicon) -> None:
        """Derive the forms."""
        self._lexicon = lexicon
        self._forms = forms_of(parties, references, lexicon)
        self._beginnings = {key[:length] for key in self._forms for length in range(1, _BEGINNING + 1)}
        self._longest_form = max(map(len, self._forms), default=0)
        self._inside = InsideWords(
            key
            for key, forms in self._forms.items()
            if forms[0].spelling.kind not in _PLACES
            and len(key) >= _SHORTEST_INSIDE
            and _NUMBERED.search(forms[0].spelling.key)
        )

    def find(self, words: Sequence[Word], index: Index) -> Iterator[Finding]:
        """Give each longest run of words that spells a form."""
        lows = index.lows if self._forms else ()
        spelt = dict(zip(lows, as_digits(lows), strict=True))
        keys = [spelt[word.low] for word in words] if spelt else []
        begin = (low for low, key in spelt.items() if key[:_BEGINNING] in self._beginnings or not low.isalpha())
        free = 0  # the first word that no form holds
        for at in index.of(frozenset(begin)):
            run = self._longest(words, keys, at) if at >= free else None
            if run is None:
                continue
            last, forms = run
            last = self._with_extension(words, last) if forms[0].spelling.kind == "phone" else last
            finding = self._finding(words, at, last, forms)
            yield finding
            after = self._outward_code_after(words, keys, last, forms)
            if after:
                yield after
            free = last + 1 if finding.certainty > WEAK else at + 1  # what is doubted hides nothing that begins in it

    def _with_extension(self, words: Sequence[Word], last: int) -> int:
        """Give the last word of a telephone number with its extension."""
        following = [word.low for word in words[last + 1 : last + 3] if len(word.gap) < 4]
        if following and _EXTENSION.fullmatch(following[0]):
            return last + 1
        return (
            last + 2
            if len(following) > 1 and following[0] in ("ext", "extension", "x") and following[1].isdigit()
            else last
        )

    def _longest(self, words: Sequence[Word], keys: Sequence[str], at: int) -> tuple[int, list[Form]] | None:
        if keys[at][:_BEGINNING] in self._beginnings:
            found = self._run(words, keys, at, keys[at], words[at].low)
            if found:
                return found
        if words[at].low.isalpha() or words[at].low.isdigit():
            return None
        leading = _LEADING.match(words[at].low)
        if leading:
            found = self._run(words, keys, at, keys[at][leading.end() :], words[at].low[leading.end() :])
            if found:
                return found
        held = self._inside.held(keys[at], _SHORTEST_INSIDE)
        return (at, self._forms[max(held, key=len)]) if held else None

    def _run(
        self, words: Sequence[Word], keys: Sequence[str], at: int, key: str, raw: str
    ) -> tuple[int, list[Form]] | None:
        """Add word to word while a form may yet come of them."""
        found: tuple[int, list[Form]] | None = None
        last = at
        while key[:_BEGINNING] in self._beginnings and len(key) <= self._longest_form:
            forms = self._meant(key, raw)
            if forms and self._counts(words, at, last, forms):
                found = (last, forms)
            last += 1
            if last == len(words) or last - at > _LONGEST or not _BETWEEN.fullmatch(words[last].gap):
                break
            key += keys[last]
            raw += words[last].low
        return found

    def _meant(self, key: str, raw: str) -> list[Form]:
        """Give the forms that a run spells; one with letters for digits or the other way round needs some of both."""
        forms = self._forms.get(key)
        if not forms:
            return []
        exact = [form for form in forms if form.spelling.key == raw]
        numbered = any(c.isdigit() for c in raw) or (len(raw) >= _SHORTEST_INSIDE and not self._lexicon.is_plain(raw))
        if exact or len(raw) < 4 or not numbered:
            return exact
        return [form for form in forms if not raw.isdigit() or not form.spelling.key.isalpha()]

    def _counts(self, words: Sequence[Word], at: int, last: int, forms: Sequence[Form]) -> bool:
        """Say whether a run may stand for a form: an everyday word only with a capital, not at a sentence's start."""
        word, key = words[at], forms[0].spelling.key
        if key.isdigit() and len(key) < 7 and at == last:
            return "£" not in word.gap
        if last > at and key.isalpha() and len(key) < 6 and all(word.plain for word in words[at : last + 1]):
            return word.capital and words[last].capital
        capital = any(each.capital for each in words[at : last + 1])
        if not capital and word.upper and at and (words[at].gap == ", " or words[at - 1].low in _PLACED):
            return True  # in a line of capitals, where a place would stand
        return not all(form.spelling.capital for form in forms) or (capital and not (word.opens and word.plain))

    def _outward_code_after(
        self, words: Sequence[Word], keys: Sequence[str], last: int, forms: Sequence[Form]
    ) -> Finding | None:
        """Give the first half of a postcode that follows its street or town: Acacia Avenue in the CF5 area."""
        if forms[0].spelling.kind not in _PLACES:
            return None
        at = last + 1
        while at < len(words) and at - last < 4 and words[at].low in _JOINING and words[at].gap == " ":
            at += 1
        if at == len(words) or not _BETWEEN.fullmatch(words[at].gap):
            return None
        found = self._forms.get(AFTER_A_PLACE + keys[at])
        return self._finding(words, at, at, found) if found else None

    def _finding(self, words: Sequence[Word], first: int, last: int, forms: Sequence[Form]) -> Finding:
        told = forms[0].spelling
        parties = tuple(
            sorted({form.party for form in forms if form.party is not None and form.spelling.kind == told.kind})
        )
        beside = "\x00" in words[first].gap  # a place that is a tag already
        reason = _REASONS.get(told.kind, "a party's identifier")
        certainty = WEAK if all(form.spelling.doubtful for form in forms) and not beside else 0.99
        return Finding(words[first].start, words[last].end, told.kind, "known", certainty, reason, told.thing, parties)
