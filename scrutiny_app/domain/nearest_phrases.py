"""Finding the known heading that another one means: by its words, by what its short forms stand for, by likeness."""

import re
from functools import cache, lru_cache

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.likeness import FILLERS, LIKE_FROM, PEOPLE, alike, pieces_of, tokens, words_of
from scrutiny_app.domain.questioning import Plain, is_records_own, leaves, plainly
from scrutiny_app.domain.short_forms import initials, initials_of, is_question, may_answer, readings, written_out
from scrutiny_app.domain.spoken_headings import says_nothing_kept
from scrutiny_app.domain.synonyms import PARTY_PHRASES, PHRASES, Phrase
from scrutiny_app.domain.uses import Part, Use, described
from scrutiny_app.domain.whose import else_in, names_people_alone

Near = tuple[Phrase, float]

_ENDINGS = frozenset("cd code flag ind desc description name nm".split())  # say how, not what
_NUMBERED = frozenset({"key", "id"})  # of a word in a list, where they end the heading of one
_IN_WORDS = frozenset({"offence_title"})  # which no code fills
_OBJECT = re.compile(
    r"\s(?:to|with|on|about|re|regarding) (?:the )?(?:disposal|outcome|resolution|oocr?d?)\W*$", re.IGNORECASE
)
_TEXT_ENDING = re.compile(
    r"(?:[\W_]+|(?<=[a-z])(?=[A-Z]))(?:narrative|narr|notes?|text|free ?text|memo|log)\W*$", re.IGNORECASE
)
_SAID_SHORT = frozenset({Kind.CHOICE, Kind.YES_NO, Kind.WORD})  # what may be given as a code, a flag or a name
_BRACKETS = re.compile(r"([^()]+?) *\(([^()]+)\)\W*")
_NO_AGE = frozenset("group band range bracket category".split())  # "Age band" holds no age
_HOW_OLD = frozenset({"how", "old"})
_AGEING = frozenset("case days weeks months investigation enquiry record".split())  # "Case age (days)"
_TELL_APART = frozenset("start end from to until initial final group".split())  # two columns of one thing
_OF_FIRST = re.compile(r" 1\b")  # what is said of victim 1 is said of the victim
_NUMBER_LAST = re.compile(r"[\W_]*[1-4]$")
_STAFF_NUMBERS = frozenset("reference collar pin warrant badge shoulder epaulette staff fin coll".split())
_NO_NUMBERS = frozenset("date time name surname forename rank offender victim".split())
_PART_NUMBERED = re.compile(r"(?<!line) \d$")  # "address 2", "forename 2": the number is not the person's


def is_age(heading: str) -> bool:
    """Say whether a heading is of somebody's age in years."""
    words = tokens(heading)
    if {*pieces_of(heading)} >= _HOW_OLD:
        return True
    return "age" in words and words != {"age", "date"} and not words & _NO_AGE and fold(heading) not in PHRASES


def is_age_of_else(heading: str) -> bool:
    """Say whether a heading is of the age of a case, or of somebody who is not the offender: no field takes it."""
    is_of_case = not _AGEING.isdisjoint(pieces_of(heading))
    return is_age(heading) and (is_of_case or bool(tokens(heading) & PEOPLE - {"offender"}))


def is_authorisers_number(heading: str) -> bool:
    """Say whether a heading is of the number of whoever authorised a disposal, which no field takes."""
    words = tokens(heading)
    is_number = not words.isdisjoint(_STAFF_NUMBERS) and words.isdisjoint(_NO_NUMBERS)
    return "authorising" in words and is_number and fold(heading) not in PHRASES


@lru_cache(maxsize=4096)
def nearest_phrase(heading: str, *, parties: bool = False) -> Near | None:
    """Find the known phrase most like a heading, and how alike they are; None where none is like enough.

    A heading that ends in "CD" or "FLAG" may mean what it means without, but only a field that a code can fill; one
    that asks something is answered by no name, day or number.
    """
    if is_records_own(heading) or says_nothing_kept(heading):
        return None
    if near := _whole(heading, parties):
        return near
    shorter = [leaf for leaf in (*leaves(heading), *_beside_brackets(heading)) if _same_person(leaf, heading)]
    asks = is_question(heading)
    found = ((near, asks or _lists_answers(leaf, heading)) for leaf in shorter if (near := _whole(leaf, parties)))
    return next((near for near, asked in found if _answers(near[0], asked, parties)), None)


def _lists_answers(leaf: str, heading: str) -> bool:
    """Say whether what stands in brackets lists what may stand below: "Status (Finalised / Not finalised)"."""
    return "/" in leaf and heading.rstrip().endswith(")")


def is_written_out(heading: str, use: Use, *, parties: bool = False) -> bool:
    """Say whether a heading is in short forms, each known, what only one field is headed: "COND_DUE_DT"."""
    pieces = pieces_of(heading)
    phrase = _by_tokens(parties).get(words_of(pieces))
    if phrase is None or not phrase.sure or not FILLERS.isdisjoint(pieces):
        return False
    return (phrase.use.field, phrase.use.part) == (use.field, use.part)


def _beside_brackets(heading: str) -> tuple[str, ...]:
    """Give what stands before the brackets that end a heading, and what stands in them: "To do (conditions)"."""
    match = _BRACKETS.fullmatch(heading.strip())
    if match is None or tokens(match[2]) & _TELL_APART:
        return ()
    names_nothing = written_out(heading) != heading or names_people_alone(match[2])  # (Y/N), (IP)
    return (match[1],) if names_nothing else (match[1], match[2])


