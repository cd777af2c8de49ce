"""What a column of a sheet of people may fill as its values tell, where no heading speaks for it: roles, and homes."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.parties import PARTY_COLUMN
from scrutiny_app.domain.reasons import Ground, by_values
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use
from scrutiny_app.domain.wording import meaning

_SILENT = frozenset({Ground.UNKNOWN, Ground.UNREAD, Ground.UNREAD_TEXT})
_ROLES = by_values("its words are roles: what each person is in the case")
_HOMES = by_values("its values are addresses, and its heading says that somebody lives there")
_OF_HOMES = frozenset({"home", "homes", "abode", "lives", "livesat", "living", "residence", "where", "wheretheylive"})
_MOST_WORDS = 12
_TELLING = frozenset({"offender", "victim"})  # one of which every case has


def told_of_people(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest the role for a column of roles, and the address for one of homes, where nothing else fills them."""
    found = list(found)
    for at, (one, column) in enumerate(zip(found, sheet.columns, strict=True)):
        taken = {use.field for other in found for use in other.uses}
        if one.uses or one.sure or one.reason.ground not in _SILENT:
            continue
        if "role" not in taken and _are_roles(column):
            found[at] = replace(one, uses=(Use("role"),), reason=_ROLES)
        elif "address" not in taken and _are_homes(column):
            found[at] = replace(one, uses=(Use("address"),), reason=_HOMES)
    return found


def _are_roles(column: ColumnLook) -> bool:
    """Say whether few words come again and again, each of them a known role, and the offender or a victim is one."""
    words = [word for word, _ in column.words or ()]
    roles = {meaning(PARTY_COLUMN["role"], word) for word in words}
    is_known = "third_party" not in roles and not roles.isdisjoint(_TELLING)
    return is_known and 1 < len(words) <= _MOST_WORDS and 2 * len(words) <= column.filled


def _are_homes(column: ColumnLook) -> bool:
    postcodes = column.shapes.get(Shape.POSTCODE, 0)
    return fold(column.heading) in _OF_HOMES and 2 * postcodes > sum(column.shapes.values())
