"""Policy checks: a release is held against the rules when it is made, and what they say is kept with it, unchanged.

They are reckoned from what the release says and nothing else; the day of the decision only settles which rules were in
force. So the panel's side reads them without the case key.
"""

import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import checking, checking_packs
from scrutiny_app.domain.checking import Checked
from scrutiny_app.domain.checking_rules import Pack
from scrutiny_app.domain.released_readings import readings
from scrutiny_app.domain.releasing import ReleasedCase
from scrutiny_app.models.releases import Release, ReleaseChecks

_CHECKS = select(ReleaseChecks.release_id, ReleaseChecks.content).where(
    ReleaseChecks.release_id.in_(bindparam("releases", expanding=True))
)


@cache
def national_pack() -> Pack:
    """Give the national rules, read from their file once; raise PackUnreadable for a file that holds no rules."""
    kept = (resources.files("scrutiny_app") / "policies" / "national.toml").read_text("utf-8")
    return checking_packs.from_mapping(tomllib.loads(kept), sha256(kept.encode()).hexdigest())


def decided(record: Mapping[str, Any]) -> tuple[date, date]:
    """Give the first and last day on which a case may have been decided: one day, where that is recorded."""
    first, last = (record["decision_date"] or record[name] for name in ("offence_date", "disposal_date"))
    return date.fromisoformat(first), date.fromisoformat(last)


def check_release(case: ReleasedCase, days: tuple[date, date]) -> Checked:
    """Say what the rules in force on those days make of a release as decided, and which what came later answers."""
    before, after = (checking.check(national_pack(), readings(one), days) for one in (case.as_decided(), case))
    return checking.with_later(before, after)


def keep_checks(session: Session, release: Release, checked: Checked) -> ReleaseChecks:
    """Keep with a release what the rules say of it."""
    kept = ReleaseChecks(release_id=release.id, content=checked.to_json(), digest=checked.digest)
    session.add(kept)
    session.flush()
    return kept


def checks_of(session: Session, releases: Collection[int]) -> dict[int, Checked]:
    """Give for each of some releases (by id) what its checks say; a release from before there were checks has none."""
    rows = session.execute(_CHECKS, {"releases": list(releases)})
    return {release: checking.from_json(content) for release, content in rows}
