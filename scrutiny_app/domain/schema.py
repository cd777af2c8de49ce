"""The extract's schema as tables in Markdown, so that its document can be held against the code."""

from collections.abc import Iterable, Sequence

from scrutiny_app.domain.cases import CHECKS, COLUMNS, FACETS, Field, Kind
from scrutiny_app.domain.faults import ADVICE


def fields_table() -> str:
    """List every column: its heading, what it holds, whether a case needs it, and whether and how it is kept."""
    rows = (
        (
            field.heading,
            _holds(field),
            "yes" if field.required else "",
            _kept(field),
            field.about,
        )
        for field in COLUMNS
    )
    return _table(("heading", "holds", "required", "kept", "about"), rows)


def choices_table() -> str:
    """List the words of every field that has a fixed set of them, with the short forms that are read too."""
    rows = (
        (field.heading, choice.title, f"`{choice.code}`", ", ".join(choice.also), _from(choice.since))
        for field in COLUMNS
        for choice in field.choices
    )
    return _table(("heading", "word", "code", "also read", "in force from"), rows)


def problems_table() -> str:
    """List the code of every problem that a row may have, and the advice that goes with it."""
    return _table(("code", "advice"), ((f"`{fault}`", advice) for fault, advice in ADVICE.items()))


def _kept(field: Field) -> str:
    if field in CHECKS:
        return "no"
    return "clear" if field.name in FACETS else "sealed"


def _holds(field: Field) -> str:
    limited = field.kind in (Kind.WORD, Kind.TEXT, Kind.REFERENCE, Kind.PERSON, Kind.PEOPLE)
    return f"{field.kind}, up to {field.most:,} characters" if limited else str(field.kind)


def _from(since: object) -> str:
    if since is None:
        return "not in force"
    return "" if str(since) == "1900-01-01" else str(since)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (header, ["---"] * len(header), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
