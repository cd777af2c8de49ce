"""The wordings of the 16+1 codes of self-defined ethnicity, with the code or its number before them or without.

Source: the 2001 census groups in their order, and the codes that the 2011 and 2021 censuses added. A wording that
could be of several groups, such as "Chinese" or "Other" alone, is not among them; nor is a number that is not its own.
"""

from collections.abc import Iterator

# Code, number, the group, and what follows its name; a wording after a bar is only read behind its code or number.
_LINES = """
W1 1 white British; English Welsh Scottish Northern Irish British; English Welsh Scottish Northern Irish or British
W2 2 white Irish
W9 3 white Any other White background; Any other background; Other White; Other; Any other
M1 4 mixed White and Black Caribbean; White Black Caribbean
M2 5 mixed White and Black African; White Black African
M3 6 mixed White and Asian; White Asian
M9 7 mixed Any other Mixed background; Any other mixed; Other mixed | Other
A1 8 asian Indian
A2 9 asian Pakistani
A3 10 asian Bangladeshi
A9 11 asian Any other Asian background; Any other Asian; Other Asian | Other
B1 12 black Caribbean
B2 13 black African
B9 14 black Any other Black background; Any other Black; Other Black | Other
O1 15 other Chinese
O9 16 other Any other ethnic group; Other ethnic group; Any other | Other
NS 17 not_stated Not stated
W3 - white Gypsy or Irish Traveller; Gypsy; Irish Traveller
W4 - white Roma
A4 - asian Chinese
O2 - other Arab
"""
_BEFORE = {
    "white": ("White",),
    "mixed": ("", "Mixed"),
    "asian": ("", "Asian", "Asian or Asian British"),
    "black": ("", "Black", "Black or Black British"),
    "other": ("", "Other", "Chinese or other ethnic group", "Other ethnic group"),
    "not_stated": ("",),
}
_IN_SEVERAL = frozenset({"Chinese"})


def wordings() -> Iterator[tuple[str, str]]:
    """Yield each wording with the group that it is of."""
    for line in _LINES.strip().splitlines():
        code, number, group, words = line.split(maxsplit=3)
        plain, _, behind = words.partition("|")
        yield code, group
        for before in _BEFORE[group]:
            for wording in _parts(plain):
                whole = f"{before} {wording}".strip()
                if wording not in _IN_SEVERAL or before in ("Asian", "Asian or Asian British"):
                    yield whole, group
                yield from _numbered(code, number, whole, group)
            for wording in _parts(behind):
                yield from _numbered(code, number, f"{before} {wording}".strip(), group)
        for wording in _parts(plain):
            yield from _numbered(code, number, wording, group)
            if group == "white" and "White" in wording:
                yield wording, group


def _numbered(code: str, number: str, wording: str, group: str) -> Iterator[tuple[str, str]]:
    yield f"{code} {wording}", group
    if number.isdigit():
        yield f"{number} {wording}", group


def _parts(words: str) -> list[str]:
    return [word.strip() for word in words.split(";") if word.strip()]
