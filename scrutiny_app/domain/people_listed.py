"""Naming the people whom a program wrote into one cell as a list of objects without roles: [{"family": "Marsh"}]."""

import json
from collections.abc import Mapping

_NAMES = ("name", "fullname", "displayname")
_SURNAMES = ("surname", "family", "familyname", "lastname")
_FORENAMES = ("forenames", "forename", "given", "givenname", "givennames", "firstname")
_FIRMS = frozenset({"organisation", "organization", "business", "company"})  # what somebody is who is no person


def names_listed(text: str) -> list[str] | None:
    """Give the whole names in a list of objects; None where the text is none, or one of them names nobody."""
    if not text.lstrip().startswith("[{"):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    names = [_name_of(one) if isinstance(one, Mapping) else "" for one in found]
    return names if names and all(names) else None


def _name_of(person: Mapping[str, object]) -> str:
    known = {"".join(filter(str.isalnum, str(key).casefold())): value for key, value in person.items()}
    whole, surname, forenames = (
        next((_words(known[key]) for key in keys if key in known), "") for keys in (_NAMES, _SURNAMES, _FORENAMES)
    )
    if surname and forenames:
        return f"{surname}, {forenames}"
    name = whole or surname
    is_firm = any(isinstance(value, str) and value.casefold() in _FIRMS for value in known.values())
    return f"{name}," if name and is_firm and "," not in name else name


def _words(value: object) -> str:
    parts = value if isinstance(value, list) else [value]
    return " ".join(" ".join(part.split()) for part in parts if isinstance(part, str))
