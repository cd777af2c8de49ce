"""The fields that a policy rule may ask about, and what a release may say in each: a word, a number, or why nothing.

They are those of a release as the panel reads it: ages in bands, dates as days from the offence. Names are those of
domain.cases where the field is one of its own.
"""

from dataclasses import dataclass

from scrutiny_app.domain.cases import DISPOSALS, FIELD, FLAGS, OUT_OF_COURT_OUTCOMES, AgeGroup, title_of

RECORDED, NOT_RECORDED, WITHHELD, REDACTED = "recorded", "not_recorded", "withheld", "redacted"
LATER = "later"  # told among the later facts, which are read after the checks
ABSENT = "absent"  # a release of such a case has no such field
STATE_WORDS = {
    RECORDED: "recorded",
    NOT_RECORDED: "not recorded",
    WITHHELD: "withheld",
    REDACTED: "redacted",
    LATER: "read with what came later, where this is answered again",
    ABSENT: "no part of a release like this one",
}


@dataclass(frozen=True)
class Reading:
    """What a release says in one field: a value, or the state of its blank."""

    value: str | int | None = None
    state: str = NOT_RECORDED

    @property
    def is_there(self) -> bool | None:
        """Say whether the force has something on record, readable or not; None where a release does not tell."""
        return None if self.state in (ABSENT, LATER) else self.state != NOT_RECORDED

    @property
    def state_in_words(self) -> str:
        """Say the state in words."""
        return STATE_WORDS[self.state]


CHOICES = (
    "offence_group",
    "class_of_trial",
    "disposal",
    "admission",
    "authorising_rank",
    "decision_maker_rank",
    "victim_consulted",
    "conditions_completed",
)
AGE_BANDS = ("0 to 9", "10 to 13", "14 to 15", "16 to 17", "18 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64")
YES_NO = (*FLAGS, "appropriate_adult", "yjs_consulted", "victim_agreed", "other_decided")
NUMBERS = ("previous_outcomes", "gravity_initial", "gravity_final")
DAYS = ("reported_day", "decision_day", "finalised_day", "conditions_due_day")
# Of these a release tells whether they are on record; what they say is for people to read.
TEXTS = ("suspect_account", "victim_views", "checks_done", "gravity_working", "rationale", "conditions")
OTHER_LABELS = {
    "age_group": "Child or adult at the offence",
    "age_band": "Age at the offence",
    "appropriate_adult": "Appropriate adult present",
    "other_decided": "Decided by someone other than the officer in the case",
    "gravity_score": "Gravity score",
    "reported_day": "Reported to the police",
    "decision_day": "Decision made",
    "finalised_day": "Case finalised",
    "conditions_due_day": "Conditions due",
}

# For each field the words that may stand in it; None for a number, an empty set where only its being there counts.
KNOWN: dict[str, frozenset[str] | None] = {
    **{name: frozenset(one.code for one in FIELD[name].choices) for name in CHOICES},
    "age_group": frozenset(map(str, AgeGroup)),
    "age_band": frozenset((*AGE_BANDS, "65 or over")),
    "outcome_code": frozenset(OUT_OF_COURT_OUTCOMES),
    **dict.fromkeys(YES_NO, frozenset({"yes", "no"})),
    **dict.fromkeys((*NUMBERS, *DAYS), None),
    **dict.fromkeys((*TEXTS, "gravity_score"), frozenset()),
}
DISPOSAL_CODES = frozenset(one.code for one in DISPOSALS)


def label_of(field: str) -> str:
    """Give the words over a field, as a release has them."""
    return OTHER_LABELS.get(field) or FIELD[field].heading


def words_for(field: str, reading: Reading) -> str:
    """Give what a reading says, in the words of a release."""
    if reading.value is None:
        return reading.state_in_words
    if field in CHOICES:
        return title_of(field, str(reading.value))
    if field in DAYS:
        return "1 day from the offence" if reading.value == 1 else f"{reading.value} days from the offence"
    return str(reading.value).capitalize() if field in YES_NO or field == "age_group" else str(reading.value)
