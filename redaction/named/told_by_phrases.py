"""Names told by a phrase beside them: spud's real name; Jem the drummer; Ta, and on a line of its own Dec."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.forenames_of_policy import FORENAMES
from redaction.named.initials import is_initial
from redaction.words import Word

_SURE = 0.8
_SHORTEST = 3
_SEVERAL = frozenset("drs messrs pcs dcs dss dis sgts cllrs pcsos constables sergeants officers".split())
_KINDS = frozenset("real full proper actual true".split())
_NAMES = frozenset("name names surname nickname".split())
_SIGNED = frozenset("ta thanks thx cheers regards rgds best love ty thankyou tks yours sincerely faithfully".split())
_TOLD_BY = _SIGNED | _SEVERAL | {"s", "the"}
_NOBODY = frozenset(
    "who it he she they that this one dog cat other another nobody anyone someone everyone each company firm shop "
    "school street road house let all police".split()
)
_MONTHS = frozenset(("dec", "jan"))  # Declan and Janet
_LONGEST = 12


def told_by_phrases(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each such name."""
    initials = _dotted_initials(words, index)
    looked_at = range(len(words)) if initials else together(index.of(_TOLD_BY), index.behind(": "))
    for at in looked_at:
        word = words[at]
        if word.text in initials and word.low not in lexicon.protected:
            yield _finding(word, "initials met with dots")
        if word.low in _SIGNED:
            yield from _signed(words, at + 1, lexicon)
        elif word.low in _SEVERAL and word.capital:
            yield from _several(words, at + 1, lexicon)
        elif word.low == "s" and word.gap == "'" and at and _is_before_a_name(words, at + 1):
            if _may_be_anybody(words[at - 1], lexicon):
                yield _finding(words[at - 1], "whose real name is told")
        elif word.gap == ": " and word.low in lexicon.protected and at and _fills_a_box(words, at, lexicon):
            last = at + (not words[at + 1].text.isdigit())
            key = " ".join(each.low for each in words[at : last + 1])
            reason = "a colour's name in a box for people"
            yield Finding(word.start, words[last].end, "name", "named", 0.9, reason, key=key)
        elif word.low == "the" and word.gap == " " and at and _is_who_somebody_is(words, at, lexicon):
            yield _finding(words[at - 1], "told what they do")


def _several(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each of the surnames that follow a title of several: Drs Amin and Bose, PCs LANE, MARSH."""
    gaps: tuple[str, ...] = (" ",)
    while (
        at < len(words) and words[at].gap in gaps and words[at].text[0].isupper() and words[at].low not in cues.PEOPLE
    ):
        if _may_be_a_surname(words[at], lexicon):
            yield _finding(words[at], "one of several with a title")
        at, gaps = at + 1, (" ", ", ", " & ", " + ", "/", "-", "'")
        if at < len(words) and words[at].low == "and":
            at += 1


def _dotted_initials(words: Sequence[Word], index: Index) -> set[str]:
    """Give, joined, the two or three initials that stand with dots somewhere: RT, of whom R.T. is."""
    joined: set[str] = set()
    for at in (at for at in index.behind(".") if at and is_initial(words[at])):
        first = at - 1 if at < 2 or words[at - 1].gap != "." else at - 2
        run = words[first : at + 1]
        ends = at + 1 == len(words) or (words[at + 1].gap[:1] == "." and words[at + 1].gap != ".")
        if ends and all(is_initial(word) for word in run):
            joined.add("".join(word.text for word in run))
    return joined


def _may_be_a_surname(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word is a listed surname and no deed, or no everyday word."""
    if len(word.low) < _SHORTEST or not word.text.isalpha() or word.low.endswith(("ed", "ing")):
        return False
    return (word.low in lexicon.surnames and word.low not in lexicon.verbs) or not word.plain


def _is_before_a_name(words: Sequence[Word], at: int) -> bool:
    """Say whether `real name`, or `surname`, stands here."""
    if at >= len(words) or words[at].gap != " ":
        return False
    if words[at].low in ("surname", "nickname"):
        return True
    return words[at].low in _KINDS and at + 1 < len(words) and words[at + 1].low in _NAMES


def _may_be_anybody(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word is neither policy nor what somebody is."""
    told = word.text.isalpha() and len(word.low) >= _SHORTEST and word.low not in cues.PEOPLE | _NOBODY
    return told and word.low not in lexicon.protected


def _signed(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Finding]:
    """Give the one capital that stands on the line after thanks and ends what is written, be it a month's."""
    if at >= len(words) or "\n" not in words[at].gap:
        return
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    ends = after is None or "\n" in after.gap or after.text[0].isdigit()
    cased = word.text.istitle() and word.text.isalpha() and 1 < len(word.low) <= _LONGEST
    policy = word.low in lexicon.protected and word.low not in FORENAMES | _MONTHS
    goes_on = after is not None and "\n\n" not in after.gap and after.text[0].isalpha()
    heading = goes_on and lexicon.is_plain(word.low) and not lexicon.is_name(word.low)  # Attachments, and what they are
    if ends and cased and not policy and not heading and word.low not in cues.PEOPLE:
        yield _finding(word, "signs on a line of its own")


def _fills_a_box(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a surname of policy stands behind whose it is and before a forename or number: Victim: Black, Sue."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if after is None or words[at - 1].low not in cues.PEOPLE or word.low not in lexicon.surnames or not word.capital:
        return False
    if after.gap == " " and after.text.isdigit():
        return len(after.text) in (4, 5)
    return after.gap == ", " and after.capital and (after.low in lexicon.forenames or len(after.text) == 1)


def _is_who_somebody_is(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether an unlisted capital stands before what somebody does, and then a deed or a stop: Jem the drummer."""
    name, part = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if part is None or part.gap != " " or part.low not in cues.ROLES or not part.text.islower():
        return False
    if not name.text.istitle() or name.plain or not _may_be_anybody(name, lexicon):
        return False
    after = words[at + 2] if at + 2 < len(words) else None
    return after is None or after.gap[:1] in ",.;)" or after.low in lexicon.person_verbs or after.low in ("is", "was")


def _finding(word: Word, reason: str) -> Finding:
    return Finding(word.start, word.end, "name", "named", _SURE, reason, key=word.low)
