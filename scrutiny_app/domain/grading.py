"""One member's private judgement of one case: the three grades, the themes of observations, and when it is complete."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.whole_words import holds, words_of


class Grade(StrEnum):
    """The three grades that Staffordshire's panel publishes; stated here and nowhere else."""

    APPROPRIATE = "appropriate"
    OBSERVATIONS = "observations"
    INAPPROPRIATE = "inappropriate"


GRADE_TITLES = {
    Grade.APPROPRIATE: "Appropriate",
    Grade.OBSERVATIONS: "Appropriate with observations",
    Grade.INAPPROPRIATE: "Inappropriate",
}
GRADE_MEANINGS = {
    Grade.APPROPRIATE: "Appropriate and consistent with local policy and national guidance",
    Grade.OBSERVATIONS: "Appropriate and consistent, with observations",
    Grade.INAPPROPRIATE: "Inappropriate and inconsistent with local policy and national guidance",
}


# The fourth answer, which is no grade: the case does not tell enough, and the member says what it lacks.
CANNOT_GRADE = "cannot_grade"
CANNOT_GRADE_TITLE = "I cannot grade on this information"
CANNOT_GRADE_MEANING = "You say what is missing; the panel reads it, and may ask the force for it"
CHOICES = {**{str(one): title for one, title in GRADE_TITLES.items()}, CANNOT_GRADE: CANNOT_GRADE_TITLE}


class GradeStage(StrEnum):
    """What a member knew when they judged: what the decision-maker had, the policy checks too, or later facts too."""

    AS_DECIDED = "as_decided"
    WITH_CHECKS = "with_checks"
    WITH_LATER = "with_later"


# The stages that no count of grades takes in, in the order in which they are reached.
SECOND_STAGES = (GradeStage.WITH_CHECKS, GradeStage.WITH_LATER)
STAGE_TITLES = {
    GradeStage.AS_DECIDED: "Your grade",
    GradeStage.WITH_CHECKS: "Having read the policy checks",
    GradeStage.WITH_LATER: "Having read what came later",
}


def stage_now(*, has_later: bool, has_read_later: bool, has_read_checks: bool = False) -> GradeStage:
    """Tell of which stage a judgement is, by what its giver has asked to read; later facts only if there are any."""
    if has_later and has_read_later:
        return GradeStage.WITH_LATER
    return GradeStage.WITH_CHECKS if has_read_checks else GradeStage.AS_DECIDED


class ConflictState(StrEnum):
    """Whether a conflict stands: the member declared it, someone pinned it, or it was lifted."""

    DECLARED = "declared"
    PINNED = "pinned"
    LIFTED = "lifted"


STANDING = (ConflictState.DECLARED, ConflictState.PINNED)
CONFLICT_TITLES = {
    ConflictState.DECLARED: "Declared",
    ConflictState.PINNED: "Pinned",
    ConflictState.LIFTED: "Lifted",
}


class Progress(StrEnum):
    """How far one person has come with one case."""

    TO_GRADE = "to_grade"
    GRADED = "graded"
    CANNOT_GRADE = "cannot_grade"
    ABSTAINED = "abstained"
    NOT_GRADED = "not_graded"
    REVEALED = "revealed"


PROGRESS_TITLES = {
    Progress.TO_GRADE: "To grade",
    Progress.GRADED: "Graded",
    Progress.CANNOT_GRADE: "Answered: cannot grade",
    Progress.ABSTAINED: "No grade given",
    Progress.NOT_GRADED: "Closed before you graded it",
    Progress.REVEALED: "Revealed",
}


def progress(*, given: bool, graded: bool, is_open: bool, revealed: bool, lacking: bool = False) -> Progress:
    """Tell how far a person has come.

    `given` says that they answered at all, `graded` that it was with a grade, `lacking` that they said what is missing.
    """
    if revealed:
        return Progress.REVEALED
    if given:
        return Progress.GRADED if graded else Progress.CANNOT_GRADE if lacking else Progress.ABSTAINED
    return Progress.TO_GRADE if is_open else Progress.NOT_GRADED


class Theme(StrEnum):
    """What an observation is about; from what panels and inspectors have published."""

    TOO_LENIENT = "too_lenient"
    TOO_SEVERE = "too_severe"
    HISTORY = "history"
    VICTIM = "victim"
    CONDITIONS = "conditions"
    RATIONALE = "rationale"
    OUTCOME_CODE = "outcome_code"
    AUTHORITY = "authority"
    EXPLANATION = "explanation"
    YOUTH_JUSTICE = "youth_justice"
    SAFEGUARDING = "safeguarding"
    DISPARITY = "disparity"
    GOOD_PRACTICE = "good_practice"


