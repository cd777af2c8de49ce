"""The layouts that come with the product: its own headings; imitations of two kinds of records system will follow."""

from dataclasses import dataclass

from scrutiny_app.domain.cases import COLUMNS
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.parties import PARTY_COLUMNS
from scrutiny_app.domain.uses import Mapping, Use


@dataclass(frozen=True)
class Layout:
    """A named way in which a file may be laid out."""

    name: str
    about: str
    mapping: Mapping


OURS = Mapping(
    {fold(field.heading): (Use(field.name),) for field in COLUMNS},
    parties={fold(field.heading): (Use(field.name),) for field in PARTY_COLUMNS},
)
LAYOUTS = {"ours": Layout("Scrutiny’s own", "The headings of docs/extract.md, in any order.", OURS)}
