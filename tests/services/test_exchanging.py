"""Dice from afar: committed to, revealed, and drawn from; nobody can choose their digits after seeing another's."""

import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from scrutiny_app.domain.committing import (
    OutOfTurn,
    Party,
    Phase,
    RevealDiffers,
    UnfitParties,
    UnusableCommitment,
    UnusableReveal,
)
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.models.frames import DiceDeed, DiceParty, Draw, Frame
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import changing_draws, exchange_records, exchanging, framing, rounds, sampling
from scrutiny_app.services.accounts import undone_of
from scrutiny_app.services.exchanging import Abandoned
from scrutiny_app.services.rounds import OutOfOrder
from tests.making import DICE, KEY, ROLLERS, Make

BENCH, CHAPEL, STATION = "Bench of magistrates", "Émile Chapelle", "Northmoor Police"
PARTIES = (Party(BENCH), Party(CHAPEL), Party(STATION, of_force=True))
NONCES = {BENCH: "0123456789abcdef" * 2, CHAPEL: "fedcba9876543210" * 2, STATION: "0f1e2d3c4b5a6978" * 2}
DIGITS = {BENCH: "8392017465", CHAPEL: "5021899031", STATION: "1122334455"}


def commitment(name, nonce=None, digits=None):
    """Work out a commitment as the shell line does."""
    return hashlib.sha256(f"{nonce or NONCES[name]}|{digits or DIGITS[name]}".encode()).hexdigest()


class Table:
    """A frozen round, its lead, and the parties around a table that is nowhere."""

    def __init__(self, session, make, *, begun=True, **changes):
        self.session, self.lead = session, make.user()
        self.round = make.frozen_round(by=self.lead, **changes)
        if begun:
            self.begin()

    def begin(self, parties=PARTIES):
        return exchanging.begin(self.session, self.round, parties, by=self.lead)

    def commit(self, name, given=None):
        return exchanging.commit(self.session, self.round, name, given or commitment(name), by=self.lead)

    def reveal(self, name, nonce=None, digits=None):
        nonce, digits = nonce or NONCES[name], digits or DIGITS[name]
        return exchanging.reveal(self.session, self.round, name, nonce, digits, by=self.lead)

    def commit_all(self):
        for name in NONCES:
            self.commit(name)

    def complete(self):
        self.commit_all()
        for name in reversed(NONCES):
            self.reveal(name)

    def draw(self):
        return exchanging.draw(self.session, self.round, by=self.lead)

    def abandon(self):
        return exchanging.abandon(self.session, self.round, by=self.lead)

    @property
    def exchange(self):
        return exchanging.exchange_of(self.session, self.round)

    def draw_in_one_room(self):
        return sampling.draw_sample(self.session, self.round, dice=DICE, rolled_by=ROLLERS, by=self.lead)


@pytest.fixture
def table(session, make):
    return Table(session, make)


def test_the_documents_lines_of_shell_make_the_commitment_that_it_says():
    said = (Path(__file__).parents[2] / "docs" / "draw.md").read_text().partition("## Dice from afar")[2]
    lines = re.search(r"```shell\n(.*?)```", said, re.DOTALL)
    given = re.search(r"It prints `([0-9a-f]{64})`", said)
    assert lines
    assert given
    ran = subprocess.run(["sh", "-c", lines[1]], capture_output=True, check=True, text=True)
    assert ran.stdout.split()[0] == given[1] == commitment(BENCH, nonce="0123456789abcdef" * 2)


def facts(session, event):
    query = select(TrailEntry.facts).where(TrailEntry.event == event).order_by(TrailEntry.position)
    return [json.loads(one) for one in session.scalars(query)]


def test_the_digits_of_all_in_the_order_of_their_names_are_the_dice_and_the_sample_is_drawn(session, table):
    table.complete()
    drawn = table.draw()
    assert drawn.dice == "83920 17465 11223 34455 50218 99031"  # É sorts after every plain letter
    assert (drawn.rolled_by, drawn.how) == (f"{BENCH}\n{STATION}\n{CHAPEL}", "commit_reveal")
    assert rounds.stage(session, table.round) is Stage.DRAWN


