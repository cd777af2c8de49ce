"""What a column may fill, and why: as it is suggested to a person."""

from dataclasses import dataclass, replace

from scrutiny_app.domain.uses import Use

SAME, OTHER_WORD, LIKE, BEFORE = "same heading", "another word for it", "reads like it", "as it was confirmed before"
IN_GROUP = "{} has a role of its own: whoever stands there is read as a person of the case"
NO_COMMA = ", but its names have no comma"  # so begins the doubt of their order
CONTRADICTED = ("values do not look like", "values look like names, not")
OF_KEEPING = "it is about the keeping of the record: leave it out"
AGE_OF_ELSE = "only the offender’s age is used: not loaded"
AGE_AT_ELSE = "it does not say whose age, or on which day: leave it out unless you know"
TAKEN = "another column is suggested for its field"
AGE_TOLD = "it does not say on which day, and the date of birth tells the age on each: leave it out"
SAYS_NO_MORE = "another word for it, but it does not say whose or which"


@dataclass(frozen=True)
class Suggestion:
    """What a column may fill, why in short, and whether no mistake is likely; without uses it is not to be loaded."""

    heading: str
    uses: tuple[Use, ...]
    why: str
    sure: bool = False

    @property
    def is_contradicted(self) -> bool:
        """Say whether the values do not look like what the heading was taken for."""
        return any(doubt in self.why for doubt in CONTRADICTED)


def only_like(one: Suggestion) -> Suggestion:
    """Say that a heading only reads like what it was taken for."""
    words = next((words for words in (SAME, OTHER_WORD) if one.why.startswith(words)), "")
    return replace(one, why=f"{LIKE}{one.why.removeprefix(words)}") if words else one