THEME_TITLES = {
    Theme.TOO_LENIENT: "Too serious for this disposal",
    Theme.TOO_SEVERE: "A lesser disposal would have done",
    Theme.HISTORY: "History ignored or repeat use",
    Theme.VICTIM: "Victim not consulted, or views not recorded",
    Theme.CONDITIONS: "Conditions missing, weak or beside the cause",
    Theme.RATIONALE: "Rationale or information missing",
    Theme.OUTCOME_CODE: "Wrong outcome, or wrongly recorded",
    Theme.AUTHORITY: "Wrong authority, or not eligible",
    Theme.EXPLANATION: "Implications not explained to the offender",
    Theme.YOUTH_JUSTICE: "Youth justice service or gravity score missing",
    Theme.SAFEGUARDING: "Safeguarding or vulnerability missed",
    Theme.DISPARITY: "Signs of unequal treatment, as by ethnicity, sex or area",
    Theme.GOOD_PRACTICE: "Good practice",
}


class Severity(StrEnum):
    """How much an observation matters; good practice bears none."""

    MINOR = "minor"
    SERIOUS = "serious"
    GOOD = "good"


# What a case can be faulted for: every theme but good practice.
FAULTS = tuple(theme for theme in Theme if theme is not Theme.GOOD_PRACTICE)

SEVERITY_TITLES = {Severity.MINOR: "Minor", Severity.SERIOUS: "Serious", Severity.GOOD: "Good practice"}


LONGEST_COMMENT = 2000  # characters
ANY_JUDGEMENT = -1  # in place of the mark of the judgement that a form was filled from, where the form does not say
TITLES = ("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lady", "lord", "cllr", "judge")


# What is said of "Appropriate" with a fault beside it, whether a grade or a finding.
FAULTED = (
    f"You chose “{GRADE_TITLES[Grade.APPROPRIATE]}” and ticked what was wrong: choose "
    f"“{GRADE_TITLES[Grade.OBSERVATIONS]}”, or untick all but “{THEME_TITLES[Theme.GOOD_PRACTICE]}”."
)


class GradeIncomplete(Refused):
    """A grade that its observations do not bear out, or that says what it should not or more than there is room for."""


def name_in(text: str, names: Iterable[str]) -> str | None:
    """Give the first of some people's whole names, or of their surnames behind a title, that a text holds.

    Capitals and accents make no difference, and a name is found only as whole words. A bare surname is let be: too many
    are words, such as Little or Green.
    """
    said = words_of(text)
    for name in filter(str.strip, names):
        surname = name.split()[-1]
        if surname != name.strip() and holds(said, words_of(name)):
            return name
        if any(holds(said, [title, *words_of(surname)]) for title in TITLES):
            return surname
    return None


@dataclass(frozen=True)
class Observation:
    """A coded remark: its theme, how serious it is, and a text that may be empty.

    Where it is coded with a theme of the force's own, `local_id` names that and the text is its words.
    """

    theme: Theme
    severity: Severity
    text: str = ""
    local_id: int | None = None

    def __post_init__(self) -> None:
        if (self.theme is Theme.GOOD_PRACTICE) != (self.severity is Severity.GOOD):
            raise ValueError("good practice and its severity go together")


def observe(themes: Collection[Theme], serious: Collection[Theme]) -> list[Observation]:
    """Make observations of the themes ticked, in the order of Theme; one ticked as serious alone counts as ticked."""
    return [Observation(theme, _severity(theme, serious)) for theme in Theme if theme in (*themes, *serious)]


def _severity(theme: Theme, serious: Collection[Theme]) -> Severity:
    if theme is Theme.GOOD_PRACTICE:
        return Severity.GOOD
    return Severity.SERIOUS if theme in serious else Severity.MINOR


def check_complete(grade: Grade | None, observations: Collection[Observation], comment: str, missing: str = "") -> None:
    """Raise GradeIncomplete where a grade and its observations contradict, a fault lacks a why, or a comment an end.

    Without a grade, what is missing must be said.
    """
    if grade is None and not missing.strip():
        raise GradeIncomplete(f"You chose “{CANNOT_GRADE_TITLE}”: say what is missing.")
    faults = [one for one in observations if one.severity is not Severity.GOOD]
    if grade is Grade.APPROPRIATE and faults:
        raise GradeIncomplete(FAULTED)
    if grade not in (None, Grade.APPROPRIATE) and not faults and not comment.strip():
        raise GradeIncomplete(
            f"You chose “{GRADE_TITLES[Grade(grade)]}”: tick at least one observation or write a comment that says why."
        )
    if len(comment) > LONGEST_COMMENT:
        raise GradeIncomplete(f"The comment is longer than {LONGEST_COMMENT:,} characters: shorten it.")
    if len(missing) > LONGEST_COMMENT:
        raise GradeIncomplete(f"What is missing is longer than {LONGEST_COMMENT:,} characters: shorten it.")
