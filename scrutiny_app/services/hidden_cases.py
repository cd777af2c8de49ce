"""Why cases of an open round are not before a person of its panel: a conflict, a case withheld, or none released yet.

A case from which the reader stepped back is counted as that alone, so that nothing more is told of it.
"""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.rounds import in_round, is_withheld
from scrutiny_app.services.standing_findings import standing_findings


class HiddenCases(NamedTuple):
    """How many cases somebody does not see, by the reason, and how many another chair has still to sign."""

    conflict: int
    withheld: int
    unreleased: int
    for_another_chair: int


def hidden_cases(session: Session, round_: Round, *, by: User) -> HiddenCases:
    """Count the cases of an open round that a person does not see, by the reason."""
    own = has_conflict(RoundCase.id, by.id)
    stepped_back = list(session.scalars(select(RoundCase.id).where(*in_round(round_), own)))
    newest = select(func.max(Release.id)).where(Release.round_case_id == RoundCase.id).correlate(RoundCase)
    rest = select(newest.scalar_subquery()).where(*in_round(round_), ~own)
    releases = list(session.scalars(rest))
    released = [one for one in releases if one is not None]
    withheld = len(list(session.scalars(select(Release.id).where(Release.id.in_(released), is_withheld(Release.id)))))
    signed = standing_findings(session, stepped_back)
    return HiddenCases(len(stepped_back), withheld, len(releases) - len(released), len(stepped_back) - len(signed))
