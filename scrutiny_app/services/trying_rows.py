"""Trying a file's rows by what has been said of them before it is confirmed; nothing of them is kept."""

from dataclasses import replace

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.trial import Trial, trial_of
from scrutiny_app.files.reading import read_cases
from scrutiny_app.models.people import User
from scrutiny_app.services import looks, receiving
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.mapping import Question
from scrutiny_app.services.trail import today_in_london

MOST_TRIED = 2_000  # rows, so that the page comes soon
_LARGEST = 20 * 2**20  # bytes of a file whose rows are tried


def try_rows(session: Session, question: Question, *, key: CaseKey, by: User) -> Trial | None:
    """Read the first rows, all of a file of ordinary size, and say what would become of them; None of a large file."""
    receiving.require_importer(by)
    extract = question.extract
    if question.said is None or extract.size > _LARGEST:
        return None
    order = looks.order(session, extract, key=key, today=today_in_london())
    order = replace(order, chunk=MOST_TRIED, skip=0, confirmed=True)  # the page itself names whom it doubts
    try:
        with receiving.incoming(session, extract, key) as file:
            chunk = next(iter(read_cases(file, order)), None)
    except Refused:  # the import itself says why
        return None
    if chunk is None:
        return None
    return trial_of(chunk.total, len(chunk.cases), chunk.problems, chunk.notes, is_all=chunk.share >= 1.0)
