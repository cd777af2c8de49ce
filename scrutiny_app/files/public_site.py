"""All published reports as the files of a small site: every version at its own address, the newest one at the report's.

The portals serve these files and `scrutiny publish` writes them, so that both are the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from scrutiny_app.domain.public_tables import FLAT_HEADER, day_words, flat_rows, period_words
from scrutiny_app.files.public_page import CSS, DATA, PAGE, TABLE, index, page, style_sheet, withdrawn
from scrutiny_app.files.writing import write_csv

Files = dict[str, bytes]


class Version(NamedTuple):
    """One published version of a report."""

    content: Mapping[str, Any]
    withdrawn_on: date | None


def site(versions: Iterable[Version], only: str | None = None) -> Files:
    """Give every file of the site by its path; with `only`, no report's but that of this name."""
    order = sorted(versions, key=lambda one: (one.content["force"], one.content["slug"], one.content["version"]))
    reports = [list(group) for _, group in groupby(order, key=lambda one: str(one.content["slug"]))]
    files = {PAGE: _index(reports), CSS: style_sheet()}
    for report in reports:
        if only in (None, report[-1].content["slug"]):
            files |= dict(_report(report))
    return files


def as_json(content: Mapping[str, Any]) -> bytes:
    """Write a report's data as JSON: equal contents give equal bytes."""
    return msgspec.json.format(msgspec.json.encode(content, order="sorted"), indent=1) + b"\n"


def as_csv(content: Mapping[str, Any]) -> bytes:
    """Write every count of a report as CSV."""
    return write_csv(FLAT_HEADER, flat_rows(content))


def _report(report: list[Version]) -> Iterator[tuple[str, bytes]]:
    """Yield each version's files, and those of the newest one at the report's own address."""
    newest = report[-1]
    slug = newest.content["slug"]
    for one in report:
        number = one.content["version"]
        current = "" if one is newest else "../"
        yield from _version(one, f"{slug}/{number}/", css=f"../../{CSS}", current=current)
    yield from _version(newest, f"{slug}/", css=f"../{CSS}", current="")


def _version(one: Version, folder: str, *, css: str, current: str) -> Iterator[tuple[str, bytes]]:
    content = one.content
    if one.withdrawn_on:
        note = withdrawn(content["title"], content["force"], content["version"], one.withdrawn_on, css=css)
        yield f"{folder}{PAGE}", note
        return
    yield f"{folder}{PAGE}", page(content, css=css, current=current)
    yield f"{folder}{DATA}", as_json(content)
    yield f"{folder}{TABLE}", as_csv(content)


def _index(reports: Iterable[list[Version]]) -> bytes:
    forces: dict[str, list[dict[str, str]]] = {}
    for report in reports:
        content, gone = report[-1]
        note = f"Withdrawn on {day_words(gone)}" if gone else f"Cases finalised {period_words(content)}"
        told = {"title": content["title"], "address": f"{content['slug']}/", "note": note}
        forces.setdefault(content["force"], []).append(told)
    return index(forces)
