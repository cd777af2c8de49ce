"""The draw's pages, and the promise that anyone can draw again from what they give, without us."""

import hashlib
import html
import io
import re
import subprocess

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.files.verification_reading import check_pack
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import changing_draws, framing, rounds, sampling
from tests.making import DICE, KEY, ROLLERS, Make

ROLLED = {"dice": DICE, "again": DICE, "rolled_by": "\n".join(ROLLERS), "independent": "y"}


@pytest.fixture
def lead(making):
    with making() as make:
        return make.user()


@pytest.fixture
def browser(sign_in, lead):
    return sign_in(lead)


@pytest.fixture
def planned(making, lead):
    """A round over twelve cases in two strata, its frame not frozen."""
    with making() as make:
        make.cases(8)
        make.cases(4, disposal="simple_caution")
        return make.round(by=lead, size=6)


@pytest.fixture
def frozen(browser, planned):
    assert "The frame is frozen" in browser.post(f"/force/rounds/{planned.id}/frame").text
    return planned


@pytest.fixture
def drawn(browser, frozen):
    assert "The sample is drawn" in browser.post(f"/force/rounds/{frozen.id}/dice", ROLLED).text
    return frozen


def rows(database, column):
    with database.reading() as session:
        return list(session.scalars(select(column)))


def words(answer):
    return html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", "", answer.text)))


def script_on(page):
    written = re.search(r'<pre[^>]* id="script">\n(.*?)</pre>', page, re.DOTALL)
    assert written
    return html.unescape(written[1])


def events(database):
    return rows(database, TrailEntry.event)


def test_before_the_freeze_the_page_tells_counts_shares_and_what_a_sample_can_show(browser, planned):
    page = browser.get(f"/force/rounds/{planned.id}/frame").text
    words = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page))
    assert "12 cases can be drawn" in words
    assert "Community resolution 8 4 50%" in words
    assert "Simple caution 4 2 50%" in words
    assert "it were 20% of all cases, the sample would hold about 1" in words
    assert "A fault in 10% of all cases is in at least one case of the sample 50 times in 100" in words
    assert "<svg" in page


def test_the_certificate_shows_the_digests_before_any_dice(database, browser, frozen):
    page = browser.get(f"/force/rounds/{frozen.id}/certificate").text
    for digest in (*rows(database, Frame.digest), *rows(database, Frame.exclusions_digest)):
        assert digest in re.sub("<[^>]+>", "", page)
    assert "Certificate of the frame" in page
    assert 'id="script"' not in page


def test_a_frame_is_frozen_once(database, browser, frozen):
    answer = browser.post(f"/force/rounds/{frozen.id}/frame")
    assert answer.status_code == 409
    assert "already frozen" in answer.text
    assert events(database).count("FrameFrozen") == 1


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({"size": 13}, "has 12 cases and the sample asks for 13"),
        ({"size": 1, "floor": 1}, "Ask for 2 or more"),
        ({"filters": {"area": ["Nowhere"]}}, "No case is left to draw from"),
    ],
)
def test_a_plan_that_does_not_fit_its_frame_is_explained_and_nothing_is_kept(
    making, database, browser, lead, planned, plan, words
):
    with making() as make:
        round_ = make.round(by=lead, **plan)
    path = f"/force/rounds/{round_.id}/frame"
    page = browser.get(path).text
    assert words in page
    assert "Freeze the frame</button>" not in page
    assert words in browser.post(path).text
    assert not rows(database, Frame.id)


def test_a_round_that_another_keeps_waiting_says_which_and_what_to_do(making, database, browser, lead, frozen):
    with making() as make:
        waiting = make.round(by=lead, size=2)
    for page in (f"/force/rounds/{waiting.id}", f"/force/rounds/{waiting.id}/frame"):
        shown = words(browser.get(page))
        assert f"“{frozen.title}” is frozen for" in shown
        assert "Draw that one first, or have it voided." in shown
    answer = browser.post(f"/force/rounds/{waiting.id}/frame", page=f"/force/rounds/{waiting.id}")
    assert answer.status_code == 200
    assert f"“{frozen.title}” is frozen for a period that overlaps" in words(answer)
    assert len(rows(database, Frame.id)) == 1


