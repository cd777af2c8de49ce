"""Replies that reach the panel: a case whose finding stands comes back once its officer's answer has been released.

It comes back to the first meeting after that, whatever was found: the right of reply is no right to another finding,
and the panel decides whether it begins one.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase


def replied_to(session: Session, round_: Round, onto: Round) -> set[int]:
    """Say which of a round's cases (by id) were released with a new text after their finding, first before `onto`."""
    signed = select(Finding.round_case_id, func.max(Signature.signed_at).label("at")).join(Signature)
    found = signed.group_by(Finding.round_case_id).subquery()
    query = select(Release, found.c.at).join(RoundCase, RoundCase.id == Release.round_case_id)
    query = query.join(found, found.c.round_case_id == RoundCase.id).where(RoundCase.round_id == round_.id)
    anew = session.execute(query.where(Release.approved_at > found.c.at).with_only_columns(RoundCase.id)).scalars()
    rows = [tuple(row) for row in session.execute(query.where(RoundCase.id.in_(anew.all())).order_by(Release.version))]
    known = {release.round_case_id: _texts(release) for release, at in rows if release.approved_at <= at}
    return {
        release.round_case_id
        for release, at in rows
        if release.approved_at > at
        and _texts(release) - known.get(release.round_case_id, frozenset())
        and not _met_between(session, release, onto)
    }


def _texts(release: Release) -> frozenset[str]:
    return frozenset(one.text for one in from_json(release.content).later_texts)


def _met_between(session: Session, release: Release, onto: Round) -> bool:
    """Say whether the panel had another round after a release and before this one."""
    query = select(Round.id).where(Round.panel_id == onto.panel_id, Round.opened_at > release.approved_at)
    return session.scalar(query.where(Round.opened_at < onto.opened_at).limit(1)) is not None
