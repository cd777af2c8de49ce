"""What the name fields of a party hold: its words, without titles, suffixes and remarks, and the forms of each part."""

import re
from collections.abc import Iterator

from redaction.lexicon import PARTICLES
from redaction.normalising import fold
from redaction.parties import Party

WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa"}
)
_TITLES = frozenset(
    "mr mrs ms miss mx dr doctor prof professor sir dame rev reverend cllr councillor pc dc sgt insp".split()
)
_SUFFIXES = frozenset("jr jnr junior sr snr senior ii iii iv esq obe mbe qpm phd".split())
_REMARKS = frozenset(
    "nee formerly aka known unknown unnamed anonymous withheld refused redacted tbc tba nk nfa none null nil".split()
)
_REMARK = re.compile(r"\b(?:not (?:known|stated|given|recorded)|n/k|n/a|also known as|known as)\b")
MAC = re.compile(r"ma?c(?=[a-z]{4})")


def names_of(fields: tuple[str, str]) -> tuple[str, str]:
    """Give a party's folded forenames and surname, without titles, suffixes and remarks."""
    first, last = map(_cleaned, fields)
    return first, last


def parted(first: str, last: str) -> tuple[str, str]:
    """Part a field that holds both forenames and surname, where the other is empty."""
    if first and not last and " " in first:
        first, _, last = first.rpartition(" ")
    elif last and not first and len(words := [word for word in last.split() if word not in PARTICLES]) > 1:
        first, last = words[0], last.replace(words[0], "", 1).strip(" -")
    return first, last


def _cleaned(field: str) -> str:
    """Fold a field and take out titles before a name, suffixes after it and remarks anywhere."""
    folded = _REMARK.sub(" ", fold(field)).strip()
    pieces = [piece for piece in folded.split() if not _REMARKS & set(WORD.findall(piece))]
    while len(pieces) > 1 and pieces[0].strip(".,") in _TITLES:
        pieces.pop(0)
    while len(pieces) > 1 and pieces[-1].strip(".,()") in _SUFFIXES:
        pieces.pop()
    return " ".join(pieces) if WORD.search("".join(pieces)) else ""


def written_out(field: str) -> str:
    """Give a name with its umlauts written out."""
    return field.translate(_UMLAUTS)


def parts(folded: str) -> Iterator[str]:
    """Give the forms of each part of a folded name and of the whole, as space-joined words."""
    words = WORD.findall(folded)
    if len(words) > 1:
        yield " ".join(words)
        yield "".join(words)
    for piece in folded.split() if "-" in folded else ():
        joined = WORD.findall(piece)
        if 1 < len(joined) < len(words):
            yield " ".join(joined)
            yield "".join(joined)
    for piece in re.split(r"[\s\-]+", folded):
        yield from _piece(WORD.findall(piece))
    if all(word in PARTICLES for word in words):
        yield from (word for word in words if len(word) > 1)
    bare = [word for word in words if word not in PARTICLES]
    if 1 < len(bare) < len(words):
        yield " ".join(bare)
        yield "".join(bare)


def _piece(words: list[str]) -> Iterator[str]:
    """Give the forms of one unhyphenated part: O'Neill is also O Neill and Neill; McKay also Mackay and Mc Kay."""
    whole = "".join(words)
    if len(whole) < 2 or whole in PARTICLES:
        return
    yield whole
    if len(words) > 1:
        yield " ".join(words)
        yield from (word for word in words if len(word) > 3)
    prefix = MAC.match(whole)
    if prefix:
        rest = whole[prefix.end() :]
        yield from (start + between + rest for start in ("mc", "mac") for between in ("", " "))


def aliases_of(party: Party) -> Iterator[str]:
    """Give the forms of a party's other names."""
    for alias in party.aliases:
        words = WORD.findall(fold(alias))
        if words:
            yield " ".join(words)
            yield "".join(words)
        if len(words) > 1:
            yield from (word for word in words if len(word) > 2 and word not in PARTICLES and word not in _TITLES)
