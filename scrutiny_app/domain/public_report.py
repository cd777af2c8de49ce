"""A public report: all that it prints, as one plain value from which its page and its files are made.

It tells one round or several. Headlines of rounds of ten cases or more are printed whatever they are; small numbers
below them are hidden. Samples that were drawn at random and samples that were chosen stand apart and are never added.
Nothing of any single case is in it but words that somebody chose and another person approved.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from typing import Any

from msgspec import to_builtins

from scrutiny_app.domain.agreement import Agreement
from scrutiny_app.domain.besieging import Name, Range
from scrutiny_app.domain.national_cells import HEADLINE, THEME, cells, certified
from scrutiny_app.domain.national_return import COUNTED, LEAST_RATED, TOTAL, Return
from scrutiny_app.domain.public_cells import SERIOUS, pooled, printed_whatever, scope, within
from scrutiny_app.domain.public_forms import FULLEST, BreakdownForm, is_breakdown
from scrutiny_app.domain.public_lines import PublicLine, written
from scrutiny_app.domain.public_shares import shares, why_no_share
from scrutiny_app.domain.public_wholeness import wholeness
from scrutiny_app.domain.suppressing import LEAST
from scrutiny_app.domain.told_rounds import ToldRound

FORMAT, FORM = "scrutiny-public-report", 1
SELECTIONS = ("random", "targeted")
BREAKDOWN, THEMES = "breakdown", "themes"
TABLES = {BREAKDOWN: "Results by disposal and age group", THEMES: "What the panel observed"}
LICENCE = ("Open Government Licence v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")

Counts = dict[Name, int]


@dataclass(frozen=True)
class Printing:
    """The counts that a report would print: each by its name, those always printed, and what certificates tell.

    `silent` ones have no place in it but are small, so that nobody may reckon them from those that have.
    """

    counts: Counts
    always: frozenset[Name]
    certificates: Counts
    silent: Counts


def parts(rounds: Collection[ToldRound]) -> Iterator[tuple[str, list[ToldRound]]]:
    """Part rounds by how their cases were chosen."""
    for selection in SELECTIONS:
        ours = [one for one in rounds if one.exact.selection == selection]
        if ours:
            yield selection, sorted(ours, key=lambda one: (one.exact.period.from_, one.id))


def to_print(
    rounds: Collection[ToldRound], tables: Collection[str], form: BreakdownForm = FULLEST, least: int = LEAST
) -> Printing:
    """Gather the counts of the rounds' headlines, and of the tables that are wanted."""
    counts, always, certificates, silent = Counts(), set[Name](), Counts(), Counts()
    for _, ours in parts(rounds):
        each = {one.state.key: cells(one.exact) for one in ours}
        for key, of_round in each.items():
            headline = {name: count for name, count in of_round.items() if name[:2] == HEADLINE}
            counts |= within(key, headline)
            always |= within(key, dict.fromkeys(printed_whatever(of_round))).keys()
        every, whole = scope(one.state for one in ours), pooled(each.values())
        wanted = {name: count for name, count in whole.items() if _is_wanted(name, tables)}
        told = {name: count for name, count in wanted.items() if not is_breakdown(name) or form.tells(name)}
        counts |= within(every, told)
        for place, of_place in {every: whole, **each}.items():
            guarded = [name for name in wanted if not is_breakdown(name) or form.has_line(name)]
            small = {name: of_place[name] for name in guarded if 0 < of_place.get(name, 0) < least}
            silent |= {name: count for name, count in within(place, small).items() if name not in counts}
        sizes = all(of_round[*HEADLINE, TOTAL] >= LEAST_RATED for of_round in each.values())
        always |= {(every, *HEADLINE, code) for code in (COUNTED if sizes else (TOTAL,))}
        for one in ours:
            certificates |= within(one.state.key, certified(one.exact, each[one.state.key]))
    return Printing(counts, frozenset(always), certificates, silent)


