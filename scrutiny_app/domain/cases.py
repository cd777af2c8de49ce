"""A finalised case as the force recorded it: its fields, and the words that may stand in them.

Two things are kept apart on purpose. The *disposal* is what was done; the *outcome code* is how the Home Office counts
it, and neither is ever derived from the other. *Facets* are the fields that a frame needs in clear; every other field
identifies someone, or may, and lives in the sealed dossier alone.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

NOT_RECORDED = "Not recorded"


class Kind(StrEnum):
    """What a field holds, and so how its cell is read."""

    REFERENCE = "reference"  # a case, crime or staff number: text, never a rounded number
    WORD = "word"  # one line of text
    TEXT = "text"  # a narrative
    DATE = "date"
    YES_NO = "yes or no"
    NUMBER = "whole number"
    AGE = "age in years"
    PERSON = "person"  # "Surname, Forenames"
    PEOPLE = "people"  # the same, several, separated by semicolons
    CHOICE = "choice"  # one of the field's choices


@dataclass(frozen=True)
class Choice:
    """A word that may stand in a field; `since` is the day from which it may, or None where it is not in force."""

    code: str
    title: str
    also: tuple[str, ...] = ()
    since: date | None = date(1900, 1, 1)

    def in_force(self, on: date) -> bool:
        """Say whether the word may be used of something done on that day."""
        return self.since is not None and self.since <= on


# Source of the disposals: Home Office outcome framework; PCSC Act 2022 Part 6 for the last two, not commenced.
DISPOSALS = (
    Choice("community_resolution", "Community resolution", ("CR", "Comm Res")),
    Choice("youth_caution", "Youth caution", ("YC",), date(2013, 4, 8)),
    Choice("youth_conditional_caution", "Youth conditional caution", ("YCC",), date(2013, 4, 8)),
    Choice("simple_caution", "Simple caution", ("SC", "Adult caution")),
    Choice("conditional_caution", "Conditional caution", ("CC",)),
    Choice("penalty_notice", "Penalty notice for disorder", ("PND",)),
    Choice("cannabis_warning", "Cannabis or khat warning", ("CW", "Cannabis warning")),
    Choice("outcome_22", "Outcome 22 (diversion, education or intervention)", ("O22", "Outcome 22"), date(2019, 4, 1)),
    Choice("diversionary_caution", "Diversionary caution", (), None),
    Choice("community_caution", "Community caution", (), None),
)
CHILD_ONLY = frozenset({"youth_caution", "youth_conditional_caution"})
ADULT_ONLY = frozenset(
    {"simple_caution", "conditional_caution", "penalty_notice", "diversionary_caution", "community_caution"}
)

# Source: Home Office crime outcomes, user guide. 2A and 3A mean "alternate offence", not "conditional".
OUT_OF_COURT_OUTCOMES = ("2", "2A", "3", "3A", "6", "7", "8", "22")
OTHER_OUTCOMES = ("0", "1", "1A", "4", "5", *(str(code) for code in range(9, 22)))

OFFENCE_GROUPS = tuple(
    Choice(code, title)
    for code, title in (
        ("violence_with_injury", "Violence with injury"),
        ("violence_without_injury", "Violence without injury"),
        ("harassment", "Stalking and harassment"),
        ("sexual", "Sexual offences"),
        ("robbery", "Robbery"),
        ("burglary", "Burglary"),
        ("shoplifting", "Shoplifting"),
        ("other_theft", "Other theft"),
        ("vehicle", "Vehicle offences"),
        ("criminal_damage", "Criminal damage and arson"),
        ("drugs", "Drug offences"),
        ("weapons", "Possession of weapons"),
        ("public_order", "Public order offences"),
        ("other", "Other offences"),
    )
)
CLASSES_OF_TRIAL = (
    Choice("summary", "Summary only", ("Summary",)),
    Choice("either_way", "Either way", ("EW",)),
    Choice("indictable", "Indictable only", ("Indictable",)),
)
SEXES = (Choice("female", "Female", ("F",)), Choice("male", "Male", ("M",)), Choice("other", "Other", ("X",)))
# Source: the 16+1 self-defined ethnicity codes of the 2001 census, by group.
ETHNICITIES = (
    Choice("asian", "Asian or Asian British", ("A1", "A2", "A3", "A9")),
    Choice("black", "Black or Black British", ("B1", "B2", "B9")),
    Choice("mixed", "Mixed", ("M1", "M2", "M3", "M9")),
    Choice("white", "White", ("W1", "W2", "W9")),
    Choice("other", "Other ethnic group", ("O1", "O9")),
    Choice("not_stated", "Not stated", ("NS",)),
)
ADMISSIONS = (
    Choice("full", "Full admission", ("Full",)),
    Choice("partial", "Partial admission", ("Partial",)),
    Choice("accepts_responsibility", "Accepts responsibility", ("Accepts",)),
    Choice("none", "No admission", ("None", "Denied")),
)
RANKS = tuple(
    Choice(title.lower().replace(" ", "_"), title, also)
    for title, also in (
        ("Police staff", ("Staff",)),
        ("PCSO", ()),
        ("Constable", ("PC", "DC")),
        ("Sergeant", ("PS", "DS", "Sgt")),
        ("Inspector", ("Insp", "DI")),
        ("Chief Inspector", ("CI", "Ch Insp", "Chief Insp", "DCI")),
        ("Superintendent", ("Supt", "DSU")),
    )
)
CONSULTED = (
    Choice("yes", "Yes", ("Y",)),
    Choice("no", "No", ("N",)),
    Choice("no_victim", "No identifiable victim", ("N/A", "NA")),
)
COMPLETIONS = (
    Choice("completed", "Completed", ("Yes",)),
    Choice("not_completed", "Not completed", ("No",)),
    Choice("in_progress", "In progress", ("Pending",)),
)
STATUSES = (
    Choice("finalised", "Finalised", ("Closed", "Complete", "Completed", "Filed", "Disposed", "Resolved")),
    Choice("open", "Open", ("Live", "Active", "Ongoing", "Pending", "In progress", "Under investigation", "Reopened")),
    Choice("withdrawn", "Withdrawn", ("Cancelled", "Rescinded", "Void")),
)
YOUTH = (
    Choice("yes", "Yes", ("Y", "True", "1", "Youth", "Juvenile", "Child")),
    Choice("no", "No", ("N", "False", "0", "Adult")),
)
# How a flag may be named where several stand in one column.
FLAG_WORDS = (
    Choice("domestic_abuse", "Domestic abuse", ("DA", "DV", "Domestic", "Domestic violence")),
    Choice("hate", "Hate", ("Hate crime", "Hate incident", "HC")),
    Choice("weapon", "Weapon", ("Weapons", "Knife", "Knife crime", "Firearm")),
    Choice("sexual", "Sexual", ("Sexual offence", "RASSO")),
    Choice("child_involved", "Child involved", ("Child",)),
)


class AgeGroup(StrEnum):
    """Child or adult on the day of the offence (under 18, as youth justice counts it)."""

    CHILD = "child"
    ADULT = "adult"


ADULT_AT = 18


@dataclass(frozen=True)
class Field:
    """One column of an extract: its name in the product, its heading in the file, and what it may hold."""

    name: str
    heading: str
    kind: Kind
    about: str
    required: bool = False
    choices: tuple[Choice, ...] = ()
    most: int = 200  # characters


def _person(prefix: str, heading: str, about: str) -> tuple[Field, ...]:
    return (
        Field(f"{prefix}_name", f"{heading} name", Kind.PERSON, f"{about}, as Surname, Forenames"),
        Field(f"{prefix}_born", f"{heading} date of birth", Kind.DATE, "day, month and year"),
        Field(f"{prefix}_address", f"{heading} address", Kind.WORD, "house, street, town, postcode"),
        Field(f"{prefix}_contact", f"{heading} contact", Kind.WORD, "telephone and e-mail, separated by semicolons"),
    )


def _narrative(name: str, heading: str, about: str) -> Field:
    return Field(name, heading, Kind.TEXT, about, most=20_000)


FIELDS: tuple[Field, ...] = (
    Field("case_number", "Case number", Kind.REFERENCE, "one disposal given to one person; unique in the force", True),
    Field("crime_number", "Crime number", Kind.REFERENCE, "as the records system writes it", True),
    Field("force", "Force", Kind.WORD, "the force's name", True, most=120),
    Field("area", "Area", Kind.WORD, "local policing area or district"),
    Field("offence_code", "Offence code", Kind.REFERENCE, "Home Office class and subclass"),
    Field("offence_title", "Offence", Kind.WORD, "the offence in words", True),
    Field("offence_group", "Offence group", Kind.CHOICE, "Home Office offence group", True, OFFENCE_GROUPS),
    Field("class_of_trial", "Class of trial", Kind.CHOICE, "where it could have been tried", False, CLASSES_OF_TRIAL),
    Field("offence_date", "Offence date", Kind.DATE, "the day, or the first day, of the offence", True),
    Field("reported_date", "Reported date", Kind.DATE, "the day it was reported"),
    Field("outcome_code", "Outcome code", Kind.REFERENCE, "Home Office crime outcome, such as 8 or 3A", True),
    Field("disposal", "Disposal", Kind.CHOICE, "what was done", True, DISPOSALS),
    Field("tier", "Tier", Kind.WORD, "the force's own level of community resolution"),
    Field("decision_date", "Decision date", Kind.DATE, "the day the decision-maker decided"),
    Field("disposal_date", "Disposal date", Kind.DATE, "the day the case was finalised", True),
    Field("authorising_rank", "Authorising rank", Kind.CHOICE, "rank of whoever authorised it", False, RANKS),
    Field("authorising_name", "Authorising officer", Kind.PERSON, "as Surname, Forenames"),
    *_person("offender", "Offender", "whom the disposal was given to"),
    Field("offender_age", "Offender age at offence", Kind.AGE, "on the day of the offence"),
    Field("offender_age_at_disposal", "Offender age at disposal", Kind.AGE, "on the day of the disposal"),
    Field("offender_vehicle", "Offender vehicle", Kind.REFERENCE, "registration mark"),
    Field("sex", "Sex", Kind.CHOICE, "of the offender", False, SEXES),
    Field("ethnicity", "Self-defined ethnicity", Kind.CHOICE, "offender: 16+1 code or group", False, ETHNICITIES),
    *_person("victim_1", "Victim 1", "first victim"),
    *_person("victim_2", "Victim 2", "second victim"),
    *_person("victim_3", "Victim 3", "third victim"),
    Field("witnesses", "Witnesses", Kind.PEOPLE, "each as Surname, Forenames; separated by semicolons", most=1000),
    Field("third_parties", "Third parties", Kind.PEOPLE, "others named in the case; as witnesses", most=1000),
    Field("officer_name", "Officer in the case", Kind.PERSON, "as Surname, Forenames"),
    Field("officer_number", "Officer number", Kind.REFERENCE, "collar or warrant number"),
    Field("supervisor_name", "Supervisor", Kind.PERSON, "the officer's supervisor"),
    Field("supervisor_number", "Supervisor number", Kind.REFERENCE, "collar or warrant number"),
    Field("decision_maker_name", "Decision-maker", Kind.PERSON, "who decided on the disposal"),
    Field("decision_maker_rank", "Decision-maker rank", Kind.CHOICE, "rank when deciding", False, RANKS),
    Field("decision_maker_number", "Decision-maker number", Kind.REFERENCE, "collar or warrant number"),
    Field("domestic_abuse", "Domestic abuse", Kind.YES_NO, "flag"),
    Field("hate", "Hate", Kind.YES_NO, "flag"),
    Field("weapon", "Weapon", Kind.YES_NO, "flag"),
    Field("sexual", "Sexual", Kind.YES_NO, "flag"),
    Field("child_involved", "Child involved", Kind.YES_NO, "flag: a child is victim, witness or offender"),
    Field("admission", "Admission", Kind.CHOICE, "what the offender admitted", False, ADMISSIONS),
    Field("previous_outcomes", "Previous outcomes", Kind.NUMBER, "earlier cautions, resolutions and convictions"),
    Field("gravity_matrix", "Gravity matrix", Kind.WORD, "which matrix and version was used"),
    Field("gravity_initial", "Gravity score, initial", Kind.NUMBER, "before aggravating and mitigating factors"),
    Field("gravity_final", "Gravity score, final", Kind.NUMBER, "after them"),
    _narrative("gravity_working", "Gravity working", "the factors, and why the score moved"),
    _narrative("checks_done", "Checks done", "PNC, PND, local intelligence, and what they showed"),
    Field("victim_consulted", "Victim consulted", Kind.CHOICE, "was the victim asked", False, CONSULTED),
    Field("victim_agreed", "Victim agreed", Kind.YES_NO, "did the victim agree to the disposal"),
    Field("appropriate_adult", "Appropriate adult", Kind.YES_NO, "was one present"),
    Field("yjs_consulted", "Youth justice service consulted", Kind.YES_NO, "was it consulted before the decision"),
    Field("conditions_due", "Conditions due", Kind.DATE, "the day the last condition falls due"),
    Field("conditions_completed", "Conditions completed", Kind.CHOICE, "were they", False, COMPLETIONS),
    _narrative("circumstances", "Circumstances", "what happened"),
    _narrative("suspect_account", "Suspect's account", "what the offender said"),
    _narrative("victim_views", "Victim's views", "what the victim said and wants"),
    _narrative("rationale", "Rationale", "the decision-maker's reasons"),
    _narrative("conditions", "Conditions", "what the offender must do"),
    _narrative("supervisor_comment", "Supervisor's comment", "the supervisor's review"),
)
FIELD = {field.name: field for field in FIELDS}

# Columns that only say whether a row may be believed: a row is checked against them, and they are kept nowhere.
CHECKS: tuple[Field, ...] = (
    Field("status", "Case status", Kind.CHOICE, "whether the case is finalised; only such are loaded", False, STATUSES),
    Field("youth", "Youth", Kind.CHOICE, "is the offender a youth; held against the age", False, YOUTH),
    Field("flags", "Flags", Kind.CHOICE, "several in one column: sets each flag that it names", False, FLAG_WORDS),
)
COLUMNS = FIELDS + CHECKS
COLUMN = {field.name: field for field in COLUMNS}
NARRATIVES = tuple(field.name for field in FIELDS if field.kind is Kind.TEXT)
FLAGS = ("domestic_abuse", "hate", "weapon", "sexual", "child_involved")

# What a frame may be drawn, filtered and stratified by: kept in clear beside the case's id, and nothing else is.
FACETS = (
    "force",
    "area",
    "offence_group",
    "class_of_trial",
    "outcome_code",
    "disposal",
    "tier",
    "disposal_date",
    "sex",
    "ethnicity",
    *FLAGS,
)  # and age_group, which is reckoned, never read


def title_of(field: str, code: str | None) -> str:
    """Give the words for a choice's code, or the code where the field has no choices; KeyError on an unknown code."""
    if code is None:
        return NOT_RECORDED
    choices = COLUMN[field].choices
    if not choices:
        return code
    return {choice.code: choice.title for choice in choices}[code]


def age_on(day: date, born: date) -> int:
    """Count whole years from birth to a day, as English law does: a birthday on 29 February falls on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
