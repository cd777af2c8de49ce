"""What a program may read by a token: one scope for each kind of figures."""

from enum import StrEnum


class Scope(StrEnum):
    """One kind of figures; a token of one scope reads nothing of another."""

    ROUNDS = "rounds"
    FIGURES = "figures"
    THEMES = "themes"


SCOPE_TITLES = {
    Scope.ROUNDS: "Rounds: how each was drawn, and from how many cases",
    Scope.FIGURES: "Results: how many findings of each kind, with ranges",
    Scope.THEMES: "Themes: how often each was observed",
}
LIFETIMES = (7, 30, 90, 365)  # days
PREFIX = "scrutiny_"  # so that a secret that leaks into a file can be found
