"""What figures over rounds say in sentences: what was found, and what so many cases can and cannot show."""

from scrutiny_app.domain.agreeing import Result, in_words
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_tables import day, range_words
from scrutiny_app.domain.papers import listed, many
from scrutiny_app.domain.report_tables import CANNOT_REOPEN


def summary(over: OverRounds) -> str:
    """Say in a few sentences what was found."""
    if not over.random:
        return "No round of these was left to chance, so there is nothing to pool: each is counted by itself below."
    sound, wrong = over.line("sound"), over.line(Result.INAPPROPRIATE)
    said = f"In {many(len(over.random), 'random round')}, the panel reviewed {many(over.reviewed, 'case')} "
    said += f"and graded {sound.of}. "
    if not sound.of:
        return said.strip()
    return said + (
        f"It found {sound.words} appropriate, with or without observations, and {wrong.words} inappropriate."
    )


def what_it_shows(over: OverRounds) -> tuple[str, ...]:
    """Say how the pooled figures are to be read."""
    said = []
    if over.random and over.line("sound").estimate:
        said.append(
            "The percentages in brackets are of all cases that were eligible at these meetings together: had the panel "
            "read every one, the share would very likely lie in that range, which misses about once in twenty times."
        )
    if len(over.random) > 1:
        said.append(
            "Each round carries the weight of the cases that it was drawn from, so a pooled share may differ from the "
            "bare counts divided."
        )
    if any(one.estimate and one.estimate.weighted for one in over.lines):
        said.append(
            "A weighted share can lie far from its bare count: a case of a stratum that was drawn more often than its "
            "part stands for fewer of the eligible cases than another does."
        )
    outside = [one for one in over.funnel if not one.fewest <= one.found <= one.most]
    if outside:
        names = listed([one.held.report.title for one in outside])
        said.append(f"{names} lies outside the limits: ask what was different, before any conclusion.")
    elif over.funnel:
        said.append(
            "No round lies outside the limits of chance: the ups and downs between meetings are no more than samples "
            "of this size show by themselves, and are no sign of better or worse."
        )
    if over.funnel:
        said.append(
            "The limits are exact, around the share of all these graded cases as drawn; fewer than one "
            "in a thousand lies below them, or above, by chance."
        )
    return tuple(said)


def limits(over: OverRounds) -> tuple[str, ...]:
    """Name what bounds the figures."""
    found = ["A case counts once, in its first round, with the finding that stands on it today."]
    if over.without_range:
        names = listed([one.report.title for one in over.without_range])
        found.append(
            f"No range is given for the pool, because none can be for {names}: the report of each such round says why."
        )
    if over.targeted:
        found.append(
            f"{many(len(over.targeted), 'round was', 'rounds were')} targeted, not left to chance: in no pooled number."
        )
    if over.overlapping:
        found.append(
            "Some rounds’ periods overlap, so a case that was not drawn may have been eligible at two of them."
        )
    if apart := [f"{one.cases} {one.title.lower()}" for one in over.ungraded if one.cases]:
        found.append(f"Results that are not grades are counted apart ({in_words(apart)}) and are in no percentage.")
    if over.unfinished:
        found.append(f"Not counted yet, because not every case has a signed finding: {listed(over.unfinished)}.")
    return (*found, CANNOT_REOPEN)


def period(over: OverRounds) -> str:
    """Name the days that the figures are of."""
    return day(over.first) if over.first == over.last else f"{day(over.first)} to {day(over.last)}"


def shows(over: OverRounds) -> tuple[tuple[str, str], ...]:
    """Say what was asked for, as a downloaded table tells it."""
    asked = (("Force", over.force), ("Panel", over.panel), ("Signed", period(over)))
    return (*asked, ("Rounds", f"{len(over.random)} random, {len(over.targeted)} targeted"))


def headline(over: OverRounds) -> tuple[tuple[str, str], ...]:
    """Give the few foremost figures with their words."""
    if not over.random:
        return ()
    sound, wrong = over.line("sound"), over.line(Result.INAPPROPRIATE)
    return (
        (f"{len(over.random):,}", "random rounds" if len(over.random) != 1 else "random round"),
        (f"{over.reviewed:,}", "cases reviewed"),
        (f"{sound.of:,}", "graded"),
        (f"{sound.cases:,}", "appropriate, with or without observations"),
        (f"{wrong.cases:,}", f"of {wrong.of:,} inappropriate{f': {range_words(wrong)}' if wrong.estimate else ''}"),
    )
