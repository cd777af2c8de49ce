"""The verification pack of a draw as it is kept: it draws again alike, by our command and by `verify.sh` alone."""

import io
import subprocess
import zipfile
from dataclasses import replace

import pytest
from sqlalchemy import select

from scrutiny_app.domain.committing import Party, commitment
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.rounds import Rule
from scrutiny_app.files.verification import verification_pack
from scrutiny_app.files.verification_reading import check_pack
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import changing_draws, exchanging, framing, packing, rounds, sampling
from tests.draws import ROLLED_APART
from tests.making import DICE, KEY, ROLLERS

THEME = {"facet": "age_group", "value": "child", "times": 5}
CROSSED = ["disposal", "age_group"]
PLANS = {
    "in proportion": {},
    "capped": {"cap": 4, "floor": 1},
    "crossed": {"strata": CROSSED, "floor": 1},
    "by a theme": {"strata": CROSSED, "theme": THEME, "floor": 1},
    "by earlier findings": {"rule": Rule.NEYMAN},
}


@pytest.fixture
def lead(make):
    return make.user()


def drawn(session, make, lead, **plan):
    make.cases(9)
    make.cases(5, disposal="simple_caution", age_group=None)
    make.cases(4, disposal="youth_caution", age_group="child", area="King's Lynn")
    round_ = make.round(by=lead, **({"size": 8} | plan))
    framing.freeze(session, round_, by=lead)
    sampling.draw_sample(session, round_, dice=DICE, rolled_by=ROLLERS, by=lead, witnessed_by=["Odile Farrow"])
    return round_


