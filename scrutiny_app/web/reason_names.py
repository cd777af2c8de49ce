"""A meeting's reason that looks as if it named somebody: marked for its writer, who may say that it is no name."""

from markupsafe import Markup

from scrutiny_app.domain.errors import Refused
from scrutiny_app.services.remarks import find_names

NAMING = "The reason may tell who somebody is. It is marked below, and nothing was changed."


class ReasonNames(Refused):
    """A reason that may name somebody; `marked` gives it with those words marked."""

    def __init__(self, marked: Markup) -> None:
        super().__init__(NAMING)
        self.marked = marked


def check_reason_nameless(reason: str, *, said_nameless: bool) -> None:
    """Raise ReasonNames where a reason looks as if it named somebody, unless its writer has said that it does not."""
    names = [] if said_nameless else find_names({"reason": reason}).get("reason", [])
    if not names:
        return
    marked, rest = Markup(), reason
    for name in reversed(names):
        marked = Markup("<mark>{}</mark>{}{}").format(rest[name.start : name.end], rest[name.end :], marked)
        rest = rest[: name.start]
    raise ReasonNames(Markup("{}{}").format(rest, marked))
