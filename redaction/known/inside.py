"""Finding which of many forms stand inside a longer word, in time that does not grow with their number."""

from collections.abc import Iterable

_OPENING = 4


class InsideWords:
    """Forms of four letters or more, under the four with which each begins."""

    def __init__(self, forms: Iterable[str]) -> None:
        """Index the forms."""
        self._forms: dict[str, list[str]] = {}
        for form in forms:
            if len(form) >= _OPENING:
                self._forms.setdefault(form[:_OPENING], []).append(form)

    def held(self, word: str, shortest: int = _OPENING) -> list[str]:
        """Give the forms of at least so many letters that a word holds."""
        found: list[str] = []
        for place in range(len(word) - shortest + 1):
            for form in self._forms.get(word[place : place + _OPENING], ()):
                if len(form) >= shortest and word.startswith(form, place):
                    found.append(form)
        return found
