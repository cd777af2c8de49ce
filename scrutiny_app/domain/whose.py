"""Telling by a heading that it is of somebody whom no field of a case is kept of: a carer, an interpreter.

"DOB (AA)" is the date of birth of an appropriate adult, and never the offender's.
"""

from scrutiny_app.domain.likeness import PEOPLE, pieces_of, tokens

ELSE = frozenset(
    "aa carer carers caregiver parents guardians mum dad mother father son daughter sibling brother sister partner "
    "spouse wife husband girlfriend boyfriend relative kin nok neighbour friend solicitor sol solr lawyer advocate "
    "intermediary informant infmt caller owner keeper employer employee staff manager teacher worker associate "
    "coaccused codefendant cosuspect cooffender".split()
)
_CO = frozenset({"accused", "defendant", "defendants", "suspect", "suspects", "offender", "offenders"})
_NAMED = PEOPLE - {"offender", "decision", "authorising", "adult", "yjs"}  # these may be said of the case too


def else_in(heading: str) -> frozenset[str]:
    """Give who a heading names of those that no field is kept of, each by one word."""
    pieces = pieces_of(heading)
    found = ELSE.intersection(pieces)
    if {"appropriate", "adult"} <= tokens(heading):
        found |= {"aa"}
    if "co" in pieces and not _CO.isdisjoint(pieces):
        found |= {"coaccused"}
    return found


def names_another(words: str) -> bool:
    """Say whether words name anybody but the offender."""
    return bool(else_in(words) or tokens(words) & _NAMED)


def names_people_alone(words: str) -> bool:
    """Say whether words say whose a thing is, and nothing of what it is."""
    return tokens(words) <= PEOPLE | ELSE | {"appropriate"}