def by_shell(pack, folder):
    with zipfile.ZipFile(io.BytesIO(pack)) as package:
        package.extractall(folder)
    return subprocess.run(["sh", "verify.sh"], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_a_pack_draws_again_alike_by_command_and_by_shell(session, make, lead, tmp_path, plan):
    pack = packing.take_pack(session, drawn(session, make, lead, **plan), by=lead).content
    assert check_pack(io.BytesIO(pack)).differences == []
    ran = by_shell(pack, tmp_path)
    assert (ran.returncode, ran.stdout.splitlines()[-1][:6]) == (0, "AGREES"), ran.stdout + ran.stderr


def test_a_pack_of_a_draw_in_which_all_were_taken_agrees(session, make, lead, tmp_path):
    make.cases(3)
    round_ = make.round(by=lead, size=3)
    framing.freeze(session, round_, by=lead)
    sampling.take_all(session, round_, by=lead)
    assert by_shell(packing.take_pack(session, round_, by=lead).content, tmp_path).returncode == 0


def test_the_pack_is_of_the_draw_as_made_whatever_was_grown_since(session, make, lead):
    round_ = drawn(session, make, lead, size=7)
    frame, draw = rounds.frame_of(session, round_), rounds.draw_of(session, round_)
    before = list(packing.record_of(session, frame, draw).drawn)
    reserve = session.scalar(select(Pick).where(Pick.draw_id == draw.id, Pick.kind == "reserve"))
    beyond = {"position": 900, "ticket": "f" * 64, "kind": "reserve", "dossier_version": 1}
    other = make.case()
    session.add(Pick(draw_id=draw.id, case_id=other.id, stratum=reserve.stratum, **beyond))
    sampling.put_in(session, round_, [reserve])
    session.flush()
    assert list(packing.record_of(session, frame, draw).drawn) == before


def test_the_pack_says_who_rolled_and_who_saw_it_and_taking_it_is_on_the_trail(session, make, lead):
    round_ = drawn(session, make, lead)
    with zipfile.ZipFile(io.BytesIO(packing.take_pack(session, round_, by=lead).content)) as package:
        dice = package.read("dice.tsv").decode()
    assert "rolled_by\tImogen Achterberg, Solomon Whitlow\nwitnessed_by\tOdile Farrow\n" in dice
    assert session.scalars(select(TrailEntry.event)).all().count("PackTaken") == 1


def test_what_parties_apart_gave_is_in_the_pack_and_is_checked(session, make, lead, tmp_path):
    round_ = make.frozen_round(by=lead, cases=30)
    exchanging.begin(session, round_, [Party(name, of_force) for name, of_force, *_ in ROLLED_APART], by=lead)
    first, *_ = (name for name, *_ in ROLLED_APART)
    for name, _, nonce, digits in ROLLED_APART:
        exchanging.commit(session, round_, name, "ab" * 32 if name == first else commitment(nonce, digits), by=lead)
        if name == first:
            exchanging.correct(session, round_, name, commitment(nonce, digits), by=lead)
    for name, _, nonce, digits in ROLLED_APART:
        exchanging.reveal(session, round_, name, nonce, digits, by=lead)
    exchanging.draw(session, round_, by=lead)
    pack = packing.take_pack(session, round_, by=lead).content
    ran = by_shell(pack, tmp_path)
    assert (check_pack(io.BytesIO(pack)).differences, ran.returncode) == ([], 0), ran.stdout
    dice = (tmp_path / "dice.tsv").read_text()
    for name, of_force, nonce, digits in ROLLED_APART:
        whose = "of the force" if of_force else "outside"
        assert "\t".join(("party", name, whose, commitment(nonce, digits), nonce, digits)) in dice
    assert f"corrected\t{first}\t{'ab' * 32}\n" in dice


@pytest.mark.parametrize("plan", ["by a theme", "by earlier findings"])
def test_a_place_moved_in_a_draw_by_weights_is_caught(session, make, lead, tmp_path, plan):
    round_ = drawn(session, make, lead, **(PLANS[plan] | {"floor": 1}))
    frame, draw = rounds.frame_of(session, round_), rounds.draw_of(session, round_)
    record = packing.record_of(session, frame, draw)
    places = dict(record.terms.allocation)
    more = next(name for name in places if places[name] < frame.counts[name])
    fewer = next(name for name in places if name != more and places[name] > 1)
    moved = places | {more: places[more] + 1, fewer: places[fewer] - 1}
    pack = verification_pack(replace(record, terms=replace(record.terms, allocation=moved)))
    assert any("share by its weight" in one for one in check_pack(io.BytesIO(pack)).differences)
    ran = by_shell(pack, tmp_path)
    assert (ran.returncode, "its share by the rule" in ran.stdout) == (1, True)


def void(session, make, round_, lead):
    proposed = changing_draws.propose_void(session, round_, "The dice were read out wrongly.", key=KEY, by=lead)
    changing_draws.decide(session, round_, proposed.id, approved=True, by=make.user())


def test_the_pack_of_a_voided_draw_stays_and_is_marked_void_and_still_agrees(session, make, lead, tmp_path):
    round_ = drawn(session, make, lead)
    draw_id = rounds.frame_of(session, round_).draw_id
    void(session, make, round_, lead)
    framing.freeze(session, round_, by=lead)
    sampling.draw_sample(session, round_, dice=DICE, rolled_by=ROLLERS, by=lead)
    taken = packing.take_pack(session, round_, draw_id, by=lead)
    assert taken.name == f"{draw_id}-VOID.zip"
    assert check_pack(io.BytesIO(taken.content)).differences == []
    assert by_shell(taken.content, tmp_path).returncode == 0
    assert "standing\tVOID" in (tmp_path / "dice.tsv").read_text()
    present = packing.take_pack(session, round_, by=lead)
    assert present.name == f"{draw_id}-again1.zip"
    assert b"standing\tstands" in zipfile.ZipFile(io.BytesIO(present.content)).read("dice.tsv")
    assert session.scalars(select(TrailEntry.event)).all().count("PackTaken") == 2


def test_a_draw_of_another_round_has_no_pack_under_this_one(session, make, lead):
    other = rounds.frame_of(session, drawn(session, make, lead)).draw_id
    with pytest.raises(NotYours):
        packing.take_pack(session, make.frozen_round(by=lead), other, by=lead)


def test_there_is_no_pack_before_the_draw(session, make, lead):
    round_ = make.frozen_round(by=lead)
    with pytest.raises(rounds.OutOfOrder, match="not been drawn"):
        packing.take_pack(session, round_, by=lead)
