"""Names that are everyday or policy words, told by what stands before or around them: Ms Court, PC 4471 LAKE."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import PARTICLES, Lexicon
from redaction.named import cues
from redaction.named.announcing import COLLAR
from redaction.named.initials import LETTERED, is_initial
from redaction.words import Word, is_apart

_TITLES = frozenset("Mr Mrs Ms Miss Mx Rabbi Imam MR MRS MS MISS".split())
_DEEDS = ("ing", "ed", "ly")
_SMALL = frozenset(
    (
        "a an the this that these those then there here now not no nil none all any some each both he she it they "
        "we you who what when where which why how i me him her them us at in on to of and from towards with for by "
        "is was has had are were be been as or but if so up out off over under via re after before until while "
        "still also due plus only just home onto into back down"
    ).split()
)
_NOBODY = cues.PERSON | _SMALL
_NO_SURNAMES = _NOBODY | PARTICLES
_NOT_IN_BRACKETS = _SMALL | cues.RANKS | cues.ROLES
_ENDED = frozenset(".,:;/)!?&\n")
_BEFORE_TWO = frozenset("from and with told by asked met saw ask tell thanks dear".split())
_NO_NAMES = frozenset(
    "number collar log ref car unit call said says states badge warrant shoulder tel mobile note notes entry update "
    "updates report review decision comment comments".split()
)
_NOT_AFTER_INITIALS = _SMALL | _NO_NAMES | cues.RANKS
_SEASONAL = frozenset(
    "bank fair fete ball camp school holiday holidays term break house lodge hall club time bar ale "
    "olympics solstice equinox market markets festival".split()
)
_ALWAYS_RANKS = frozenset("pc pcso dc ds di dci dcs sgt insp wpc tdc pcs spc".split())
_PERHAPS = frozenset("possibly poss maybe perhaps probably believed apparently allegedly likely".split())
_CALLED = cues.CALLED | frozenset("name forename first last known".split())
_BEHIND_PEOPLE = frozenset("from of who and was is has".split())
_BEGIN_SMALL = cues.RANKS | _PERHAPS
_SEASONS = frozenset(
    "africa america april asia august autumn baptist canal christ christian corona council danish done "
    "easter emas esa forum french general georgian german holland india ireland islam january june latin "
    "male man may muslim north november over prior ramadan said sep spring summer sunday til trinidad uni "
    "visa west will winter jan jun mar cuba peace".split()
)
_SHORTEST = 3
_SURE = 0.8


def whatever_word(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each name that only its place in the text tells, whatever word it is."""
    for at in together(index.unusual, index.of(_BEGIN_SMALL)):
        if at + 1 == len(words) or (words[at].text == words[at].low and words[at].low not in _BEGIN_SMALL):
            continue  # nothing else below begins with small letters
        last = (
            _titled(words, at, lexicon)
            or _ranked(words, at, lexicon)
            or _likely_called(words, at, lexicon)
            or _in_brackets(words, at, lexicon)
            or _of_two(words, at, lexicon)
            or _joined_to_me(words, at, lexicon)
            or _double_initials(words, at, lexicon)
            or _initialled(words, at, lexicon)
        )
        if last:
            yield _finding(words, *last)


