"""Finding people whom the case's fields do not give: by the words before them, by lists of names, by their capitals."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.announcing import Cue, cue_before
from redaction.named.believing import Belief
from redaction.named.initials import (
    acting_initials,
    dotted_run,
    has_kin,
    initials_after,
    initials_before,
    is_initial,
    signs,
    speaks,
    stands_alone,
    wrote,
)
from redaction.named.runs import NameRuns
from redaction.parties import Party
from redaction.words import Word

_SAVED_AS = frozenset("uncle auntie aunty".split())  # part of what somebody is saved or known as
_TITLED = frozenset("mr mrs ms miss mx".split())  # after which even A and I are initials
_INITIALS_TOO = frozenset(("fe",))  # with dots
_DOTTED = frozenset(
    "dob am pm eg ie us no ok id tv cv hq op ad bc ft lb oz st so to up".split()
)  # and nobody's initials


class NamedPeople:
    """Finds third parties in one case."""

    def __init__(self, parties: Sequence[Party], lexicon: Lexicon) -> None:
        """Remember who may be an owner of relatives: `IP's mum` is the first victim's."""
        self._lexicon = lexicon
        self._runs = NameRuns(lexicon)
        self._owners: dict[str, int] = {}
        self._acting: set[str] = set()
        for index, party in enumerate(parties):
            self._owners.setdefault(party.role, index)

    def find(self, words: Sequence[Word], index: Index, named: set[int], *, quiet: bool) -> Iterator[Finding]:
        """Give each person met; `named` holds where the parties' mentions end."""
        belief = Belief(words, self._lexicon, quiet=quiet)
        ends = set(named)
        self._acting = acting_initials(words, index, self._lexicon.person_verbs)
        after = 0
        for at in range(len(words)) if quiet else self._runs.looked_at(index):
            if at < after or not self._runs.worth_a_look(words, at, quiet=quiet):
                continue
            found = self._person(words, at, ends, belief)
            if found is None:
                continue
            first, last, cue = found
            ends.add(words[last].end)
            yield self._finding(words, first, last, cue)
            after = last + 1

    def _person(
        self, words: Sequence[Word], at: int, ends: set[int], belief: Belief
    ) -> tuple[int, int, Cue | None] | None:
        """Give the first and last word of the name that begins here, and its cue."""
        first = initials_before(words, at)
        cue = cue_before(words, first, ends, self._lexicon)
        if signs(words, at) and words[at].low not in self._lexicon.protected:
            return at, at, Cue("initials under a letter", 0.7)
        if speaks(words, at) or (wrote(words, at) and words[at].low not in self._lexicon.protected):
            return at, at, Cue("initials of who speaks or writes", 0.7)
        if is_initial(words[at]):
            return self._initials(words, at, cue)
        last = self._runs.last(words, at, cue, quiet=belief.quiet)
        if last is None or not belief.holds(at, last, cue, initials=first < at):
            return None
        return _with_titles(words, first), _with_honours(words, initials_after(words, last)), cue

    def _initials(self, words: Sequence[Word], at: int, cue: Cue | None) -> tuple[int, int, Cue | None] | None:
        """Give initials that stand for a name by themselves: after a title, with dots between, or R v Lambert."""
        after = words[at + 1] if at + 1 < len(words) else None
        against = after is not None and after.low in ("v", "vs") and after.gap == " " and at + 2 < len(words)
        if against and words[at + 2].capital and words[at + 2].gap in (" ", ". "):
            return at, at, Cue("a side of a lawsuit", 0.7)
        within = at > 0 and words[at].gap == "." and is_initial(words[at - 1])
        last = None if within else dotted_run(words, at)
        if last is not None:
            joined = "".join(word.low for word in words[at : last + 1])
            ends = last + 1 == len(words) or "\n" in words[last + 1].gap
            known = (joined in self._lexicon.protected and joined not in _INITIALS_TOO) or joined in _DOTTED
            return None if known and not cue and not ends else (at, last, cue)
        if has_kin(words, at):
            return at, at, cue or Cue("an initial whose relative is told", 0.7)
        titled = at > 0 and words[at - 1].low in _TITLED and words[at - 1].text.istitle()
        alone = cue and cue.strong and words[at].gap == " " and (titled or words[at].low not in ("a", "i"))
        if words[at].low in self._acting and stands_alone(words, at):
            return at, at, cue or Cue("an initial that acts", 0.7)
        if alone and (at + 1 == len(words) or words[at + 1].gap[:1] != "/"):
            return at, initials_after(words, at), cue
        return None

    def _finding(self, words: Sequence[Word], first: int, last: int, cue: Cue | None) -> Finding:
        run = words[first : last + 1]
        key = " ".join(word.low for word in run)
        start, end = run[0].start, run[-1].end
        if cue is None:
            listed = any(self._lexicon.is_name(word.low) for word in run)
            reason, certainty = ("a name by the lists", 0.85) if listed else ("capitals that nothing explains", 0.6)
            return Finding(start, end, "name", "named", certainty, reason, key=key)
        owner = self._owners.get(cue.owner)
        if cue.kin and owner is not None:
            return Finding(start, end, "name", "named", cue.certainty, cue.reason, key, (owner,), cue.kin)
        label = "Officer" if cue.officer else ""
        return Finding(start, end, "name", "named", cue.certainty, cue.reason, key, label=label)


def _with_titles(words: Sequence[Word], first: int) -> int:
    """Widen a name over what a hyphen joins to it, and the titles before it that tell who it is, such as Lady."""
    while first and words[first].gap == "-" and words[first - 1].capital:
        first -= 1
    while first and words[first - 1].low in cues.BORNE and words[first - 1].capital and words[first].gap in (" ", ". "):
        first -= 1
    called = words[first - 1] if first > 1 and words[first].gap in (" ", ". ") else None
    if called is None or called.opens or not called.text.istitle():
        return first
    saved = called.low in _SAVED_AS and words[first - 2].low == "as"
    return first - 1 if saved or called.low == "sr" else first


def _with_honours(words: Sequence[Word], last: int) -> int:
    """Widen a name over what stands after it in capitals: QC, Jr, III."""
    following = words[last + 1] if last + 1 < len(words) else None
    honour = following is not None and following.gap in (" ", ", ") and following.low in cues.AFTER_NAMES
    return last + 1 if following is not None and honour and following.capital else last
