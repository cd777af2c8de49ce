"""Parties who do not trust each other make dice together, and nobody can choose after seeing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.committing import (
    Exchange,
    OutOfTurn,
    Party,
    Phase,
    RevealDiffers,
    UnfitParties,
    UnusableCommitment,
    abandon,
    begin,
    commit,
    commitment,
    correct,
    joined_dice,
    next_draw_id,
    reveal,
)
from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.sampling import UnusableDrawId

NONCES = {"Bench": "0123456789abcdef0123456789abcdef", "Council": "fedcba98765432100123456789abcdef" * 2}
ROLLED = {"Bench": "8392017465", "Council": "5021899031 44"}
PARTIES = (Party("Council"), Party("Bench"))


def committed(parties=PARTIES):
    exchange = begin("NP-2026-R7", parties)
    for name in ROLLED:
        exchange = commit(exchange, name, commitment(NONCES[name], ROLLED[name]))
    return exchange


def completed():
    exchange = committed()
    for name in ("Council", "Bench"):
        exchange = reveal(exchange, name, NONCES[name], ROLLED[name])
    return exchange


def test_the_dice_are_the_digits_in_the_order_of_the_names_whoever_reveals_first():
    assert joined_dice(completed()) == "83920 17465 50218 99031 44"


def test_names_sort_by_their_bytes():
    exchange = begin("R1", [Party("é"), Party("zebra"), Party("Zoë"), Party("a  b")])
    assert exchange.names == ("Zoë", "a b", "zebra", "é")


def test_each_phase_says_whom_it_waits_for():
    exchange = begin("NP-2026-R7", PARTIES)
    seen = [(exchange.phase, exchange.awaited)]
    exchange = commit(exchange, "Council", commitment(NONCES["Council"], ROLLED["Council"]))
    seen.append((exchange.phase, exchange.awaited))
    exchange = committed()
    seen.append((exchange.phase, exchange.awaited))
    exchange = reveal(exchange, "Bench", NONCES["Bench"], ROLLED["Bench"])
    seen.append((exchange.phase, exchange.awaited))
    seen.append((completed().phase, completed().awaited))
    assert seen == [
        (Phase.COMMITTING, ("Bench", "Council")),
        (Phase.COMMITTING, ("Bench",)),
        (Phase.REVEALING, ("Bench", "Council")),
        (Phase.REVEALING, ("Council",)),
        (Phase.COMPLETE, ()),
    ]


@pytest.mark.parametrize(
    ("parties", "says"),
    [
        ([], "Between 2 and 6"),
        ([Party("Bench")], "Between 2 and 6"),
        ([Party(f"P{number}") for number in range(7)], "Between 2 and 6"),
        ([Party("Bench"), Party(" BENCH ")], "same name"),
        ([Party("Cafe\u0301"), Party("Café")], "same name"),
        ([Party("Force", of_force=True), Party("Standards", of_force=True)], "does not employ"),
        ([Party("Force", of_force=True), Party("Bench")], "does not employ"),
        ([Party(""), Party("Bench")], "name of 1 to 60"),
        ([Party("x" * 61), Party("Bench")], "name of 1 to 60"),
        ([Party("a\u202eb"), Party("Bench")], "name of 1 to 60"),
    ],
)
def test_parties_that_nobody_could_rely_on_are_refused(parties, says):
    with pytest.raises(UnfitParties, match=says):
        begin("R1", parties)


def test_the_force_may_roll_beside_two_others():
    assert begin("R1", [*PARTIES, Party("Force", of_force=True)]).names == ("Bench", "Council", "Force")


def test_a_draw_id_that_could_be_misread_is_refused():
    with pytest.raises(UnusableDrawId):
        begin("a|b", PARTIES)


def test_nobody_commits_to_what_another_committed_to():
    exchange = commit(begin("R1", PARTIES), "Bench", "ab" * 32)
    with pytest.raises(UnusableCommitment, match="given before"):
        commit(exchange, "Council", "AB" * 32)


def test_a_commitment_is_given_once_and_changed_only_as_a_correction():
    exchange = commit(begin("R1", PARTIES), "Bench", "ab" * 32)
    with pytest.raises(Overtaken, match="committed already"):
        commit(exchange, "Bench", "cd" * 32)


@pytest.mark.parametrize("given", ["", "ab" * 31, "ab" * 33, "gg" * 32, "ab " * 32])
def test_what_is_no_sha_256_is_no_commitment(given):
    with pytest.raises(UnusableCommitment, match="64 digits"):
        commit(begin("R1", PARTIES), "Bench", given)


def test_nobody_reveals_before_all_have_committed():
    exchange = commit(begin("R1", PARTIES), "Bench", commitment(NONCES["Bench"], ROLLED["Bench"]))
    with pytest.raises(OutOfTurn, match="Nobody reveals before the last commitment"):
        reveal(exchange, "Bench", NONCES["Bench"], ROLLED["Bench"])


def test_nobody_commits_after_all_have():
    with pytest.raises(OutOfTurn, match="Reveal the nonces"):
        commit(committed(), "Bench", "ab" * 32)


def test_a_stranger_neither_commits_nor_reveals():
    with pytest.raises(UnfitParties, match="Only the parties"):
        commit(begin("R1", PARTIES), "Passer-by", "ab" * 32)
    with pytest.raises(UnfitParties, match="Only the parties"):
        reveal(committed(), "Passer-by", NONCES["Bench"], ROLLED["Bench"])


@pytest.mark.parametrize(("nonce", "digits"), [(NONCES["Bench"], "8392017466"), (NONCES["Council"], ROLLED["Bench"])])
def test_a_reveal_that_differs_from_the_commitment_is_refused_and_may_be_corrected(nonce, digits):
    exchange = committed()
    with pytest.raises(RevealDiffers, match="not those that Bench committed to"):
        reveal(exchange, "Bench", nonce, digits)
    assert reveal(exchange, "Bench", NONCES["Bench"], ROLLED["Bench"]).awaited == ("Council",)


def test_a_party_reveals_once():
    exchange = reveal(committed(), "Bench", NONCES["Bench"], ROLLED["Bench"])
    with pytest.raises(Overtaken, match="revealed already"):
        reveal(exchange, "Bench", NONCES["Bench"], ROLLED["Bench"])


@pytest.mark.parametrize(
    "exchange", [begin("R1", PARTIES), committed(), reveal(committed(), "Bench", NONCES["Bench"], ROLLED["Bench"])]
)
def test_digits_are_not_joined_before_all_have_revealed(exchange):
    with pytest.raises(OutOfTurn, match="every party must first reveal"):
        joined_dice(exchange)


def test_who_falls_silent_is_recorded():
    abandoned = abandon(reveal(committed(), "Bench", NONCES["Bench"], ROLLED["Bench"]))
    assert (abandoned.phase, abandoned.silent, abandoned.awaited) == (Phase.ABANDONED, ("Council",), ())


def test_a_nonce_that_others_may_know_is_not_used_again():
    spent = begin("NP-2026-R7-again1", PARTIES, committed().commitments.values())
    with pytest.raises(UnusableCommitment, match="given before"):
        commit(spent, "Bench", commitment(NONCES["Bench"], ROLLED["Bench"]))


def test_dice_that_are_complete_stand():
    with pytest.raises(OutOfTurn, match="nothing to abandon"):
        abandon(completed())


def test_a_commitment_is_corrected_while_another_is_awaited_and_what_it_was_is_spent():
    first, other = (commitment(NONCES["Bench"], digits) for digits in (ROLLED["Bench"], ROLLED["Bench"][::-1]))
    corrected = correct(commit(begin("R1", PARTIES), "Bench", first), "Bench", other)
    assert (corrected.phase, corrected.commitments["Bench"]) == (Phase.COMMITTING, other)
    with pytest.raises(UnusableCommitment, match="given before"):
        correct(corrected, "Bench", first)


@pytest.mark.parametrize(
    "exchange",
    [committed(), reveal(committed(), "Bench", NONCES["Bench"], ROLLED["Bench"]), completed(), abandon(committed())],
    ids=["before any reveal is entered", "after one", "after all", "after a silence"],
)
@pytest.mark.parametrize("name", ROLLED)
def test_once_the_last_commitment_is_in_none_is_corrected_for_digits_may_have_been_heard(exchange, name):
    with pytest.raises(OutOfTurn, match="The last commitment is in"):
        correct(exchange, name, "ab" * 32)


def test_only_a_commitment_that_was_given_is_corrected():
    exchange = begin("R1", PARTIES)
    with pytest.raises(OutOfTurn, match="nothing to correct"):
        correct(exchange, "Bench", "ab" * 32)
    with pytest.raises(UnfitParties, match="named before"):
        correct(exchange, "Somebody else", "ab" * 32)


def test_what_was_abandoned_takes_nothing_more():
    abandoned = abandon(committed())
    with pytest.raises(OutOfTurn, match="was abandoned"):
        reveal(abandoned, "Bench", NONCES["Bench"], ROLLED["Bench"])
    with pytest.raises(OutOfTurn, match="nothing to abandon"):
        abandon(abandoned)


@pytest.mark.parametrize(
    ("draw_id", "following"),
    [
        ("NP-2026-R7", "NP-2026-R7-again1"),
        ("NP-2026", "NP-2026-again1"),
        ("NP-2026-R7-again1", "NP-2026-R7-again2"),
        ("R-again9", "R-again10"),
        ("R-again0", "R-again0-again1"),
        ("x" * 64, "x" * 57 + "-again1"),
        ("x" * 57 + "-again9", "x" * 56 + "-again10"),
    ],
)
def test_the_next_draw_id_is_the_known_one(draw_id, following):
    assert next_draw_id(draw_id) == following


@given(st.from_regex("[A-Za-z0-9-]{1,64}", fullmatch=True))
def test_no_draw_id_comes_back_however_often_a_draw_begins_again(draw_id):
    ids = [draw_id]
    for _ in range(12):
        ids.append(next_draw_id(ids[-1]))
    assert len(set(ids)) == len(ids)


@given(st.permutations(["Bench", "Council", "Court"]), st.permutations(["Bench", "Council", "Court"]))
def test_neither_the_order_of_commitments_nor_of_reveals_changes_the_dice(first, second):
    nonces, rolled = NONCES | {"Court": "ab01" + "cd23ef45" * 4}, ROLLED | {"Court": "7777777123"}
    exchange: Exchange = begin("R1", [*PARTIES, Party("Court")])
    for name in first:
        exchange = commit(exchange, name, commitment(nonces[name], rolled[name]))
    for name in second:
        exchange = reveal(exchange, name, nonces[name], rolled[name])
    assert joined_dice(exchange) == "83920 17465 50218 99031 44777 77771 23"
