"""All published reports as the files of a small site: every version at its own address, the newest one at the report's.

The portals serve these files and `scrutiny publish` writes them, so that both are the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache, partial
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from scrutiny_app.domain.public_paper import public_paper
from scrutiny_app.domain.public_tables import FLAT_HEADER, day_words, flat_rows, period
from scrutiny_app.files.papers import paper_document, paper_pdf, paper_workbook
from scrutiny_app.files.public_page import (
    CSS,
    DATA,
    DOCUMENT,
    PAGE,
    PDF,
    TABLE,
    WORKBOOK,
    index,
    page,
    style_sheet,
    withdrawn,
)
from scrutiny_app.files.writing import write_csv

Files = dict[str, bytes]
Made = dict[str, Callable[[], bytes]]  # files by their paths, each made when it is asked for
_WRITERS = {PDF: paper_pdf, DOCUMENT: paper_document, WORKBOOK: paper_workbook}
_KEPT = 32  # documents in a process's memory: anybody may ask for one, and one takes a while to set


class Version(NamedTuple):
    """One published version of a report."""

    content: Mapping[str, Any]
    withdrawn_on: date | None


class Listed(NamedTuple):
    """One report as the front page lists it: its newest version, without what that prints."""

    force: str
    slug: str
    title: str
    first: date
    last: date
    withdrawn_on: date | None


def site(versions: Iterable[Version]) -> Files:
    """Give every file of the site by its path."""
    order = sorted(versions, key=lambda one: (one.content["force"], one.content["slug"], one.content["version"]))
    reports = [list(group) for _, group in groupby(order, key=lambda one: str(one.content["slug"]))]
    files = front(_listed(report[-1]) for report in reports)
    for report in reports:
        files |= {name: make() for name, make in report_files(report).items()}
    return files


def front(reports: Iterable[Listed]) -> Files:
    """Give the files at the site's top: the list of all reports, by force, and the style sheet."""
    forces: dict[str, list[dict[str, str]]] = {}
    for one in reports:
        gone = one.withdrawn_on
        finalised = f"Cases finalised {day_words(one.first)} to {day_words(one.last)}"
        note = f"Withdrawn on {day_words(gone)}" if gone else finalised
        forces.setdefault(one.force, []).append({"title": one.title, "address": f"{one.slug}/", "note": note})
    return {PAGE: index(forces), CSS: style_sheet()}


def report_files(versions: Iterable[Version]) -> Made:
    """Give the files of one report by their paths, from its versions in order; each is made when it is asked for."""
    report = list(versions)
    return dict(_report(report)) if report else {}


def as_json(content: Mapping[str, Any]) -> bytes:
    """Write a report's data as JSON: equal contents give equal bytes."""
    return msgspec.json.format(msgspec.json.encode(content, order="sorted"), indent=1) + b"\n"


def as_csv(content: Mapping[str, Any]) -> bytes:
    """Write every count of a report as CSV."""
    return write_csv(FLAT_HEADER, flat_rows(content))


def _report(report: list[Version]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield each version's files, and those of the newest one at the report's own address."""
    newest = report[-1]
    slug = newest.content["slug"]
    for one in report:
        number = one.content["version"]
        current = "" if one is newest else "../"
        yield from _version(one, f"{slug}/{number}/", css=f"../../{CSS}", current=current)
    yield from _version(newest, f"{slug}/", css=f"../{CSS}", current="")


def _version(one: Version, folder: str, *, css: str, current: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    content = one.content
    if one.withdrawn_on:
        about = (content["title"], content["force"], content["version"], one.withdrawn_on)
        yield f"{folder}{PAGE}", partial(withdrawn, *about, css=css)
        return
    yield f"{folder}{PAGE}", partial(page, content, css=css, current=current)
    yield f"{folder}{DATA}", partial(as_json, content)
    yield f"{folder}{TABLE}", partial(as_csv, content)
    for name in _WRITERS:
        yield f"{folder}{name}", partial(_document, name, msgspec.json.encode(content, order="sorted"))


@lru_cache(_KEPT)
def _document(name: str, content: bytes) -> bytes:
    return _WRITERS[name](public_paper(msgspec.json.decode(content)))


def _listed(newest: Version) -> Listed:
    content = newest.content
    return Listed(content["force"], content["slug"], content["title"], *period(content), newest.withdrawn_on)