def _same_person(one: str, other: str) -> bool:
    return _says_whose(one) == _says_whose(other)


def _says_whose(heading: str) -> frozenset[str]:
    words = tokens(heading)
    return (words & PEOPLE) | else_in(heading) | frozenset(filter(str.isdigit, words))


def _whole(heading: str, parties: bool) -> Near | None:
    if plain := plainly(heading):
        return _meant(plain, parties)
    asks = is_question(heading)
    found = (way(heading, parties) for way in _WAYS)
    if near := next((one for one in found if one and _answers(one[0], asks, parties)), None):
        return near
    flag = _shortened(f"{heading} flag", parties) if asks else None
    return flag if flag and _answers(flag[0], asks, parties) else None


def _meant(plain: Plain, parties: bool) -> Near | None:
    """Find what a plain heading says, among the fields that can hold what is asked; never more than likely."""
    for words in (plain.words, _OF_FIRST.sub("", plain.words)):
        for way in _WAYS:
            near = way(words, parties)
            field = described(near[0].use.field, parties=parties) if near else None
            if near and field and field.kind in plain.kinds:
                return near
    return None


def _answers(phrase: Phrase, asks: bool, parties: bool) -> bool:
    field = described(phrase.use.field, parties=parties)
    return not asks or field is None or may_answer(field)


def _same_words(heading: str, parties: bool) -> Near | None:
    phrase = _by_tokens(parties).get(tokens(heading))
    return (phrase, 100.0) if phrase else None


def _near(heading: str, parties: bool) -> Near | None:
    known, wanted = _by_tokens(parties), tokens(heading)
    best = max(known, key=lambda other: alike(wanted, other))
    score = alike(wanted, best)
    return (known[best], score) if score >= LIKE_FROM else None


def _without_ending(heading: str, parties: bool) -> Near | None:
    *pieces, last = pieces_of(heading) or [""]
    short = " ".join(pieces) if last in _ENDINGS | _NUMBERED else ""
    ways = (_same_words, _shortened, _near) if short else ()
    near = next((near for way in ways if (near := way(short, parties))), None)
    field = described(near[0].use.field, parties=parties) if near else None
    is_code = last in ("cd", "code") and field is not None and field.name in _IN_WORDS
    kinds = {Kind.CHOICE} if last in _NUMBERED else _SAID_SHORT
    return near if field and field.kind in kinds and not is_code else None


def _without_text_ending(heading: str, parties: bool) -> Near | None:
    """Read "circumstancesNarrative" as the circumstances: how a text is kept says nothing of what it tells."""
    short = _TEXT_ENDING.sub("", heading)
    ways = (_same_words, _near, _shortened) if short and short != heading else ()
    near = next((near for way in ways if (near := way(short, parties))), None)
    field = described(near[0].use.field, parties=parties) if near else None
    return near if field and field.kind is Kind.TEXT else None


def _without_object(heading: str, parties: bool) -> Near | None:
    """Read "IP consent to disposal" as the victim's consent: nothing else is consented to."""
    short = _OBJECT.sub("", heading)
    if short == heading:
        return None
    ways = (way(words, parties) for words in (short, _OF_FIRST.sub("", short)) for way in (_same_words, _shortened))
    return next(filter(None, ways), None)


def _shortened(heading: str, parties: bool) -> Near | None:
    """Find the known phrase that a heading in short forms stands for; None where it may stand for several."""
    known, pieces = _by_tokens(parties), pieces_of(heading)
    found = [known.get(words_of(pieces)), *(known.get(words_of(one)) for one in readings(pieces, _words(parties)))]
    if not parties:
        found += _by_initials().get(initials(heading), ())
    phrases = [phrase for phrase in found if phrase]
    return (phrases[0], LIKE_FROM) if len({phrase.use for phrase in phrases}) == 1 else None


def _numbered_forename(heading: str, parties: bool) -> Near | None:
    """Read "NOM_FNM2" as another of the offender's forenames; of others the number may count the persons."""
    short = _NUMBER_LAST.sub("", heading)
    near = (_same_words(short, parties) or _shortened(short, parties)) if short != heading else None
    if near is None or near[0].use.part is not Part.FORENAMES:
        return None
    return None if near[0].use.field.startswith("victim") else near


_WAYS = (_same_words, _shortened, _near, _without_ending, _without_text_ending, _without_object, _numbered_forename)


@cache
def _by_tokens(parties: bool) -> dict[frozenset[str], Phrase]:
    """Index phrases by their words that matter: of those that differ in little words alone the shortest stands."""
    found: dict[frozenset[str], Phrase] = {}
    for phrase in sorted((PARTY_PHRASES if parties else PHRASES).values(), key=lambda one: len(one.words.split())):
        if not (_is_piece(phrase) and _PART_NUMBERED.search(phrase.words)):
            found.setdefault(tokens(phrase.words), phrase)
    return found


def _is_piece(phrase: Phrase) -> bool:
    return phrase.use.part is Part.FORENAMES or phrase.use.field.endswith("address")


@cache
def _words(parties: bool) -> frozenset[str]:
    phrases = (PARTY_PHRASES if parties else PHRASES).values()
    return frozenset(piece for phrase in phrases for piece in pieces_of(phrase.words)) - FILLERS


@cache
def _by_initials() -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in PHRASES.values():
        if letters := initials_of(phrase.words):
            found.setdefault(letters, []).append(phrase)
    return found
