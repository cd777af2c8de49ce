"""Single letters that belong to a name: C. Lenz, J.P., Ffion H., R v Lambert."""

from collections.abc import Iterable, Iterator, Sequence, Set

from redaction.findings import Finding
from redaction.index import Index
from redaction.named import cues
from redaction.words import Word, is_apart

_DOTTED = (". ", ".", ".-", "-", ".\n")
# What has a letter of its own: Class B, Schedule A, Block C.
LETTERED = frozenset(
    (
        "class category cat type band grade schedule part section s art article annex appendix block unit plan level "
        "vitamin hepatitis exhibit group wing door floor tier form version phase zone team shift cell drug option "
        "vignette scenario cabinet drawer"
    ).split()
)
_MOST = 4
_REACH = 40  # words, as far as a question is from its answer
_EPITHETS = frozenset(
    "big little lil old young wee fat mad mental tall long dirty skinny crazy scouse geordie brummie".split()
)
_TRADES = frozenset(
    "farmer butcher baker milkman milk postie chippy sparky barber brickie builder plumber window coalman binman "
    "lollipop taxi pizza kebab chicken fish".split()
)  # by which a village tells one bearer of a forename from another
_TITLED = frozenset("mr mrs miss ms".split())
_WORDS_TOO = "ai"
_SEXES = "fm"  # who is met, in a log
_ASKED = "qa"
_PARTIES = frozenset("IP IPs AP Vic vic Victim".split())  # beside whom S is the suspect, and V or O anybody
_SIDES = "sv"
_PARTIES_IN_SMALL = frozenset(party.lower() for party in _PARTIES)
_ANSWERS = frozenset(("Y", "N", "NA", "NIL", "YES", "NO"))
_LETTERED_SIDES = frozenset("SVO")  # suspect, victim, offender
_WRITTEN = frozenset(
    "dictated typed initialled initialed countersigned drafted transcribed minuted read written signed completed "
    "filed checked reviewed entered logged".split()
)


def initials_before(words: Sequence[Word], at: int) -> int:
    """Give the first of the initials that stand before a word, or the word itself."""
    first = at
    while first and at - first < _MOST and is_initial(words[first - 1]) and _leads(words, first):
        first -= 1
    return at if first and words[first - 1].low in LETTERED else first


def initials_after(words: Sequence[Word], last: int) -> int:
    """Give the last of the initials that stand after a name, or the name's last word."""
    end = last
    while last + 1 < len(words) and last - end < _MOST and is_initial(words[last + 1]) and _follows(words, last + 1):
        last += 1
    return last


def acting_initials(words: Sequence[Word], index: Index, person_verbs: Set[str]) -> set[str]:
    """Give the single letters that a text calls people by: R threw a stapler."""
    sides = {words[at].text for at in index.letters if _is_a_side(words, at)}
    if sides or any(words[at].text in _PARTIES for at in index.of(_PARTIES_IN_SMALL)):
        sides.add("S")
    letters = [at for at in index.letters if words[at].text not in sides]
    return {words[at].low for at in letters if _acts(words, at, person_verbs)}


def _is_a_side(words: Sequence[Word], at: int) -> bool:
    """Say whether a letter that begins a line or a sentence is the key to who is meant by it: S - DARREN, V: Wenna."""
    if words[at].text not in _LETTERED_SIDES or at + 1 == len(words):
        return False
    return words[at].opens and words[at + 1].gap in (" - ", ": ", " = ", " \u2013 ", ") ", ". ")


def _acts(words: Sequence[Word], at: int, person_verbs: Set[str]) -> bool:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if not is_initial(word) or word.low in _WORDS_TOO + _SEXES or after is None or after.gap != " ":
        return False
    lettered = at and word.gap == " " and (words[at - 1].low in LETTERED or words[at - 1].capital)
    return after.low in person_verbs and word.gap[-1:] in ("", " ", "\n") and not lettered


def with_initials(words: Sequence[Word], index: Index, people: Iterable[Finding]) -> Iterator[Finding]:
    """Give the initial that stands right after a name already found: Jaspreet K: hello."""
    ends = {person.end for person in people}
    for at in [at for at in index.letters if at]:
        word = words[at]
        if (
            not is_initial(word)
            or word.gap != " "
            or is_apart(words[at - 1], word)
            or words[at - 1].end not in ends
            or word.low in _WORDS_TOO
        ):
            continue
        after = words[at + 1].gap if at + 1 < len(words) else "."
        if after[:1] in ".:,;)\n" or after == " (" or (after == " " and not words[at + 1].capital):
            yield Finding(word.start, word.end, "name", "named", 0.7, "an initial after a name", key=words[at - 1].low)


def is_initial(word: Word) -> bool:
    """Say whether a word is one capital letter."""
    return len(word.text) == 1 and word.text.isupper()


