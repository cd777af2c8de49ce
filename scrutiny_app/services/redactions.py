"""Redactions of a round: the newest version of each beside the record it was made from, and how far each has come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session, defer

from redaction import Span, render
from scrutiny_app.domain import received
from scrutiny_app.domain.attaching import attachments_of, heading_of
from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.redacting import Standing, reading_order
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.received import ReceivedText
from scrutiny_app.models.redactions import Redaction, RedactionCheck, RedactionReturn
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services.dossiers import CaseKey, open_dossier
from scrutiny_app.services.rounds import in_round
from scrutiny_app.services.versions import Marks, Version, newest, open_version


@dataclass(frozen=True)
class Opened:
    """One version of a case's redaction beside the record that was frozen with the draw."""

    row: Redaction
    pick: Pick
    record: Mapping[str, Any]
    version: Version

    @property
    def marks(self) -> Mapping[str, Marks]:
        """Give the marks of each recorded text, in reading order."""
        return self.version.marks

    def numbered(self) -> Iterator[tuple[int, str, Span]]:
        """Number the case's redactions from 1 in reading order, each with the name of its text."""
        every = ((name, span) for name, marks in self.marks.items() for span in marks.spans)
        yield from ((number, name, span) for number, (name, span) in enumerate(every, 1))

    def people(self) -> list[str]:
        """List the tags that stand for persons, each once, in the order in which they are met."""
        return list(dict.fromkeys(span.tag for _, _, span in self.numbered() if span.kind == "name"))

    def heading(self, name: str) -> str:
        """Give the heading of a text."""
        if attached := attachments_of(self.record).get(name):
            return heading_of(name, attached)
        if later := received.received_of(self.record).get(name):
            return received.heading_of(name, later["kind"])
        return FIELD[name].heading

    @property
    def unread(self) -> list[str]:
        """List the headings of the attachments that could not be read."""
        return [heading_of(name, one) for name, one in attachments_of(self.record).items() if not one["text"]]

    def words(self, name: str, span: Span) -> str:
        """Give the original's words under a span."""
        text: str = self.record[name][span.start : span.end]
        return text

    def redacted(self) -> dict[str, str]:
        """Give each recorded text with its tags."""
        return {name: render(self.record[name], marks.spans) for name, marks in self.marks.items()}

    def hidden(self) -> frozenset[str]:
        """Name the texts of which redaction leaves no letter or digit."""
        return frozenset(
            name
            for name, marks in self.marks.items()
            if not any(map(str.isalnum, render(self.record[name], (_emptied(span) for span in marks.spans))))
        )


def _emptied(span: Span) -> Span:
    return Span(span.start, span.end, span.kind, "", span.source, span.certainty, span.reason)


def texts_of(record: Mapping[str, Any]) -> dict[str, str]:
    """Give the recorded texts of a record, in reading order."""
    return {name: record[name] for name in reading_order(record) if record[name]}


def open_record(session: Session, round_case: RoundCase, key: CaseKey) -> dict[str, Any]:
    """Open the record that was frozen with the draw, with all its texts by name: attachments', and what came later."""
    pick = pick_of(session, round_case)
    record = open_dossier(session, pick.case_id, pick.dossier_version, key)
    later = _received(session, round_case, key)
    texts = {name: one["text"] for name, one in (attachments_of(record) | later).items()}
    return {**record, **texts, "received": later}


def _received(session: Session, round_case: RoundCase, key: CaseKey) -> dict[str, dict[str, Any]]:
    rows = select(ReceivedText).where(ReceivedText.round_case_id == round_case.id).order_by(ReceivedText.number)
    return {
        received.name_of(row.number): {
            "kind": received.Received(row.kind),
            "at_the_time": row.at_the_time,
            "text": key.open(row.sealed, received_place(round_case.id, row.number)),
        }
        for row in session.scalars(rows)
    }


def received_place(round_case_id: int, number: int) -> str:
    """Name the place to which a received text is bound."""
    return f"received:{round_case_id}:{number}"


def pick_of(session: Session, round_case: RoundCase) -> Pick:
    """Give the pick that a round's case was drawn by; NotYours where there is none."""
    pick = session.scalar(select(Pick).where(Pick.round_case_id == round_case.id))
    if pick is None:
        raise NotYours
    return pick


def open_newest(session: Session, round_case: RoundCase, key: CaseKey, *, version: int | None = None) -> Opened:
    """Open the newest version; raise Overtaken where a person worked on an older one, Refused before the draft."""
    row = newest(session, round_case)
    if row is None:
        raise Refused("This case has not been drafted yet. Go to the round's redactions and draft them first.")
    if version is not None and version != row.version:
        raise Overtaken(
            f"You worked on version {version}, and version {row.version} has been made since, so nothing was changed."
        )
    record = open_record(session, round_case, key)
    return Opened(row, pick_of(session, round_case), record, open_version(row, key))


@dataclass(frozen=True)
class Progress:
    """How far one case has come; `release` is the newest, which an amendment in the making leaves in place.

    `check` is the newest of the newest version, `returned` the second person's no to it, and `withheld_at` when the
    newest release was taken away: the case then comes back only when it has been checked and approved anew.
    """

    round_case: RoundCase
    redaction: Redaction | None
    check: RedactionCheck | None
    returned: RedactionReturn | None
    release: Release | None
    withheld_at: datetime | None

    @property
    def standing(self) -> Standing:
        """Say where the newest version stands."""
        if self.redaction is None:
            return Standing.UNDRAFTED
        since = self.withheld_at
        if self.check is None or (since and self.check.checked_at <= since):
            return Standing.WITHHELD if since else Standing.TO_CHECK
        if self.returned:
            return Standing.RETURNED
        approved = self.release is not None and self.release.approved_at >= self.check.checked_at
        return Standing.APPROVED if approved else Standing.TO_APPROVE


def progress(session: Session, round_: Round) -> list[Progress]:
    """Tell how far each case of a round has come, in the round's order; what is sealed is not read."""
    query = _progress().where(*in_round(round_)).order_by(RoundCase.position)
    return [Progress(*row) for row in session.execute(query)]


def progress_of(session: Session, round_case: RoundCase) -> Progress:
    """Tell how far one case has come."""
    return Progress(*session.execute(_progress().where(RoundCase.id == round_case.id)).one())


def _progress() -> Select[*tuple[Any, ...]]:
    redaction = select(func.max(Redaction.id)).group_by(Redaction.round_case_id)
    check = select(func.max(RedactionCheck.id)).group_by(RedactionCheck.redaction_id)
    release = select(func.max(Release.id)).group_by(Release.round_case_id)
    withheld = select(func.min(Withholding.withheld_at)).where(Withholding.release_id == Release.id)
    return (
        select(RoundCase, Redaction, RedactionCheck, RedactionReturn, Release, withheld.scalar_subquery())
        .outerjoin(Redaction, and_(Redaction.round_case_id == RoundCase.id, Redaction.id.in_(redaction)))
        .outerjoin(RedactionCheck, and_(RedactionCheck.redaction_id == Redaction.id, RedactionCheck.id.in_(check)))
        .outerjoin(RedactionReturn, RedactionReturn.check_id == RedactionCheck.id)
        .outerjoin(Release, and_(Release.round_case_id == RoundCase.id, Release.id.in_(release)))
        .options(defer(Redaction.sealed), defer(Release.content))
    )
