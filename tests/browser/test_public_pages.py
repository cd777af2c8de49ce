"""A public report's page in a real browser: from a disk, without script or network, on a telephone's screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scrutiny_app.files.public_folder import write_folder
from scrutiny_app.files.public_site import Version, site
from tests.browser.axe import faults_of

COUNTS = {"appropriate": 14, "observations": 4, "inappropriate": 2, "graded": 20}
COUNTS |= {"not_agreed": 0, "more_information": 0, "total": 20}
SHARES = [("appropriate", 14, 0.7, 0.5, 0.85), ("observations", 4, 0.2, 0.1, 0.4), ("inappropriate", 2, 0.1, 0.0, 0.3)]


def content(version: int) -> dict[str, Any]:
    """Make a report of one round, with a hidden number, words and a reply."""
    shares = [{"result": a, "cases": b, "of": 20, "share": c, "low": d, "high": e} for a, b, c, d, e in SHARES]
    shares.append({"result": "sound", "cases": 18, "of": 20, "share": 0.9, "low": 0.7, "high": 1.0})
    round_ = {
        **{"round": 1, "title": "Spring", "panel": "Northmoor panel", "signed_on": "2026-07-01", "frame": 90},
        **{"period": {"from": "2026-04-01", "to": "2026-06-30"}, "sample": 20, "results": COUNTS, "shares": shares},
        **{"filters": {}, "algorithm": "SHA-256", "draw": "NM-1", "frame_digest": "a" * 64, "dice": "1 2 3"},
        **{"shared_out_by": ["disposal"], "floor": 2, "in_proportion": True, "superseded": 0},
        "undone": {"voids": 0, "begun_again": 0, "replacements": 1, "left_empty": 0},
        "agreement": {"cases": 20, "observed": 0.9, "ac1": 0.88, "alpha": None},
        **{"trail_entries": 120, "trail_head": "b" * 64},
    }
    themes = [{"theme": "victim", "cases": 6, "serious": [1, 4]}]
    part = {"selection": "random", "rounds": [round_], "results": COUNTS, "shares": shares}
    words = [
        ("remark", "Well reasoned."),
        ("said", "Ask the victim."),
        ("did", "It is on the form.", "Ask the victim."),
    ]
    return {
        **{"title": "Spring 2026", "force": "Northmoor Police", "slug": "spring", "version": version},
        "licence": {"name": "Open Government Licence v3.0", "address": "https://www.nationalarchives.gov.uk/"},
        **{"hidden_below": 5, "parts": [part | {"breakdown": [], "themes": themes}]},
        "lines": [dict(zip(("kind", "text", "answers"), one, strict=False)) for one in words],
    }


@pytest.fixture(params=["index.html", "spring/index.html", "spring/1/index.html"])
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Each page of a site with a report in two versions."""
    write_folder(site([Version(content(1), None), Version(content(2), None)]), tmp_path / "site")
    with browser.new_context(offline=True, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        page.goto((tmp_path / "site" / request.param).as_uri())
        yield page


def test_it_fits_a_telephone(page: Page):
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_it_asks_for_its_own_style_sheet_alone_and_runs_no_script(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.reload()
    assert asked == ["index.html", "public.css"]
    assert page.locator("script").count() == 0


def test_axe_finds_no_fault_in_it(page: Page):
    assert faults_of(page) == []
