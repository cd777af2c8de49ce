"""What a form's box holds, told by the box's name: Store: FALLOW, 3 High St; Fee-earner: Octavia Bell; To: Mitten."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.named.announcing import is_a_voice
from redaction.words import Word

_SURE = 0.65
_MOST = 4
_BEFORE_VALUES = frozenset((": ", "|", " | ", ":\t"))
_LONGEST_LABEL = 3
_SHORTEST = 3
_PLACES = frozenset(
    "store shop school college academy nursery employer workplace premises venue pub club church mosque surgery gp "
    "practice hospital site hotel hostel licensee dealer garage yard branch business company firm work attended "
    "workplaces employers education study provider".split()
)
_PEOPLE = (
    cues.ROLES
    | frozenset(cues.KIN)
    | frozenset(
        "name names surname surnames forename forenames alias aliases nickname aka earner keeper complainant caller "
        "author supervisor signed contact interviewer interviewee officers lawyer practitioner reporter clinician "
        "coordinator mentor chair present attending apologies panel mates friends associates applicant respondent "
        "addressee".split()
    )
)
_SERVICES = frozenset("camhs la sw hv cpn idva isva iro dsl ewo cyp".split())  # whose worker a box of theirs names
_SERVICE_NAMES = words_of("beside_places", "services")
_LISTS = frozenset("places locations addresses venues haunts premises".split())
_HEADERS = frozenset("to from cc bcc attn fao".split())
_NOBODY = frozenset(
    "the and not none nil unknown see yes all any same self various other others male female adult child youth victim "
    "suspect witness officer police court custody staff team unit office public anonymous refused withheld tbc "
    "right well okay hello hiya good thanks sorry please what when where why how".split()
)
_WHO = cues.TITLES | cues.RANKS | cues.ROLES | frozenset(cues.KIN)


def find_boxes(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each name or place that fills a box."""
    filled = (gap for gap in index.gaps if gap.endswith(":") or gap in _BEFORE_VALUES)
    for at in index.behind(*filled):
        word = words[at]
        if not at:
            continue
        if words[at - 1].low in _LISTS and word.gap in (": ", " | ", "|"):
            yield from _listed_places(words, at - 1, lexicon)
            continue
        if not word.gap.endswith(":") and word.gap not in (": ", "|", ":\t"):
            continue
        kind = _kind_of_label(words, at - 1)
        if not kind or not word.text[0].isupper():
            continue
        last = _end_of_value(words, at)
        run = words[at : last + 1]
        closed = words[at - 1].low in _SERVICES and last + 1 < len(words) and words[last + 1].gap[:1] == "."
        said = not (closed or _ends(words, last)) or (word.gap == ": " and is_a_voice(words, at - 1))
        if word.plain and words[at - 1].low not in _HEADERS and said:
            continue  # speech: MALE: Get off
        if _names_somebody(run, lexicon) or (kind == "organisation" and _is_a_make_or_service(run, lexicon)):
            key = " ".join(each.low for each in run)
            yield Finding(run[0].start, run[-1].end, kind, "named", _SURE, "fills a box of a form", key=key)


def _listed_places(words: Sequence[Word], label: int, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each place of a list in a box: PLACES | TOP SHOP, PIT ROAD."""
    at = label + 1
    begins = label == 0 or "\n" in words[label].gap
    while begins and at < len(words) and (at == label + 1 or words[at].gap == ", ") and words[at].text[0].isupper():
        last = _end_of_value(words, at)
        run = words[at : last + 1]
        if (len(run) > 1 or run[0].low not in lexicon.protected) and run[0].low not in _NOBODY:
            key = " ".join(each.low for each in run)
            yield Finding(run[0].start, run[-1].end, "place", "named", _SURE, "a place in a list of them", key=key)
        at = last + 1


def _kind_of_label(words: Sequence[Word], at: int) -> str:
    """Say what a box is for, where its name begins a line, a cell or a column."""
    first = at
    while first > 0 and at - first < _LONGEST_LABEL and words[first].gap in (" ", "-", "/", "'"):
        if words[first].start - words[first - 1].end > 1:
            break
        first -= 1
    begins = first == 0 or "\n" in words[first].gap or "|" in words[first].gap or words[first].gap == " "
    if not begins or at - first >= _LONGEST_LABEL:
        return ""
    low = words[at].low
    if low in _PLACES and not (low == "attended" and words[at - 1].low not in _PLACES):
        return "organisation"
    if low in _HEADERS:
        return "name" if first == at else ""
    return "name" if low in _PEOPLE or low.removesuffix("s") in _PEOPLE or low in _SERVICES else ""


def _end_of_value(words: Sequence[Word], at: int) -> int:
    """Give the last of the capitals that follow one another in a box."""
    last = at
    while last + 1 < len(words) and last + 1 - at < _MOST and words[last + 1].gap in (" ", "'", "-", " & "):
        following = words[last + 1]
        apart = following.gap == " " and following.start - words[last].end > 1
        if apart or not following.text[0].isupper():
            break
        last += 1
    return last


def _ends(words: Sequence[Word], last: int) -> bool:
    """Say whether a box ends after a word."""
    after = words[last + 1] if last + 1 < len(words) else None
    return (
        after is None
        or after.gap.lstrip()[:1] in tuple(",;()|")
        or "\n" in after.gap
        or after.start - words[last].end > 1
    )


def _is_a_make_or_service(run: Sequence[Word], lexicon: Lexicon) -> bool:
    """Say whether a make, or a service called by words of policy, fills a box: Employer: Ocado; School: Next Steps."""
    return run[0].low in lexicon.brands or any(word.low in _SERVICE_NAMES for word in run)


def _names_somebody(run: Sequence[Word], lexicon: Lexicon) -> bool:
    """Say whether what fills a box is neither policy, nor a part somebody plays, nor an answer."""
    first = run[0]
    if len(first.low) < _SHORTEST or not first.text.isalpha() or first.low in _NOBODY or first.low in _WHO:
        return False
    if first.low.endswith(("ing", "ed", "ly")) and not lexicon.is_name(first.low):
        return False
    return any(word.low not in lexicon.protected for word in run) and first.low not in lexicon.protected
