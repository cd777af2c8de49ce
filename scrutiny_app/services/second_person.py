"""The second person: a release takes two people of a force, leads or preparers, and a force may have only one."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import GRANTS, Permission
from scrutiny_app.models.people import User

NEEDED = 2
RELEASERS = [role.value for role, granted in GRANTS.items() if Permission.APPROVE_RELEASE in granted]


def is_alone(session: Session, force: str | None) -> bool:
    """Say whether a force has too few people who may check and approve; those shut out do not count."""
    may = select(func.count()).where(User.force == force, User.role.in_(RELEASERS), User.disabled_at.is_(None))
    return (session.scalar(may) or 0) < NEEDED
