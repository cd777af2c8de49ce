"""What must no longer be read in a redacted text: written apart from the engine, so that it can contradict it."""

import re
import unicodedata
from collections.abc import Iterable

TAGS = re.compile(r"\[[A-Za-z0-9' -]{1,80}\]")
READ_AS = str.maketrans("аеорсхуіјѕнвмткαεηικμνορτχυζβ’‘`´ʼ′łøıđ", "aeopcxyijshbmtkaehikmvoptxyzb''''''loid") | {
    ord("ß"): "ss",
    ord("þ"): "th",
}
# Words that a form may hold and that tell nothing: titles, the words of a date's or address's grammar, ends of files.
TELLING_NOTHING = frozenset(
    "s es the of and day no flat mr mrs ms dr cllr rev miss prof sir pc ds insp sgt dc jr iii ext x123 x tel "
    "th st nd rd statement interview img mg11 12 pdf mp4 png docx jpg example org co uk monday tuesday "
    "wednesday thursday friday saturday sunday real www ref hundred".split()
)
ALL_OF_IT = 6


def read(text: str) -> str:
    """Give the letters that a reader sees, small and without accents."""
    if text.isascii():
        return text.casefold()
    seen = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).translate(READ_AS).casefold())
    visible = (letter for letter in seen.translate(READ_AS) if unicodedata.category(letter) not in ("Mn", "Me", "Cf"))
    return "".join(visible)


def words(text: str) -> list[str]:
    """Give the words that a reader sees."""
    return re.findall(r"[^\W_]+", read(text))


def must_not_appear(written: Iterable[str], names: Iterable[str]) -> set[str]:
    """Give every string that may not be left: each telling word of each form, and each form run together."""
    forbidden = {word for name in names for word in words(name) if len(word) > 2 and word not in TELLING_NOTHING}
    for form in written:
        telling = [word for word in words(form) if word not in TELLING_NOTHING]
        forbidden.update(telling, {"".join(telling)})
    return forbidden - {""}


def remaining(redacted: str, forbidden: Iterable[str]) -> list[str]:
    """Give the forbidden strings that a redacted text still holds, as words or, when long, anywhere."""
    pieces = [words(piece) for piece in TAGS.split(redacted)]
    held = {word for piece in pieces for word in piece}
    run = " ".join("".join(piece) for piece in pieces)
    return sorted(form for form in forbidden if form in held or (len(form) >= ALL_OF_IT and form in run))
