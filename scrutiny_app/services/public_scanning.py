"""Looking for whoever is in a report's cases in the words that it would print: on the force's side alone.

The panel's side is never told who is in a case, so the words are looked through when the registrar approves, who is
always on this side, and no report is published without that.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.public_lines import LINE_TITLES, LineKind, PublicLine
from scrutiny_app.models.publishing import PublicReport
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.parties import Leak, leaks, shaped_leaks
from scrutiny_app.services.publishing import Scan
from scrutiny_app.services.redactions import open_record
from scrutiny_app.services.rounds import in_round


class NamesSomebody(Refused):
    """Words of a public report in which somebody can be recognised; the message says where and repeats none of them."""

    def __init__(self, found: Iterable[LineKind]) -> None:
        where = ", ".join(f"“{LINE_TITLES[kind]}”" for kind in dict.fromkeys(found))
        super().__init__(
            f"A line under {where} holds something that identifies a person, so nothing was approved or published. "
            "Prepare a new version without it."
        )


def scan_with(key: CaseKey) -> Scan:
    """Give the scan that opens the rounds' cases with this key."""
    return partial(_scan, key)


def _scan(key: CaseKey, session: Session, report: PublicReport, lines: tuple[PublicLine, ...]) -> None:
    """Raise NamesSomebody where a line identifies anybody in the report's rounds."""
    found = {leak.where for leak in _leaks(session, report, [(str(n), one.text) for n, one in enumerate(lines)], key)}
    if found:
        raise NamesSomebody(line.kind for n, line in enumerate(lines) if str(n) in found)


def _leaks(session: Session, report: PublicReport, words: list[tuple[str, str]], key: CaseKey) -> Iterator[Leak]:
    yield from shaped_leaks(words)
    for round_id in report.rounds:
        query = select(RoundCase).where(*in_round(session.get_one(Round, round_id))).order_by(RoundCase.position)
        for place in session.scalars(query):
            yield from leaks(open_record(session, place, key), words)
