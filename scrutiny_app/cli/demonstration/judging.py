"""What the demonstration's members say: from what a case's record lacks, with the differences that people have."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.grading import Grade, Observation, Severity, Theme

REMARKS = {
    Theme.VICTIM: (
        "Nothing shows that the victim was asked what they wanted.",
        "The victim's views should be on the record, whichever way the decision went.",
    ),
    Theme.CONDITIONS: (
        "I could not see what the offender was asked to do to put things right.",
        "The condition does not speak to why this happened.",
    ),
    Theme.RATIONALE: (
        "One line is not a rationale. Why this disposal and not another?",
        "The outcome may well be right, but the reasons are not written down.",
    ),
    Theme.HISTORY: (
        "There have been several earlier outcomes, and I see no sign that they were weighed.",
        "With this history I would have expected something more formal.",
    ),
    Theme.YOUTH_JUSTICE: (
        "The youth justice service ought to have been spoken to before the decision.",
        "No gravity score for a child's case.",
    ),
    Theme.TOO_LENIENT: (
        "This was too serious for a community resolution.",
        "On these facts I would have expected a charge, or at least a caution.",
    ),
    Theme.GOOD_PRACTICE: (
        "A thoughtful rationale that puts the victim first. Worth sharing.",
        "Well-chosen conditions, followed up. This is how it should be done.",
    ),
}
FINE = (
    "A sensible way to deal with this.",
    "Proportionate, and the reasons are clear.",
    "Agree with the officer.",
    "",
    "",
)
Cells = Mapping[str, object]


def faults_in(cells: Cells) -> list[Theme]:
    """List what a careful reader would remark on in a case, by its recorded fields."""
    child = bool(cells["yjs_consulted"]) or "outh" in str(cells["disposal"])
    found = {
        Theme.VICTIM: cells["victim_consulted"] in (None, "No"),
        Theme.CONDITIONS: not cells["conditions"],
        Theme.RATIONALE: len(str(cells["rationale"] or "")) < 50,
        Theme.HISTORY: int(str(cells["previous_outcomes"] or 0)) >= 3,
        Theme.YOUTH_JUSTICE: child and cells["yjs_consulted"] == "No",
        Theme.TOO_LENIENT: cells["weapon"] == "Yes" and "resolution" in str(cells["disposal"]).lower(),
    }
    return [theme for theme, there in found.items() if there]


def judge(cells: Cells, rng: Random) -> tuple[Grade, list[Observation], str]:
    """Give one member's grade, observations and comment."""
    faults = [theme for theme in faults_in(cells) if rng.random() < 0.8]
    if not faults:
        praise = [Observation(Theme.GOOD_PRACTICE, Severity.GOOD)] if rng.random() < 0.2 else []
        comment = rng.choice(REMARKS[Theme.GOOD_PRACTICE]) if praise else rng.choice(FINE)
        return Grade.APPROPRIATE, praise, comment
    serious = Theme.TOO_LENIENT in faults or len(faults) > 1
    inappropriate = serious and rng.random() < 0.8
    grade = Grade.INAPPROPRIATE if inappropriate else Grade.OBSERVATIONS
    severity = Severity.SERIOUS if inappropriate else Severity.MINOR
    return grade, [Observation(theme, severity) for theme in faults], rng.choice(REMARKS[faults[0]])


def agree(
    given: list[tuple[Grade, list[Observation], str]], *, undecided: bool
) -> tuple[Result, list[Observation], str, str]:
    """Give the finding that a panel of these grades comes to: result, observations, remarks and dissent."""
    counts = Counter(grade for grade, _, _ in given)
    (most, votes), *others = counts.most_common()
    if undecided:
        return Result.MORE_INFORMATION, [], "The panel would like to see what the victim was told.", ""
    observations = {one.theme: one for grade, seen, _ in given for one in seen if grade is most}
    said = [comment for grade, _, comment in given if grade is most and comment]
    dissent = "One member would have graded the case otherwise." if others and votes == len(given) - 1 else ""
    return Result(most.value), list(observations.values()), said[0] if said else "", dissent
