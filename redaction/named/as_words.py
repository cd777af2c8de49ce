"""Where a party's name in small letters is the everyday word, in a text that has capitals for names: a hard frost."""

from collections.abc import Iterable, Iterator, Sequence, Set

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.initials import signs
from redaction.words import BLANK, Word

_DOUBT = 0.3
_LIKELY = 0.6
_LONGEST_INITIALS = 3
_PEOPLE_BEFORE = (
    cues.BESIDE_PEOPLE | cues.TITLES | cues.RANKS | cues.ROLES | cues.CALLED | cues.SPEECH | frozenset(cues.KIN)
)
# Shorthand, whoever bears it as initials.
_PARTS = (
    cues.ROLES
    | cues.RANKS
    | frozenset(cues.OWNERS)
    | frozenset("id cr va ok uk gp aa ao io ci sw hr cps cc ct da".split())
)
_DOERS = frozenset("she he they".split())  # a verb follows as well
_ARTICLES = frozenset("a an the his her their my our your some".split())
_NO_THING_AFTER = frozenset("me us him them yesterday today tomorrow tonight".split())
_BEHIND_NOUNS = frozenset("on in over all of off under across upon".split())
_NAMED_BEFORE = frozenset(
    "is was s as for of against re name surname forename via at near beside behind per v vs".split()
)


def lower_as_words(
    findings: Iterable[Finding], words: Sequence[Word], index: Index, lexicon: Lexicon, *, quiet: bool
) -> Iterator[Finding]:
    """Make doubts of the parties' names that stand as words; the rest are given as they are."""
    places = {} if quiet else index.starts
    masked = any(BLANK in gap for gap in index.gaps)  # a tag may stand where the name had its capital
    inner = {words[at].low for at in index.raised if words[at].capital and not words[at].opens}
    borne = index.lows if masked else inner
    for finding in findings:
        at = places.get(finding.start) if finding.kind == "name" and finding.source == "known" else None
        if at is not None and words[at].end == finding.end and _is_a_word(words, at, lexicon, borne):
            yield finding._replace(certainty=_DOUBT, reason="may be an ordinary word here")
        else:
            yield finding


def raise_initials(
    findings: Iterable[Finding], words: Sequence[Word], index: Index, lexicon: Lexicon
) -> Iterator[Finding]:
    """Make sure the doubted initials of parties that do, own or wear something; the rest are given as they are."""
    for finding in findings:
        doubted = finding.kind == "name" and finding.source == "known" and finding.certainty < _LIKELY
        at = index.starts.get(finding.start) if doubted else None
        if (
            at is not None
            and _are_initials(words, at)
            and (signs(words, at) or (at + 1 < len(words) and _acts(words[at + 1], lexicon)))
        ):
            yield finding._replace(certainty=_LIKELY)
        else:
            yield finding


def _are_initials(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is a few capitals that tell no part in the case, unless they sign."""
    short = words[at].upper and len(words[at].low) <= _LONGEST_INITIALS
    return short and (words[at].low not in _PARTS or signs(words, at))


def _acts(after: Word, lexicon: Lexicon) -> bool:
    """Say whether what follows initials is a deed, what is owned, or a number that is worn or rung."""
    if after.gap == "'":
        return after.low == "s"
    number = after.text.isdigit() and len(after.text) > _LONGEST_INITIALS
    return after.gap == " " and (after.low in lexicon.person_verbs or number) and after.text.islower() is not number


def _follows_an_article(words: Sequence[Word], at: int) -> bool:
    """Say whether a thing is told: the rose, a garden rose, his climbing rose."""
    if words[at - 1].low in _ARTICLES:
        return True
    described = at > 1 and words[at - 1].text.islower() and words[at - 1].gap == " "
    return described and (words[at - 2].low in _ARTICLES or words[at - 1].low.endswith("ing"))


def _is_a_word(words: Sequence[Word], at: int, lexicon: Lexicon, borne: Set[str]) -> bool:
    """Say whether an everyday word in small letters stands neither where people do nor with what people do.

    Where the text gives the name its capital elsewhere, fewer places are a person's.
    """
    word, before = words[at], words[at - 1] if at else None
    spelt = word.low in lexicon.ordinary or (word.plain and word.low[:-1] in lexicon.ordinary)
    seldom = not {word.low, word.low.removesuffix("s")} & lexicon.everyday  # a smith, a tutu: oftener somebody
    if not word.text.islower() or not spelt or before is None or word.gap != " ":
        return False
    bearer = word.low not in borne or before.low in _NO_THING_AFTER
    if seldom and bearer and not _follows_an_article(words, at):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    follows = after.low if after is not None and after.gap in (" ", "'") else ""
    if word.low in borne and _follows_an_article(words, at):
        return True
    joined = after is not None and ((after.capital and after.gap == " ") or after.gap[:1] == "?")
    if follows == "s" or follows in lexicon.person_verbs or follows in lexicon.verbs or joined:
        return False
    if before.low in _PEOPLE_BEFORE and before.low not in _DOERS:
        return False
    if word.low in borne or word.low.removesuffix("s") in borne:
        told = before.low in _NAMED_BEFORE and follows not in _BEHIND_NOUNS
        return not told and (not before.capital or before.plain)
    return not before.capital and before.low not in _NAMED_BEFORE and before.low not in _DOERS
