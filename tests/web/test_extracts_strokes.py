"""A file with short headings run together and names with strokes is confirmed as it is suggested, and loads whole."""

import html
import re

from scrutiny_app.domain.people import Role
from scrutiny_app.domain.styles import Style
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web.saying import PAGE, form_of, go_on, input_of
from tests.web.working import work

HEADINGS = {
    "offender_name": "SUSNAME",
    "offender_born": "SUSDOB",
    "sex": "SUSSEX",
    "victim_1_name": "VIWNAME1",
    "victim_1_born": "VIWDOB1",
    "officer_name": "OICNAME",
    "officer_number": "OICWARR",
    "decision_maker_name": "DMNAME",
}
PEOPLE = {
    "offender_name": "MARSH/ANN",
    "victim_1_name": "BOND/JOE",
    "officer_name": "VIRK/SIMON",
    "decision_maker_name": "TRANTER/HELEN",
}
OTHERS = {
    "offender_name": "KELLY/MARY JANE",
    "victim_1_name": "PRICELESS WAREHOUSE",
    "officer_name": "BELL/ANDREW",
    "decision_maker_name": "BELL/ANDREW",
}


def facts(page):
    return {
        html.unescape(key): html.unescape(re.sub("<[^>]+>", "", value)).strip()
        for key, value in re.findall(r"<dt[^>]*>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", page, re.DOTALL)
    }


def test_what_is_suggested_is_right_and_every_name_has_its_parts(enter, send, database):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract(PEOPLE, OTHERS, PEOPLE, OTHERS), **HEADINGS))
    page = lead.get(f"{PAGE}/columns").text
    said = form_of(page)
    assert {said[input_of(page, heading)] for heading in ("SUSNAME", "VIWNAME1")} == {"offender_name", "victim_1_name"}
    assert {Style.STROKE, Style.STROKE_OR_FIRM} <= set(said.values())
    assert "hose without a stroke look like organisations: “PRICELESS WAREHOUSE”" in html.unescape(page)

    go_on(lead, "columns")
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)

    one, other = (facts(lead.get(f"/force/cases/{number}").text) for number in (1, 2))
    assert (one["Offender name"], one["Victim 1 name"]) == ("MARSH, ANN", "BOND, JOE")
    assert (one["Officer in the case"], one["Decision-maker"]) == ("VIRK, SIMON", "TRANTER, HELEN")
    assert (other["Offender name"], other["Victim 1 name"]) == (
        "KELLY, MARY JANE",
        "PRICELESS WAREHOUSE (organisation)",
    )
