"""The meetings of a panel are drawn as a funnel: by eye, by ear and on paper, and without colour alone."""

import re
from xml.etree import ElementTree

from scrutiny_app.domain.figures_funnel import funnel_chart
from scrutiny_app.domain.figures_paper import rounds_paper
from scrutiny_app.domain.papers import Chart, Shown
from scrutiny_app.files.papers import draw
from tests.unit.domain.test_figures import held, over

SVG = "{http://www.w3.org/2000/svg}"
FAR = over(*(held(number, 19, 1) for number in range(1, 8)), held(9, 2, 18))


def _words(drawn: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(drawn).iter(f"{SVG}text")]


def test_the_funnel_stands_beside_the_table_of_the_same_numbers():
    parts = rounds_paper(FAR).parts
    place = next(number for number, part in enumerate(parts) if isinstance(part, Chart) and part.plot)
    beside = parts[place + 1]
    assert isinstance(beside, Shown)
    assert beside.name == "funnel"


def test_the_limits_drawn_are_those_of_the_table():
    plot = funnel_chart(FAR).plot
    assert plot is not None
    drawn = {n: (round(low * n), round(high * n)) for n, low, high in plot.limits}
    assert {one.graded: (one.fewest, one.most) for one in FAR.funnel}.items() <= drawn.items()


def test_each_of_a_few_rounds_is_named_with_its_counts_and_one_outside_in_words():
    chart = funnel_chart(over(held(1, 16, 4), held(2, 12, 8), held(3, 18, 2)))
    assert chart.description.endswith("All lie within the limits.")
    for count in (4, 8, 2):
        assert any(f"({count} of 20)" in word for word in _words(draw(chart)))
    assert "Outside the limits: " in funnel_chart(FAR).description


def test_of_many_rounds_only_those_outside_are_named():
    many = over(*(held(number, 19, 1) for number in range(1, 12)), held(12, 2, 18))
    named = [word for word in _words(draw(funnel_chart(many))) if re.search(r"\(\d+ of", word)]
    assert named
    assert all("(18 of 20)" in word for word in named)


def test_a_funnel_holds_nothing_that_the_content_policy_forbids_and_is_the_same_bytes_each_time():
    drawn = draw(funnel_chart(FAR))
    assert not re.search(r"style|class=|<script|href|\bon\w+=", drawn)
    assert drawn == draw(funnel_chart(FAR))
