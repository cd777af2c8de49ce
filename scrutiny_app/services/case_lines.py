"""One line on each case, as it was released: what the offence was and what was done, beside the case's reference."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models.releases import Release

TOLD = ("Offence", "Disposal")


def case_lines(session: Session, cases: Collection[int]) -> dict[int, str]:
    """Give for each of the cases (by id) that has been released its offence and disposal, in its newest release."""
    newest = select(func.max(Release.id)).where(Release.round_case_id.in_(cases)).group_by(Release.round_case_id)
    rows = session.execute(select(Release.round_case_id, Release.content).where(Release.id.in_(newest)))
    return {case: _line(content) for case, content in rows}


def _line(content: str) -> str:
    facts = {fact.label: fact.value for fact in from_json(content).facts}
    return "; ".join(words for label in TOLD if (words := facts.get(label)))
