"""The national rules held against invented records, for the tests of policy checks."""

import tomllib
from datetime import date
from importlib import resources

from scrutiny_app.domain.banding import released_case
from scrutiny_app.domain.checking import check
from scrutiny_app.domain.checking_packs import from_mapping
from scrutiny_app.domain.redacting import TEXTS
from scrutiny_app.domain.released_readings import readings
from tests.making import record

PACK = from_mapping(
    tomllib.loads((resources.files("scrutiny_app") / "policies" / "national.toml").read_text("utf-8")), "d" * 64
)
DAY = date(2026, 5, 20)
CHILD = {"offender_born": "2011-01-01", "child_involved": True, "appropriate_adult": True, "yjs_consulted": True}
O22 = {"disposal": "outcome_22", "outcome_code": "22"}
OLDER = CHILD | {"offender_born": "2009-01-01"}  # 17 at the offence


def released(hidden=(), **changes):
    """Give the release of a record with these changes; its texts are as they were, but for those hidden."""
    made = record(**changes)
    return released_case(made, "NP-00001", {name: made[name] for name in TEXTS}, frozenset(hidden))


def checked(*, day=DAY, until=None, hidden=(), **changes):
    """Hold the rules against a release, decided on a day or between two."""
    return check(PACK, readings(released(hidden, **changes)), (day, until or day))


def answer(rule, **changes):
    """Give what one rule says."""
    return next(one for one in checked(**changes).checks if one.rule == rule)
