"""The guided questions on a member's form: read and filled by hand, since no answer is ever required.

Twelve pairs of fields cost a form library more time than the rest of the page takes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scrutiny_app.domain.grading import GradeIncomplete
from scrutiny_app.domain.questions import LONGEST_REMARK, QUESTION_WORDS, Answer, Answered, Question
from scrutiny_app.web.forms.judging import as_written

ANSWERS = frozenset(Answer)


@dataclass(frozen=True)
class Asked:
    """One question on the form, as it was answered so far; `answer` may be empty."""

    question: Question
    answer: str = ""
    remark: str = ""

    @property
    def words(self) -> str:
        """Give the question in words."""
        return QUESTION_WORDS[self.question]


def from_form(given: Mapping[str, str], questions: Iterable[Question]) -> list[Asked]:
    """Read a round's questions from what a form sent."""
    return [Asked(one, given.get(f"answer-{one}", ""), as_written(given.get(f"remark-{one}"))) for one in questions]


def from_kept(kept: Iterable[Any], questions: Iterable[Question]) -> list[Asked]:
    """Fill a round's questions from the answers that were kept with a judgement."""
    said = {one.question: one for one in kept}
    return [Asked(one, said[one].answer, said[one].remark) if one in said else Asked(one) for one in questions]


def answers(asked: Iterable[Asked]) -> list[Answered]:
    """Give what was answered; a remark alone says that one cannot tell. Raises GradeIncomplete for no answer."""
    return [_answered(one) for one in asked if one.answer or one.remark]


def _answered(asked: Asked) -> Answered:
    if asked.answer and asked.answer not in ANSWERS:
        raise GradeIncomplete(f"Answer “{asked.words}” with yes, no or cannot tell.")
    if len(asked.remark) > LONGEST_REMARK:
        raise GradeIncomplete(f"Shorten the remark under “{asked.words}” to {LONGEST_REMARK} characters.")
    return Answered(asked.question, Answer(asked.answer or Answer.CANNOT_TELL), asked.remark)