def test_a_crash_between_the_last_reveal_and_the_draw_changes_no_digit(session, table, monkeypatch):
    table.complete()

    def crash(*_given):
        raise RuntimeError("the machine stopped")

    with monkeypatch.context() as crashing:
        crashing.setattr(sampling, "keep_picks", crash)
        with pytest.raises(RuntimeError), session.begin_nested():
            table.draw()
    assert session.scalar(select(Draw.id)) is None
    assert table.exchange.phase is Phase.COMPLETE
    assert table.draw().dice == "83920 17465 11223 34455 50218 99031"


def test_all_of_it_is_on_the_trail_in_its_order_and_no_name_is(session, table):
    table.complete()
    table.draw()
    told = session.scalars(select(TrailEntry.event).order_by(TrailEntry.position)).all()
    deeds = ["FrameFrozen", "DiceAwaited", *["DiceCommitted"] * 3, *["DiceRevealed"] * 3, "SampleDrawn"]
    assert [event for event in told if event in deeds] == deeds
    assert [(one["party"], one["commitment"]) for one in facts(session, "DiceCommitted")] == [
        (1, commitment(BENCH)),
        (3, commitment(CHAPEL)),
        (2, commitment(STATION)),
    ]
    shown = hashlib.sha256(DIGITS[STATION].encode()).hexdigest()
    assert (2, shown) in [(one["party"], one["digits_digest"]) for one in facts(session, "DiceRevealed")]
    assert not any(name in one for one in session.scalars(select(TrailEntry.facts)) for name in NONCES)


def test_who_is_awaited_is_told_at_every_step(table):
    assert (table.exchange.phase, table.exchange.awaited) == (Phase.COMMITTING, (BENCH, STATION, CHAPEL))
    table.commit(BENCH)
    assert table.exchange.awaited == (STATION, CHAPEL)
    table.commit(STATION)
    table.commit(CHAPEL)
    assert (table.exchange.phase, table.exchange.awaited) == (Phase.REVEALING, (BENCH, STATION, CHAPEL))
    table.reveal(CHAPEL)
    assert table.exchange.awaited == (BENCH, STATION)


def test_nobody_reveals_before_the_last_has_committed(session, table):
    table.commit(BENCH)
    with pytest.raises(OutOfTurn, match="Not everybody has committed"):
        table.reveal(BENCH)
    assert not any(session.scalars(select(DiceDeed.digits)))


def test_nobody_draws_before_the_last_has_revealed(session, table):
    table.commit_all()
    table.reveal(BENCH)
    table.reveal(CHAPEL)
    with pytest.raises(OutOfTurn, match="not complete"):
        table.draw()
    assert session.scalar(select(Draw.id)) is None


def test_a_commitment_and_a_reveal_are_given_once(table):
    table.commit(BENCH)
    with pytest.raises(Overtaken, match="committed already"):
        table.commit(BENCH, commitment(BENCH, digits="0000011112"))
    table.commit(CHAPEL)
    table.commit(STATION)
    with pytest.raises(OutOfTurn, match="Everybody has committed"):
        table.commit(BENCH)
    table.reveal(BENCH)
    with pytest.raises(Overtaken, match="revealed already"):
        table.reveal(BENCH)


@pytest.mark.parametrize(
    "altered",
    [{"digits": "8392017466"}, {"nonce": "0123456789abcdee" * 2}, {"digits": DIGITS[CHAPEL], "nonce": NONCES[CHAPEL]}],
)
def test_altered_digits_or_nonces_are_refused_and_nothing_is_kept(session, table, altered):
    table.commit_all()
    with pytest.raises(RevealDiffers, match="not those that"):
        table.reveal(BENCH, **altered)
    assert table.exchange.digits == {}
    assert facts(session, "DiceRevealed") == []


def test_digits_and_nonces_too_plain_to_be_random_are_refused(table):
    table.commit(BENCH, commitment(BENCH, digits="1111111111"))
    table.commit(CHAPEL, commitment(CHAPEL, nonce="00" * 16))
    table.commit(STATION)
    with pytest.raises(UnusableReveal, match="different"):
        table.reveal(BENCH, digits="1111111111")
    with pytest.raises(UnusableReveal, match="too regular"):
        table.reveal(CHAPEL, nonce="00" * 16)


