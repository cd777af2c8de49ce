"""Another name by which somebody is known, in the cell of their name: "LLEWELFRYN Gethin @ 'Taz'".

It stands in brackets after the name, as "(aka Taz)", where the redaction looks for it too.
"""

import re

_SAYING = r"@|alias\b:?|(?:also )?known as\b|a\.?k\.?a\b\.?:?"
_OTHER_NAME = r"['‘\"“]?([^\W\d_][\w'’ .-]*?)[’'\"”]?"
_ALIAS = re.compile(
    rf"(?<=\w)(?:\s+(?:{_SAYING})\s*{_OTHER_NAME}|\s*\((?:@|alias\b:?|known as\b)\s*{_OTHER_NAME}\))\s*$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\s*(\((?:a\.?k\.?a\b\.?|also known as\b)[^()]*\))\s*", re.IGNORECASE)


def alias_in_brackets(name: str) -> str:
    """Write what somebody is also called in brackets after their name; any other text as it is."""
    found = _ALIAS.search(name)
    if found is None or found.end() != len(name):
        return name
    return f"{name[: found.start()]} (aka {found[1] or found[2]})"


def without_alias(name: str) -> tuple[str, str]:
    """Part a name from what somebody is also called, in brackets; that is empty where there is none."""
    name = alias_in_brackets(name)
    found = _IN_BRACKETS.search(name) if name.endswith(")") else None
    return (name[: found.start()], found[1]) if found and found.end() == len(name) else (name, "")