def make_content(
    rounds: Collection[ToldRound],
    shown: Mapping[Name, int | Range],
    *,
    title: str,
    force: str,
    slug: str,
    version: int,
    least: int,
    lines: Sequence[PublicLine],
) -> dict[str, Any]:
    """Make all that a report prints; equal states give equal contents."""
    return {
        "format": FORMAT,
        "form": FORM,
        "title": title,
        "force": force,
        "slug": slug,
        "version": version,
        "licence": {"name": LICENCE[0], "address": LICENCE[1]},
        "hidden_below": least,
        "parts": [_part(selection, ours, shown, least) for selection, ours in parts(rounds)],
        "lines": written(lines),
    }


def digest_of(content: Mapping[str, Any]) -> str:
    """Give the SHA-256 of a content, whichever order its parts are kept in."""
    return sha256(dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def table_of(name: Name) -> str:
    """Say in which table a cell stands."""
    if name[1] == THEME:
        return TABLES[THEMES]
    return "Results" if name[1:3] == HEADLINE else TABLES[BREAKDOWN]


def tables_in(content: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the tables that a content has beside its headlines."""
    return tuple(one for one in TABLES if any(part[one] for part in content["parts"]))


def _is_wanted(name: Name, tables: Collection[str]) -> bool:
    return name[:2] == HEADLINE or (BREAKDOWN if is_breakdown(name) else THEMES) in tables


def _part(selection: str, ours: Sequence[ToldRound], shown: Mapping[Name, int | Range], least: int) -> dict[str, Any]:
    every = scope(one.state for one in ours)
    lines = dict.fromkeys(name[1:3] for name in shown if name[0] == every and name[1] != THEME)
    themes = [name[2] for name in shown if name[:2] == (every, THEME) and name[3] == TOTAL]
    return {
        "selection": selection,
        "rounds": [_round(one, shown, least) for one in ours],
        "results": _counts(shown, (every, *HEADLINE)),
        "shares": shares(ours),
        "no_share": why_no_share(ours),
        "breakdown": [
            {"disposal": place[0], "age_group": place[1], "counts": _counts(shown, (every, *place))}
            for place in lines
            if place != HEADLINE
        ],
        "themes": [
            {
                "theme": theme,
                "cases": _count(shown[every, THEME, theme, TOTAL]),
                "serious": _count(shown[every, THEME, theme, SERIOUS]),
            }
            for theme in themes
        ],
    }


def _round(one: ToldRound, shown: Mapping[Name, int | Range], least: int) -> dict[str, Any]:
    report, exact, method = one.report, one.exact, one.report.method
    return {
        "round": one.id,
        "title": report.title,
        "panel": report.panel,
        "period": {"from": exact.period.from_.isoformat(), "to": exact.period.to.isoformat()},
        "signed_on": exact.signed_on.isoformat(),
        "frame": exact.frame,
        "sample": exact.sample,
        "results": _counts(shown, (one.state.key, *HEADLINE)),
        "shares": shares([one]),
        "no_share": why_no_share([one]),
        **wholeness(method, least),
        "filters": dict(method.filters),
        "left_out_of_frame": sum(method.exclusions.values()) > 0,
        "algorithm": method.algorithm,
        "draw": method.draw_id,
        "frame_digest": method.frame_digest,
        "dice": method.dice,
        "shared_out_by": list(method.strata),
        "floor": method.floor,
        "in_proportion": method.in_proportion,
        "undone": to_builtins(exact.undone),
        "superseded": report.superseded,
        "agreement": _agreement(exact, report.agreed),
        "trail_entries": report.entries,
        "trail_head": report.head,
    }


def _agreement(exact: Return, agreed: Agreement | None) -> dict[str, Any]:
    told = exact.agreement
    enough = told.cases >= LEAST_RATED
    figures = {name: getattr(told, name) if enough else None for name in ("observed", "ac1", "alpha")}
    percent = agreed.figures[0] if enough and agreed else None
    pairs = {"alike": percent.alike, "pairs": percent.pairs} if percent else {}
    return {"cases": told.cases, **{name: figure and round(figure, 2) for name, figure in figures.items()}, **pairs}


def _counts(shown: Mapping[Name, int | Range], place: Name) -> dict[str, int | list[int]]:
    return {code: _count(shown[*place, code]) for code in COUNTED if (*place, code) in shown}


def _count(count: int | Range) -> int | list[int]:
    return count if isinstance(count, int) else [count.low, int(count.high)]
