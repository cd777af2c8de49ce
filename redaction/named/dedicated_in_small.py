"""Churches, schools and hospitals called as many are, in any letters: with holy rood, to Northern General."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.named.quiet import tells_nothing
from redaction.words import Word

_SURE = 0.6
_CALLED = {
    first: frozenset(lasts.split())
    for first, lasts in {
        "holy": "trinity cross family name rood rosary spirit ghost innocents redeemer souls",
        "sacred": "heart hearts",
        "our": "lady lady's",
        "corpus": "christi",
        "christ": "church",
        "all": "saints souls hallows",
        "blessed": "sacrament",
        "northern": "general",
        "southern": "general",
        "western": "general",
        "eastern": "general",
        "royal": "infirmary general free",
        "city": "general",
    }.items()
}
_LED = frozenset("at to from with in of outside near by opposite behind for into the inside attends".split())


def dedicated_in_small(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give each, with its capitals or where capitals tell nothing, after a word that leads to a place."""
    for at in [at for at in index.of(frozenset(_CALLED)) if 0 < at < len(words) - 1]:
        first, last = words[at], words[at + 1]
        if last.low not in _CALLED[first.low] or last.gap != " " or first.gap != " " or words[at - 1].low not in _LED:
            continue
        if (first.text[0].isupper() and last.text[0].isupper()) or tells_nothing(words, at):
            key = f"{first.low} {last.low}"
            yield Finding(first.start, last.end, "venue", "named", _SURE, "called as many churches are", key=key)
