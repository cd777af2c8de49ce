"""Words left in that a person should look at: unexplained capitals, names that may be words, stray numbers."""

import re
from collections.abc import Iterator, Sequence

from redaction.clock import CLOCK
from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.initials import LETTERED
from redaction.named.shorthand import is_of_the_process, is_without_vowels
from redaction.nicknames import nicknames
from redaction.shaped import looks
from redaction.shaped.looks import everyday
from redaction.words import Word, is_apart

_NUMBER = re.compile(r"[A-Za-z]{0,4}\d[A-Za-z\d]{3,}")
_TIME = re.compile(rf"{CLOCK}(?:h|hrs|hours)?|(?:19|20)\d\d|\d{{1,4}}(?:am|pm|hrs|mins)")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|ish)")
_ONLINE = re.compile(r"[A-Za-z]{3,16}\d{1,4}[A-Za-z]{0,16}")  # and firms written so: kez99, Vets4All
_HALF_A_MARK = re.compile(r"[A-Z]{2}\d\d")
_ELDERS = frozenset("uncle aunt auntie aunty nan nana nanny nanna gran granny".split())
_WORDS_OR_SIDES = frozenset("aivso")
_BEHIND_LETTERS = frozenset("is was has had will says said".split())
_FORMS = "mg"  # the prosecution's forms
_OUTWARD = re.compile(r"[A-Z]{2}\d{1,2}")
_AREAS = frozenset(  # of two letters, leaving out what else means something before a figure
    "AB AL BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN FK FY GL GU HA HD "
    "HG HP HR HS HU HX IG IV KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL OX PA PH PL PO PR RG RH RM "
    "SA SE SG SK SL SM SN SO SP SR ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV YO ZE".split()
)
_LONG_AGO = re.compile(r"19\d\d|200\d|201[0-5]|[3-9]\d|0\d")
_BORN_IN = re.compile(r"19[2-9]\d|200\d|201[0-5]")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_LONGEST_INITIALS = 3
_PLACES = frozenset({"place", "organisation", "workplace", "school", "venue", "street", "town"})
_PLACES_AND_NAMES = _PLACES | {"name"}
_BEFORE_PEOPLE = cues.PERSON | cues.CALLED
_BETWEEN = frozenset(
    "at in on to of and the from towards with for by is was has says said now not no then after before where when who "
    "which that this his her their he she they it as an or but informed aware will states asked via re has had been "
    "req left".split()
)
_BEFORE_NOUNS = frozenset("a an the my his her their our your this that some any no every each to".split())
_DEEDS = ("ing", "ed", "ly", "s")
_BEHIND_PEOPLE = frozenset("and who was is has had will said says".split())


def find_doubts(words: Sequence[Word], index: Index, lexicon: Lexicon, *, quiet: bool) -> Iterator[Finding]:
    """Give each word that may be a name or a number although nothing says so; most everyday ones need no look."""
    for at in range(len(words)) if quiet else together(index.unusual, index.after(_BEFORE_PEOPLE)):
        word = words[at]
        if word.text.isalpha():
            if word.plain and not (quiet or word.capital or word.upper or (at and words[at - 1].low in _BEFORE_PEOPLE)):
                continue
            reason = _why_a_name(words, at, lexicon, quiet=quiet)
            if reason:
                yield Finding(word.start, word.end, "name", "named", 0.3, reason, key=word.low)
        else:
            reason = _why_a_number(words, at)
            if reason:
                yield Finding(word.start, word.end, "number", "shaped", 0.3, reason, key=word.low)
    yield from _doubt_dates(words, index)
    yield from _doubt_handles(words, index)


def _why_a_number(words: Sequence[Word], at: int) -> str:
    """Say why a word with figures may be somebody's: a reference, a birth, part of a vehicle's mark, a name online."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if _NUMBER.fullmatch(word.text) and not _TIME.fullmatch(word.low) and "£" not in word.gap:
        if _ORDINAL.fullmatch(word.low):
            return ""
        return "a number that may be a reference"
    if _ONLINE.fullmatch(word.text) and not looks.process(word.text.rstrip("0123456789")):
        return "may be a name online"
    if _HALF_A_MARK.fullmatch(word.text) and not (everyday(word.text[:2]) or word.low.startswith(_FORMS)):
        whole = after is not None and after.gap == " " and after.text.isupper() and len(after.text) >= _LONGEST_INITIALS
        return "" if whole else "may be part of a vehicle's mark or of a postcode"
    if _OUTWARD.fullmatch(word.text) and word.text.rstrip("0123456789") in _AREAS:
        return "may be part of a postcode"
    return ""


def _doubt_dates(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give the dates whose year is long ago: they may be births."""
    for at in [at for at in index.figures if at > 1]:
        day, month, year = words[at - 2 : at + 1]
        dated = (
            day.low.isdigit() and month.low.isdigit() and month.gap == year.gap and month.gap in ("/", ".", "-", " ")
        )
        worded = month.low[:3] in _MONTHS and month.gap == " " and year.gap in (" ", ", ")
        if worded and day.text[:1].isdigit() and _BORN_IN.fullmatch(year.low):
            yield Finding(day.start, year.end, "number", "shaped", 0.3, "a date that may be a birth", key=year.low)
        if dated and len(day.low) < 3 and len(month.low) < 3 and _LONG_AGO.fullmatch(year.low):
            yield Finding(day.start, year.end, "number", "shaped", 0.3, "a date that may be a birth", key=year.low)