def test_a_sample_of_the_whole_frame_is_called_targeted_everywhere(making, browser, lead, planned):
    with making() as make:
        round_ = make.round(by=lead, size=12)
    path = f"/force/rounds/{round_.id}"
    assert "Targeted, not random" in browser.get(f"{path}/frame").text
    assert "Targeted, not random" in browser.post(f"{path}/frame").text
    assert "Targeted, not random" in browser.get(f"{path}/certificate").text
    assert "Targeted, not random" in browser.get(path).text
    assert "Targeted</strong>" in browser.get("/force/rounds").text


def test_no_dice_are_taken_before_the_freeze(database, browser, planned):
    assert "Freeze the frame first" in browser.get(f"/force/rounds/{planned.id}/dice").text
    answer = browser.post(f"/force/rounds/{planned.id}/dice", ROLLED)
    assert answer.status_code == 409
    assert "Freeze the frame first" in answer.text
    assert not rows(database, Draw.id)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"dice": "12345", "again": "12345"}, "needs at least 20"),
        ({"dice": "1" * 20, "again": "1" * 20}, "only 1 different digit,"),
        ({"dice": DICE[:-1] + "x", "again": DICE[:-1] + "x"}, "neither"),
        ({"dice": "0123456789" * 31, "again": "0123456789" * 31}, "At most 300"),
        ({"again": DICE[:-1] + "2"}, "differ from digit 20 on"),
        ({"again": DICE[:-1]}, "differ from digit 20 on"),
        ({"again": ""}, "Enter the digits a second time"),
        ({"rolled_by": "Imogen Achterberg"}, "at least 2 people"),
        ({"rolled_by": "Imogen Achterberg\nSolomon\x00"}, "plain letters"),
        ({"independent": ""}, "Tick the box only if"),
    ],
)
def test_dice_that_cannot_stand_say_what_to_mend_and_keep_nothing(database, browser, frozen, change, words):
    answer = browser.post(f"/force/rounds/{frozen.id}/dice", ROLLED | change)
    assert answer.status_code == 200
    assert "<title>Error: " in answer.text
    assert words in html.unescape(answer.text)
    assert not rows(database, Draw.id)
    assert not rows(database, RoundCase.id)


def test_one_of_the_forces_people_may_not_roll(making, database, browser, frozen):
    with making() as make:
        make.user(Role.OFFICER, name="Rhys Lathom")
    page = browser.post(f"/force/rounds/{frozen.id}/dice", ROLLED | {"rolled_by": "Imogen Achterberg\nrhys lathom"})
    assert "one of the force's people" in html.unescape(page.text)
    assert not rows(database, Draw.id)


def test_where_every_case_is_taken_nobody_rolls_dice(making, database, browser, lead, planned):
    with making() as make:
        round_ = make.round(by=lead, size=12)
    path = f"/force/rounds/{round_.id}"
    browser.post(f"{path}/frame")
    page = browser.get(f"{path}/dice").text
    assert "Take all 12 cases" in page
    assert 'name="dice"' not in page
    assert "Not rolled: every case is taken" in browser.post(f"{path}/all").text
    assert rows(database, Draw.how) == ["all_taken"]


def test_the_certificate_of_a_round_in_which_every_case_is_taken_speaks_of_no_rolling(making, browser, sign_in, lead):
    with making() as make:
        member = make.user(Role.MEMBER)
        make.cases(4)
        round_ = make.round(by=lead, size=4, panel=make.panel(member))
    browser.post(f"/force/rounds/{round_.id}/frame")
    pages = [browser.get(f"/force/rounds/{round_.id}/certificate")]
    pages.append(sign_in(member).get(f"/panel/rounds/{round_.id}/certificate"))
    for page in pages:
        said = words(page).partition("Cookies")[0]
        assert "chance decides nothing and nobody rolls" in said
        assert not [
            one
            for one in ("where the dice are rolled", "before any dice", "before the dice", "Not rolled yet", "The dice")
            if one in said
        ]


def test_a_sample_of_a_larger_frame_is_not_taken_without_dice(database, browser, frozen):
    answer = browser.post(f"/force/rounds/{frozen.id}/all")
    assert answer.status_code == 409
    assert "for the dice" in answer.text
    assert not rows(database, Draw.id)


