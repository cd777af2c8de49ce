"""Words of what a victim is, which are nobody's name: "Person", "Organisation", "n/a individual".

Kept as a name such a word would be masked, and the true name of that case would stand in the open.
"""

import re

_KINDS = frozenset(
    {"person", "individual", "natural person", "legal person", "private person", "private individual"}
    | {"organisation", "organization", "org", "company", "business", "firm", "corporate", "corporate body"}
    | {"body corporate", "legal entity", "entity", "public", "public body", "member of the public", "member of public"}
    | {"nominal", "person nominal", "non person", "not a person"}
)
_LETTERS = frozenset("pobic")
_FIRMS = frozenset(
    {"organisation", "organization", "org", "company", "business", "firm", "corporate", "corporate body", "public body"}
    | {"body corporate", "legal entity", "legal person", "non person", "not a person", "o", "b"}
)
_BETWEEN = re.compile(r"\s*(?:/|\||&|\bor\b|\band\b)\s*")
_NOT_APPLICABLE = re.compile(r"n/a\s*[-–:]?\s*(?=\w)")


def is_kind(name: str, *, letters: bool = False) -> bool:
    """Say whether what stands for a name only says what is named; `letters` that P and O may stand for it too."""
    kinds = _KINDS | _LETTERS if letters else _KINDS
    return kinds.issuperset(_parted(name))


def is_organisation(kind: str) -> bool:
    """Say whether such a word can only be an organisation's."""
    return _FIRMS.issuperset(_parted(kind))


def _parted(words: str) -> list[str]:
    plain = " ".join(words.replace("-", " ").split()).casefold().rstrip(" ,.")
    return _BETWEEN.split(_NOT_APPLICABLE.sub("", plain, count=1))
