"""Lines in capitals altogether, and texts with none, as a letter has them, for the layers that go by capitals."""

from collections.abc import Sequence

from redaction.index import Index
from redaction.lexicon import STREET_TYPES, Lexicon, lines
from redaction.words import Word

_KINDS = frozenset({*STREET_TYPES, *(short for shorts in STREET_TYPES.values() for short in shorts)}) - frozenset(
    "court park hill green view bank gate fold place way drive walk mount path rise vale dale yard square estate "
    "close row st la cr gr ter pl wk hl est vw".split()
)
_HEADS = frozenset(
    word
    for line in lines("heads")
    if not line.startswith("firm:")
    for word in line.partition(":")[2].replace(";", " ").split()
) - frozenset(
    "the and of in at on to group general services works social news beauty care express off cash fair special door "
    "form control action crisis".split()
)
_HEADS_AND_KINDS = _HEADS | _KINDS


def lettered(text: str, words: Sequence[Word], index: Index, lexicon: Lexicon, *, quiet: bool) -> str:
    """Give a folded text of the same length, everyday words of its lines in capitals in small letters."""
    if quiet:
        return _with_capitals(text, words, lexicon)
    if all(words[at].capital for at in index.raised):
        return text
    pieces, named = list(text), False
    for at, word in enumerate(words):
        if word.upper and (not word.capital or _is_beside_shouted(words, at)):
            heads = named and word.gap in (" ", "'") and (word.low in _HEADS or word.low == "s")
            named = word.capital or heads or _is_of_a_street(words, at, lexicon)
            pieces[word.start : word.end] = word.text.capitalize() if named and word.low != "s" else word.low
        else:
            named = False
    return "".join(pieces)


def _with_capitals(text: str, words: Sequence[Word], lexicon: Lexicon) -> str:
    """Give capitals to rare words, names and brands, and to the head of a place's name after one of them."""
    pieces, named = list(text), False
    for word in words:
        low = word.low
        told = (low not in lexicon.protected and (lexicon.is_name(low) or not word.plain)) or low in lexicon.brands
        named = word.text.isalpha() and (
            (told and len(low) > 2) or (named and word.gap == " " and low in _HEADS_AND_KINDS)
        )
        if named:
            pieces[word.start] = pieces[word.start].upper()
    return "".join(pieces)


def _is_beside_shouted(words: Sequence[Word], at: int) -> bool:
    """Say whether a word beside this one is an everyday word in capitals."""
    return any(word.upper and not word.capital for word in words[max(0, at - 3) : at + 4])


def _is_of_a_street(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word in capitals is a street's kind after its name, or the name before its kind."""
    if words[at].low in _KINDS:
        return at > 0 and words[at].gap == " " and words[at - 1].low not in lexicon.protected
    after = words[at + 1] if at + 1 < len(words) else None
    street = after is not None and after.gap == " " and after.low in _KINDS
    return street and words[at].low not in lexicon.protected
