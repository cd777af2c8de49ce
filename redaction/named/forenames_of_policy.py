"""Forenames that are seasons, feasts, makes or peoples too, where they stand as somebody: Summer told her mum."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

_SURE = 0.9  # so that who is met so is masked elsewhere too
_DOUBT = 0.1
TIMES = frozenset("summer autumn winter spring april may june august easter storm dec jan".split())
FORENAMES = TIMES | frozenset(
    "sky christian harley mercedes bentley justice kia asia india america africa kenya ireland holland lexus "
    "porsche sid vic octavia jesus israel trinidad malta heaven dutch geordie scouse brummie taff raf ro pip tel eve "
    "ed mae armani elsa ferris mac sia cara dara chanel reg".split()
)
_TOLD = frozenset(
    "told tell tells ask asks asked asking met meet phoned phone texted text messaged message rang ring hit kicked "
    "punched pushed slapped chased grabbed grabs visited visiting help helped hugged kissed thank thanks dear sorry "
    "let lets love loved hates hated knows knew know cheers hey hi hello said says friend mate".split()
)
_HURTS = frozenset(
    "pushed hit kicked punched slapped bitten scratched grabbed told called asked attacked assaulted threatened "
    "followed chased shouted headbutted thrown stabbed bullied named picked dropped driven".split()
)
# What a time of year or the weather does too.
_TIMES_DO = frozenset(
    "saw came comes ended started starts turned brought arrived returned died gave stood appeared continued "
    "remained opened struck ran stayed passed begins left hit broke went takes moved".split()
)
_FIRMS = frozenset("sky kia lexus porsche mercedes bentley".split())
_FIRMS_DO = frozenset(
    "said says told replied asked answered rang called phoned wrote emailed texted agreed refused confirmed explained "
    "offered advised stated claimed denied apologised insisted apologises refunded paid sent admitted".split()
)
_SOMEBODY = frozenset("he she his her my".split())
_NOBODY = frozenset("the a an his her their my your our this that its in on every last next each".split())
_IS = frozenset("is was has had did didn doesn hasn wasn isn will would and".split())


def forenames_of_policy(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each such name; where one only opens a sentence as a name may, it is a doubt."""
    for at in index.of(FORENAMES):
        word = words[at]
        if word.text is word.low or not (word.text.istitle() or word.upper):
            continue
        before = words[at - 1] if at else None
        led = before is not None and word.gap == " "
        if before is not None and led and (before.low in _NOBODY or before.low[:1].isdigit() or before.capital):
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        if _is_a_firms_deed(words, at):
            yield _finding(word, _DOUBT)
        elif _acts(word, after, lexicon) or _is_aged_or_kin(words, at) or (led and _is_told(words, at, after)):
            yield _finding(word, _SURE)
        elif word.opens and after is not None and after.gap == " " and after.low in _IS:
            yield _finding(word, _DOUBT)


def _acts(word: Word, after: Word | None, lexicon: Lexicon) -> bool:
    """Say whether what follows is what people do, and no time of year."""
    if after is None or after.gap != " " or after.text[0].isupper() is not word.upper:
        return False
    return after.low in lexicon.person_verbs and not (word.low in TIMES and after.low in _TIMES_DO)


def _is_a_firms_deed(words: Sequence[Word], at: int) -> bool:
    """Say whether a make says what a firm may say: no word of anybody's own follows, as in Sky said she was hit."""
    if words[at].low not in _FIRMS or at + 1 == len(words) or words[at + 1].low not in _FIRMS_DO:
        return False
    told = [word.low for word in words[at + 2 : at + 4]]
    kin = len(told) == 2 and told[0] in _SOMEBODY and told[1] in cues.KIN
    of_people = told[:1] == ["sorry"] or told[:1] in (["he"], ["she"]) or told in (["that", "he"], ["that", "she"])
    return words[at + 1].gap == " " and not (kin or of_people)


def _is_aged_or_kin(words: Sequence[Word], at: int) -> bool:
    """Say whether an age or whose relative somebody is follows: Summer (14), Harley is 18, Christian, his nephew."""
    if at + 2 >= len(words):
        return False
    after, beyond = words[at + 1], words[at + 2]
    if after.text.isdigit() and len(after.text) < 3:
        return after.gap == " (" and beyond.gap.startswith((")", ","))
    if after.gap == " " and after.low in ("is", "was") and beyond.text.isdigit():
        return len(beyond.text) < 3 and (at + 3 == len(words) or words[at + 3].gap[:1] not in ":/")
    return after.gap in (", ", " (") and after.low in ("his", "her", "their", "my") and beyond.low in cues.KIN


def _is_told(words: Sequence[Word], at: int, after: Word | None) -> bool:
    """Say whether who is told, asked or hit stands here, or who did it: told Summer, pushed by Sky."""
    if after is not None and after.gap == " " and (after.text[0].isupper() or after.text[0].isdigit()):
        return words[at].upper and after.upper and not after.text[0].isdigit() and words[at - 1].low in _HURTS
    before = words[at - 1].low
    if before == "by":
        return at > 1 and words[at - 2].low in _HURTS
    return before in _TOLD and not (words[at].low in TIMES and after is not None and after.low in ("to", "and", "term"))


def _finding(word: Word, certainty: float) -> Finding:
    reason = "a forename that is a word of policy too"
    return Finding(word.start, word.end, "name", "named", certainty, reason, key=word.low)
