"""What people are called by, and so are everywhere in a case: Trevor 'Tug' MALLORY, a man we call Lighthouse Lad."""

from collections.abc import Iterable, Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

_QUOTES = frozenset("'\"")
_WE = frozenset("we they i staff everyone people".split())
_CALL = frozenset("call calls called".split())
_ONE = frozenset("he she".split())
_SHORTEST = 3
_MOST = 2
_ARTICLES = frozenset("a an the his her their our my back up for out him them it".split())


def names_called(pages: Iterable[Sequence[Word]], lexicon: Lexicon) -> set[tuple[str, ...]]:
    """Give the words that people of a case are called by, where the text tells them so."""
    return {
        called
        for words in pages
        for at in range(1, len(words) - 1)
        if words[at].gap != " " or words[at].low in _CALL
        for called in (_quoted(words, at, lexicon), _we_call(words, at, lexicon), _writes(words, at, lexicon))
        if called
    }


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


def _we_call(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Read what those who tell call somebody, up to what they did."""
    if (
        words[at].low not in _CALL
        or words[at - 1].low not in _WE | _ONE
        or at < 2
        or words[at - 2].low not in cues.ROLES
    ):
        return ()
    called: list[str] = []
    for word in words[at + 1 : at + 2 + _MOST]:
        if word.gap != " " or not word.text.isalpha() or word.low in lexicon.person_verbs | lexicon.verbs | _ARTICLES:
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


def find_called(words: Sequence[Word], called: set[tuple[str, ...]]) -> Iterator[Finding]:
    """Give each place where somebody is called so; one word needs its capital, and no number after it."""
    firsts = {name[0] for name in called}
    for at in (at for at, word in enumerate(words) if word.low in firsts):
        for name in called:
            run = words[at : at + len(name)]
            if tuple(word.low for word in run) != name or (len(run) == 1 and not _is_somebody(words, at)):
                continue
            key = " ".join(name)
            yield Finding(run[0].start, run[-1].end, "name", "named", 0.8, "what somebody is called", key=key)


def _is_somebody(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    numbered = after is not None and (after.low[:1].isdigit() or after.gap.startswith(":") or "+" in after.gap)
    return words[at].text[0].isupper() and not numbered
