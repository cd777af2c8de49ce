"""The second person: a release takes two people of a force, leads or preparers, and a force may have only one."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import GRANTS, Permission
from scrutiny_app.models.people import User

NEEDED = 2
RELEASERS = [role.value for role, granted in GRANTS.items() if Permission.APPROVE_RELEASE in granted]


def forces_short_of_two(session: Session) -> dict[str, int]:
    """Count, for each force that has too few, the people who may check and approve; those disabled do not count."""
    counts: dict[str, int] = dict.fromkeys(session.scalars(select(User.force).where(User.force.is_not(None))), 0)
    of_force = select(User.force, func.count()).where(User.role.in_(RELEASERS), User.disabled_at.is_(None))
    counts |= dict(session.execute(of_force.group_by(User.force)).tuples().all())
    return {force: count for force, count in sorted(counts.items()) if count < NEEDED}
