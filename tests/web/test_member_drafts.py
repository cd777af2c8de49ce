"""A member's draft: kept as the form stands, theirs alone, and not lost by setting how one likes to read."""

import re

import pytest
from sqlalchemy import select

from scrutiny_app.models.grades import GradeDraft

WORDS = "The reasons for the decision are thin."
DRAFTS = select(GradeDraft.content)


def _given(**changes):
    return {"version": "1", "grade": "inappropriate", "themes": ["victim"], "comment": WORDS} | changes


def _rows(database, query):
    with database.reading() as session:
        return session.scalars(query).all()


def _own(page):
    return re.search(r'name="own" value="(\d+)"', page)[1]


def _draft(member, sitting, **changes):
    return member.post(f"{sitting.case}/draft", {"own": "0", "version": "1", "comment": "Half a thought"} | changes)


def test_a_draft_is_kept_without_a_page_and_comes_back_marked_so(member, sitting, database):
    answer = _draft(member, sitting, **{"grade": "inappropriate", "answer-victim": "no", "nameless": "y"})
    assert (answer.status_code, answer.data) == (204, b"")
    page = member.get(sitting.case).text
    assert "Half a thought" in page
    assert "It is a draft, not a grade" in page
    assert 'value="inappropriate" checked' in page
    assert "0 of 3 graded" in member.get("/panel/cases").text
    (content,) = _rows(database, select(GradeDraft.content))
    assert set(content) == {"comment", "grade", "answer-victim"}


def test_the_button_keeps_a_draft_and_says_so(member, sitting):
    page = _draft(member, sitting, then="draft").text
    assert "is kept. It is not submitted" in page
    assert "Draft" in page


def test_nobody_else_reads_a_draft_or_can_tell_that_there_is_one(sign_in, member, sitting):
    others = [sign_in(one) for one in (sitting.cps, sitting.chair, sitting.adviser)]
    pages = [sitting.case, "/panel/cases", "/panel/", sitting.meeting]

    def look():
        return [re.sub(r'value="[^"]{60,}"|nonce-\w+', "", other.get(page).text) for other in others for page in pages]

    before = look()
    _draft(member, sitting, comment="Half a thought")
    assert look() == before


def test_a_draft_is_gone_after_the_grade_and_an_old_tab_brings_none_back(member, sitting, database):
    _draft(member, sitting)
    member.post(sitting.case, _given(own="0"))
    assert _rows(database, select(GradeDraft.saved_at)) == []
    assert _draft(member, sitting).status_code == 409
    assert "It is a draft" not in member.get(sitting.case).text


def test_stepping_back_from_a_case_leaves_no_draft_of_it(member, sitting, database):
    _draft(member, sitting)
    member.post(f"{sitting.case}/conflict", page=sitting.case)
    assert _rows(database, select(GradeDraft.saved_at)) == []


# The draft is what the form holds


@pytest.mark.parametrize(
    "sent",
    [{"grade": ""}, {"grade": "cannot_grade"}, {"comment": "Margaret Hughes was not asked."}],
    ids=["no grade", "nothing missing", "a name"],
)
def test_a_refused_form_is_the_draft_and_what_was_taken_out_of_it_stays_out(member, sitting, sent):
    _draft(member, sitting, missing="Taken out since")
    member.post(sitting.case, _given(own="0", comment="Not this.") | sent)
    page = member.get(sitting.case).text
    assert "Taken out since" not in page
    assert "Half a thought" not in page
    assert sent.get("comment", "Not this.") in page


def test_a_form_refused_when_it_was_empty_leaves_no_draft(member, sitting, database):
    _draft(member, sitting)
    page = member.post(sitting.case, {"version": "1", "own": "0", "comment": ""}).text
    assert "Choose one of the three grades" in page
    assert _rows(database, DRAFTS) == []
    assert "Half a thought" not in member.get(sitting.case).text
    assert "Draft, not submitted" not in member.get("/panel/cases").text


def test_an_emptied_draft_is_none_and_the_button_says_so(member, sitting, database):
    _draft(member, sitting)
    assert _draft(member, sitting, comment="").status_code == 204
    assert _rows(database, DRAFTS) == []
    assert "held nothing new" in _draft(member, sitting, comment=" ", then="draft").text


def test_a_comment_taken_out_of_a_grade_stays_out_of_its_draft_and_put_back_leaves_none(member, sitting, database):
    ticked = {"themes": ["victim"], "serious": ["victim"], "answer-victim": "no", "remark-victim": "Nothing."}
    member.post(sitting.case, _given(own="0", **ticked))
    own = _own(member.get(sitting.case).text)
    _draft(member, sitting, own=own, grade="inappropriate", **ticked | {"comment": ""})
    assert f">\n{WORDS}</textarea>" not in member.get(sitting.case).text
    assert len(_rows(database, DRAFTS)) == 1
    _draft(member, sitting, own=own, grade="inappropriate", **ticked | {"comment": WORDS})
    assert _rows(database, DRAFTS) == []
    assert f">\n{WORDS}</textarea>" in member.get(sitting.case).text


# How one likes to read


def test_a_size_and_a_spacing_are_remembered_and_nonsense_is_not(member, sitting):
    page = member.post(
        "/panel/cases/reading", {"size": "largest", "spacing": "wide", "reference": sitting.reference}
    ).text
    assert "reading--largest reading--spaced-wide" in page
    page = member.post("/panel/cases/reading", {"size": "<b>", "spacing": "wide", "reference": sitting.reference}).text
    assert "reading--largest reading--spaced-wide" in page


def test_setting_how_one_reads_keeps_what_stands_in_the_form(member, sitting):
    asked = {"size": "large", "spacing": "usual", "reference": sitting.reference}
    page = member.post("/panel/cases/reading", asked | _given(own="0", grade="")).text
    assert "reading--large " in page
    assert f">\n{WORDS}</textarea>" in page
    assert "It is a draft, not a grade" in page


def test_setting_how_one_reads_makes_no_draft_of_a_form_as_it_was(member, sitting, database):
    member.post(sitting.case, _given(own="0"))
    asked = {"size": "large", "spacing": "usual", "reference": sitting.reference}
    page = member.post("/panel/cases/reading", asked | _given(own=_own(member.get(sitting.case).text))).text
    assert _rows(database, DRAFTS) == []
    assert f">\n{WORDS}</textarea>" in page


def test_an_adviser_sets_how_they_read_and_can_leave_no_draft(sign_in, sitting, database):
    asked = {"size": "large", "spacing": "usual", "reference": sitting.reference}
    page = sign_in(sitting.adviser).post("/panel/cases/reading", asked | _given(own="0"), page=sitting.case).text
    assert "reading--large " in page
    assert _rows(database, DRAFTS) == []
