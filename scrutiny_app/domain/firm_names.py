"""Knowing by everyday words that a name without a comma may be an organisation's, and in which columns all such are."""

from collections.abc import Sequence

from scrutiny_app.domain.known_names import KnownNames
from scrutiny_app.domain.name_order import is_initial
from scrutiny_app.domain.naming import unranked
from scrutiny_app.domain.organisations import is_body
from scrutiny_app.domain.stroked_names import may_be_firm
from scrutiny_app.domain.styles import WITH_COMMAS, Style

_FEWEST = 2  # words


def looks_organised(value: str, known: KnownNames) -> bool:
    """Say whether a name without a comma may be an organisation's: no forename in it, and a last word of every day.

    Initials before a single word are a person's: "H Sandalwood".
    """
    words = [word.strip(".'’").casefold() for word in unranked(value.split())]
    if "," in value or len(words) < _FEWEST or is_body(value) or any(map(str.isdigit, value)):
        return False
    if len(words) == _FEWEST and is_initial(words[0]):
        return False
    last = words[-1]
    return last in known.ordinary and last not in known.surnames and not any(word in known.forenames for word in words)


def firms_without_comma(style: str, values: Sequence[str], known: KnownNames) -> list[str]:
    """List the names without a comma, where people's have one, if some look like firms' and no forename is in any."""
    if style != Style.DAY_FIRST and style not in WITH_COMMAS:
        return []
    others = [value for value in values if "," not in value]
    if 2 * len(others) > len(values) + 1 or not any(looks_organised(value, known) for value in others):
        return []
    words = {word.strip(".'’").casefold() for value in others for word in value.split()}
    is_firm = all(is_body(value) or may_be_firm(value) for value in others)
    plain = [value for value in others if not is_body(value) and " " in value.strip()]  # a lone word stays refused
    return plain if is_firm and known.familiar.isdisjoint(words) else []
