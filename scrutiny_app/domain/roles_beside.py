"""Refusing to take people for the offender, or for a victim, from columns beside which their role changes by the row.

An app may write "party 1 type, party 1 name", where party 1 is the suspect in one row and the victim in the next. By
headings alone nobody can tell; whoever is taken for somebody else there is redacted, graded and counted as them.
"""

from collections.abc import Iterator

from scrutiny_app.domain.cells import Unreadable, fold, reader
from scrutiny_app.domain.likeness import PEOPLE, tokens
from scrutiny_app.domain.looking import ColumnLook, Look
from scrutiny_app.domain.parties import PARTY_COLUMN
from scrutiny_app.domain.synonyms import PARTY_PHRASES
from scrutiny_app.domain.uses import Mapping, described, word_key
from scrutiny_app.domain.vocabulary import OTHER_WORDS

_SAY_ONLY_ROLE = frozenset("type role involvement capacity classification link relationship case code status".split())
_SAY_ONLY_SOMEBODY = frozenset("party person people nominal individual name subject".split())
_OF_OFFENDER = ("offender_", "sex", "ethnicity")
_ROLE = reader(PARTY_COLUMN["role"])


def roles_beside(look: Look, mapping: Mapping) -> list[str]:
    """Say in a sentence, of each column of roles, which columns beside it are not the same kind of person in all rows.

    A column counts where it holds nothing but roles; beside it are those that say of nobody else whose they are, and
    bear the same number if it bears one. What is itself loaded says what it is: `W1` is an ethnicity there, no witness.
    """
    return [
        _said(column, found)
        for column in look.cases.columns
        if not mapping.uses.get(fold(column.heading))
        and (roles := roles_in(column))
        and (found := list(_others(column, roles, look, mapping)))
    ]


def roles_in(column: ColumnLook) -> frozenset[str]:
    """Give the roles that a column holds, "" for any that is not known; none where it may hold other words."""
    roles = {role_of(word) or "" for word, _ in column.words or () if word_key(word)}
    phrase = PARTY_PHRASES.get(fold(column.heading))
    is_headed = phrase is not None and phrase.use.field == "role" and phrase.sure
    return frozenset(roles) if "" not in roles or (is_headed and len(roles) > 1) else frozenset()


def role_of(word: str) -> str | None:
    """Give the role that a file's word is known to mean."""
    try:
        known = _ROLE(word)
    except Unreadable:
        known = OTHER_WORDS["role"].get(word_key(word))
    return str(known) if known else None


def _others(column: ColumnLook, roles: frozenset[str], look: Look, mapping: Mapping) -> Iterator[str]:
    """Yield the headings of the columns beside it that are to be loaded as what not every row says they are."""
    whose = _whose(column.heading)
    for other in look.cases.columns:
        wanted = {_wanted(use.field) for use in mapping.uses.get(fold(other.heading), ())} - {None}
        said = tokens(other.heading)
        if wanted and wanted != roles and whose <= said and said & PEOPLE <= whose:
            yield other.heading


def _whose(heading: str) -> frozenset[str]:
    return tokens(heading) - _SAY_ONLY_ROLE - _SAY_ONLY_SOMEBODY


def _wanted(name: str) -> str | None:
    """Name the role whose details a field holds; None where it holds those of nobody, or of anybody."""
    if name.startswith(_OF_OFFENDER):
        return "offender"
    field = described(name)
    is_of_victim = name.startswith("victim_") and field is not None and name[7:8].isdigit()
    return "victim" if is_of_victim else "witness" if name == "witnesses" else None


def _said(column: ColumnLook, found: list[str]) -> str:
    listed = ", ".join(f"“{heading[:60]}”" for heading in found)
    return (
        f"“{column.heading[:60]}” says who each row’s people are, and does not say the same in every row as what you "
        f"chose for {listed}: some would be taken for somebody else. Do not load them from here. Put the people on a "
        "sheet named “Parties”, one person a row with the case number and the role, and import the file anew; or "
        "repeat the case number on each line, and say that this column is the role of “Each row”; or sort "
        "them in the file, so that these columns hold the same kind of person in every row."
    )
