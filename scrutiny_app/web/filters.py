"""How values are written on pages: dates, counts, digests, blanks, and texts with their redactions.

A missing value is never shown as nothing: `recorded` puts the words "Not recorded" in its place.
"""

import json
import re
from collections.abc import Collection, Hashable
from datetime import date, datetime
from functools import lru_cache

from flask import Flask
from jinja2.runtime import Macro
from markupsafe import Markup

from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.joined_rows import row_in_words
from scrutiny_app.domain.people import BODY_TITLES, ROLE_TITLES
from scrutiny_app.domain.questions import ANSWER_TITLES, QUESTION_WORDS
from scrutiny_app.web.forms import govuk
from scrutiny_app.web.marked import marked, span_group

BLANKS = {
    kind: Markup('<span class="blank blank--{}">{}</span>').format(kind.replace(" ", "-"), kind.capitalize())
    for kind in ("not recorded", "redacted", "withheld")
}


def blank(kind: str = "not recorded") -> Markup:
    """Return one of the three blanks, told apart by its words; raise KeyError for a fourth."""
    return BLANKS[kind.replace("_", " ")]


def recorded(value: object) -> object:
    """Return the value, or the words for its absence."""
    return blank() if value is None or value == "" else value


def in_london(value: datetime) -> datetime:
    """Return an aware time as the clocks of London show it; refuse one that knows no zone."""
    if value.tzinfo is None:
        raise ValueError("A time without its zone cannot be shown")
    return value.astimezone(LONDON)


def british_date(value: date | None) -> str | Markup:
    """Write a date as 3 June 2026; a time counts as the day it was in London."""
    if value is None:
        return blank()
    day = in_london(value) if isinstance(value, datetime) else value
    return f"{day.day} {day:%B %Y}"


def british_datetime(value: datetime | None) -> str | Markup:
    """Write a time as 3 June 2026, 21:14 in London."""
    return blank() if value is None else f"{british_date(value)}, {in_london(value):%H:%M}"


def number(value: int) -> str:
    """Write a count with its thousands apart: 12,345."""
    return f"{value:,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """Write a count with its noun: 1 case, 4 cases, 2 entries."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def percent(share: float | None, places: int = 0) -> str | Markup:
    """Write a share between 0 and 1 as 42%; show its counts beside it."""
    if share is None:
        return blank()
    if 0 < share < 0.5 / 10 ** (places + 2):
        return f"under {10**-places:g}%"
    return f"{share * 100:.{places}f}%"


def digest(value: str) -> Markup:
    """Write a hexadecimal digest in groups of eight that may wrap between groups; it copies without gaps."""
    groups = [value[start : start + 8] for start in range(0, len(value), 8)]
    spans = Markup("<wbr>").join(Markup('<span class="digest__group">{}</span>').format(group) for group in groups)
    return Markup('<code class="digest">{}</code>').format(spans)


_TAG = re.compile(r"\[[^\[\]\n]{1,60}\]")


def tagged(text: str | None, tags: Collection[str] | None = None) -> object:
    """Return a released text with each redaction's tag set off; with `tags`, no other words in brackets."""
    if not text:
        return blank()
    pieces: list[str | Markup] = []
    end = 0
    for match in _TAG.finditer(text):
        if tags is None or match.group() in tags:
            pieces += [text[end : match.start()], Markup('<span class="redaction">{}</span>').format(match.group())]
            end = match.end()
    return Markup("").join([*pieces, text[end:]])


def anchor(text: str) -> str:
    """Return words as an element's id: "Cases reviewed" gives cases-reviewed."""
    return re.sub(r"[^a-z0-9]+", "-", str(text).lower()).strip("-")


def spaced(name: str) -> str:
    """Write an event's name as words: SampleDrawn as "Sample drawn"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


STEADY = frozenset({"round_id", "round_case_id", "release_id", "panel_id", "meeting_id", "user_id"})


def facts(text: str, blind: bool = False) -> list[tuple[str, object]]:
    """Give the facts of a trail entry in order, those that were left blank apart.

    To the blind no ids are given that count what others did, such as that of a grade.
    """
    known = [(name, value) for name, value in json.loads(text).items() if value is not None]
    return [(name, value) for name, value in known if not blind or not name.endswith("_id") or name in STEADY]


def write_once(macro: Macro, *words: Hashable) -> Markup:
    """Write an imported macro of words and codes that are the same for everybody; what it wrote is kept.

    Give it nothing of a case or a person.
    """
    return Markup(macro(*words))  # noqa: S704  # a macro escapes what it is given


def install(app: Flask) -> None:
    """Give the app's templates the filters and what the form macros ask for."""
    environment = app.jinja_env
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters |= {
        "anchor": anchor,
        "blank": blank,
        "date": british_date,
        "datetime": british_datetime,
        "digest": digest,
        "facts": facts,
        "marked": marked,
        "number": number,
        "percent": percent,
        "plural": plural,
        "recorded": recorded,
        "row_in": row_in_words,
        "spaced": spaced,
        "tagged": tagged,
    }
    environment.globals |= {
        "blank": blank,
        "body_titles": BODY_TITLES,
        "component": govuk.component,
        "limit": govuk.limit,
        "once": lru_cache(1000)(write_once),
        "problem": govuk.problem,
        "problems": govuk.problems,
        "question_answers": ANSWER_TITLES,
        "question_words": QUESTION_WORDS,
        "role_titles": ROLE_TITLES,
        "span_group": span_group,
        "tagged": tagged,
    }
