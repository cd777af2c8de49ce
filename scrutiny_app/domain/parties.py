"""The sheet of people: one person a row, by the case's number; its columns, and what a person may be in a case."""

from scrutiny_app.domain.cases import ETHNICITIES, RANKS, SEXES, Choice, Field, Kind

ROLES = (
    Choice("offender", "Offender", ("Suspect", "Subject", "Accused", "Defendant", "Perpetrator", "Susp", "Off")),
    Choice(
        "victim", "Victim", ("Aggrieved", "Aggrieved person", "IP", "Injured party", "Injured person", "Complainant")
    ),
    Choice("witness", "Witness", ("Wit", "Eye witness", "Significant witness", "Key witness")),
    Choice(
        "officer",
        "Officer in the case",
        ("OIC", "Officer in case", "Officer", "Investigating officer", "IO", "Investigator"),
    ),
    Choice("supervisor", "Supervisor", ("Supervising officer", "Line manager", "Reviewing officer")),
    Choice("decision_maker", "Decision-maker", ("Deciding officer",)),
    Choice("authoriser", "Authorising officer", ("Authoriser", "Authorised by", "Disposal authoriser")),
    Choice("appropriate_adult", "Appropriate adult", ("AA",)),
    Choice("parent", "Parent or guardian", ("Parent", "Guardian", "Parent/Guardian", "Carer", "Mother", "Father")),
    Choice(
        "third_party", "Other person", ("Third party", "Other", "Other party", "Associate", "Involved", "Mentioned")
    ),
)

LEFT_OUT = "left_out"  # what a file's word for a role is mapped to whose people are not to be loaded

PARTY_COLUMNS = (
    Field("case_number", "Case number", Kind.REFERENCE, "the case that the person is in", True),
    Field("role", "Role", Kind.CHOICE, "what the person is in it", True, ROLES),
    Field("name", "Name", Kind.PERSON, "as Surname, Forenames", True),
    Field("born", "Date of birth", Kind.DATE, "day, month and year"),
    Field("age", "Age at offence", Kind.AGE, "used of the offender"),
    Field("address", "Address", Kind.WORD, "house, street, town, postcode"),
    Field("contact", "Contact", Kind.WORD, "telephone and e-mail, separated by semicolons"),
    Field("number", "Collar number", Kind.REFERENCE, "collar or warrant number, of an officer"),
    Field("rank", "Rank", Kind.CHOICE, "of an officer", False, RANKS),
    Field("sex", "Sex", Kind.CHOICE, "used of the offender", False, SEXES),
    Field("ethnicity", "Self-defined ethnicity", Kind.CHOICE, "used of the offender", False, ETHNICITIES),
    Field("previous_outcomes", "Previous outcomes", Kind.NUMBER, "used of the offender"),
    Field("vehicle", "Vehicle", Kind.REFERENCE, "registration mark, used of the offender"),
    Field("organisation", "Organisation", Kind.WORD, "the name where it is no person: used where Name is empty"),
)
PARTY_COLUMN = {field.name: field for field in PARTY_COLUMNS}
