"""Finding people whom the case's fields do not give: by the words before them, by lists of names, by their capitals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redaction.findings import Finding
from redaction.lexicon import PARTICLES, Lexicon
from redaction.named import cues
from redaction.parties import Party
from redaction.words import Word

_NEXT = re.compile(r" |-|'|\. ?| ?\r?\n ?|, ?")
_JOINED = frozenset(" -'")
_COLLAR = re.compile(r"[A-Z]{0,2}\d{2,6}[A-Z]{0,2}")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class _Cue:
    """What the words before a name say of it; `strong` cues let any capitalised word be a name."""

    reason: str
    certainty: float
    strong: bool = False
    officer: bool = False
    kin: str = ""
    owner: str = ""


class NamedPeople:
    """Finds third parties in one case."""

    def __init__(self, parties: Sequence[Party], lexicon: Lexicon) -> None:
        """Remember who may be an owner of relatives: `IP's mum` is the first victim's."""
        self._lexicon = lexicon
        self._owners: dict[str, int] = {}
        for index, party in enumerate(parties):
            self._owners.setdefault(party.role, index)

    def find(self, words: Sequence[Word], known: dict[int, Finding]) -> Iterator[Finding]:
        """Give each person met; `known` holds the parties' mentions by their last word, whose relatives can be told."""
        at = 0
        after_name = False
        while at < len(words):
            cue = self._cue(words, at, known, after_name)
            last = self._run(words, at, cue)
            if last is None:
                yield from self._officer_number(words, at)
                after_name = words[at].start in known or at in known
                at += 1
                continue
            yield self._finding(words, at, last, cue)
            if cue and cue.officer:
                yield from self._collar_after(words, last)
            after_name, at = True, last + 1

    def _cue(self, words: Sequence[Word], at: int, known: dict[int, Finding], after_name: bool) -> _Cue | None:
        """Read the words before a place."""
        if at == 0:
            return None
        gap, before = words[at].gap, at - 1
        if not gap.strip(" .,:'\"()-\n") == "" or "\n\n" in gap or len(gap) > 4:
            return None
        low = words[before].low
        if _COLLAR.fullmatch(words[before].text) and before and words[before - 1].low in cues.RANKS and gap == " ":
            return _Cue("follows a rank and number", 0.97, strong=True, officer=True)
        if low in cues.TITLES and gap in (" ", ". ", ".", "\n"):
            return _Cue("follows a title", 0.97, strong=True)
        if low in cues.RANKS and gap in (" ", ": ", "\n", ". ") and not (gap == ". " and len(low) > 4):
            return _Cue("follows a rank", 0.95, strong=True, officer=True)
        kin = cues.KIN.get(low)
        if (kin or low in cues.PLURAL_KIN) and gap in (" ", ", ", " (", ": ", " '", ' "', "\n"):
            return _Cue(
                "follows a word of kinship", 0.93, strong=gap != ", ", kin=kin or "", owner=self._owner(words, before)
            )
        if (low in cues.ROLES and gap in (" ", ": ", ", ", " (", "\n", " '", ' "')) or (
            before and (words[before - 1].low, low) in cues.KNOWN_AS
        ):
            return _Cue(
                "follows a word for a person", 0.9, strong=low not in ("spoke", "to", "is", "by") and gap != ", "
            )
        if (
            low in cues.AND
            and after_name is False
            and before
            and (words[before - 1].capital or before - 1 in known)
            and gap == " "
        ):
            named_before = before - 1 in known or self._lexicon.is_name(words[before - 1].low)
            return _Cue("joined to another name", 0.85) if named_before else None
        return None

    def _owner(self, words: Sequence[Word], kin: int) -> str:
        """Tell whose relative is meant by the words before a word of kinship."""
        place = kin - 1
        while place >= 0 and kin - place < 4 and words[place].low in {"s", *cues.EX}:
            place -= 1
        return cues.OWNERS.get(words[place].low, "") if place >= 0 and kin - place > 1 else ""

    def _run(self, words: Sequence[Word], at: int, cue: _Cue | None) -> int | None:
        """Give the last word of the name that begins here, if one does."""
        first = words[at]
        if not self._may_begin(first, cue):
            return None
        last = at
        while last + 1 < len(words) and last - at < _LONGEST and self._continues(words, last, cue):
            last += 1
        while last > at and words[last].low in PARTICLES:
            last -= 1
        return last if self._believed(words, at, last, cue) else None

    def _may_begin(self, word: Word, cue: _Cue | None) -> bool:
        low = word.low
        if low == "s" or not word.text.isalpha() or (len(low) == 1 and not (cue and cue.strong)):
            return False
        if not word.capital:
            return bool(cue and cue.strong and not self._lexicon.is_plain(low) and low in self._lexicon.forenames) or (
                low in PARTICLES
                and bool(cue and cue.strong)
                and low not in ("st", "del", "do", "la", "le", "al", "das", "den", "ten", "van")
            )
        return low not in self._lexicon.protected or bool(
            cue and cue.strong and self._lexicon.is_name(low) and low not in cues.RANKS
        )

    def _continues(self, words: Sequence[Word], last: int, cue: _Cue | None) -> bool:
        word, following = words[last], words[last + 1]
        gap = following.gap
        initial = len(word.text) == 1 or word.low in PARTICLES
        if (
            gap not in _JOINED
            and not (initial and gap in (". ", "."))
            and not (gap == "\n" and following.capital and self._lexicon.is_name(following.low))
        ):
            return False
        low = following.low
        if low in PARTICLES and last + 2 < len(words) and words[last + 2].capital and words[last + 2].gap in (" ", "'"):
            return not self._lexicon.is_plain(low) or word.capital
        if not following.capital or not following.text.isalpha() or low == "s":
            return False
        if gap in "-'":
            return True
        if low in self._lexicon.protected:
            return low in self._lexicon.surnames and following.upper and not word.upper
        return not (self._lexicon.is_plain(low) and not self._lexicon.is_name(low) and not following.upper)

    def _believed(self, words: Sequence[Word], at: int, last: int, cue: _Cue | None) -> bool:
        """Decide whether a run of capitals is a person."""
        run = words[at : last + 1]
        lexicon = self._lexicon
        rare = [word for word in run if word.capital and len(word.low) > 1 and not lexicon.is_plain(word.low)]
        if cue and cue.strong:
            shouted = all(word.upper for word in run) and not words[at - 1].capital
            return bool(rare) or not (run[0].opens or (shouted and not any(lexicon.is_name(word.low) for word in run)))
        if any(lexicon.is_name(word.low) for word in rare):
            return True
        if cue:
            return bool(rare)
        if len(run) > 1:
            return (any(word.low in lexicon.forenames for word in run[:1]) and len(run[1].low) > 1) or len(rare) > 1
        return bool(rare) and not run[0].opens and run[0].text.istitle() and len(run[0].low) > 2

    def _finding(self, words: Sequence[Word], at: int, last: int, cue: _Cue | None) -> Finding:
        key = " ".join(word.low for word in words[at : last + 1])
        start, end = words[at].start, words[last].end
        if cue is None:
            listed = any(self._lexicon.is_name(word.low) for word in words[at : last + 1])
            reason, certainty = ("a name by the lists", 0.85) if listed else ("capitals that nothing explains", 0.6)
            return Finding(start, end, "name", "named", certainty, reason, key=key)
        owner = self._owners.get(cue.owner)
        if cue.kin and owner is not None:
            return Finding(
                start, end, "name", "named", cue.certainty, cue.reason, key=key, parties=(owner,), label=cue.kin
            )
        return Finding(
            start, end, "name", "named", cue.certainty, cue.reason, key=key, label="Officer" if cue.officer else ""
        )

    def _officer_number(self, words: Sequence[Word], at: int) -> Iterator[Finding]:
        """Give the number that follows a rank: PC 4312."""
        if (
            at
            and _COLLAR.fullmatch(words[at].text)
            and words[at - 1].low in cues.RANKS
            and words[at].gap in (" ", "", ": ", "/")
        ):
            yield self._number(words[at])

    def _collar_after(self, words: Sequence[Word], last: int) -> Iterator[Finding]:
        if (
            last + 1 < len(words)
            and words[last + 1].gap in (" ", ", ", " (", "/")
            and _COLLAR.fullmatch(words[last + 1].text)
        ):
            yield self._number(words[last + 1])

    def _number(self, word: Word) -> Finding:
        return Finding(word.start, word.end, "collar", "shaped", 0.9, "a number beside a rank", key=word.low)
