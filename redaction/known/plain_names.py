"""Matching names written as names: whole, in several words, as possessives, as initials, or cut short."""

import re
from collections.abc import Sequence

from redaction.known.hits import Hit
from redaction.known.name_forms import NameForms
from redaction.known.ordinary import is_common, is_likelier_a_word
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.shorthand import NOT_KNOWN
from redaction.words import Word

BETWEEN = re.compile(r"[ \t,.'\"\-_/&()+]{0,3}(?:\r?\n)?[ \t'\"\-(]{0,3}")
_LONGEST = 8
_ABBREVIATIONS = frozenset("id ok tv gp am pm uk eu dj cd dvd hq hr no na ad bc it".split())
_SAYING = cues.SPEECH | frozenset("stated told admitted denied reported disclosed claimed alleged".split())
_OFFICES = cues.RANKS | cues.ROLES | cues.TITLES | cues.STATIONS


class PlainNames:
    """The forms that stand in a text letter for letter."""

    def __init__(self, forms: NameForms, lexicon: Lexicon) -> None:
        """Index the forms of several words by their first."""
        self._forms = forms
        self._lexicon = lexicon
        self._starts = {form.split(" ")[0] for form in forms.full if " " in form}
        self._known = forms.full.keys() | forms.pet.keys() | forms.coined.keys() | forms.initials.keys()

    def is_worth_a_look(self, low: str) -> bool:
        """Say whether a word may be a form or begin one, or is one with an s."""
        known = self._known
        return low in known or low in self._starts or (low[-1] == "s" and low[:-1] in known)

    def phrase(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match a form of several words, the longest first."""
        if words[at].low not in self._starts:
            return None
        end = at
        while end + 1 < len(words) and end - at < _LONGEST and BETWEEN.fullmatch(words[end + 1].gap):
            end += 1
        for last in range(end, at, -1):
            parties = self._forms.full.get(" ".join(word.low for word in words[at : last + 1]))
            if parties:
                return Hit(
                    at, last, frozenset(parties), 0.99, "a party's name", self._is_phrase_of_words(words, at, last)
                )
        return None

    def _is_phrase_of_words(self, words: Sequence[Word], at: int, last: int) -> bool:
        run = words[at : last + 1]
        return all(is_common(word.low, self._lexicon) for word in run) and not any(word.capital for word in run[1:])

    def word(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match one word: as it is, or with a lost apostrophe."""
        word = words[at]
        parties = self._forms.full.get(word.low)
        weak = is_likelier_a_word(words, at, self._lexicon) if parties else False
        if parties is None and word.low.endswith("s"):
            parties = self._forms.full.get(word.low[:-1])
            weak = not self._may_lack_apostrophe(word) or is_likelier_a_word(words, at, self._lexicon)
        if not parties:
            return None
        return Hit(at, at, frozenset(parties), 0.99, "a party's name", weak)

    def _may_lack_apostrophe(self, word: Word) -> bool:
        """Say whether a name with an s is a possessive rather than a word, as Bulls or Does may be."""
        if not word.plain:
            return True
        rare = word.low[:-1] not in self._lexicon.everyday and word.low not in self._lexicon.protected
        return word.capital and (rare or not word.opens)

    def initials(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match initials written together in capitals; letters of every file are doubted unless they speak."""
        word = words[at]
        parties = self._forms.initials.get(word.low)
        if parties and word.text.islower() and _signs(words, at) and not is_common(word.low, self._lexicon):
            return Hit(at, at, frozenset(parties), 0.8, "a party's initials", word.low in _ABBREVIATIONS or word.plain)
        if parties and _ends_tall(word):
            return Hit(at, at, frozenset(parties), 0.8, "a party's initials")
        if (whole := self._before_apostrophe(words, at)) is not None:
            return Hit(at, at + 1, whole, 0.8, "a party's initials")
        if not parties or not word.upper or not word.capital:
            return None
        listed = word.low in self._lexicon.protected and word.low != NOT_KNOWN
        weak = word.low in _ABBREVIATIONS or (listed and not _speaks_somewhere(words, word.low))
        return Hit(at, at, frozenset(parties), 0.8, "a party's initials", weak)

    def _before_apostrophe(self, words: Sequence[Word], at: int) -> frozenset[int] | None:
        """Give the parties whose initials go on behind an apostrophe, as KO'N's do."""
        if at + 1 == len(words) or words[at + 1].gap != "'" or not (words[at].upper and words[at + 1].text.isupper()):
            return None
        last = words[at + 1].low
        return self._forms.initials.get(words[at].low + last) if len(last) == 1 else None

    def _is_policy(self, word: Word, *, alone: bool) -> bool:
        """Say whether a word is policy's alone; a pet form in use is none where it has a capital in mid-sentence."""
        if alone and word.text.istitle() and not word.opens:
            return False
        return word.low in self._lexicon.protected and word.low not in self._lexicon.ordinary

    def cut_short(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match a pet form, or one that people coin by cutting a name short."""
        word = words[at]
        stem = word.low.removesuffix("s")
        used = self._forms.pet.get(word.low) or self._forms.pet.get(stem)
        parties = used or self._forms.coined.get(word.low) or self._forms.coined.get(stem)
        if not parties or (word.plain and not word.capital) or (word.low in self._lexicon.protected and not used):
            return None
        weak = (
            word.plain
            and not (used and _is_asked(words, at))
            and (
                is_likelier_a_word(words, at, self._lexicon)
                or (word.opens and not used)
                or self._is_policy(word, alone=bool(used))
            )
        )
        return Hit(at, at, frozenset(parties), 0.8, "a short form of a party's forename", weak)


def _ends_tall(word: Word) -> bool:
    """Say whether a surname is cut down to its beginnings: McA, vdB, KMcA."""
    return len(word.low) > 2 and word.text[-1].isupper() and any(map(str.islower, word.text))


def _signs(words: Sequence[Word], at: int) -> bool:
    """Say whether small letters stand alone at the end of a paragraph or text: copy to ip. ab."""
    ends = at + 1 == len(words) or "\n" in words[at + 1].gap
    return ends and at > 0 and words[at].gap[:1] in (".", "\n", "!", ")", "?") and len(words[at].low) > 1


def _is_asked(words: Sequence[Word], at: int) -> bool:
    """Say whether a word with a capital is a question by itself, as a name said again is: A: Vic? We was engaged."""
    return words[at].text.istitle() and at + 1 < len(words) and words[at + 1].gap.startswith("?")


def _speaks_somewhere(words: Sequence[Word], low: str) -> bool:
    """Say whether letters that are no office's are, anywhere in a text, somebody who says something: VA stated."""
    said = (at for at, word in enumerate(words[1:], 1) if word.low in _SAYING and word.gap == " ")
    return low not in _OFFICES and any(words[at - 1].low == low and words[at - 1].upper for at in said)
