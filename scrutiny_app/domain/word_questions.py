"""A question about the words of one column, as a person is asked it."""

from dataclasses import dataclass

Word = tuple[str, int, str | None]


@dataclass(frozen=True)
class WordsToMap:
    """The words of one column that a field does not read: each with its count and the code it may mean.

    A suggestion of "" means that nothing is recorded, REJECTED that its rows are no case here; None that nobody can
    tell. The word "" is a blank cell. `field` is the field's name, `also` that of a second one that the same answer
    fills; `choices` are what a word may be mapped to; `title` names the field within a sentence, for one column may
    fill two. `has_wider` says that a word stands for several choices at once, `loses_most` that most of the file's
    rows would be rejected if nobody said what their words mean, `notes` why not more is suggested, and `is_pair` that
    a word is those of two columns together.
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