def has_kin(words: Sequence[Word], at: int) -> bool:
    """Say whether an initial is whose relative comes next, and neither side of the case: G's mum."""
    kin = words[at + 2].low in cues.KIN if at + 2 < len(words) else False
    return kin and words[at + 1].gap == "'" and words[at + 1].low == "s" and words[at].low not in _SIDES + _WORDS_TOO


def dotted_run(words: Sequence[Word], at: int) -> int | None:
    """Give the last of two to four initials with dots between that stand alone: J.P., M.A.H."""
    last = at
    while last + 1 < len(words) and last - at < 4 and is_initial(words[last + 1]) and _goes_on(words, last + 1):
        last += 1
    ended = last + 1 == len(words) or words[last + 1].gap.startswith(".")
    return last if 0 < last - at < 4 and ended else None


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether an initial goes on from the one before it: a dot between, or a space before a double name's two."""
    doubled = at + 1 < len(words) and words[at + 1].gap == "-" and is_initial(words[at + 1])
    return words[at].gap in (".", "-", ".-") or (words[at].gap == ". " and doubled)


def speaks(words: Sequence[Word], at: int) -> bool:
    """Say whether an initial with its dot is whose words follow: G.: wants the handle."""
    after = words[at + 1] if at + 1 < len(words) else None
    return is_initial(words[at]) and words[at].opens and after is not None and after.gap.startswith(".:")


def wrote(words: Sequence[Word], at: int) -> bool:
    """Say whether two or three capitals are whose hand a paper is in: dictated OP, typed by JK."""
    word, before = words[at], words[at - 1] if at else None
    if not word.upper or len(word.text) > 3 or before is None or word.gap not in (" ", ": "):
        return False
    by = before.low == "by" and at > 1 and words[at - 2].low in _WRITTEN
    return before.low in _WRITTEN or by


def _leads(words: Sequence[Word], following: int) -> bool:
    """Say whether an initial leads up to the word after it: with a dot, or with a space where it is no word."""
    initial, gap = words[following - 1], words[following].gap
    if initial.gap.endswith("/") or (initial.low in _ASKED and initial.opens and _is_answered(words, following - 1)):
        return False
    if gap in _DOTTED or (gap == "'" and initial.low in "od"):
        return True
    return gap == " " and initial.low not in _WORDS_TOO


def _is_answered(words: Sequence[Word], at: int) -> bool:
    """Say whether a Q or an A opens a question or an answer: the other one, with its dot or colon, is near."""
    near = (*range(max(0, at - _REACH), at), *range(at + 1, min(len(words) - 1, at + _REACH)))
    return any(
        words[place].low in _ASKED
        and words[place].low != words[at].low
        and is_initial(words[place])
        and words[place + 1].gap[:1] in ".:"
        for place in near
    )


def _follows(words: Sequence[Word], at: int) -> bool:
    """Say whether an initial ends the name before it: Ffion H., Jay Z, Hughes, M."""
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and after.gap == "/":
        return False
    if word.gap in (".", "-", ". "):
        return is_initial(words[at - 1]) or word.gap == "-"
    if word.gap == " ":
        return word.low not in _WORDS_TOO and not (word.low == "v" and after is not None and after.gap in (" ", ". "))
    return word.gap == ", " and (after is None or after.gap.startswith("."))


def signs(words: Sequence[Word], at: int) -> bool:
    """Say whether a word of one to three capitals ends a letter: by itself in its line, or as its last word."""
    word = words[at]
    if not word.text.isupper() or len(word.text) > 3 or not (word.opens or "\n" in word.gap) or word.text in _ANSWERS:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or "\n" in after.gap


def stands_alone(words: Sequence[Word], at: int) -> bool:
    """Say whether a single letter is joined to nothing: no dot, hyphen or stroke, and nothing that bears letters."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    lettered = at > 0 and word.gap == " " and words[at - 1].low in LETTERED
    return not lettered and word.gap[-1:] in ("", " ", "\n", "(") and (after is None or after.gap[:1] not in "'-/.&")


def _is_of_a_surname(words: Sequence[Word], at: int) -> bool:
    """Say whether another capital goes on with a name, so that the word before it is a post."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and after.gap == " " and after.capital


def with_epithets(words: Sequence[Word], index: Index, people: Iterable[Finding]) -> Iterator[Finding]:
    """Give the capital by which people tell one bearer of a name from another: Big Col, Old Mr Ng, Scouse Lee."""
    starts = {person.start for person in people}
    for at in [at for at in index.of(_EPITHETS | _TRADES) if at + 1 < len(words)]:
        word = words[at]
        if not (word.capital or word.upper):
            continue
        after = at + 2 if words[at + 1].low in _TITLED and at + 2 < len(words) else at + 1
        if word.low in _TRADES and (word.opens or word.upper or not at or _is_of_a_surname(words, after)):
            continue
        joined = words[at + 1].gap == " " and words[after].gap in (" ", ". ")
        if joined and words[after].start in starts:
            yield Finding(
                word.start, words[after].end, "name", "named", 0.7, "an epithet before a name", key=words[after].low
            )
