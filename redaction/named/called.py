"""What people are called by, and so are everywhere in a case: Trevor 'Tug' MALLORY, a man we call Lighthouse Lad."""

from collections.abc import Iterable, Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.animals import KINDS as BEASTS
from redaction.named.forenames_of_policy import FORENAMES
from redaction.words import Word

_QUOTES = frozenset("'\"")
_WE = frozenset("we they i staff everyone people".split())
_CALL = frozenset("call calls called".split())
_ONE = frozenset("he she".split())
_CALLERS = _WE | _ONE
_NAMING = frozenset("called named nicknamed dubbed as".split())
_LEADING = frozenset((" ", ' "', " '", ": "))
_SOMEBODY = (
    cues.ROLES
    | frozenset(cues.KIN)
    | frozenset("someone somebody one guy geezer person people gent lady ladies".split())
)
_PRONOUNS = frozenset("he she him her who they is was".split())
_ONE_OF = frozenset("a an another some one his her their my the this that young old little big other".split())
_NO_NOUNS = frozenset(
    "him her them me us it he she they we you back out round over again today yesterday tonight once twice earlier "
    "later upset for about from to at on in off up by and who home ahead away help now then".split()
)
_DEEDS = ("ing", "ed", "ly")
_BEHIND = frozenset("and who was is has had with from said says & or".split())
_IS = frozenset("is was are were be been".split())  # known as trouble round here
_SHORTEST = 3
_MOST = 2
_ARTICLES = frozenset("a an the his her their our my back up for out him them it".split())
_NOBODY = cues.PERSON | _ARTICLES


def names_called(pages: Iterable[Sequence[Word]], lexicon: Lexicon) -> set[tuple[str, ...]]:
    """Give the words that people of a case are called by, where the text tells them so."""
    names: set[tuple[str, ...]] = set()
    for words in pages:
        for at in range(1, len(words) - 1):
            if words[at].gap != " " or words[at].low in _CALL:
                names |= {_quoted(words, at, lexicon), _we_call(words, at, lexicon), _writes(words, at, lexicon)}
            if words[at].low in _NAMING:
                names.add(_is_called(words, at + 1, lexicon))
    return names - {()}


def _quoted(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Read a nickname in quotation marks between a forename and a surname."""
    word = words[at]
    mark = word.gap[-1:]
    if mark not in _QUOTES:
        return ()
    before, after = words[at - 1], words[at + 1]
    within = word.gap == " " + mark and after.gap == mark + " "
    cased = before.text.istitle() and word.text.istitle() and (after.text.istitle() or after.upper)
    named = before.low in lexicon.forenames or not before.plain
    return (word.low,) if within and cased and named and len(word.low) >= _SHORTEST else ()


def _is_called(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Read the word, whatever it is, by which a person or an animal is called: a girl called SKITTLES."""
    word, told = words[at], words[at - 1]
    if told.low not in _NAMING or word.gap not in _LEADING or not word.text.isalpha():
        return ()
    named = told.low == "as" and (words[at - 2].low == "known" and _is_of_somebody(words, at - 3))
    if not (named or (told.low != "as" and _is_somebody_or_a_beast(words, at - 2))):
        return ()
    nick = word.low in lexicon.brands or word.low in FORENAMES
    if len(word.low) < _SHORTEST or (word.low in lexicon.protected and not nick) or word.low in _NOBODY:
        return ()
    if word.text.istitle():
        return (word.low,)
    deed = word.low in lexicon.person_verbs or word.low in lexicon.verbs or word.low in _NO_NOUNS
    after = words[at + 1] if at + 1 < len(words) else None
    ends = after is None or after.gap != " " or after.low in _BEHIND or after.low in lexicon.person_verbs
    one = words[at - 3].low in _ONE_OF if at > 2 else False
    if deed or word.low.endswith(_DEEDS) or not (one or named):
        return ()
    noun = named and words[at - 3].low not in _IS and _is_a_noun(word, lexicon)
    return (word.low,) if ends or noun else ()


def _is_a_noun(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word after `known as` may be somebody's by itself: a mate known as smudger legged it."""
    return word.low not in lexicon.protected and word.low not in _ARTICLES and word.low not in cues.CALLED


def _is_of_somebody(words: Sequence[Word], at: int) -> bool:
    """Say whether he, she or who somebody is stands just before: he is known as Skittles."""
    return any(word.low in _PRONOUNS or word.low in _SOMEBODY for word in words[max(0, at - 2) : at + 1])


def _is_somebody_or_a_beast(words: Sequence[Word], at: int) -> bool:
    return words[at].low in _SOMEBODY or words[at].low.removesuffix("s") in BEASTS


def _we_call(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Read what those who tell call somebody, up to what they did."""
    if words[at].low not in _CALL or words[at - 1].low not in _CALLERS or at < 2 or words[at - 2].low not in cues.ROLES:
        return ()
    called: list[str] = []
    for word in words[at + 1 : at + 2 + _MOST]:
        deed = word.low in lexicon.person_verbs or word.low in lexicon.verbs
        if word.gap != " " or not word.text.isalpha() or deed or word.low in _ARTICLES:
            break
        called.append(word.low)
    policy = all(word in lexicon.protected and word not in lexicon.brands for word in called)
    if words[at - 1].low in _ONE and not words[at + 1].text.istitle():
        return ()
    return () if policy or len(called) > _MOST else tuple(called)


def _writes(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Read the words by which a chat calls who writes: [03/05/2025, 18:22] little Fitz: ok."""
    if words[at].gap != "] " or not (words[at - 1].low[0].isdigit() or words[at - 1].low in ("am", "pm")):
        return ()
    last = at
    while last + 1 < len(words) and last - at < _MOST and words[last + 1].gap == " ":
        last += 1
    run = words[at : last + 1]
    said = last + 1 < len(words) and words[last + 1].gap.startswith(":") and len(run) > 1
    told = any(not word.plain for word in run) and not any(word.text.isdigit() for word in run)
    return tuple(word.low for word in run) if said and told else ()


def find_called(words: Sequence[Word], index: Index, called: set[tuple[str, ...]]) -> Iterator[Finding]:
    """Give each place where somebody is called so; one word needs its capital, and no number after it."""
    for at in index.of(frozenset(name[0] for name in called)):
        for name in called:
            run = words[at : at + len(name)]
            told = len(run) > 1 or _is_somebody(words, at) or _is_told_so(words, at)
            if tuple(word.low for word in run) != name or not told:
                continue
            key = " ".join(name)
            yield Finding(run[0].start, run[-1].end, "name", "named", 0.8, "what somebody is called", key=key)


def _is_told_so(words: Sequence[Word], at: int) -> bool:
    """Say whether small letters stand where somebody is called by them."""
    return at > 0 and words[at - 1].low in _NAMING | _CALL and words[at].gap in _LEADING


def _is_somebody(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    numbered = after is not None and (after.low[:1].isdigit() or after.gap.startswith(":") or "+" in after.gap)
    return words[at].text[0].isupper() and not numbered
