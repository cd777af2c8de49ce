"""A force's own themes beside the common ones: marked as its own, each under the common theme that it is part of.

Whoever ticks one ticks its common theme with it, so that counts stay comparable between forces.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from scrutiny_app.domain.grading import THEME_TITLES, Observation, Theme, observe
from scrutiny_app.services.local_themes import local_themes_of_case
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import reading

if TYPE_CHECKING:
    from scrutiny_app.services.local_themes import ThemeOfCase

MARK = "own-"


class OwnTheme(NamedTuple):
    """One theme of a force's own, with the value that stands for it in a form."""

    id: int
    title: str
    force: str
    under: Theme

    @property
    def value(self) -> str:
        """Give the value that stands for it in a form."""
        return value_of(self.id)

    @property
    def label(self) -> str:
        """Give its words, marked as the force's own."""
        return f"{self.title} ({self.force}’s own, part of “{THEME_TITLES[self.under]}”)"


def value_of(local_id: int) -> str:
    """Give the value that stands in a form for a theme of a force's own."""
    return f"{MARK}{local_id}"


def own_themes(found: "Iterable[ThemeOfCase]") -> list[OwnTheme]:
    """Give a force's own themes as a form offers them."""
    return [OwnTheme(one.id, one.title, one.force, Theme(one.under)) for one in found]


def own_themes_of(reference: str) -> list[OwnTheme]:
    """List what a form on a case offers of its force's own themes."""
    with reading() as session:
        return own_themes(local_themes_of_case(session, reference, by=signed_in_user()))


def beside(pairs: Sequence[tuple[str, str]], own: Collection[OwnTheme]) -> list[tuple[str, str]]:
    """Put each own theme behind the common one that it is part of."""
    return [
        pair
        for value, words in pairs
        for pair in ((value, words), *((one.value, one.label) for one in own if one.under == value))
    ]


def observed(ticked: Collection[str], serious: Collection[str], own: Collection[OwnTheme]) -> list[Observation]:
    """Make observations of what was ticked, an own theme with the common one that it is part of."""
    chosen = {one.under: one for one in own if one.value in (*ticked, *serious)}
    common = {one.value: one.under.value for one in own}
    themes, grave = ([Theme(common.get(value, value)) for value in values] for values in (ticked, serious))
    return [_coded(one, chosen.get(one.theme)) for one in observe(themes, grave)]


def twice_under(ticked: Collection[str], own: Collection[OwnTheme]) -> Theme | None:
    """Give a common theme under which more than one own theme is ticked."""
    under = [one.under for one in own if one.value in ticked]
    return next((one for one in under if under.count(one) > 1), None)


def _coded(one: Observation, own: OwnTheme | None) -> Observation:
    return Observation(one.theme, one.severity, own.title, own.id) if own else one
