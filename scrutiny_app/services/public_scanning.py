"""Looking for whoever is in a report's cases in the words that it would print: on the force's side alone.

The panel's side is never told who is in a case, so the words are looked through when the registrar approves, who is
always on this side, and no report is published without that.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.public_lines import NamesSomebody, PublicLine
from scrutiny_app.domain.whole_words import words_of
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.publishing import PublicReport
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.parties import Leak, leaks, shaped_leaks
from scrutiny_app.services.publishing import Scan
from scrutiny_app.services.redactions import open_record
from scrutiny_app.services.rounds import in_round

_PLACE = "place"  # what redaction calls a part of somebody's address that is a town's or an area's name
_NUMBER = "number"  # and figures that may be anybody's


def scan_with(key: CaseKey) -> Scan:
    """Give the scan that opens the rounds' cases with this key."""
    return partial(_scan, key)


def _scan(key: CaseKey, session: Session, report: PublicReport, lines: tuple[PublicLine, ...]) -> None:
    """Raise NamesSomebody where a line identifies anybody in the report's rounds."""
    found = {leak.where for leak in _leaks(session, report, [(str(n), one.text) for n, one in enumerate(lines)], key)}
    if found:
        raise NamesSomebody(line for n, line in enumerate(lines) if str(n) in found)


def _leaks(session: Session, report: PublicReport, words: list[tuple[str, str]], key: CaseKey) -> Iterator[Leak]:
    ours = [session.get_one(Round, one) for one in report.rounds]
    names = _publishers(session, report, ours)
    told = [(where, _without(names, text)) for where, text in words]
    fixed = {word for name in names for word in words_of(name)}
    for leak in shaped_leaks(words):
        if leak.kind != _NUMBER or not fixed.issuperset(words_of(leak.words)):
            yield leak
    for round_ in ours:
        query = select(RoundCase).where(*in_round(round_)).order_by(RoundCase.position)
        for place in session.scalars(query):
            for leak in leaks(open_record(session, place, key), told):
                if leak.kind != _PLACE or not fixed.issuperset(words_of(leak.words)):
                    yield leak


def _publishers(session: Session, report: PublicReport, ours: Iterable[Round]) -> list[str]:
    """List the names that the publisher goes by and nobody types: the force's, its panels' and their areas'."""
    panels = [session.get_one(Panel, one.panel_id).name for one in ours if one.panel_id]
    areas = [area for one in ours for area in one.filters.get("area", ())]
    return sorted({report.force, *panels, *areas}, key=len, reverse=True)


def _without(names: Iterable[str], text: str) -> str:
    """Take whole names out of a text, so that a case which shares a word with one is not found in it."""
    return re.sub("|".join(rf"\b{re.escape(name)}\b" for name in names), "-", text)
