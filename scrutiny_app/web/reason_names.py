"""A meeting's reason that looks as if it named somebody: marked for its writer, who may say that it is no name.

The references of the round's own cases are let be, since whoever reads it meets on them; that of another case is told.
"""

from collections.abc import Collection, Iterator

from markupsafe import Markup

from scrutiny_app.domain.errors import Refused
from scrutiny_app.services.remarks import Naming, find_names, find_references
from scrutiny_app.web.marked_names import mark_names

NAMING = (
    "The reason may tell who somebody is, or it names a case that is none of this round’s. It is marked below, and "
    "nothing was changed."
)


class ReasonNames(Refused):
    """A reason that may name somebody; `marked` gives it with those words marked."""

    def __init__(self, marked: Markup) -> None:
        super().__init__(NAMING)
        self.marked = marked


def check_reason_nameless(reason: str, own: Collection[str], *, said_nameless: bool) -> None:
    """Raise ReasonNames where a reason looks as if it named somebody, or names a case that is not among its `own`.

    It is taken as it is where its writer has said that it names nobody.
    """
    if said_nameless:
        return
    if places := list(_telling(reason, own)):
        raise ReasonNames(mark_names(reason, places))


def _telling(reason: str, own: Collection[str]) -> Iterator[Naming]:
    """Give the places in a reason that tell who it is about, or which case."""
    cases = find_references(reason)
    let_be = [one for one in cases if reason[one.start : one.end].upper() in own]
    for place in (*find_names({"": reason}).get("", []), *cases):
        if not any(one.start < place.end and place.start < one.end for one in let_be):
            yield place
