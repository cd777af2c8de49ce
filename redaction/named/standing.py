"""Where a party's everyday name stands as somebody: `mark pushed him` among small letters, POND, ROSE 1/2/1990."""

from collections.abc import Iterable, Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

_MODAL = frozenset({"will", "may", "can", "mark"})
_STATES = frozenset("is was has had says said told asked wants and".split())
_MONTHS = frozenset("april june july august".split())
_GOES_ON = frozenset("to via also doesn didn doesnt didnt isn isnt wants".split())
_SPOKEN_TO = frozenset("do did can could will would are have what where why how when".split())
_LIKELY = 0.6
_BORN = frozenset(("dob", "born", "aged"))
_SHORT_GAP = 3
_LONGEST_ABBREVIATION = 3


def raise_standing(
    findings: Iterable[Finding], words: Sequence[Word], index: Index, lexicon: Lexicon, *, quiet: bool
) -> Iterator[Finding]:
    """Make sure the doubted names of parties that stand as somebody; the rest are given as they are."""
    for finding in findings:
        doubted = finding.kind == "name" and finding.source == "known" and finding.certainty < _LIKELY
        at = index.starts.get(finding.start) if doubted else None
        if (
            at is not None
            and (quiet or words[at].capital or words[at].upper)
            and (_stands if quiet else _is_set_out)(words, at, lexicon)
        ):
            yield finding._replace(certainty=_LIKELY, reason="a party's name, by where it stands")
        else:
            yield finding


def _is_set_out(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a name is in capitals where most is not, as surnames are written, or a date of birth follows."""
    word = words[at]
    born = at + 3 < len(words) and all(each.low.isdigit() for each in words[at + 1 : at + 4])
    dated = born and len(words[at + 2].gap) == 1 and words[at + 2].gap == words[at + 3].gap
    dated = dated or (at + 1 < len(words) and words[at + 1].low in _BORN and len(words[at + 1].gap) < _SHORT_GAP)
    written = word.upper and word.capital and len(word.low) > _LONGEST_ABBREVIATION and word.low not in _MODAL
    return dated or (written and word.low not in lexicon.protected) or _opens_as_somebody(words, at, lexicon)


def _opens_as_somebody(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a name that opens a sentence does something or is spoken to: Summer to be told; Storm, do you."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if after is None or not word.opens or not word.text.istitle() or word.low in _MODAL or word.low in _MONTHS:
        return False
    if after.gap == ", ":
        return after.low in _SPOKEN_TO
    return after.gap == " " and (after.low in _GOES_ON or after.low in lexicon.person_verbs)


def _stands(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a person's deed follows, or a word that people follow comes before."""
    after = words[at + 1] if at + 1 < len(words) else None
    follows = after.low if after is not None and after.gap in (" ", "'") else ""
    if follows in _STATES or (follows in lexicon.person_verbs and words[at].low not in _MODAL - {"mark"}):
        return True
    before = words[at - 1].low if at and words[at].gap == " " else ""
    return before in cues.BESIDE_PEOPLE and words[at].low not in _MODAL
