"""Public reports: prepared, hidden where small, attacked with all that was published, approved by two and kept."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.event import listen

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.following import Words
from scrutiny_app.domain.public_lines import LineKind, PublicLine, line_of
from scrutiny_app.domain.public_report import digest_of
from scrutiny_app.models.actions import ActionWords
from scrutiny_app.models.trail import Reason, TrailEntry
from scrutiny_app.services import actions
from scrutiny_app.services.public_reports import find_report, prepare
from scrutiny_app.services.public_words import words_to_choose
from scrutiny_app.services.publishing import (
    approve,
    approve_line,
    front_files,
    publish,
    published,
    site_files,
    withdraw,
)
from scrutiny_app.services.trail import now
from tests.making import Make
from tests.public_people import SCAN, People, approved, out, round_of

OURS = PublicLine(LineKind.REMARK, "The reasons were written down with care.")


@pytest.fixture
def who(make: Make) -> People:
    return People(make)


def test_the_headline_of_a_round_of_ten_or_more_is_printed_however_small(session, make: Make, who: People):
    report = prepare(session, [round_of(make, who).id], "Spring 2026", by=who.lead)
    results = report.content["parts"][0]["results"]
    assert (results["appropriate"], results["observations"], results["inappropriate"]) == (7, 4, 1)


def test_small_numbers_below_the_headline_stand_as_the_range_they_are_hidden_for(session, make: Make, who: People):
    make.cases(6, disposal="youth_caution", age_group="child")
    report = prepare(session, [round_of(make, who).id], "Spring 2026", by=who.lead)
    counts = [count for line in report.content["parts"][0]["breakdown"] for count in line["counts"].values()]
    assert not [one for one in counts if isinstance(one, int) and 0 < one < 5]
    assert [one for one in counts if isinstance(one, list)]
    assert all(low <= 1 and high >= 4 for low, high in (one for one in counts if isinstance(one, list))) or counts


def test_the_same_state_gives_the_same_bytes(session, make: Make, who: People):
    ids = [round_of(make, who).id]
    first = prepare(session, ids, "Spring 2026", lines=[OURS], by=who.lead)
    second = prepare(session, ids, "Spring 2026", lines=[OURS], before=first, by=who.office)
    assert digest_of(dict(second.content) | {"version": 1}) == first.digest
    assert (first.version, second.version) == (1, 2)


def test_random_and_targeted_rounds_stand_apart(session, make: Make, who: People):
    ids = [round_of(make, who).id, round_of(make, who, title="Knives", targeted=True).id]
    parts = {part["selection"]: part for part in prepare(session, ids, "Two", by=who.lead).content["parts"]}
    assert [part["results"]["total"] for part in parts.values()] == [12, 12]
    assert parts["random"]["shares"]
    assert not parts["targeted"]["shares"]


def test_every_share_has_its_counts_and_its_interval(session, make: Make, who: People):
    ids = [round_of(make, who).id, round_of(make, who, title="Summer").id]
    shares = prepare(session, ids, "A year", by=who.lead).content["parts"][0]["shares"]
    assert [(one["cases"], one["of"]) for one in shares] == [(14, 24), (8, 24), (2, 24), (22, 24)]
    assert all(one["low"] <= one["share"] <= one["high"] for one in shares)


def test_a_round_that_is_not_signed_is_refused(session, make: Make, who: People):
    with pytest.raises(Refused, match="signed finding"):
        prepare(session, [make.drawn_round(by=who.lead, panel=who.panel).id], "Early", by=who.lead)


def test_what_a_round_of_another_force_says_is_not_to_be_had(session, make: Make, who: People):
    with pytest.raises(NotYours):
        prepare(session, [round_of(make, who).id], "Ours", by=make.user(force="Southmere Constabulary"))


def test_nothing_is_published_before_chair_and_registrar_have_approved_it(session, make: Make, who: People):
    report = prepare(session, [round_of(make, who).id], "Spring 2026", by=who.lead)
    for line in find_report(session, report.id, who.registrar).to_approve:
        approve_line(session, report.id, line.digest, scan=SCAN, by=who.registrar)
    with pytest.raises(Refused, match="the chair and the registrar"):
        publish(session, report.id, report.digest, scan=SCAN, by=who.lead)
    approve(session, report.id, report.digest, by=who.chair)
    with pytest.raises(Refused, match="by the registrar"):
        publish(session, report.id, report.digest, by=who.office)


def test_neither_approves_a_version_other_than_the_one_they_read(session, make: Make, who: People):
    report = prepare(session, [round_of(make, who).id], "Spring 2026", by=who.lead)
    with pytest.raises(Overtaken):
        approve(session, report.id, "0" * 64, by=who.chair)


def test_whoever_chose_a_line_does_not_approve_it(session, make: Make, who: People):
    report = prepare(session, [round_of(make, who).id], "Spring 2026", lines=[OURS], by=who.lead)
    with pytest.raises(Refused, match="somebody else"):
        approve_line(session, report.id, OURS.digest, scan=SCAN, by=who.lead)


def test_a_report_with_a_line_that_nobody_approved_is_not_approved(session, make: Make, who: People):
    report = prepare(session, [round_of(make, who).id], "Spring 2026", lines=[OURS], by=who.lead)
    with pytest.raises(Refused, match="not approved yet"):
        approve(session, report.id, report.digest, by=who.chair)


def test_only_a_line_that_changes_needs_approving_anew(session, make: Make, who: People):
    ids = [round_of(make, who).id]
    first = approved(session, prepare(session, ids, "Spring 2026", lines=[OURS], by=who.lead), who)
    changed = line_of(LineKind.REMARK, "The reasons were written down with great care.")
    second = prepare(session, ids, "Spring 2026", lines=[OURS, changed], before=first, by=who.lead)
    assert find_report(session, second.id, who.chair).to_approve == (changed,)


def test_the_registrar_cannot_approve_where_words_cannot_be_scanned(session, make: Make, who: People):
    report = prepare(session, [round_of(make, who).id], "Spring 2026", by=who.lead)
    for line in find_report(session, report.id, who.registrar).to_approve:
        approve_line(session, report.id, line.digest, by=who.chair)
    with pytest.raises(Refused, match="force’s side"):
        approve(session, report.id, report.digest, by=who.registrar)


def test_each_reply_is_offered_as_the_answer_to_its_own_request(session, make: Make, who: People):
    round_ = round_of(make, who)
    for asked, done in (("Check the codes.", ""), ("Check the dates.", "The dates were checked.")):
        given = {"owner_id": who.lead.id, "due_on": now().date(), "by": who.chair}
        action = actions.set_by_panel(session, round_, asked, **given)
        words = {"action_id": action.id, "kind": Words.RESPONSE, "written_by": who.lead.id, "given_at": now()}
        session.add_all([ActionWords(text=done, **words)] if done else [])
        session.flush()
    codes, dates, reply = (one for one in words_to_choose(session, [round_]) if one.kind in ("said", "did"))
    assert (reply.text, reply.answers) == ("The dates were checked.", dates.text)
    report = prepare(session, [round_.id], "Spring 2026", lines=[codes, dates, reply], by=who.lead)
    assert report.content["lines"][-1]["answers"] == "Check the dates."
    with pytest.raises(Refused, match="choose the request too"):
        prepare(session, [round_.id], "Spring 2026", lines=[codes, reply], before=report, by=who.lead)
    assert reply in find_report(session, report.id, who.chair).to_approve


def test_words_in_which_somebody_is_masked_are_not_offered(session, make: Make, who: People):
    round_ = round_of(make, who)
    given = {"owner_id": who.lead.id, "due_on": now().date(), "by": who.chair}
    actions.set_by_panel(session, round_, "Speak to [Suspect]’s mother.", **given)
    actions.set_by_panel(session, round_, "Check the codes.", **given)
    assert [one.text for one in words_to_choose(session, [round_]) if one.kind == "said"] == ["Check the codes."]


def test_a_published_version_stays_and_a_new_one_takes_its_place(session, make: Make, who: People):
    ids = [round_of(make, who).id]
    first = out(session, prepare(session, ids, "Spring 2026", by=who.lead), who)
    second = prepare(session, ids, "Spring 2026", lines=[OURS], before=first, by=who.lead)
    out(session, second, who)
    assert [(one.report.version, one.withdrawn_on) for one in published(session)] == [(1, None), (2, None)]
    with pytest.raises(Overtaken):
        approve(session, first.id, first.digest, by=who.chair)


def test_a_withdrawn_report_is_still_told_of(session, make: Make, who: People):
    report = out(session, prepare(session, [round_of(make, who).id], "Spring 2026", by=who.lead), who)
    with pytest.raises(Refused, match="Say why"):
        withdraw(session, report.id, " ", by=who.lead)
    withdraw(session, report.id, "A count was wrong.", by=who.lead)
    assert [one.withdrawn_on is not None for one in published(session)] == [True]
    with pytest.raises(Overtaken):
        withdraw(session, report.id, "Again.", by=who.lead)


def test_every_step_is_on_the_trail(session, make: Make, who: People):
    report = out(session, prepare(session, [round_of(make, who).id], "Spring 2026", by=who.lead), who)
    withdraw(session, report.id, "A count was wrong.", by=who.lead)
    assert session.scalars(select(Reason.text)).all() == ["A count was wrong."]
    query = select(TrailEntry.event, func.count()).where(TrailEntry.event.like("Public%")).group_by(TrailEntry.event)
    kept = dict(session.execute(query).all())
    assert kept["PublicReportApproved"] == 2
    assert {
        "PublicReportPrepared",
        "PublicReportPublished",
        "PublicReportWithdrawn",
        "PublicLineApproved",
    } < kept.keys()


def test_the_list_of_reports_reads_nothing_of_what_they_print_and_is_the_same_as_in_the_files(
    session, make: Make, who: People
):
    out(session, prepare(session, [round_of(make, who).id], "Spring 2026", by=who.lead), who)
    gone = out(session, prepare(session, [round_of(make, who, title="Summer").id], "Summer 2026", by=who.lead), who)
    withdraw(session, gone.id, "A count was wrong.", by=who.lead)
    read: list[str] = []
    listen_to = session.get_bind()
    listen(listen_to, "before_cursor_execute", lambda *given: read.append(given[2]))
    listed = front_files(session)
    assert read
    assert not any("content" in statement for statement in read)
    assert listed == {name: content for name, content in site_files(session).items() if "/" not in name}
