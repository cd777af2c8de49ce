"""British short and pet forms of forenames, from a table written for this package, and those that people coin."""

from functools import cache

from redaction.lexicon import lines


@cache
def _table() -> dict[str, frozenset[str]]:
    """Map each form to the others of its families; a pet form leads to the full forms, which lead to all."""
    table: dict[str, set[str]] = {}
    for family in lines("nicknames"):
        full, _, pet = family.partition(":")
        for name in full.split():
            table.setdefault(name, set()).update(pet.split())
            for short in pet.split():
                table.setdefault(short, set()).add(name)
    return {name: frozenset(others - {name}) for name, others in table.items()}


def nicknames(forename: str) -> frozenset[str]:
    """Give the other forms by which a folded forename is known, both ways."""
    table = _table()
    near = table.get(forename, frozenset())
    through = {other for name in near if forename in table[name] for other in table[name] if len(other) < len(name)}
    return (near | (through if len(near) < len(through) and len(forename) < 6 else frozenset())) - {forename}


def shortenings(forename: str) -> frozenset[str]:
    """Give forms that people coin by cutting a folded forename short: Kath, Gor, Debs, Dannie."""
    if len(forename) < 5:
        return frozenset()
    cuts = {forename[:length] for length in range(3, len(forename))}
    stems = {forename[:3], forename[:4], forename[:3] + forename[2]}
    return frozenset(
        cuts | {stem + ending for stem in stems for ending in ("y", "ie", "s", "o", "a", "z", "za") if len(stem) > 2}
    )