def _doubt_handles(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give small letters joined by a dot that end no sentence: a name online, such as kez.kl86."""
    for first, last in ((words[at - 1], words[at]) for at in index.behind("_", ".") if at):
        if last.gap == "_" and first.text.isalnum():
            yield Finding(first.start, last.end, "number", "shaped", 0.3, "may be a name online", key=first.low)
        joined = last.gap == "." and len(first.low) > 2 and first.text.islower() and last.text == last.low
        if joined and not first.text.isdigit() and (any(c.isdigit() for c in last.low) or last.end - last.start < 3):
            yield Finding(first.start, last.end, "number", "shaped", 0.3, "may be a name online", key=first.low)


def _why_a_name(words: Sequence[Word], at: int, lexicon: Lexicon, *, quiet: bool) -> str:
    """Say why a word may be a name; nothing where it is not one."""
    word = words[at]
    plain = word.plain
    if is_without_vowels(words, at) or is_of_the_process(word):
        return ""
    if word.capital:
        if _is_rare_or_alone(word, lexicon, plain=plain):
            return "a capital that may be a name"
        if _may_be_initials(words, at, lexicon):
            return "capitals that may be initials"
        return "a word of process that may be a name" if _is_policy_in_place_of_a_name(words, at, lexicon) else ""
    if _stands_where_people_do(words, at, lexicon, quiet=quiet):
        return "a word where a name would stand"
    if word.upper:
        return "a name in a line of capitals" if plain and _is_forename_too(word, lexicon) else ""
    if len(word.low) > 2 and not plain and (word.low in lexicon.forenames or (quiet and len(word.low) > 3)):
        return "a forename in small letters" if word.low in lexicon.forenames else "a rare word in small letters"
    if quiet and plain and (_is_forename_too(word, lexicon) or _may_be_somebody(words, at, lexicon)):
        return "a forename in small letters"
    return ""


def _stands_where_people_do(words: Sequence[Word], at: int, lexicon: Lexicon, *, quiet: bool) -> bool:
    """Doubt an everyday word, not told by a capital, after who people are or between what people do."""
    word, before = words[at], words[at - 1] if at else None
    if before is None or word.gap != " " or len(word.low) < _LONGEST_INITIALS or word.low.endswith(_DEEDS):
        return False
    if word.low in lexicon.protected or word.low in lexicon.person_verbs or word.low in lexicon.verbs:
        return word.upper and before.low in cues.RANKS and word.low in lexicon.surnames
    after = words[at + 1] if at + 1 < len(words) else None
    ends = (
        after is None
        or after.gap[:1] in ".,;:)!?\n"
        or after.low in _BEHIND_PEOPLE
        or after.low in lexicon.person_verbs
    )
    if before.low in cues.PERSON or before.low in cues.CALLED:
        return ends and (lexicon.is_name(word.low) or quiet or word.upper)
    return quiet and ends and before.low in cues.BESIDE_PEOPLE and after is not None and after.gap == " "


def _is_rare_or_alone(word: Word, lexicon: Lexicon, *, plain: bool) -> bool:
    """Doubt a capital that is no policy word: a rare word anywhere, an everyday one in mid-sentence."""
    if len(word.low) < 2 or word.low in lexicon.protected:
        return False
    return not plain or not (word.opens or word.upper) or (word.gap == ": " and word.text.istitle())


def _may_be_initials(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Doubt two or three capitals that are everyday letters too, such as GS or CM, among small letters."""
    word = words[at]
    after = words[at + 1].gap if at + 1 < len(words) else ""
    if len(word.text) == 1:
        if word.low in _WORDS_OR_SIDES:
            return False
        stands = word.gap in (" ", ", ", "\n") or word.opens
        is_so = after == " " and words[at + 1].low in _BEHIND_LETTERS and (not at or words[at - 1].low not in LETTERED)
        return stands and (after[:1] == ":" or is_so)
    return word.upper and len(word.low) <= _LONGEST_INITIALS and word.low not in lexicon.protected


def _is_policy_in_place_of_a_name(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Doubt a policy word that is somebody's name too where a person would stand."""
    word = words[at]
    if word.low not in lexicon.protected or not lexicon.is_name(word.low) or not word.text.istitle() or word.opens:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    acts = after is not None and after.gap == " " and after.low in lexicon.person_verbs
    alone = not words[at - 1].capital and not (after is not None and after.capital and after.gap == " ")
    return alone and word.low in lexicon.forenames and (acts or words[at - 1].low in cues.BESIDE_PEOPLE)


def _may_be_somebody(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether an everyday word that is a forename too, among hardly any capitals, follows no article."""
    word = words[at]
    name = word.low.removesuffix("s")
    if word.low in lexicon.protected or word.low in lexicon.verbs or word.low in lexicon.person_verbs or len(name) < 3:
        return False
    return (name in lexicon.forenames or bool(nicknames(name))) and not (at and words[at - 1].low in _BEFORE_NOUNS)


def _is_forename_too(word: Word, lexicon: Lexicon) -> bool:
    return word.low in lexicon.names_first or (word.low in lexicon.everyday and word.low in lexicon.forenames)


def doubt_neighbours(
    words: Sequence[Word], index: Index, sure: Sequence[Finding], lexicon: Lexicon
) -> Iterator[Finding]:
    """Give the capitals and figures that stand right beside a masked place: they may be part of its name."""
    near = [finding for finding in sure if finding.source == "named" and finding.kind in _PLACES_AND_NAMES]
    ends, starts = {finding.end for finding in near}, {finding.start for finding in near}
    tails = {at + 1 for at in index.ending(ends) if at + 1 < len(words)}
    heads = {at - 1 for at in index.starting(starts) if at}
    for at in sorted(_told_by_places(words, index.starting(starts))):
        yield Finding(
            words[at].start, words[at].end, "place", "named", 0.3, "may be told by its place", key=words[at].low
        )
    for at in sorted(tails | heads):
        word = words[at]
        if (word.upper and word.low in lexicon.protected) or _is_of_a_time(words, at):
            continue  # NHS or PNC after somebody's name; 08:32
        follows = at in tails and word.gap in (" ", ", ", "-") and not is_apart(words[at - 1], word)
        leads = at in heads and not word.opens and words[at + 1].gap in (" ", "-", " & ")
        if at in heads and word.low in _ELDERS and word.capital and words[at + 1].gap == " ":
            yield Finding(
                word.start, word.end, "name", "named", 0.3, "may be part of what somebody is called", key=word.low
            )
        elif (follows or leads) and _may_be_of_a_place(word, figures=follows):
            yield Finding(word.start, word.end, "place", "named", 0.3, "may be part of a place's name", key=word.low)


def _is_of_a_time(words: Sequence[Word], at: int) -> bool:
    """Say whether figures are a time of day."""
    if not words[at].text.isdigit():
        return False
    clock = at + 1 < len(words) and words[at + 1].gap == ":" and words[at + 1].text.isdigit()
    return clock or _TIME.fullmatch(words[at].low) is not None


def _told_by_places(words: Sequence[Word], places: Sequence[int]) -> Iterator[int]:
    """Give the two or more capitals, or the abbreviation, that a place tells more of: Turning Point in Leicester."""
    for at in places:
        last = at - 1 if words[at].gap == ", " else at - 2
        if at < 2 or (last == at - 2 and words[at - 1].low not in ("in", "at")):
            continue
        first = last
        while first > 0 and words[first].capital and _may_be_of_a_place(words[first], figures=False):
            first -= 1
            if words[first + 1].gap != " ":
                break
        run = words[first + 1 : last + 1]
        if len(run) > 1 or (run and run[0].upper and not words[at].upper):
            yield from range(first + 1, last + 1)


def _may_be_of_a_place(word: Word, *, figures: bool) -> bool:
    """Say whether a word is a capital that is no title, rank or part, or figures after a place's name."""
    if word.low in cues.PERSON or (word.upper and word.low in _BETWEEN) or word.text == "The":
        return False
    return (
        (figures and word.text.isdigit()) or (word.capital and word.text.istitle() and len(word.low) > 1) or word.upper
    )
