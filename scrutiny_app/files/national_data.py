"""The national picture as JSON: every count with its low and its high end, for any tool to read."""

from collections.abc import Mapping
from typing import Any

import msgspec

from scrutiny_app.domain.collating import National, Part, Pool
from scrutiny_app.domain.national_funnels import Funnel, funnels_of
from scrutiny_app.domain.national_sums import Between

FORMAT = "scrutiny-national-picture"


def as_data(national: National) -> bytes:
    """Write the picture: equal pictures give equal bytes."""
    first, last = national.period
    made = {
        "format": FORMAT,
        "version": 1,
        "returns": len(national.returns),
        "forces": national.forces,
        "period": {"from": first, "to": last},
        "left_out": [{"file": file, "why": why} for file, why in national.left_out],
        **{part.selection: _part(part) for part in national.parts},
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def _part(part: Part) -> dict[str, Any]:
    return {
        "all": _pool(part.nation),
        "forces": {name: _pool(pool) for name, pool in part.forces.items()},
        "years": {year: _pool(pool) for year, pool in part.years.items()},
        "funnels": [_funnel(one) for one in (funnels_of(part) if part.selection == "random" else [])],
    }


def _pool(pool: Pool) -> dict[str, Any]:
    return {
        "returns": pool.returns,
        "public_returns": pool.public,
        "frame": pool.frame,
        "sample": pool.sample,
        "breakdown": [
            {"disposal": disposal, "age_group": age, "counts": _counts(counts)}
            for (disposal, age), counts in sorted(pool.lines.items())
        ],
        "themes": {theme: {"cases": a, "serious": b} for theme, (a, b) in sorted(pool.themes.items())},
        "estimate": pool.estimate,
        "agreement": pool.agreement,
        "timeliness": pool.timeliness,
    }


def _counts(counts: Mapping[str, Between]) -> dict[str, list[int]]:
    return {code: [int(count.low), int(count.high)] for code, count in counts.items()}


def _funnel(funnel: Funnel) -> dict[str, Any]:
    disposal, age = funnel.place
    points = [
        {"force": one.force, "inappropriate": one.found, "graded": one.graded, "flag": one.flag}
        for one in funnel.points
    ]
    return {"disposal": disposal, "age_group": age, "share": funnel.share, "points": points}
