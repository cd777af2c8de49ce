"""A meeting's reason that looks as if it named somebody: marked for its writer, who may say that it is no name.

The references of the round's own cases are let be, since whoever reads it meets on them; that of another case is told.
"""

from collections.abc import Collection, Iterator

from scrutiny_app.services.remarks import Naming, find_names, find_references
from scrutiny_app.web.naming_asked import check_answered

NAMING = (
    "The reason may tell who somebody is, or it names a case that is none of this round’s. It is marked below, and "
    "nothing was changed."
)


def check_reason_nameless(reason: str, own: Collection[str], *, answered: str) -> None:
    """Raise NamesAsked where a reason looks as if it named somebody, or names a case that is not among its `own`.

    Words of which its writer has said that they name nobody are taken as they are.
    """
    check_answered({"": reason}, {"": list(_telling(reason, own))}, answered, NAMING)


def _telling(reason: str, own: Collection[str]) -> Iterator[Naming]:
    """Give the places in a reason that tell who it is about, or which case."""
    cases = find_references(reason)
    let_be = [one for one in cases if reason[one.start : one.end].upper() in own]
    for place in (*find_names({"": reason}).get("", []), *cases):
        if not any(one.start < place.end and place.start < one.end for one in let_be):
            yield place