def corrected(session, table):
    parties = exchange_records.parties_of(session, rounds.frame_of(session, table.round))
    return {one.name: one.corrected for one in parties}


def test_a_commitment_is_corrected_before_the_last_and_the_one_before_stays_in_the_record(session, table):
    table.commit(BENCH, "ab" * 32)
    table.commit(CHAPEL)
    given = exchanging.correct(session, table.round, BENCH, commitment(BENCH), by=table.lead)
    assert given.phase is Phase.COMMITTING
    table.commit(STATION)
    assert corrected(session, table) == {BENCH: ("ab" * 32,), CHAPEL: (), STATION: ()}
    told = [one["commitment"] for one in facts(session, "DiceCommitted") if one["party"] == 1]
    assert told == ["ab" * 32, commitment(BENCH)]
    for name in NONCES:
        table.reveal(name)
    assert table.draw().how == "commit_reveal"


def test_nobody_chooses_digits_after_hearing_the_others_nor_corrects_what_was_never_given(session, table):
    with pytest.raises(OutOfTurn, match="not committed yet"):
        exchanging.correct(session, table.round, BENCH, "ab" * 32, by=table.lead)
    table.commit_all()  # the others read their digits out now, and none is entered yet
    for name in NONCES:
        with pytest.raises(OutOfTurn, match="The last commitment is in"):
            exchanging.correct(session, table.round, name, "ab" * 32, by=table.lead)
    assert not any(corrected(session, table).values())


def test_what_was_corrected_is_spent_for_everybody(session, table):
    table.commit(BENCH)
    exchanging.correct(session, table.round, BENCH, "ab" * 32, by=table.lead)
    with pytest.raises(UnusableCommitment, match="given before"):
        table.commit(CHAPEL, commitment(BENCH))
    with pytest.raises(UnusableCommitment, match="given before"):
        exchanging.correct(session, table.round, BENCH, commitment(BENCH), by=table.lead)


