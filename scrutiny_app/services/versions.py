"""Versions of a redaction: each whole and sealed, with what it must remember of those before it.

A version remembers what was done to make every one before it, and which redactions went that nobody lifted. So no
page and no deed opens more than the newest version or two, however many there are.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from redaction import Span
from scrutiny_app.domain.redacting import reading_order
from scrutiny_app.models.redactions import Redaction
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.trail import now

Change = Literal["drafted", "added", "lifted", "changed", "merged", "undone", "received"]
Place = tuple[str, Span]  # a redaction with the name of its text
PARTS = ("spans", "doubts", "covered")
FIELDS = ("start", "end", "kind", "tag", "source", "certainty", "reason", "party")


@dataclass(frozen=True)
class Marks:
    """What is taken out of one text, what a person should look at, and the doubts that a redaction covers.

    All are in order, over the original's offsets.
    """

    spans: tuple[Span, ...] = ()
    doubts: tuple[Span, ...] = ()
    covered: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Lift:
    """Words that a person put back, and why."""

    version: int
    text_name: str
    words: str
    tag: str
    reason: str


@dataclass(frozen=True)
class Deed:
    """What was done to make one version: to which kind of thing, and at how many places."""

    change: Change
    kind: str
    places: int


@dataclass(frozen=True)
class Version:
    """What one version of a redaction holds; `lost` and `past` are filled in when it is kept."""

    change: Change
    kind: str
    places: int
    marks: Mapping[str, Marks]
    lifts: tuple[Lift, ...] = ()
    lost: tuple[Place, ...] = ()  # redactions that stand no more though no person lifted them, in the order of going
    past: tuple[Deed, ...] = ()  # by which this version and those before it were made, the first version's first

    def places_of(self) -> Iterator[Place]:
        """Yield every redaction with the name of its text, in reading order."""
        yield from ((name, span) for name, mark in self.marks.items() for span in mark.spans)


def newest(session: Session, round_case: RoundCase) -> Redaction | None:
    """Give the newest version of a case's redaction, or None before the draft."""
    query = select(Redaction).where(Redaction.round_case_id == round_case.id)
    return session.scalar(query.order_by(Redaction.version.desc()).limit(1))


def find_version(session: Session, round_case_id: int, version: int) -> Redaction | None:
    """Find one version of a case's redaction."""
    return session.scalar(select(Redaction).filter_by(round_case_id=round_case_id, version=version))


def open_version(row: Redaction, key: CaseKey) -> Version:
    """Open what one version holds."""
    kept: dict[str, Any] = key.open(row.sealed, _place(row.round_case_id, row.version))
    names = reading_order(kept["marks"])
    return Version(
        kept["change"],
        kept["kind"],
        kept["places"],
        {name: Marks(*(tuple(map(_span, kept["marks"][name].get(part, ()))) for part in PARTS)) for name in names},
        tuple(Lift(**lift) for lift in kept["lifts"]),
        tuple((name, _span(span)) for name, span in kept.get("lost", ())),
        tuple(Deed(*deed) for deed in kept.get("past", ())),
    )


def keep_version(
    session: Session,
    round_case: RoundCase,
    version: Version,
    key: CaseKey,
    *,
    by: int | None,
    lifted: Collection[Place] = (),
) -> Redaction:
    """Seal and keep a version after the newest; `by` is None for the machine's own draft, `lifted` what nobody lost."""
    before = newest(session, round_case)
    whole = _remembering(version, open_version(before, key) if before else None, lifted)
    number = before.version + 1 if before else 1
    content = _content(whole)
    row = Redaction(
        round_case_id=round_case.id,
        version=number,
        sealed=key.seal(content, _place(round_case.id, number)),
        digest=key.fingerprint(content),
        made_by=by,
        made_at=now(),
    )
    session.add(row)
    session.flush()
    return row


def _remembering(version: Version, before: Version | None, lifted: Collection[Place]) -> Version:
    """Let a version remember those before it; one that undoes has said itself what was lost by then."""
    past = (*(before.past if before else ()), Deed(version.change, version.kind, version.places))
    if before is None or version.change == "undone":
        return replace(version, past=past)
    stand = {_where(place) for place in version.places_of()}
    gone = dict.fromkeys((*before.lost, *before.places_of()))
    chosen = set(lifted)
    lost = tuple(place for place in gone if _where(place) not in stand and place not in chosen)
    return replace(version, past=past, lost=lost)


def _where(place: Place) -> tuple[str, int, int]:
    name, span = place
    return name, span.start, span.end


def _content(version: Version) -> dict[str, Any]:
    return {
        "change": version.change,
        "kind": version.kind,
        "places": version.places,
        "marks": {name: {part: _rows(getattr(mark, part)) for part in PARTS} for name, mark in version.marks.items()},
        "lifts": [vars(lift) for lift in version.lifts],
        "lost": [[name, _row(span)] for name, span in version.lost],
        "past": [list(vars(deed).values()) for deed in version.past],
    }


def _rows(spans: Iterable[Span]) -> list[list[Any]]:
    return [_row(span) for span in spans]


def _row(span: Span) -> list[Any]:
    return [getattr(span, field) for field in FIELDS]


def _span(kept: Any) -> Span:
    """Read a span as kept: its values in order, or by name as the first versions have them."""
    return Span(**kept) if isinstance(kept, dict) else Span(*kept)


def _place(round_case_id: int, version: int) -> str:
    return f"redaction:{round_case_id}:{version}"
