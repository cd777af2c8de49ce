"""Long text that no case has is told in the report of the import, and not on the confirmation alone."""

from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web.saying import PAGE, form_of, go_on, input_of
from tests.web.working import work

STORY = "He was seen in the shop at noon and left without paying for what he had taken. " * 4


def test_long_text_left_out_stands_in_the_report(enter, send, database):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract({"victim_views": STORY, "circumstances": STORY}), victim_views="Blorp"))
    page = lead.get(f"{PAGE}/columns").text
    assert form_of(page)[input_of(page, "Blorp")] == ""
    go_on(lead, "columns")
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)

    report = lead.get(PAGE).text

    assert "Long text that is in no case" in report
    assert "seen in the shop" not in report
