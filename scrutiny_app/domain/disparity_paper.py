"""Disparity as a paper: each kind's groups in a table with their base, and what so few cases can and cannot show."""

import math

from scrutiny_app.domain import figures_words
from scrutiny_app.domain.cases import title_of
from scrutiny_app.domain.disparity import FALSE_ALARMS, KIND_TITLES, LEAST, Disparity, Group, Kind
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_method import whole_method
from scrutiny_app.domain.papers import Heading, Paper, Part, Shown, Words, listed, many
from scrutiny_app.domain.report_tables import Table
from scrutiny_app.domain.volumes import AGE_TITLES

HEADER = ("Group", "Eligible", "Graded", "Inappropriate", "Relative rate, and range", "After all comparisons")
HEADS = (*HEADER[:4], "Relative rate", "Low", "High", "Chance", "Stands after all comparisons")
TOO_FEW = "Too few to compare"
WIDE = 20  # a range whose ends are so many times apart tells nobody anything
SEEN = 1.96 + 0.84  # standard errors that a difference needs to be seen at 5 % four times in five
MOST = 1_000  # times; where a range ends beyond, the cases set no limit that means anything


def disparity_paper(over: OverRounds, found: Disparity) -> Paper:
    """Lay out the comparison of groups over a year's random rounds."""
    parts: list[Part] = [Heading("What the numbers can and cannot show"), Words(_shows(found), points=True)]
    for kind in Kind:
        if any(one.kind is kind for one in found.groups):
            parts += [Heading(KIND_TITLES[kind]), _table(kind, found)]
    return Paper(
        name=f"disparity-{over.last.isoformat()}",
        title=f"Disparity, {figures_words.period(over)}",
        under=f"{over.panel}. {over.force}.",
        opening=(_summary(found),),
        parts=(*parts, Heading("How it is reckoned"), Words(_method(found), points=True), *whole_method(over)),
        shows=figures_words.shows(over),
    )


def title_of_group(one: Group) -> str:
    """Name a group; one that was pooled names what it is made of."""
    if not one.recorded:
        return "Not recorded"
    if one.pooled:
        names = listed([_title(one.kind, code) for code in one.pooled])
        return f"Groups of fewer than {LEAST} graded cases each ({names})"
    return _title(one.kind, one.code)


def _title(kind: Kind, code: str) -> str:
    if kind is Kind.AGE_GROUP:
        return {str(group): words for group, words in AGE_TITLES.items()}.get(code, code)
    return title_of(kind.value, code)


def _table(kind: Kind, found: Disparity) -> Shown:
    groups = [one for one in found.groups if one.kind is kind]
    every = ("All", sum(one.eligible for one in groups), found.graded, found.found)
    told = [((title_of_group(one), one.eligible, *_counts(one)), one) for one in groups]
    words = (*((*counts, _rate(one), _stands(one)) for counts, one in told), (*every, "–", "–"))
    bare = (
        *((*counts, *_bare(one), one.chance, _stands(one)) for counts, one in told),
        (*every, None, None, None, None, None),
    )
    by = KIND_TITLES[kind].lower()
    table = Table(f"Inappropriate disposals by {by}", HEADER, words, (1, 2, 3))
    # A workbook's sheet is named in 31 characters, which must tell one table from another.
    figures = Table(f"Inappropriate by {by}", HEADS, bare, (1, 2, 3, 4, 5, 6, 7))
    return Shown(kind.value, table, figures)


def _counts(one: Group) -> tuple[int | None, int | None]:
    """Give a group's counts; those of a group that may not be shown are left out."""
    return (one.graded, one.found) if one.graded >= LEAST else (None, None)


def _bare(one: Group) -> tuple[float | None, ...]:
    return tuple(part if part <= MOST else None for part in one.rate) if one.rate else (None, None, None)


def _rate(one: Group) -> str:
    if not one.recorded:
        return "In no comparison"
    if one.rate is None:
        return TOO_FEW if one.chance is None and (one.graded < LEAST or one.found) else "None found in either"
    rate, low, high = one.rate
    if math.isinf(rate):
        return f"None found among the others (at least {_times(low)} times)"
    most = "no limit" if high > MOST else _times(high)
    if high > WIDE * low:
        return f"Too few to say: from {_times(low)} to {most}"
    return f"{_times(rate)} ({_times(low)} to {most})"


def _times(rate: float) -> str:
    """Write a rate with no more places than so few cases bear."""
    return "under 0.1" if rate < 0.1 else f"{rate:.1f}" if rate < 10 else f"{rate:,.0f}"


