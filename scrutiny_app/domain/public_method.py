"""How a public report says that its cases were chosen, and what its numbers cannot show: plain words, terms after them.

A sentence stands only where what it explains is on the page.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from scrutiny_app.domain.agreement import alike_words
from scrutiny_app.domain.national_return import LEAST_RATED
from scrutiny_app.domain.public_forms import FULLEST, form_in
from scrutiny_app.domain.public_report import BREAKDOWN
from scrutiny_app.domain.public_shares import NO_SHARE_WORDS, NoShare
from scrutiny_app.domain.public_tables import day_words
from scrutiny_app.domain.public_wholeness import caveats, rows
from scrutiny_app.domain.report_tables import CANNOT_REOPEN, Table
from scrutiny_app.domain.rounds import strata_title
from scrutiny_app.domain.statistics import wilson_mean

Content = Mapping[str, Any]
_COUNTS = ("results", "breakdown", "themes")


def method(one: Content) -> Table:
    """State how one round's cases were chosen, checked and graded."""
    return Table(f"Method: {one['title']}", ("What", "How"), tuple(_method(one)))


def limits(content: Content) -> list[str]:
    """Say what the report cannot show."""
    rounds = [one for part in content["parts"] for one in part["rounds"]]
    found = [
        "The panel read what was on record when the decision was made, with names and other identifiers taken out.",
        "A fair draw from an incomplete list proves nothing: eligible cases are those that the force’s extract held.",
        *(sentence for one in rounds for sentence in caveats(one)),
        *_of_hiding(content),
        *(sentence for part in content["parts"] for sentence in _of_part(part)),
    ]
    if any(part[BREAKDOWN] for part in content["parts"]) and form_in(content) != FULLEST:
        found.append(
            "Disposals and ages stand each alone, with the results that leave most to print: crossed with each other, "
            "nearly every number would be so small that it had to be hidden."
        )
    return [*found, CANNOT_REOPEN]


def hides(content: Content) -> bool:
    """Say whether any count of a report is hidden."""
    told = [part[table] for part in content["parts"] for table in _COUNTS]
    told += [one["results"] for part in content["parts"] for one in part["rounds"]]
    return _has_range(told)


def _has_range(told: Any) -> bool:
    """Say whether a range, which is a list of two numbers, stands anywhere in some tables."""
    if isinstance(told, Mapping):
        return any(map(_has_range, told.values()))
    if isinstance(told, list):
        return bool(told) and (isinstance(told[0], int) or any(map(_has_range, told)))
    return False


def _of_hiding(content: Content) -> Iterator[str]:
    if hides(content):
        yield (
            f"Numbers from 1 to {content['hidden_below'] - 1} below the headline are hidden, because so few people "
            "might be recognised; others are hidden with them where they would give them away. The data files say what "
            f"each may be. Headline results of a round of {LEAST_RATED} cases or more are always printed."
        )


def _of_part(part: Content) -> Iterator[str]:
    if part["selection"] == "targeted":
        yield "Cases that were chosen say nothing of other cases: they have no percentage and are never added."
    elif part["shares"]:
        yield (
            "A range in brackets is where the share of all eligible cases very likely lies (95%): a range so made "
            "misses the truth about once in twenty times."
        )
    elif why := part.get("no_share"):
        yield NO_SHARE_WORDS[NoShare(why)]


def _method(one: Content) -> Iterator[tuple[str, str]]:
    first, last = (day_words(date.fromisoformat(one["period"][end])) for end in ("from", "to"))
    yield "Panel", one["panel"]
    yield "Cases finalised", f"{first} to {last}"
    yield from ((name, str(said)) for name, said in one["filters"].items())
    yield "Eligible cases, all on one list (the frame)", f"{one['frame']:,}"
    yield from rows(one)
    yield "Cases in the sample", f"{one['sample']:,}"
    how = "in proportion" if one["in_proportion"] else "by weights that the draw’s certificate gives"
    groups = strata_title(tuple(one["shared_out_by"])).capitalize()
    yield "How the sample was shared out", f"By {groups.lower()}, {how}, at least {one['floor']} of each"
    yield "The draw", f"{one['draw']}: the dice and the list alone decide, by a published rule ({one['algorithm']})"
    yield "Seal of the list, taken before the dice were rolled (SHA-256 of the frame)", one["frame_digest"]
    yield "Dice, rolled before witnesses", one["dice"]
    yield from _undone(one["undone"])
    yield "Signed findings changed since", f"{one['superseded']:,}" if one["superseded"] else "None"
    yield "How far members agreed before they discussed", _agreement(one["agreement"])
    yield "Last finding signed", day_words(date.fromisoformat(one["signed_on"]))
    yield (
        f"Seal of the record of every step, after {one['trail_entries']:,} entries (head of the trail, SHA-256)",
        one["trail_head"],
    )


def _undone(undone: Content) -> Iterator[tuple[str, str]]:
    void = f"{undone['voids']:,} made void" if undone["voids"] else "None made void"
    again = f"{undone['begun_again']:,} begun again" if undone["begun_again"] else "none begun again"
    yield "Draws undone", f"{void}, {again} before any dice were rolled"
    put_in = f"{undone['replacements']:,} replaced by others of the draw" if undone["replacements"] else "None replaced"
    empty = f"{undone['left_empty']:,} places left empty" if undone["left_empty"] else "no place left empty"
    yield "Cases taken out after the draw", f"{put_in}, {empty}"


def _agreement(told: Content) -> str:
    if told["observed"] is None:
        return f"Not given: fewer than {LEAST_RATED} cases were graded by two members or more"
    cases, pairs = f"{told['cases']:,} cases", told.get("pairs")  # which early reports do not tell
    counts = f"{told['alike']:,} of {pairs:,} pairs of {cases}" if pairs else f"of {cases}"
    share = alike_words(told["observed"], wilson_mean(told["observed"], told["cases"]), counts)
    known = f"How often two members’ grades of one case were alike: {share}"
    names = (("ac1", "Gwet’s AC1"), ("alpha", "Krippendorff’s alpha"))
    beyond = [f"{title} {told[name]:.2f}" for name, title in names if told[name] is not None]
    if not beyond:
        return known
    return f"{known}. Beyond what chance would bring about, where 1 is always and 0 no more often: {', '.join(beyond)}"
