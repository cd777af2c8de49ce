"""Drawing: once, from what was frozen, by dice that outsiders rolled."""

import hashlib
import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import DBAPIError

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.sampling import FrameChanged, UnusableDice
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.picks import FramePart, Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import framing, rolling, rounds, sampling
from tests.making import DICE, ROLLERS, Make


@pytest.fixture
def lead(make):
    return make.user()


def draw(session, round_, lead, *, dice=DICE, rolled_by=ROLLERS):
    return sampling.draw_sample(session, round_, dice=dice, rolled_by=rolled_by, by=lead)


def tickets_by_hand(session, round_):
    """Work out every case's ticket from the frozen file as the certificate says, and nothing else of ours."""
    frame = session.scalar(select(Frame).where(Frame.round_id == round_.id))
    key = hashlib.sha256(f"{frame.draw_id}|{frame.digest}|{DICE}".encode()).hexdigest()
    lines = b"".join(framing.file_of(session, frame)).decode().splitlines()
    cases = [line.split("\t") for line in lines]
    return sorted((stratum, hashlib.sha256((key + case).encode()).hexdigest(), case) for case, stratum in cases)


def test_the_lowest_tickets_of_each_stratum_are_picked_and_the_next_are_reserves(session, make, lead):
    make.cases(20, disposal="simple_caution")
    round_ = make.drawn_round(by=lead, cases=10, size=6)
    picked = sampling.read_picks(session, round_, by=lead)
    expected = tickets_by_hand(session, round_)
    for stratum, size in {"community_resolution": 2, "simple_caution": 4}.items():
        in_order = [(one.ticket, one.case_number) for one in picked if one.stratum == stratum]
        assert in_order == [(ticket, case) for name, ticket, case in expected if name == stratum][: size + 6]
        assert [one.kind for one in picked if one.stratum == stratum] == ["pick"] * size + ["reserve"] * 6


def test_picks_get_references_and_places_that_tell_nothing_and_reserves_get_none(session, make, lead):
    round_ = make.drawn_round(by=lead, cases=40, size=20)
    picked = sampling.read_picks(session, round_, by=lead)
    known = [(one.place or 0, one.round_case_id or 0, one.reference or "") for one in picked if one.kind == "pick"]
    assert all(re.fullmatch("NP-[2346789BCDFGHJKMNPQRTVWXYZ]{5}", reference) for _, _, reference in known)
    assert [place for place, _, _ in sorted(known)] == list(range(1, 21))
    assert known != sorted(known)
    assert [row for _, row, _ in sorted(known)] == sorted(row for _, row, _ in known)
    assert {(one.reference, one.place) for one in picked if one.kind == "reserve"} == {(None, None)}


def test_the_draw_is_on_the_trail_by_digests_and_counts_alone(session, make, lead):
    round_ = make.drawn_round(by=lead, cases=12, size=6)
    facts = session.scalar(select(TrailEntry.facts).where(TrailEntry.event == "SampleDrawn"))
    kept = json.loads(facts)
    assert (kept["drawn"], kept["reserves"]) == (6, 6)
    assert kept["dice_digest"] == hashlib.sha256(DICE.encode()).hexdigest()
    rows = [
        f"{one.stratum}\t{one.position}\t{one.kind}\t{one.case_number}\t{one.ticket}\n"
        for one in sampling.read_picks(session, round_, by=lead)
    ]
    assert kept["picks_digest"] == hashlib.sha256("".join(rows).encode()).hexdigest()
    assert not any(words in facts for words in (*ROLLERS, "NM/", DICE))


def test_dice_are_kept_as_they_enter_the_seed_and_so_are_those_who_rolled(session, make, lead):
    made = draw(session, make.frozen_round(by=lead), lead, dice="8392017465 5021899031", rolled_by=(*ROLLERS, " "))
    assert (made.dice, made.rolled_by) == (DICE, "\n".join(ROLLERS))


def test_there_is_no_draw_before_the_freeze(session, make, lead):
    make.cases(12)
    with pytest.raises(rounds.OutOfOrder, match="Freeze the frame first"):
        draw(session, make.round(by=lead), lead)


def test_a_second_draw_is_told_that_it_is_drawn_and_changes_nothing(session, make, lead):
    round_ = make.drawn_round(by=lead)
    before = sampling.read_picks(session, round_, by=lead)
    with pytest.raises(Overtaken, match="already been drawn"):
        draw(session, round_, lead, dice="11223 34455 66778 89900")
    assert sampling.read_picks(session, round_, by=lead) == before


def test_two_leads_at_once_make_one_draw_and_the_second_is_told(database):
    with database.transaction() as session:
        make = Make(session)
        leads = [make.user(), make.user()]
        round_id = make.frozen_round(by=leads[0]).id

    def press(lead):
        try:
            with database.transaction() as session:
                return draw(session, session.get_one(Round, round_id), lead).id
        except Overtaken as overtaken:
            return overtaken.message

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(press, leads))
    with database.reading() as session:
        made = session.scalars(select(Draw.id)).all()
    assert len(made) == 1
    assert made[0] in answers
    assert any("already been drawn" in str(answer) for answer in answers)