def test_the_certificate_names_all_rules_and_who_rolled_and_saw_it(making, browser, lead, planned):
    with making() as make:
        theme = {"facet": "disposal", "value": "simple_caution", "times": 3}
        round_ = make.round(by=lead, size=5, cap=4, theme=theme)
    path = f"/force/rounds/{round_.id}"
    browser.post(f"{path}/frame")
    seen = browser.post(f"{path}/dice", ROLLED | {"witnessed_by": "Odile Farrow\nBeck Amory"}).text
    words = re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", seen)))
    assert "“Disposal: Simple caution” 3 times as often" in words
    assert "Most from each 4" in words
    assert "Kind of sample Random" in words
    assert "How they came Rolled in one room" in words
    assert "Rolled by Imogen Achterberg, Solomon Whitlow Witnessed by Odile Farrow, Beck Amory" in words
    assert "Community resolution 8 2 25% 4 8 Simple caution 4 3 75% 1.33 12" in words


def test_the_page_before_the_freeze_says_how_many_cases_each_aim_needs(browser, planned):
    words = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", browser.get(f"/force/rounds/{planned.id}/frame").text))
    assert "to be right within 10 points either way" in words
    assert "shared as this plan shares its own" in words
    assert re.search(r"This plan: at most \d+(\.\d)? points", words)
    assert "95 times in 100, a fault that 10% of all cases have. This plan: 50 times in 100." in words


def test_frames_before_the_present_one_stay_on_the_certificate(database, browser, lead, frozen):
    with database.transaction() as session:
        round_ = session.merge(frozen)
        framing.freeze_again(session, round_, rounds.frame_of(session, round_), by=session.merge(lead))
    page = browser.get(f"/force/rounds/{frozen.id}/certificate").text
    first, again = rows(database, Frame.draw_id)
    assert first in page
    assert again in page
    assert "Begun again before it was drawn" in page


def test_the_pack_is_for_the_lead_and_the_registrar_and_taking_it_is_on_the_trail(database, browser, enter, drawn):
    answer = browser.get(f"/force/rounds/{drawn.id}/pack.zip")
    assert answer.content_type == "application/zip"
    assert check_pack(io.BytesIO(answer.data)).agrees
    assert enter(Role.REGISTRAR).get(f"/force/rounds/{drawn.id}/pack.zip").status_code == 200
    assert enter(Role.PREPARER).get(f"/force/rounds/{drawn.id}/pack.zip").status_code == 404
    assert events(database).count("PackTaken") == 2


def test_a_voided_draws_pack_stays_to_be_taken_marked_void(database, browser, enter, lead, drawn):
    with database.transaction() as session:
        round_, other = session.merge(drawn), Make(session).user()
        proposed = changing_draws.propose_void(session, round_, "Misread dice.", key=KEY, by=session.merge(lead))
        changing_draws.decide(session, round_, proposed.id, approved=True, by=other)
    (draw_id,) = rows(database, Frame.draw_id)
    address = f"/force/rounds/{drawn.id}/pack.zip?draw={draw_id}"
    assert browser.get(f"/force/rounds/{drawn.id}/pack.zip").status_code == 409
    assert address in browser.get(f"/force/rounds/{drawn.id}/frame").text
    answer = enter(Role.REGISTRAR).get(address)
    assert f'filename="{draw_id}-VOID.zip"' in answer.headers["Content-Disposition"]
    assert check_pack(io.BytesIO(answer.data)).agrees
    assert address not in enter(Role.PREPARER).get(f"/force/rounds/{drawn.id}/frame").text
    assert enter(Role.PREPARER).get(address).status_code == 404


def test_there_is_no_pack_of_an_undrawn_round(browser, frozen):
    assert browser.get(f"/force/rounds/{frozen.id}/pack.zip").status_code == 409


def test_a_second_draw_is_refused(database, browser, drawn):
    path = f"/force/rounds/{drawn.id}/dice"
    assert "already been drawn" in browser.get(path).text
    answer = browser.post(path, ROLLED | {"dice": "11223344556677889900", "again": "11223344556677889900"})
    assert answer.status_code == 409
    assert "already been drawn" in answer.text
    assert rows(database, Draw.dice) == [DICE]


