"""The ways of hiding what is written from a search but not from a reader, and the slips of a keyboard."""

import random
import re
import string
import unicodedata
from collections.abc import Callable

from redaction.lexicon import load
from tests.unit.redaction.derived.oracle import read

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u2063\u200e\u202a\u061c"
MARKS = "\u0301\u0336\u0308\u0323\u20dd"
TWINS = str.maketrans("aeopcxyijsAEOPCXHBMTKYI", "аеорсхуіјѕАЕОРСХНВМТКУІ")
GREEK = str.maketrans("AEHIKMNOPTXYZovBa", "ΑΕΗΙΚΜΝΟΡΤΧΥΖονΒα")
WIDE = {ord(letter): ord(letter) + 0xFEE0 for letter in string.ascii_letters + string.digits + "*/-.@"}
ALPHABETS = (0x1D400, 0x1D468, 0x1D4D0, 0x1D5A0, 0x1D5D4, 0x1D670)  # bold, bold italic, bold script, sans, monospace
DIGITS = (0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6)
LEET = str.maketrans("aeiosAEIOS", "4310543105")
TITLES = frozenset({"cllr", "prof", "miss", "insp"})
TWO_LETTERS = frozenset("ßÞþ")  # one letter that is read as two: losing it is more than one slip
KEYBOARD = "abcdefghijklmnopqrstuvwxyz"
Disguise = Callable[[str, random.Random], str]


def as_it_is(written: str, chance: random.Random) -> str:
    """Change nothing."""
    return written


def with_invisible_letters(written: str, chance: random.Random) -> str:
    """Put up to four invisible characters in."""
    return _sown(written, INVISIBLE, chance)


def with_marks(written: str, chance: random.Random) -> str:
    """Put combining marks over letters."""
    return _sown(written, MARKS, chance)


def _sown(written: str, seeds: str, chance: random.Random) -> str:
    letters = [place for place, letter in enumerate(written, 1) if letter.isalnum()]
    for place in sorted(chance.sample(letters, min(len(letters), chance.randrange(1, 5))), reverse=True):
        written = written[:place] + chance.choice(seeds) + written[place:]
    return written


def in_cyrillic_twins(written: str, chance: random.Random) -> str:
    """Change letters for Cyrillic ones that look the same."""
    return written.translate(TWINS)


def in_greek_twins(written: str, chance: random.Random) -> str:
    """Change letters for Greek ones that look the same."""
    return written.translate(GREEK)


def in_full_width(written: str, chance: random.Random) -> str:
    """Write letters and digits at full width."""
    return written.translate(WIDE)


def in_mathematical_letters(written: str, chance: random.Random) -> str:
    """Write letters and digits from one of the mathematical alphabets."""
    capitals, digits = chance.choice(ALPHABETS), chance.choice(DIGITS)
    table = {
        ord(letter): capitals + place for place, letter in enumerate(string.ascii_uppercase + string.ascii_lowercase)
    }
    return written.translate(table | {ord(digit): digits + int(digit) for digit in string.digits})


def decomposed(written: str, chance: random.Random) -> str:
    """Write accents apart from their letters."""
    return unicodedata.normalize("NFD", written)


def with_odd_spaces(written: str, chance: random.Random) -> str:
    """Change spaces for others."""
    return written.replace(" ", chance.choice(("\u00a0", "\u2009", "\u202f", "\t", "  ", "\u3000")))


def with_dotless_letters(written: str, chance: random.Random) -> str:
    """Write every i without its dot, or every capital one with it."""
    return written.replace("i", "ı") if chance.random() < 0.5 else written.replace("I", "İ")


def with_curly_apostrophes(written: str, chance: random.Random) -> str:
    """Change apostrophes for others."""
    return written.replace("'", chance.choice("’‘`´ʼ′"))


def in_any_case(written: str, chance: random.Random) -> str:
    """Write each letter small or capital by chance."""
    return "".join(
        chance.choice((letter.lower(), letter.upper())) if letter not in "ßıİŉ" else letter for letter in written
    )


def with_digits_for_letters(written: str, chance: random.Random) -> str:
    """Change vowels for digits in a name of four letters or more."""
    changed = written.translate(LEET)
    return written if len(written) < 4 or not written.isalpha() or changed.isdigit() else changed


def cut_over_lines(written: str, chance: random.Random) -> str:
    """Break the longest word over two lines, with a hyphen or without."""
    word = max(re.findall(r"[^\W\d_]+", written) or [""], key=len)
    if len(word) < 5:
        return written
    at = chance.randrange(2, len(word) - 1)
    between = chance.choice(("-\n", "\n", "-\r\n", "-\n  ", "\r\n", "\u2010\n", "\u00ad\n"))
    return written.replace(word, word[:at] + between + word[at:], 1)


def spelt_out(written: str, chance: random.Random) -> str:
    """Write a name letter by letter."""
    return (
        chance.choice((" ", "-", ".", ". ", "_")).join(written)
        if len(written) > 3 and written.isalpha() and not TWO_LETTERS & {*written}
        else written
    )


def with_a_slip(written: str, chance: random.Random) -> str:
    """Make one slip in one name of four letters or more, unless an ordinary word comes of it."""
    names = [
        word
        for word in re.finditer(r"[^\W\d_]+", written)
        if len(word[0]) > 3 and word[0].lower() not in TITLES and not TWO_LETTERS & {*word[0]}
        if not re.search("[a-z][A-Z]$", word[0])  # a surname cut down (MacD, KvdB) is no name
    ]
    if not names:
        return written
    name = chance.choice(names)
    slip = _slip(name[0], chance)
    known = load()
    if known.is_plain(read(slip)) or len(slip) < 3:
        return written
    return written[: name.start()] + slip + written[name.end() :]


def _slip(word: str, chance: random.Random) -> str:
    at, letter = chance.randrange(len(word)), chance.choice(KEYBOARD)
    letter = letter.upper() if word.isupper() else letter
    kind = chance.randrange(5)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + letter + word[at + 1 :]
    if kind == 3:
        return word[: at + 1] + letter + word[at + 1 :]
    return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]


ANY: tuple[Disguise, ...] = (
    as_it_is, as_it_is, with_invisible_letters, with_marks, in_cyrillic_twins, in_greek_twins, in_full_width,
    in_mathematical_letters, decomposed, with_odd_spaces, with_curly_apostrophes,
)  # fmt: skip
FOR_NAMES: tuple[Disguise, ...] = (
    *ANY, in_any_case, with_digits_for_letters, cut_over_lines, spelt_out, with_a_slip, with_a_slip,
    with_dotless_letters,
)  # fmt: skip
SPARING: tuple[Disguise, ...] = (
    as_it_is,
    with_invisible_letters,
    in_cyrillic_twins,
    in_full_width,
    in_mathematical_letters,
)
