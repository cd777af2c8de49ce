"""Numbers as people write them, in figures or in words, as a pattern and as a value."""

import re

_UNITS = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_VALUES = {
    **{word: value for value, word in enumerate((*_UNITS, *_TEENS))},
    **{word: value * 10 for value, word in enumerate(_TENS, 2)},
    **{word: value for value, word in enumerate(_ORDINALS, 1)},
    **{word[:-1] + "ieth": value * 10 for value, word in enumerate(_TENS, 2)},
}
_TENS_AND_UNITS = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[1:])})\b)?"
WORDS_FROM_TEN = rf"(?:{_TENS_AND_UNITS}|{'|'.join(_TEENS)})"
WORDS = rf"(?:{_TENS_AND_UNITS}|{'|'.join((*_TEENS, *_UNITS[1:]))})"
ORDINAL_WORDS = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty)[ -](?:{'|'.join(_ORDINALS[:9])})|{'|'.join(_ORDINALS)}"
    r"|(?:thirt|fort|fift|sixt|sevent|eight|ninet)ieth)"
)


def value_of(written: str) -> int:
    """Read a number in figures (18, 18th) or words (eighteen, forty-two, twenty-first)."""
    figures = re.match(r"\d+", written)
    if figures:
        return int(figures[0])
    return sum(_VALUES[word] for word in re.findall(r"[a-z]+", written.lower()))
