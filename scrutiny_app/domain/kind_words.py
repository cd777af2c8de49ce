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
_ORGANISATIONS = frozenset(
    {"organisation", "organization", "org", "company", "business", "firm", "corporate", "corporate body", "public body"}
    | {"body corporate", "legal entity", "legal person", "non person", "not a person", "juridical person", "bus"}
    | {"corp", "soc", "non individual", "not an individual", "non human", "education", "health", "hospitality"}
    | _WELSH_FIRMS
    | _SECTORS
)
_KINDS = _ORGANISATIONS | frozenset(
    {"person", "individual", "natural person", "private person", "private individual", "entity", "nominal"}
    | {"public", "member of the public", "member of public", "person nominal", "ind", "indiv", "per", "pers", "human"}
    | {"physical person", "real person", "human being", "police officer", "emergency worker", "vulnerable person"}
    | {"unigolyn", "person naturiol", "person preifat", "aelod o'r cyhoedd", "cyhoedd"}
)
_DESCRIBED = frozenset({"male", "female", "adult", "child", "juvenile", "youth", "vulnerable", "minor"})  # of persons
_QUALIFYING = _SECTORS | frozenset("public private retail sector premises other small large local national".split())
_LETTERS = frozenset("pobic")
_PLACES = frozenset(  # what beside a name can only be an organisation, and alone may be a surname or a nickname
    {"club", "sports club", "football club", "youth club", "social club", "trust", "nhs", "nhs trust", "academy"}
    | {"college", "university", "nursery", "hospital", "church", "mosque", "pub", "public house", "restaurant"}
    | {"hotel", "store", "supermarket", "housing", "association", "agency", "partnership"}
    | {"care home", "children's home", "library", "bank", "garage", "takeaway"}
)
# A kind beside a name, and no kind of name: the state, which is nobody's name, is known elsewhere.
_FIRMS = _ORGANISATIONS | _PLACES | frozenset("obc") | {"state", "the state", "crown", "the crown", "society", "regina"}
_YES = frozenset({"y", "yes", "true", "ydy", "ie"})  # it is an organisation
_NO = frozenset({"n", "no", "false", "nac ydy", "na"})
_NUMBER = re.compile(r"\d+[\s.:)]+(?=\w)")  # "1 - Person"
_BETWEEN = re.compile(r"\s*(?:/|\||&|\bor\b|\band\b)\s*")
_NOT_APPLICABLE = re.compile(r"n/a\s*[-–:]?\s*(?=\w)")


def is_kind(name: str, *, letters: bool = False) -> bool:
    """Say whether what stands for a name only says what is named; `letters` that P and O may stand for it too."""
    kinds = _KINDS | _LETTERS | _FIRMS | _DESCRIBED if letters else _KINDS
    return kinds.issuperset(_parted(name))


def is_organisation(kind: str) -> bool:
    """Say whether such a word can only be an organisation's; yes is, where it is asked whether it is one."""
    return kind.strip().casefold() in _YES or _FIRMS.issuperset(_parted(kind))


def is_answer(kind: str) -> bool:
    """Say whether a word answers yes or no to whether it is an organisation."""
    return kind.strip().casefold() in _YES | _NO


def describes_person(kind: str) -> bool:
    """Say whether a word tells of a person more than that it is one, such as their sex or age."""
    return kind.strip().casefold() in _DESCRIBED


def _parted(words: str) -> list[str]:
    plain = " ".join(words.replace("-", " ").replace("’", "'").split()).casefold().rstrip(" ,.")
    plain = _NUMBER.sub("", _NOT_APPLICABLE.sub("", plain, count=1)).removesuffix(" victim")
    parts = [_unqualified(part) for part in _BETWEEN.split(plain)]
    known = [part for part in parts if part in _KINDS]
    in_welsh = len(known) == 1 and all(part in _KINDS or is_welsh(part) for part in parts)
    return known if in_welsh else parts  # "Math arall / Organisation" is read by its English


def _unqualified(part: str) -> str:
    """Leave out what is said more of a person or an organisation: "person adult", "organisation retail"."""
    first, _, rest = part.partition(" ")
    more = _QUALIFYING if first in _ORGANISATIONS else _DESCRIBED
    known = first in _KINDS and part not in _KINDS and all(word in more for word in rest.split())
    return first if known else part
