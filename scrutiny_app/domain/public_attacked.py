"""What of a public report was attacked: its digest says whether anything changed since, without another attack."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from json import dumps

from scrutiny_app.domain.besieging import Name
from scrutiny_app.domain.public_report import Printing
from scrutiny_app.domain.suppressing import Publication


def attacked_digest(printed: Publication, printing: Printing, earlier: Collection[Publication], least: int) -> str:
    """Give the digest of what is printed, of the counts it was made from, and of all that was published before."""
    before = sorted(_listed(one) for one in earlier)
    counts = [_listed(one) for one in (printed, printing.counts, printing.silent, printing.certificates)]
    whole = {"counts": counts, "always": sorted(map(list, printing.always)), "earlier": before, "least": least}
    return sha256(dumps(whole, separators=(",", ":")).encode()).hexdigest()


def _listed(counts: Mapping[Name, int | None]) -> list[str]:
    return sorted(dumps([*name, count]) for name, count in counts.items())