def test_the_picks_page_names_cases_and_is_on_the_trail(database, browser, drawn):
    page = browser.get(f"/force/rounds/{drawn.id}/picks").text
    for ticket in rows(database, Pick.ticket):
        assert ticket in re.sub("<[^>]+>", "", page)
    for reference in rows(database, RoundCase.reference):
        assert reference in page
    assert events(database).count("PicksRead") == 1


def test_there_are_no_picks_and_no_files_before_their_turn(database, browser, planned):
    assert browser.get(f"/force/rounds/{planned.id}/picks").status_code == 409
    assert browser.get(f"/force/rounds/{planned.id}/frame.tsv").status_code == 409
    assert browser.get(f"/force/rounds/{planned.id}/certificate").status_code == 409
    assert not {"PicksRead", "FrameFileRead"} & set(events(database))


def test_the_files_are_the_very_bytes_that_were_hashed_and_each_reading_is_on_the_trail(
    making, database, sign_in, drawn
):
    with making() as make:
        registrar = make.user(Role.REGISTRAR)
    browser = sign_in(registrar)
    for name, column in (("frame.tsv", Frame.digest), ("exclusions.tsv", Frame.exclusions_digest)):
        answer = browser.get(f"/force/rounds/{drawn.id}/{name}")
        assert hashlib.sha256(answer.data).hexdigest() == rows(database, column)[0]
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert answer.headers["Content-Type"] == "text/tab-separated-values; charset=utf-8"
    assert events(database).count("FrameFileRead") == 2


@pytest.mark.parametrize("role", [Role.PREPARER, Role.OFFICER, Role.ADMINISTRATOR, Role.MEMBER, Role.CHAIR])
def test_case_numbers_are_for_the_lead_and_the_registrar_alone(making, database, sign_in, drawn, role):
    with making() as make:
        reader = make.user(role)
    browser = sign_in(reader)
    for name in ("picks", "frame.tsv", "exclusions.tsv"):
        assert browser.get(f"/force/rounds/{drawn.id}/{name}").status_code == 404
    assert not {"PicksRead", "FrameFileRead"} & set(events(database))


def test_a_preparer_sees_the_certificate_without_ways_to_case_numbers(making, sign_in, drawn):
    with making() as make:
        preparer = make.user(Role.PREPARER)
    page = sign_in(preparer).get(f"/force/rounds/{drawn.id}/certificate").text
    assert "Certificate of the draw" in page
    assert "NM/" not in page
    assert 'href="/force/rounds/1/picks"' not in page
    assert "frame.tsv</a>" not in page


@pytest.mark.parametrize("stratum", ["disposal", "area"])
def test_sentence_3_anyone_draws_again_with_sh_sha256sum_and_sort(making, database, browser, lead, tmp_path, stratum):
    with making() as make:
        for area in ("King's Lynn Road", "Cwm Tâf", None):
            make.cases(7, area=area)
        make.cases(6, disposal="conditional_caution", area="King's Lynn")
        round_ = make.round(by=lead, size=10, strata=[stratum])
    path = f"/force/rounds/{round_.id}"
    browser.post(f"{path}/frame")
    page = browser.post(f"{path}/dice", ROLLED).text
    (tmp_path / "frame.tsv").write_bytes(browser.get(f"{path}/frame.tsv").data)
    (tmp_path / "draw-again.sh").write_text(script_on(page))
    ran = subprocess.run(["sh", "draw-again.sh"], cwd=tmp_path, capture_output=True, check=True, text=True)

    with database.transaction() as session:
        picked = sampling.read_picks(session, session.merge(round_), by=lead)
    expected = [f"{one.stratum}\t{one.case_number}\t{one.ticket}" for one in picked if one.kind == "pick"]
    assert len(expected) == 10
    assert ran.stdout.splitlines() == expected


def test_drawing_again_from_another_frame_stops_at_once(browser, drawn, tmp_path):
    page = browser.get(f"/force/rounds/{drawn.id}/certificate").text
    (tmp_path / "frame.tsv").write_text("NM/1/26\tcommunity_resolution\n")
    (tmp_path / "draw-again.sh").write_text(script_on(page))
    ran = subprocess.run(["sh", "draw-again.sh"], cwd=tmp_path, capture_output=True, check=False, text=True)
    assert (ran.returncode, ran.stdout) == (1, "")
