"""Single capitals that stand for somebody: `T W` under a note, `sorry T.`; and B&M, which may be where it happened."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.named.initials import LETTERED, is_initial
from redaction.words import Word

_SURE = 0.6
_DOUBT = 0.3
_ADDRESSED = frozenset("sorry thanks cheers hi hey hiya love ta thx".split())
_OF_NO_SIDE = frozenset("bgjkphyz")  # letters that stand for no party, sex, question or paper
_DOES = frozenset("at is was has got wants will had didn isn hasn never and".split())
_CHOICES = frozenset(("y n", "n y", "m f", "f m", "a b", "q a"))
_AND = frozenset(("a e", "q a", "t c", "d d", "r r", "h s", "p l", "b b", "s s"))  # with & between: Q&A, B&B


def letters_for_people(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give the initials that sign a line by themselves, and a letter that is spoken to; doubt letters joined by &."""
    for at in index.letters:
        word, before = words[at], words[at - 1]
        if not at or not is_initial(word):
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        ends = after is None or "\n" in after.gap
        pair = f"{before.low} {word.low}"
        begins = at == 1 or "\n\n" in before.gap
        if word.gap in (" ", ". ") and is_initial(before) and begins and ends and pair not in _CHOICES:
            yield Finding(before.start, word.end, "name", "named", _SURE, "initials that sign", key=pair)
        elif before.low in _ADDRESSED and word.gap in (" ", ", ") and word.low not in "aiu" and _stops(after):
            yield Finding(word.start, word.end, "name", "named", _SURE, "a letter that is spoken to", key=word.low)
        elif _is_called_out(words, at) or _is_somewhere(words, at):
            yield Finding(word.start, word.end, "name", "named", _SURE, "a letter for somebody", key=word.low)
        elif word.gap == "&" and is_initial(before) and pair not in _AND:
            reason = "letters of a firm that may be told by its place"
            yield Finding(before.start, word.end, "organisation", "named", _DOUBT, reason, key=pair)


def _is_called_out(words: Sequence[Word], at: int) -> bool:
    """Say whether a letter ends what is said to somebody: "allow it J"."""
    after, before = words[at + 1] if at + 1 < len(words) else None, words[at - 1]
    if after is None or after.gap[:1] != '"' or words[at].gap not in (" ", ", ") or words[at].low in "aixv":
        return False
    return before.text.islower() and before.text.isalpha() and before.low not in LETTERED and len(before.low) > 1


def _is_somewhere(words: Sequence[Word], at: int) -> bool:
    """Say whether a letter that begins a clause is, has or wants: her mum answered; G at work till two."""
    after = words[at + 1] if at + 1 < len(words) else None
    clause = words[at].gap in ("; ", " - ") or (words[at].opens and words[at].gap == ". ")
    return clause and words[at].low in _OF_NO_SIDE and after is not None and after.gap == " " and after.low in _DOES


def _stops(after: Word | None) -> bool:
    return after is None or after.gap[:1] in ".,!?\n"
