"""The draw can be re-performed, does not depend on order, and goes on where it stopped when a sample grows."""

import hashlib
import subprocess
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.framing import FrameLine, count_by_stratum, digest, frame_file
from scrutiny_app.domain.sampling import (
    FrameChanged,
    Kind,
    Plan,
    UnusableDice,
    UnusableDrawId,
    check_draw_id,
    draw,
    normalise_dice,
    seed,
    ticket,
)

STRATA = ["CR"] * 6 + ["CC"] * 3 + ["YC"]
FRAME = [FrameLine(f"CASE-{number:04}", STRATA[number % 10]) for number in range(1, 101)]
SEED = "DRAW-2026-Q3|622773bb23e795cc8ad31c7c31bcec66b1cb76f4a19446819e627632fcc0fa60|83920 17465 50218 99031"
ALLOCATION = {"CC": 3, "CR": 7, "YC": 2}


def numbers(drawn, stratum, kind):
    return [one.case_number.removeprefix("CASE-") for one in drawn if one.stratum == stratum and one.kind is kind]


def test_the_known_ticket():
    expected = "654b3e71876e34e6e350128e0e20df65f0e285727c12837a8c7fdd28ff907b5e"
    assert ticket("01382438112797316654", "AB-130") == expected


def test_the_known_tickets_of_four_animals_put_them_in_the_known_order():
    tickets = {animal: ticket("xy()134!g2n", animal) for animal in ["cat", "dog", "fish", "goat"]}
    assert {animal: digits[:16] for animal, digits in tickets.items()} == {
        "cat": "7ae70415e63d315c",
        "dog": "92093a9448648b65",
        "fish": "575484472ecf3dc0",
        "goat": "ad36b5633989b271",
    }
    assert sorted(tickets, key=tickets.__getitem__) == ["fish", "cat", "dog", "goat"]


def test_the_known_seed():
    assert seed("DRAW-2026-Q3", digest(frame_file(FRAME)), "8392017465 5021899031") == SEED


@pytest.mark.parametrize(
    ("stratum", "picks", "reserves"),
    [
        ("CR", "0043 0030 0085 0075 0005 0010 0052", "0063 0011 0090"),
        ("CC", "0096 0018 0088", "0056 0097 0057"),
        ("YC", "0019 0039", "0029 0079 0099"),
    ],
)
def test_the_known_draw(stratum, picks, reserves):
    drawn = draw(FRAME, SEED, Plan(ALLOCATION, reserves=3)).drawn
    assert numbers(drawn, stratum, Kind.PICK) == picks.split()
    assert numbers(drawn, stratum, Kind.RESERVE) == reserves.split()


def test_positions_run_on_from_the_picks_through_the_reserves():
    drawn = [one for one in draw(FRAME, SEED, Plan(ALLOCATION, reserves=2)).drawn if one.stratum == "CC"]
    assert [(one.position, one.kind) for one in drawn] == [
        (1, Kind.PICK),
        (2, Kind.PICK),
        (3, Kind.PICK),
        (4, Kind.RESERVE),
        (5, Kind.RESERVE),
    ]


def test_picks_and_reserves_are_told_apart_with_strata_in_byte_order():
    drawn = draw(FRAME, SEED, Plan(ALLOCATION, reserves=1))
    assert [one.stratum for one in drawn.picks] == ["CC"] * 3 + ["CR"] * 7 + ["YC"] * 2
    assert [one.stratum for one in drawn.reserves] == ["CC", "CR", "YC"]


def test_unless_told_otherwise_every_case_not_drawn_is_a_reserve():
    drawn = draw(FRAME, SEED, Plan(ALLOCATION))
    assert (len(drawn.picks), len(drawn.reserves)) == (12, 88)


def test_an_outsider_draws_the_same_with_a_shell_sha256sum_and_sort(tmp_path):
    (tmp_path / "frame").write_bytes(frame_file(FRAME))
    script = r"""
        key=$(printf %s "$1" | sha256sum | cut -c 1-64)
        while IFS="$(printf '\t')" read -r case stratum; do
            printf '%s\t%s\t%s\n' "$stratum" "$(printf %s "$key$case" | sha256sum | cut -c 1-64)" "$case"
        done < frame | LC_ALL=C sort
    """
    shell = subprocess.run(["sh", "-c", script, "sh", SEED], cwd=tmp_path, capture_output=True, text=True, check=True)
    ours = [f"{one.stratum}\t{one.ticket}\t{one.case_number}" for one in draw(FRAME, SEED, Plan(ALLOCATION)).drawn]
    assert shell.stdout.splitlines() == ours


@given(st.permutations(FRAME), st.integers(0, 4))
def test_the_order_of_the_frame_and_the_number_of_reserves_kept_do_not_change_the_picks(lines, reserves):
    assert draw(lines, SEED, Plan(ALLOCATION, reserves)).picks == draw(FRAME, SEED, Plan(ALLOCATION)).picks


