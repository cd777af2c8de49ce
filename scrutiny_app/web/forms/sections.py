"""The fields of a case in groups that a person can find their way by: in lists, and in a choice of fields."""

from collections.abc import Iterable

from scrutiny_app.domain.cases import CHECKS, Field, Kind

# Which field begins which group; narratives and checks are groups of their own, wherever they stand.
STARTS = {
    "case_number": "The case",
    "offence_code": "The offence",
    "outcome_code": "The disposal",
    "offender_name": "Offender",
    "victim_1_name": "Victim 1",
    "victim_2_name": "Victim 2",
    "victim_3_name": "Victim 3",
    "witnesses": "Witnesses and others",
    "officer_name": "Officers",
    "domestic_abuse": "Flags",
    "admission": "The decision",
}
NARRATIVES = "Narratives"
CHECKED = "Only to check the row"


def in_sections(fields: Iterable[Field]) -> dict[str, list[Field]]:
    """Group fields, in the order of the extract's columns."""
    sections: dict[str, list[Field]] = {}
    at = ""
    for field in fields:
        at = STARTS.get(field.name, at)
        sections.setdefault(_own_section(field) or at, []).append(field)
    for last in (NARRATIVES, CHECKED):
        if last in sections:
            sections[last] = sections.pop(last)
    return sections


def _own_section(field: Field) -> str:
    if field.name == "flags":
        return STARTS["domestic_abuse"]
    if field in CHECKS:
        return CHECKED
    return NARRATIVES if field.kind is Kind.TEXT else ""