@pytest.mark.parametrize("table_name", ["dice_parties", "dice_deeds"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET name = name", "DELETE FROM {}"])
def test_the_database_refuses_to_change_what_a_party_did(session, table, table_name, deed):
    table.commit_all()
    with pytest.raises(DBAPIError, match="append-only"), session.begin_nested():
        session.execute(text(deed.format(table_name)))


def test_nobody_commits_to_what_another_has_committed_to(table):
    table.commit(BENCH)
    with pytest.raises(UnusableCommitment, match="given before"):
        table.commit(CHAPEL, commitment(BENCH).upper())
    with pytest.raises(UnusableCommitment, match="64 digits"):
        table.commit(CHAPEL, "not a digest")
    with pytest.raises(UnfitParties, match="named before"):
        table.commit("Somebody else", commitment(CHAPEL))


def test_who_kept_silent_is_on_record_and_the_dice_begin_again_under_a_new_id_with_nothing_spent(session, table):
    first = rounds.frame_of(session, table.round)
    table.commit_all()
    table.reveal(BENCH)
    again = table.abandon()
    assert (again.draw_id, again.digest) == (f"{first.draw_id}-again1", first.digest)
    assert exchanging.abandoned_of(session, table.round) == [Abandoned(first.draw_id, (STATION, CHAPEL))]
    assert [one["silent"] for one in facts(session, "DiceAbandoned")] == [2]
    assert [one["draw_id"] for one in facts(session, "FrameFrozen")] == [first.draw_id, again.draw_id]
    assert table.exchange is None
    assert rounds.certificate_of(session, table.round).frame.id == again.id

    table.begin()
    with pytest.raises(UnusableCommitment, match="given before"):
        table.commit(BENCH)
    fresh = {name: nonce[::-1] for name, nonce in NONCES.items()}
    for name, nonce in fresh.items():
        table.commit(name, commitment(name, nonce=nonce))
    for name, nonce in fresh.items():
        table.reveal(name, nonce=nonce)
    assert table.draw().frame_id == again.id
    assert undone_of(session, table.round).begun_again == 1


def test_a_commitment_of_another_rounds_draw_is_spent_too(session, make, table):
    table.complete()
    table.draw()
    other = Table(session, make, period_from=table.round.period_from)
    with pytest.raises(UnusableCommitment, match="given before"):
        other.commit(BENCH)


def test_once_all_have_revealed_nobody_begins_again(session, table):
    table.complete()
    with pytest.raises(OutOfTurn, match="nothing to abandon"):
        table.abandon()
    assert len(session.scalars(select(Frame.id)).all()) == 1


def test_no_dice_are_rolled_in_one_room_while_an_exchange_is_open_nor_an_exchange_begun_after(session, make, table):
    with pytest.raises(OutOfOrder, match="Parties apart"):
        table.draw_in_one_room()
    table.complete()
    with pytest.raises(OutOfOrder, match="Parties apart"):
        table.draw_in_one_room()
    table.draw()
    for late in (table.begin, table.draw, table.abandon, lambda: table.commit(BENCH)):
        with pytest.raises(Overtaken, match="drawn already"):
            late()
    other = Table(session, make, begun=False)
    other.draw_in_one_room()
    with pytest.raises(Overtaken, match="drawn already"):
        other.begin()


def test_after_beginning_again_the_dice_may_be_rolled_in_one_room(table):
    table.abandon()
    assert table.draw_in_one_room().how == "dice"


def test_the_parties_are_named_once_after_the_freeze_and_before_any_commitment(session, make, table):
    with pytest.raises(Overtaken, match="named already"):
        table.begin()
    lead = make.user()
    with pytest.raises(OutOfOrder, match="Freeze the frame first"):
        exchanging.begin(session, make.round(by=lead), PARTIES, by=lead)


@pytest.mark.parametrize(
    ("parties", "words"),
    [
        ((Party(BENCH),), "Between 2 and 6"),
        (tuple(Party(f"Party {one}") for one in range(7)), "Between 2 and 6"),
        ((Party(BENCH), Party(STATION, of_force=True)), "does not employ"),
        ((Party(BENCH), Party(BENCH.upper())), "same name"),
        ((Party(BENCH), Party("x" * 61)), "a name of 1 to 60"),
        ((Party(BENCH), Party("priya  RAMAN")), "one of the force's people"),
    ],
)
def test_parties_that_could_not_keep_one_another_honest_are_refused(session, make, parties, words):
    make.user(Role.OFFICER, name="Priya Raman")
    table = Table(session, make, begun=False)
    with pytest.raises(Refused, match=words):
        table.begin(parties)
    assert session.scalar(select(DiceParty.name)) is None


def test_nothing_is_committed_before_the_parties_are_named(session, make):
    table = Table(session, make, begun=False)
    for early in (lambda: table.commit(BENCH), lambda: table.reveal(BENCH), table.draw, table.abandon):
        with pytest.raises(OutOfTurn, match="named yet"):
            early()


def test_where_every_case_is_drawn_no_parties_are_named(session, make):
    table = Table(session, make, begun=False, cases=4, size=4)
    with pytest.raises(Refused, match="no dice decide anything"):
        table.begin()


def test_a_void_ends_an_exchange_and_spends_its_commitments(session, make, table):
    table.commit(BENCH)
    change = changing_draws.propose_void(session, table.round, "A file was missing.", key=KEY, by=table.lead)
    registrar = make.user(Role.REGISTRAR)
    changing_draws.decide(session, table.round, change.id, approved=True, by=registrar)
    assert table.exchange is None
    with pytest.raises(OutOfOrder):
        table.commit(CHAPEL)
    framing.freeze(session, table.round, by=table.lead)
    table.begin()
    with pytest.raises(UnusableCommitment):
        table.commit(BENCH)


def test_a_second_entry_of_a_commitment_is_told_so_and_nothing_of_it_is_kept(database):
    with database.transaction() as session:
        table = Table(session, Make(session))
        round_, lead = table.round, table.lead
    with database.transaction() as session:
        exchanging.commit(session, session.merge(round_), BENCH, commitment(BENCH), by=lead)
    with pytest.raises(Overtaken), database.transaction() as session:
        exchanging.commit(session, session.merge(round_), BENCH, "a" * 64, by=lead)
    with database.reading() as session:
        assert len(facts(session, "DiceCommitted")) == 1
