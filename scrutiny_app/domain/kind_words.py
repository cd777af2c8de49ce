"""Words of what a victim is, which are nobody's name: "Person", "Organisation", "n/a individual".

Kept as a name such a word would be masked, and the true name of that case would stand in the open.
"""

import re

from scrutiny_app.domain.welsh_headings import is_welsh

_WELSH_FIRMS = frozenset({"sefydliad", "busnes", "cwmni", "corff", "corff cyhoeddus", "mudiad"})
_SECTORS = frozenset(
    {"public sector", "private sector", "third sector", "charity", "registered charity", "voluntary sector", "retailer"}
    | {"retail", "local authority", "council", "government", "government body", "emergency service", "school", "shop"}
    | {"limited company", "ltd company", "commercial", "commercial organisation", "commercial premises", "institution"}
    | {"public sector body", "public sector organisation", "private company", "public company", "housing association"}
)
_KINDS = frozenset(
    {"person", "individual", "natural person", "legal person", "private person", "private individual"}
    | {"organisation", "organization", "org", "company", "business", "firm", "corporate", "corporate body"}
    | {"body corporate", "legal entity", "entity", "public", "public body", "member of the public", "member of public"}
    | {"nominal", "person nominal", "non person", "not a person"}
    | {"unigolyn", "person naturiol", "person preifat", "aelod o'r cyhoedd", "cyhoedd", *_WELSH_FIRMS}
    | _SECTORS
)
_LETTERS = frozenset("pobic")
_FIRMS = frozenset(
    {"organisation", "organization", "org", "company", "business", "firm", "corporate", "corporate body", "public body"}
    | {"body corporate", "legal entity", "legal person", "non person", "not a person", "o", "b", *_WELSH_FIRMS}
    | _SECTORS
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
    plain = " ".join(words.replace("-", " ").replace("’", "'").split()).casefold().rstrip(" ,.")
    parts = _BETWEEN.split(_NOT_APPLICABLE.sub("", plain, count=1))
    known = [part for part in parts if part in _KINDS]
    in_welsh = len(known) == 1 and all(part in _KINDS or is_welsh(part) for part in parts)
    return known if in_welsh else parts  # "Math arall / Organisation" is read by its English
