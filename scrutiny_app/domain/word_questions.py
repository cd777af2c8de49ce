"""A question about the words of one column, as a person is asked it."""

import dataclasses
from dataclasses import dataclass

from scrutiny_app.domain.uses import word_key

Word = tuple[str, int, str | None]


@dataclass(frozen=True)
class Told:
    """What the file itself says of a word: in a sentence and in short, and the code that this means if it is known.

    `is_sure` says that it is said of every row, `by_rows` that only what stands in the same rows says it.
    """

    sentence: str
    short: str
    code: str | None
    is_sure: bool
    by_rows: bool = False


@dataclass(frozen=True)
class WordsToMap:
    """The words of one column that a field does not read: each with its count and the code it may mean.

    A suggestion of "" means that nothing is recorded, REJECTED that its rows are no case here; None that nobody can
    tell. The word "" is a blank cell. `field` is the field's name, `also` that of a second one that the same answer
    fills; `choices` are what a word may be mapped to; `title` names the field within a sentence, for one column may
    fill two. `has_wider` says that a word stands for several choices at once, `loses_most` that most of the file's
    rows would be rejected if nobody said what their words mean, `notes` why not more is suggested, and `is_pair` that
    a word is those of two columns together. `told` is what the file says of its words, by their keys.
    """

    field: str
    heading: str
    words: tuple[Word, ...]
    choices: tuple[tuple[str, str], ...] = ()
    title: str = ""
    has_wider: bool = False
    loses_most: bool = False
    notes: tuple[str, ...] = ()
    also: str = ""
    is_pair: bool = False
    told: dict[str, Told] = dataclasses.field(default_factory=dict)

    def told_of(self, word: str) -> Told | None:
        """Give what the file says of a word."""
        return self.told.get(word_key(word))

    def is_told(self, word: str, code: str | None) -> bool:
        """Say whether the file itself says that a word means that code."""
        told = self.told_of(word)
        return told is not None and told.is_sure and code is not None and told.code == code
