"""The questions that guide a member to a grade: what panels' terms of reference ask of a case, in one list.

They come from the criteria that North Yorkshire, the West Midlands, Staffordshire, South Wales and others publish. A
round may ask fewer of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Question(StrEnum):
    """One question about a case; a member answers yes, no or cannot tell, with a remark or without."""

    EVIDENCE = "evidence"
    ADMISSION = "admission"
    AVAILABLE = "available"
    HISTORY = "history"
    VICTIM = "victim"
    PROPORTIONATE = "proportionate"
    CONDITIONS = "conditions"
    RATIONALE = "rationale"
    SAFEGUARDING = "safeguarding"
    EXPLAINED = "explained"
    GOOD_PRACTICE = "good_practice"
    OUTCOME_CODE = "outcome_code"


QUESTION_WORDS = {
    Question.EVIDENCE: "Was there enough evidence to have gone on with the case?",
    Question.ADMISSION: "Did the suspect admit it, or accept responsibility, as this disposal needs?",
    Question.AVAILABLE: "Was this disposal open for this offence and this person?",
    Question.HISTORY: "Was the offending history checked, stated and weighed?",
    Question.VICTIM: "Was the victim consulted, their views recorded, and told of the outcome?",
    Question.PROPORTIONATE: "Is the disposal in proportion to the seriousness of what happened?",
    Question.CONDITIONS: "Are there conditions that are specific, that repair or prevent, and that were kept?",
    Question.RATIONALE: "Is the reason recorded, and signed by somebody of the right rank?",
    Question.SAFEGUARDING: "Were vulnerability, an appropriate adult and the youth justice service seen to?",
    Question.EXPLAINED: "Were the implications explained to the offender?",
    Question.GOOD_PRACTICE: "Is there something good here to share?",
    Question.OUTCOME_CODE: "Is the recorded outcome the right one?",
}


class Answer(StrEnum):
    """What a member may answer."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"


ANSWER_TITLES = {Answer.YES: "Yes", Answer.NO: "No", Answer.CANNOT_TELL: "Cannot tell"}
LONGEST_REMARK = 500  # characters


@dataclass(frozen=True)
class Answered:
    """One question as a member answered it, with a remark that may be empty."""

    question: Question
    answer: Answer
    remark: str = ""


def asked(codes: Iterable[str]) -> list[Question]:
    """Give a round's questions in the order of the list, whatever order they were kept in."""
    kept = set(codes)
    return [question for question in Question if question in kept]
