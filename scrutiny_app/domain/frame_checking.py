"""Is the frame whole? Numbers named from outside it, and the registrar's answer for each; a fair draw needs both.

A number is one line of text as somebody outside wrote it. What is counted of them tells no case: counts are for
everyone, the numbers for those who named them and for the registrar.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.errors import Refused

MOST_AT_ONCE = 50
LONGEST_NUMBER = 60  # characters
_A_NAME = 5  # letters, beside fewer digits than letters: no force writes so long a prefix apart
_BLANKS = re.compile("[\t\xa0\u2000-\u200a\u202f\u205f\u3000]")


class Source(StrEnum):
    """Where a number was found."""

    COURT_LIST = "court_list"
    VICTIM_SERVICE = "victim_service"
    PUBLISHED_TOTALS = "published_totals"
    OTHER = "other"


SOURCE_TITLES = {
    Source.COURT_LIST: "A court list",
    Source.VICTIM_SERVICE: "A victim service’s list",
    Source.PUBLISHED_TOTALS: "Published figures",
    Source.OTHER: "Somewhere else",
}


class Answer(StrEnum):
    """Where the registrar finds that a number is."""

    IN_FRAME = "in_frame"
    EXCLUDED = "excluded"
    ABSENT = "absent"


ANSWER_TITLES = {
    Answer.IN_FRAME: "In the frame",
    Answer.EXCLUDED: "Left out with a reason",
    Answer.ABSENT: "Absent",
}


class Despite(StrEnum):
    """Why an answer may stand that is not what the frozen files show of the number."""

    ANOTHER_CASE = "another_case"
    LOOKS_ALIKE = "looks_alike"


DESPITE_TITLES = {
    Despite.ANOTHER_CASE: "The case found is another one than was meant",
    Despite.LOOKS_ALIKE: "The number found only looks alike",
}


class UnusableNumbers(Refused):
    """Numbers that cannot be looked for; the line is named, and what stands in it is not repeated."""


@dataclass(frozen=True)
class FrameCheck:
    """How many numbers were named of a round, and how many of those the registrar has answered which way."""

    named: int = 0
    in_frame: int = 0
    excluded: int = 0
    absent: int = 0

    @property
    def unanswered(self) -> int:
        """Count those that the registrar has not answered of the frame as it stands."""
        return self.named - self.in_frame - self.excluded - self.absent

    @property
    def words(self) -> str:
        """Write the counts, such as "5 named: 3 in the frame, 1 left out with a reason, 1 absent, 0 not answered"."""
        if not self.named:
            return "None named"
        return (
            f"{self.named:,} named: {self.in_frame:,} in the frame, {self.excluded:,} left out with a reason, "
            f"{self.absent:,} absent, {self.unanswered:,} not answered"
        )


def read_numbers(text: str) -> list[str]:
    """Read numbers, one a line, each once, in their order; raise UnusableNumbers, naming the line to mend."""
    found: dict[str, str] = {}
    for line, written in enumerate(on_one_keyboard(text).split("\n"), start=1):
        number = unicodedata.normalize("NFC", written).strip()
        if not number:
            continue
        if not number.isprintable():
            raise UnusableNumbers(f"Line {line} holds a character that cannot be printed. Type the number again")
        if len(number) > LONGEST_NUMBER:
            raise UnusableNumbers(
                f"Line {line} is longer than {LONGEST_NUMBER} characters. Put one number on each line"
            )
        if not is_number(number):
            raise UnusableNumbers(
                f"Line {line} is no crime or case number. Give numbers only, and no names or addresses"
            )
        found.setdefault(squeezed(number), number)
    return _counted(list(found.values()))


def squeezed(number: str) -> str:
    """Give the letters and digits of a number alone: however it was written, it is then the same."""
    return "".join(sign for sign in number.casefold() if sign.isalnum()) or number


def is_number(text: str) -> bool:
    """Say whether a text could be a number: not a name or an address, which have no digit or are mostly words."""
    words = [word for word in text.split() if word.strip(".,;:()").isalpha()]
    digits, letters = (sum(map(kind, text)) for kind in (str.isdigit, str.isalpha))
    mostly_words = len(words) > 1 or (letters > digits and any(len(word) >= _A_NAME for word in words))
    return digits > 0 and not mostly_words and "@" not in text


def on_one_keyboard(text: str) -> str:
    """Write the line ends and blanks of a pasted text as a keyboard would: what looks alike is then alike."""
    return _BLANKS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _counted(numbers: Sequence[str]) -> list[str]:
    if not numbers:
        raise UnusableNumbers("Enter at least one number")
    if len(numbers) > MOST_AT_ONCE:
        raise UnusableNumbers(f"There are {len(numbers):,} numbers. Enter at most {MOST_AT_ONCE} at once")
    return list(numbers)
