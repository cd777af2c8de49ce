"""The common themes are of a day: none is renamed, left out or added without another."""

from datetime import date
from hashlib import sha256

from scrutiny_app.domain.common_themes import AFTER, AS_OF
from scrutiny_app.domain.grading import THEME_TITLES, Theme


def test_each_theme_says_after_whom_it_is():
    assert list(AFTER) == list(Theme)
    assert all(AFTER.values())


def test_words_that_changed_are_of_another_day():
    words = "\n".join(f"{theme}: {title}" for theme, title in THEME_TITLES.items())
    assert (AS_OF, sha256(words.encode()).hexdigest()[:16]) == (date(2026, 11, 22), "015ac6f69a6b1333")
