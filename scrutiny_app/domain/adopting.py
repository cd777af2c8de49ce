"""What a revealed case asks of its panel: to be adopted with others of its kind, or to be talked about, and how soon.

Cases on which everybody gave the same grade are proposed together. Of the rest, those whose members stand furthest
apart come first.
"""

from fractions import Fraction
from itertools import combinations_with_replacement

from scrutiny_app.domain.agreeing import FindingIncomplete, Result, check_complete
from scrutiny_app.domain.grading import Grade, Observation, Severity, Theme
from scrutiny_app.domain.spreads import OwnWords, Spread

STEPS = {grade: step for step, grade in enumerate(Grade)}  # the three grades stand in a row, a step apart


def division(spread: Spread) -> Fraction:
    """Give how many steps of the scale two members taken at random stand apart; 0 where all agree, or one graded."""
    pairs = spread.total * (spread.total - 1) // 2
    if not pairs:
        return Fraction(0)
    apart = sum(
        spread.counts[one] * spread.counts[other] * abs(STEPS[one] - STEPS[other])
        for one, other in combinations_with_replacement(Grade, 2)
    )
    return Fraction(apart, pairs)


def discussion_order(spread: Spread, place: int) -> tuple[Fraction, int]:
    """Give the key by which cases are discussed: the most divided first, and the round's own order among equals."""
    return -division(spread), place


def division_in_words(spread: Spread) -> str:
    """Say how far a panel is divided on a case."""
    given = [grade for grade in Grade if spread.counts[grade]]
    if len(given) < 2:
        return "All who graded gave the same grade" if given else "Nobody gave a grade"
    if STEPS[given[-1]] - STEPS[given[0]] == 1:
        return "Divided between two neighbouring grades"
    return "Divided across the whole scale"


def merged(spread: Spread) -> tuple[Observation, ...]:
    """Offer the members' observations as the panel's: each theme once, serious where at least half who made it said so.

    A fault goes with no "appropriate": where that is what all gave, there is none to merge. A theme keeps the force's
    own words that most of those who coded it in such words chose; the common words alone where two are equal in that.
    """
    offered = []
    for theme in Theme:
        said = {noted.severity: noted.members for noted in spread.noted if noted.theme is theme}
        if not said:
            continue
        grave = 2 * said.get(Severity.SERIOUS, 0) >= sum(said.values())
        severity = Severity.GOOD if Severity.GOOD in said else Severity.SERIOUS if grave else Severity.MINOR
        words = _own_words(spread, theme)
        own = words[0] if len(words) == 1 else None
        offered.append(Observation(theme, severity, own.title, own.id) if own else Observation(theme, severity))
    return tuple(offered)


def _own_words(spread: Spread, theme: Theme) -> list[OwnWords]:
    """List the force's own words for a theme that most chose, whichever the severity; several where they are equal."""
    coded = [one for noted in spread.noted if noted.theme is theme for one in noted.coded]
    titles = {one.id: one.title for one in coded}
    counted = [
        OwnWords(id_, title, sum(one.members for one in coded if one.id == id_)) for id_, title in titles.items()
    ]
    most = max((one.members for one in counted), default=0)
    return [one for one in counted if one.members == most]


def together(spread: Spread) -> Result | None:
    """Give the result that may be adopted without discussion: the grade that all gave, where it explains itself.

    Where members coded a theme as often with one of the force's own as with another, the panel chooses between them.
    """
    if not spread.unanimous or any(len(_own_words(spread, theme)) > 1 for theme in Theme):
        return None
    result = Result(next(grade.value for grade, count in spread.counts.items() if count))
    try:
        check_complete(result, merged(spread), "", "")
    except FindingIncomplete:
        return None
    return result