@pytest.mark.parametrize("deed", ["drawn_from", "keep_picks", "put_in"])
def test_a_crash_between_dice_and_draw_keeps_neither_and_the_same_dice_draw_the_same(database, monkeypatch, deed):
    with database.transaction() as session:
        make = Make(session)
        lead = make.user()
        round_id = make.frozen_round(by=lead).id

    def crash(*_given):
        raise RuntimeError("the machine stopped")

    with monkeypatch.context() as crashing:
        crashing.setattr(sampling, deed, crash)
        with pytest.raises(RuntimeError), database.transaction() as session:
            draw(session, session.get_one(Round, round_id), lead)
    with database.transaction() as session:
        round_ = session.get_one(Round, round_id)
        for table in (Draw.id, Pick.id, RoundCase.id):
            assert session.scalar(select(table)) is None
        assert "SampleDrawn" not in session.scalars(select(TrailEntry.event)).all()
        draw(session, round_, lead)
        drawn = sorted(
            (one.stratum, one.ticket, one.case_number) for one in sampling.read_picks(session, round_, by=lead)
        )
        assert drawn == [one for one in tickets_by_hand(session, round_) if one in drawn]


@pytest.mark.parametrize(
    ("dice", "words"),
    [
        ("83920 17465", "at least 20"),
        ("83920 17465 50218 9903x", "neither"),
        ("11111 22222 11111 22222", "different digits"),
        ("12345" * 61, "At most 300"),
    ],
)
def test_dice_that_cannot_stand_are_refused_and_nothing_is_kept(session, make, lead, dice, words):
    round_ = make.frozen_round(by=lead)
    with pytest.raises(UnusableDice, match=words):
        draw(session, round_, lead, dice=dice)
    assert session.scalar(select(Draw.id)) is session.scalar(select(RoundCase.id)) is None


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("Imogen Achterberg",), "at least 2 people"),
        (("Imogen Achterberg", "imogen  achterberg"), "at least 2 people"),
        (("Imogen Achterberg", "x" * 400), "at most 400"),
        (("Imogen Achterberg", "PRIYA Raman"), "one of the force's people"),
    ],
)
def test_dice_need_two_people_who_are_not_the_forces_own(session, make, lead, names, words):
    make.user(name="Priya Raman")
    round_ = make.frozen_round(by=lead)
    with pytest.raises(rolling.UnfitRollers, match=words):
        draw(session, round_, lead, rolled_by=names)
    assert session.scalar(select(Draw.id)) is None


def test_a_case_keeps_the_dossier_version_that_was_current_at_the_freeze(session, make, lead):
    corrected, *others = make.cases(6)
    make.correct(corrected)
    round_ = make.round(by=lead, size=6)
    framing.freeze(session, round_, by=lead)
    for case in (corrected, *others):
        make.correct(case)
    draw(session, round_, lead)
    versions = dict(row for row in session.execute(select(Pick.case_id, Pick.dossier_version)))
    assert versions == {corrected.id: 2} | {case.id: 1 for case in others}


def test_nothing_that_happens_between_freeze_and_dice_changes_the_draw(session, make, lead):
    cases = make.cases(12)
    round_ = make.round(by=lead, size=6)
    framing.freeze(session, round_, by=lead)
    expected = {case for _, _, case in sorted(tickets_by_hand(session, round_))[:6]}
    make.cases(5)
    for case in cases:
        make.correct(case, disposal="simple_caution", disposal_date="2019-01-01")
    round_.size, round_.strata, round_.filters = 2, ["area"], {"disposal": ["outcome_22"]}
    draw(session, round_, lead)
    picked = sampling.read_picks(session, round_, by=lead)
    assert {one.case_number for one in picked if one.kind == "pick"} == expected
    assert {one.stratum for one in picked} == {"community_resolution"}


def test_a_frame_file_that_is_not_the_frozen_one_stops_the_draw(session, make, lead):
    make.cases(3)
    round_ = make.round(by=lead, size=2)
    frame = framing.freeze(session, round_, by=lead)
    session.execute(delete(FramePart))
    session.add(FramePart(draw_id=frame.draw_id, number=0, lines=b"NM/1\tcommunity_resolution\n"))
    with pytest.raises(FrameChanged, match="tell the registrar"):
        draw(session, round_, lead)


@pytest.mark.parametrize("table", ["frames", "frame_files", "frame_parts", "draws", "picks"])
def test_the_database_refuses_to_change_what_was_frozen_or_drawn(database, table):
    column = {
        "frames": "digest",
        "frame_files": "exclusions",
        "frame_parts": "lines",
        "draws": "dice",
        "picks": "ticket",
    }[table]
    with database.transaction() as session:
        make = Make(session)
        make.drawn_round(by=make.user())
    with pytest.raises(DBAPIError, match="append-only"), database.transaction() as session:
        session.connection().exec_driver_sql(f"UPDATE {table} SET {column} = {column}")


def test_reading_the_picks_is_on_the_trail(session, make, lead):
    round_ = make.drawn_round(by=lead)
    sampling.read_picks(session, round_, by=lead)
    entry = session.scalar(select(TrailEntry).where(TrailEntry.event == "PicksRead"))
    assert (entry.actor, entry.round_id) == (f"user:{lead.id}", round_.id)


def test_there_are_no_picks_to_read_before_the_draw(session, make, lead):
    with pytest.raises(rounds.OutOfOrder, match="not been drawn"):
        sampling.read_picks(session, make.frozen_round(by=lead), by=lead)
