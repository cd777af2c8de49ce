"""What a public report says of whether its list of cases was whole: numbers looked for in it, and the force's totals.

Small counts are hidden as in its tables. Of numbers that were looked for and found nothing is printed, so that nobody
reckons the rest from the sum; of totals only by how much they differ.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from scrutiny_app.domain.round_method import Method

Told = int | list[int]
OUTSIDE, TOTALS = "looked_for", "own_totals"


def wholeness(method: Method, least: int) -> dict[str, Any]:
    """Give what a report's content holds of one round: counts below `least` stand as the range they are hidden for."""
    check, totals = method.check, method.totals
    numbers = {"named": check.named, "absent": check.absent, "unanswered": check.unanswered}
    found: dict[str, Any] = {OUTSIDE: {name: _hidden(count, least) for name, count in numbers.items()}, TOTALS: None}
    if totals:
        found[TOTALS] = {
            "more_counted": _hidden(max(0, totals.counted - totals.here), least),
            "fewer_counted": _hidden(max(0, totals.here - totals.counted), least),
            "every_disposal_agrees": not totals.differing,
            "before_freezing": totals.before_freezing,
        }
    return found


def rows(one: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """State of one round, in plain words, how its list was held against what others know."""
    if OUTSIDE in one:
        yield "Case numbers from elsewhere, looked for in the list", _looked_for(one[OUTSIDE])
        yield "The list held against the force’s own totals", _against(one[TOTALS])


def caveats(one: Mapping[str, Any]) -> Iterator[str]:
    """Say of one round what its list is known to lack, or not known to have."""
    if OUTSIDE not in one:
        return
    named, title = one[OUTSIDE], one["title"]
    if named["absent"]:
        yield f"{title}: some case numbers known from elsewhere were absent from the list. What else is, nobody knows."
    if named["unanswered"]:
        yield f"{title}: some case numbers known from elsewhere had not been looked up when this report was prepared."
    if one[TOTALS] and not one[TOTALS]["every_disposal_agrees"]:
        yield f"{title}: the force’s own totals differ from the cases that its list was made from."


def count_words(count: Told) -> str:
    """Write a count, a hidden one as the range that it is hidden for."""
    return f"{count:,}" if isinstance(count, int) else f"{count[0]} to {count[1]}"


def _looked_for(named: Mapping[str, Told]) -> str:
    if not named["named"]:
        return "None was named, so nobody has tested the list from outside"
    found = [f"{count_words(named['named'])} named by somebody outside the list, such as from a court list"]
    found.append(f"{count_words(named['absent'])} absent" if named["absent"] else "none absent")
    found.append(f"{count_words(named['unanswered'])} not looked up yet" if named["unanswered"] else "all looked up")
    return "; ".join(found)


def _against(totals: Mapping[str, Any] | None) -> str:
    if totals is None:
        return "Not done: the force gave no totals"
    when = "before" if totals["before_freezing"] else "after"
    entered = f"Entered {when} the list was frozen."
    if more := totals["more_counted"]:
        return f"The force counted {count_words(more)} more cases than were held here. {entered}"
    if fewer := totals["fewer_counted"]:
        return f"The force counted {count_words(fewer)} fewer cases than were held here. {entered}"
    alike = totals["every_disposal_agrees"]
    agrees = "of every kind of disposal" if alike else "in sum, though kinds of disposal differ"
    return f"The force counted as many cases as were held here, {agrees}. {entered}"


def _hidden(count: int, least: int) -> Told:
    return [1, least - 1] if 0 < count < least else count