@given(st.text(st.characters(codec="utf-8")), st.integers(0, 30), st.integers(0, 30))
def test_a_larger_sample_begins_with_the_smaller(any_seed, size, more):
    lines = [FrameLine(f"A{number}", "CR") for number in range(60)]
    small = draw(lines, any_seed, Plan({"CR": size}, reserves=0)).picks
    assert draw(lines, any_seed, Plan({"CR": size + more}, reserves=0)).picks[:size] == small


def test_a_case_keeps_its_ticket_however_many_join_the_frame():
    few = draw(FRAME[:40], SEED, Plan({"CC": 1, "CR": 1, "YC": 1})).drawn
    all_tickets = {one.case_number: one.ticket for one in draw(FRAME, SEED, Plan(ALLOCATION)).drawn}
    assert all(all_tickets[one.case_number] == one.ticket for one in few)


def test_a_stratum_that_is_given_no_places_still_has_reserves():
    drawn = draw(FRAME, SEED, Plan({"CC": 0, "CR": 1, "YC": 0}, reserves=1))
    assert [(one.stratum, one.kind) for one in drawn.drawn if one.stratum == "CC"] == [("CC", Kind.RESERVE)]


def test_a_draw_with_no_places_and_no_reserves_in_a_stratum_leaves_it_out():
    assert {one.stratum for one in draw(FRAME, SEED, Plan({"CC": 0, "CR": 1, "YC": 0}, reserves=0)).drawn} == {"CR"}


def test_a_stratum_that_the_plan_does_not_know_is_refused():
    with pytest.raises(FrameChanged, match="YC"):
        draw(FRAME, SEED, Plan({"CC": 3, "CR": 7}))


def test_a_stratum_with_fewer_cases_than_planned_is_refused():
    with pytest.raises(FrameChanged, match="draws 11 cases of YC and the frame has 10"):
        draw(FRAME, SEED, Plan({**ALLOCATION, "YC": 11}))


def test_a_case_listed_twice_is_refused():
    with pytest.raises(FrameChanged, match="more than once"):
        draw([*FRAME, FrameLine("CASE-0043", "YC")], SEED, Plan({**ALLOCATION, "YC": 11}))


def test_memory_does_not_grow_with_the_frame():
    lines = (FrameLine(f"A{number}", "CR") for number in range(20_000))
    tracemalloc.start()
    drawn = draw(lines, SEED, Plan({"CR": 50}, reserves=10)).drawn
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000
    assert [one.ticket for one in drawn] == sorted(ticket(SEED, f"A{number}") for number in range(20_000))[:60]


def test_dice_are_regrouped_by_five_whatever_their_white_space():
    assert normalise_dice(" 83920\n174655 0218\t99031 7") == "83920 17465 50218 99031 7"


@given(st.text("0123456789 \n\t\u00a0", min_size=4, max_size=40))
def test_normalised_dice_stay_as_they_are(more):
    text = "12345678901234567890" + more
    dice = normalise_dice(text)
    assert normalise_dice(dice) == dice
    assert dice.replace(" ", "") == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "There are 0 digits and a draw needs at least 20"),
        ("12345 12345 12345 1234", "There are 19 digits"),
        ("12312 31231 23123 12312", "only 3 different digits"),
        ("12345 12345 12345 1234x", "'x' is neither"),
        ("12345-12345-12345-12345", "'-' is neither"),
        ("١٢٣٤٥١٢٣٤٥١٢٣٤٥١٢٣٤٥", "is neither"),
        ("1234567890123456789²", "is neither"),
    ],
)
def test_dice_that_cannot_serve_are_refused_with_a_reason(text, says):
    with pytest.raises(UnusableDice, match=says):
        normalise_dice(text)


def test_twenty_digits_of_four_kinds_are_enough():
    assert normalise_dice("12341234123412341234") == "12341 23412 34123 41234"


@pytest.mark.parametrize("draw_id", ["", "A|B", "A B", "A\n", "É", "A_1", "a" * 65])
def test_a_draw_id_that_could_be_read_in_two_ways_is_refused(draw_id):
    with pytest.raises(UnusableDrawId, match="Choose another"):
        check_draw_id(draw_id)


def test_a_seed_needs_a_whole_digest():
    with pytest.raises(ValueError, match="64"):
        seed("Q3", "abc", "12345 67890 12345 67890")


def test_two_draws_of_one_night_and_a_changed_frame_have_other_seeds():
    dice, frame_digest = "12345 67890 12345 67890", hashlib.sha256(b"a").hexdigest()
    seeds = {seed("A", frame_digest, dice), seed("B", frame_digest, dice), seed("A", frame_digest[::-1], dice)}
    assert len(seeds) == 3


def test_the_known_frame_has_the_strata_it_is_said_to_have():
    assert count_by_stratum(FRAME) == {"CC": 30, "CR": 60, "YC": 10}