def _titled(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read Ms Court and Miss Hermione Day."""
    if words[at].text not in _TITLES or words[at + 1].gap not in (" ", ". "):
        return None
    first, title = words[at + 1], words[at].text
    if not _is_cased(first, shouted=title.isupper()) or first.low in _NOBODY or is_apart(words[at], words[at + 1]):
        return None
    two = at + 2 < len(words) and words[at + 2].gap == " "
    two = two and not is_apart(first, words[at + 2])
    leads = first.low in lexicon.forenames or not (first.plain or first.low in lexicon.surnames)
    if two and leads and words[at + 2].text.istitle() and words[at + 2].low not in _NO_SURNAMES:
        return at + 1, at + 2
    listed = first.low in lexicon.surnames and first.low in lexicon.protected
    return (at + 1, at + 1) if first.text.istitle() or listed else None


def _ranked(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read a rank, with or without a number, before a word in capitals that ends what is said: PCSO 4471 LAKE."""
    if words[at].low not in cues.RANKS:
        return None
    if _is_before_a_number(words, at + 1):
        return at + 1, at + 1
    quiet = _is_after_a_rank_in_small_letters(words, at, lexicon)
    if quiet or not words[at].text.isupper():
        return (quiet, quiet) if quiet else None
    numbered = COLLAR.fullmatch(words[at + 1].text) is not None
    name = at + 2 if numbered else at + 1
    if name >= len(words) or words[name].gap != " " or not words[name].upper:
        return None
    word = words[name]
    if not _may_be_a_noun(word, lexicon) or word.low in cues.PERSON:
        return None
    if numbered and word.low in lexicon.surnames and word.low not in _NO_NAMES:
        return name, name
    if words[at].low in _ALWAYS_RANKS and word.low not in lexicon.protected and word.low not in _NO_NAMES:
        return name, name
    if not _ends(words, name):
        return None
    listed = lexicon.is_name(word.low)
    return (name, name) if listed or (numbered and word.low not in lexicon.protected) else None


def _is_after_a_rank_in_small_letters(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Give the place of a surname that is a word too, after a rank in small letters: pc more, sgt 840 ford."""
    if words[at].low not in _ALWAYS_RANKS or not words[at].text.islower():
        return 0
    name = at + 2 if COLLAR.fullmatch(words[at + 1].text) else at + 1
    if name >= len(words) or words[name].gap != " " or not words[name].text.islower():
        return 0
    word = words[name]
    named = word.low in lexicon.surnames and _may_be_a_noun(word, lexicon) and word.low not in cues.PERSON
    return name if named and word.low not in _NO_NAMES else 0


def _likely_called(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read what somebody is perhaps called: surname possibly INLAID, nickname believed Hopper."""
    if at == 0 or words[at].low not in _PERHAPS or words[at - 1].low not in _CALLED or words[at].gap != " ":
        return None
    name = words[at + 1]
    named = name.gap in (" ", ": ", " '", ' "') and name.text[0].isupper() and _may_be_a_noun(name, lexicon)
    return (at + 1, at + 1) if named else None


def _is_before_a_number(words: Sequence[Word], at: int) -> bool:
    """Say whether the word after a rank has a collar number behind it: PC KIND 1519, pc nino 1204."""
    number = words[at + 1] if at + 1 < len(words) else None
    if number is None or number.gap != " " or words[at].gap != " " or not COLLAR.fullmatch(number.text):
        return False
    word = words[at]
    return len(word.low) >= _SHORTEST and word.text.isalpha() and word.low not in _NOBODY and word.low not in _NO_NAMES


def _in_brackets(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read a forename and any capital that brackets hold by themselves: CPS (Nazir Dad)."""
    first, last = words[at], words[at + 1]
    if not first.gap.endswith("(") or at + 2 >= len(words) or words[at + 2].gap[:1] not in "),":
        return None
    forename = first.text.istitle() and first.low in lexicon.forenames and not first.plain
    named = forename and last.gap == " " and last.text.istitle() and last.low not in _NOT_IN_BRACKETS
    return (at, at + 1) if named and len(last.low) >= _SHORTEST else None


def _of_two(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read a forename and an everyday word as a surname: & PAUL EAGLE among capitals, from Summer Bloom."""
    first, last = words[at], words[at + 1]
    if first.low not in lexicon.forenames or last.gap != " " or not _may_be_a_noun(last, lexicon):
        return None
    if last.low in lexicon.protected or last.low in cues.PERSON or first.low in cues.TITLES or is_apart(first, last):
        return None
    if first.upper and len(last.low) > _SHORTEST:
        told = last.upper and (first.low in lexicon.names_first or not first.plain)
        return (at, at + 1) if told and (_ends(words, at + 1) or _goes_on(words, at + 2, lexicon)) else None
    if _is_before_a_surname(first, last, lexicon):
        return at, at + 1
    cased = first.text.istitle() and last.text.istitle() and not first.opens and first.low in lexicon.protected
    told = cased and words[at - 1].low in _BEFORE_TWO and words[at].gap == " " and last.low not in _SEASONAL
    after = words[at + 2] if at + 2 < len(words) else None
    alone = after is None or not (after.capital and after.gap == " ")
    return (at, at + 1) if told and alone else None


def _goes_on(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether what is told of a person comes next: brackets, a deed, or where they are from."""
    if at >= len(words):
        return False
    return words[at].gap == " (" or (
        words[at].gap == " " and (words[at].low in _BEHIND_PEOPLE or words[at].low in lexicon.person_verbs)
    )


def _is_before_a_surname(first: Word, last: Word, lexicon: Lexicon) -> bool:
    """Say whether a forename that is policy too stands before a rare capital: Storm Brzoza."""
    cased = first.text.istitle() and last.text.istitle() and not last.plain
    return (
        cased
        and first.low in lexicon.protected
        and first.low not in lexicon.brands
        and first.low not in _SEASONS
        and first.low not in cues.PERSON
    )


def _joined_to_me(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read a sentence's first word that the writer joins to themselves: Moose and me."""
    word = words[at]
    if not (word.opens and word.text.istitle() and word.plain) or at + 2 >= len(words):
        return None
    joined = words[at + 1].low == "and" and words[at + 2].text in ("me", "I")
    close = words[at + 1].gap == words[at + 2].gap == " "
    named = word.low not in lexicon.protected and word.low not in cues.PERSON and _may_be_a_noun(word, lexicon)
    return (at, at) if joined and close and named else None


def _double_initials(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read the initials of a double name that does something: O-W walks over."""
    if not (is_initial(words[at]) and is_initial(words[at + 1]) and words[at + 1].gap == "-"):
        return None
    after = words[at + 2] if at + 2 < len(words) else None
    acts = after is not None and after.gap == " " and after.low in lexicon.person_verbs
    return (at, at + 1) if acts and words[at].gap[-1:] in ("", " ", "\n") else None


def _initialled(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read an initial with a dot before a surname that is policy or a make too: G. Judge, F. WREN."""
    first, last = words[at], words[at + 1]
    listed = (
        last.gap == " " and first.gap in (", ", "\n", "\n\n", " (") and first.low not in "ai" and _ends(words, at + 1)
    )
    if not is_initial(first) or not (listed or last.gap in (". ", ".")) or len(last.low) < _SHORTEST:
        return None
    before = words[at - 1].low if at and first.gap == " " else ""
    if before in LETTERED or first.gap[-1:] not in ("", " ", "\n", "("):
        return None
    named = last.low in lexicon.protected and last.low in lexicon.surnames and last.text.istitle()
    named = named or (last.upper and before in cues.PERSON and _may_be_a_noun(last, lexicon))
    return (at, at + 1) if named and last.low not in _NOT_AFTER_INITIALS else None


def _may_be_a_noun(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word is none of the small ones, no deed and no manner."""
    if len(word.low) < _SHORTEST or not word.text.isalpha() or word.low in _SMALL or word.low.endswith(_DEEDS):
        return False
    return word.low not in lexicon.verbs and word.low not in lexicon.person_verbs


def _is_cased(word: Word, *, shouted: bool) -> bool:
    return word.text.istitle() or (shouted and word.upper)


def _ends(words: Sequence[Word], at: int) -> bool:
    """Say whether a text, a line or a part of a sentence ends after a word."""
    return at + 1 == len(words) or not _ENDED.isdisjoint(words[at + 1].gap)


def _finding(words: Sequence[Word], first: int, last: int) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    return Finding(words[first].start, words[last].end, "name", "named", _SURE, "a name by its place", key=key)
