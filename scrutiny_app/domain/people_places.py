"""Which of a case's fields are filled from whom on the sheet of people: what is wrong with one is mended there."""

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.parties import PARTY_COLUMNS
from scrutiny_app.domain.people_sheet import OF_OFFENDER, POSTS, VICTIMS

_ROLES = {
    "offender": "offender",
    **dict.fromkeys(VICTIMS, "victim"),
    **{prefix: role for role, prefix in POSTS.items()},
}

# By the heading of a case's field, the role of the person and what is said of them.
FILLED_BY = {
    FIELD[name].heading: (role, column.name)
    for prefix, role in _ROLES.items()
    for column in PARTY_COLUMNS
    if (name := f"{prefix}_{column.name}") in FIELD
} | {FIELD[name].heading: ("offender", name) for name in OF_OFFENDER}
