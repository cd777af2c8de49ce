"""Words as they are compared: whole, without capitals, accents or what stands between them."""

import re
import unicodedata
from collections.abc import Sequence

STROKED = str.maketrans("łŁøØđĐ", "lLoOdD")  # letters that do not come apart into a letter and an accent


def words_of(text: str) -> list[str]:
    """Give a text's words, each in lower case and without accents."""
    parts = unicodedata.normalize("NFKD", text.translate(STROKED))
    bare = "".join(mark for mark in parts if not unicodedata.combining(mark))
    return re.findall(r"[^\W_]+", bare.casefold())


def holds(said: Sequence[str], phrase: Sequence[str]) -> bool:
    """Say whether some words stand in a text's words, in a row."""
    return f" {' '.join(phrase)} " in f" {' '.join(said)} "