def _stands(one: Group) -> str:
    if one.chance is None:
        return "–"
    return "A difference" if one.marked else "No difference shown"


def _summary(found: Disparity) -> str:
    said = f"The panel graded {many(found.graded, 'case')} of random rounds and found {found.found:,} inappropriate. "
    marked = [f"{title_of_group(one)} ({_rate(one)})" for one in found.groups if one.marked]
    if marked:
        return said + f"After all comparisons, a difference stands for {listed(marked)}."
    if not found.compared:
        return said + "No two groups have enough of these to be compared."
    return said + f"Of {many(found.compared, 'comparison')}, none shows a difference."


def _shows(found: Disparity) -> tuple[str, ...]:
    said = [
        _size(found),
        "A range says what these cases leave open: one from 0.1 to 10 rules out next to nothing, and one that lies "
        "above 1 altogether says that the group’s rate is higher, by as much as the range tells.",
        "A difference says where to look, not why: groups differ in offences, history and admissions, and the panel "
        "read each case without the name and not to compare.",
        "The base of each group is how many eligible cases were of it. Whether people of a group are given disposals "
        "more or less often than others is another question, which these figures do not answer.",
    ]
    if missing := [_missing(one, found) for one in found.groups if not one.recorded]:
        said.append(
            f"Nothing is recorded of {listed(missing)}. They have a row and a base of their own, and are in no "
            "comparison: what is shown says nothing of them, and were they all of one group, its rate could be another."
        )
    return tuple(said)


def _size(found: Disparity) -> str:
    """Say what so many cases can show and what they cannot."""
    if not found.found:
        return "None of these cases was found inappropriate, so there are no rates to compare, and nothing is shown."
    return (
        f"No difference shown is not the same as none: {many(found.graded, 'graded case')}, {found.found:,} of them "
        f"inappropriate, can show large differences and miss the others. {_least_seen(found)}"
    )


def _missing(one: Group, found: Disparity) -> str:
    """Say of how many eligible cases nothing is recorded of one kind."""
    return f"{KIND_TITLES[one.kind].lower()} in {one.eligible:,} of {found.eligible:,} eligible cases"


def _least_seen(found: Disparity) -> str:
    """Say how large a difference between two halves this many cases would show four times in five."""
    half, share = found.graded // 2, found.found / found.graded
    for tenths in range(11, 201) if half else ():
        other = share * tenths / 10
        if other >= 1:
            break
        spread = (1 - share) / (share * half) + (1 - other) / (other * half)
        if math.log(tenths / 10) > SEEN * math.sqrt(spread):
            return (
                f"Even two groups of {half:,} would have to differ by {tenths / 10:.1f} times for a difference to be "
                f"seen four times in five; smaller groups, by more. {_wanted(share)}"
            )
    return f"With so few, hardly any difference between two groups could be seen. {_wanted(share)}".strip()


def _wanted(share: float) -> str:
    """Say how many cases it would take to see one group at twice the rate of another."""
    if 2 * share >= 1:
        return ""
    cases = (SEEN / math.log(2)) ** 2 * ((1 - share) / share + (1 - 2 * share) / (2 * share))
    return f"To see a rate twice another’s so often, each group would need about {math.ceil(cases / 10) * 10:,} graded."


def _method(found: Disparity) -> tuple[str, ...]:
    said = [
        "A relative rate of 2 means that, of a group’s cases, twice as large a part was found inappropriate as of all "
        "others of that kind together. Its range of 95% is beside it; a range that holds 1 shows no difference.",
        f"A group with fewer than {LEAST} graded cases is pooled with others of its kind, and where they are still "
        "fewer, it is left out, since so few say nothing. Whoever adds up can tell it: this paper is internal. "
        "Cases with nothing recorded are counted, in no comparison.",
        f"Many comparisons find something by chance alone. {_family(found)} Of those that stand, no more than "
        f"{FALSE_ALARMS:.0%} are expected to be false (Benjamini and Hochberg); the test is Fisher’s exact one.",
        "Targeted rounds are left out. No officer is compared with another, here or anywhere.",
    ]
    if found.weighted:
        said.append(
            "Some strata had more than their share of the samples, so each case carries its weight in the rates, and a "
            "group counts for as many cases as its weights leave it worth. The counts are as they are."
        )
    return tuple(said)


def _family(found: Disparity) -> str:
    """Say which comparisons are weighed together."""
    kinds = [KIND_TITLES[kind].lower() for kind in Kind if any(one.rate and one.kind is kind for one in found.groups)]
    if not kinds:
        return "Those of all kinds on this page would be weighed together."
    return f"All {found.compared:,} on this page, by {listed(kinds)}, are weighed together as one family."
