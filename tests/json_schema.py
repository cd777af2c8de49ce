"""As much of JSON Schema (2020-12) as our published schemas use, read anew from the standard: an unknown word fails."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: _is_number(value) and value == int(value),
    "number": lambda value: _is_number(value),
}
SILENT = {"$schema", "$id", "$defs", "title", "description"}  # words that refuse nothing


def complaints(value: Any, schema: dict[str, Any], root: dict[str, Any] | None = None, at: str = "$") -> list[str]:
    """List what a schema refuses in a value; none where the value follows it."""
    root = root or schema
    return [
        said
        for word, wanted in schema.items()
        if word not in SILENT
        for said in _ask(word, wanted, value, schema, root, at)
    ]


def _ask(word: str, wanted: Any, value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    if word == "$ref":
        yield from complaints(value, root["$defs"][wanted.rpartition("/")[2]], root, at)
    elif word == "anyOf":
        if all(complaints(value, one, root, at) for one in wanted):
            yield f"{at}: none of {len(wanted)}"
    elif word == "properties":
        for name in wanted.keys() & value.keys() if isinstance(value, dict) else ():
            yield from complaints(value[name], wanted[name], root, f"{at}.{name}")
    elif word == "items":
        for place, one in enumerate(value) if isinstance(value, list) else ():
            yield from complaints(one, wanted, root, f"{at}[{place}]")
    elif not RULES[word](value, wanted, schema):
        yield f"{at}: {word} {wanted}"


RULES: dict[str, Callable[[Any, Any, dict[str, Any]], bool]] = {
    "type": lambda value, wanted, _: TYPES[wanted](value),
    "enum": lambda value, wanted, _: any(type(value) is type(one) and value == one for one in wanted),
    "required": lambda value, wanted, _: not isinstance(value, dict) or set(wanted) <= value.keys(),
    "additionalProperties": lambda value, wanted, schema: (
        wanted is not False or not isinstance(value, dict) or value.keys() <= schema["properties"].keys()
    ),
    "minimum": lambda value, wanted, _: not _is_number(value) or value >= wanted,
    "maximum": lambda value, wanted, _: not _is_number(value) or value <= wanted,
    "minLength": lambda value, wanted, _: not isinstance(value, str) or len(value) >= wanted,
    "maxLength": lambda value, wanted, _: not isinstance(value, str) or len(value) <= wanted,
    "minItems": lambda value, wanted, _: not isinstance(value, list) or len(value) >= wanted,
    "maxItems": lambda value, wanted, _: not isinstance(value, list) or len(value) <= wanted,
    "pattern": lambda value, wanted, _: not isinstance(value, str) or bool(re.search(wanted, value)),
    "format": lambda value, wanted, _: wanted == "date" and (not isinstance(value, str) or _is_day(value)),
}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
