"""The pages of dice from afar: parties, commitments, reveals, silence and the draw, and what the parties are given."""

import hashlib
import html
import re
import subprocess

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.frames import DiceDeed, DiceParty, Draw, Frame
from tests.making import DICE, ROLLERS

NONCES = {"Imogen Achterberg": "0123456789abcdef" * 2, "Solomon Whitlow": "fedcba9876543210" * 2}
DIGITS = {"Imogen Achterberg": "8392017465", "Solomon Whitlow": "5021899031"}
NAMED = {"outside": "\n".join(NONCES), "inside": ""}


@pytest.fixture
def lead(making):
    with making() as make:
        return make.user()


@pytest.fixture
def browser(sign_in, lead):
    return sign_in(lead)


@pytest.fixture
def path(making, lead):
    with making() as make:
        return f"/force/rounds/{make.frozen_round(by=lead).id}/exchange"


def words(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", answer.text)))


def commitment(name):
    return hashlib.sha256(f"{NONCES[name]}|{DIGITS[name]}".encode()).hexdigest()


def commit_all(browser, path):
    browser.post(f"{path}/parties", NAMED, page=path)
    for name in NONCES:
        answer = browser.post(f"{path}/commitments", {"party": name, "commitment": commitment(name)}, page=path)
        assert answer.status_code == 200
    return answer


def reveal(browser, path, name, **changes):
    given = {"party": name, "nonce": NONCES[name], "digits": DIGITS[name]} | changes
    return browser.post(f"{path}/reveals", given, page=path)


def kept(database, column):
    with database.reading() as session:
        return list(session.scalars(select(column)))


def test_parties_commit_reveal_and_the_sample_is_drawn(database, browser, path):
    assert "Name the parties" in words(browser.get(path))
    assert "Enter a reveal" in words(commit_all(browser, path))
    reveal(browser, path, "Solomon Whitlow")
    page = reveal(browser, path, "Imogen Achterberg")
    assert DICE in words(page)
    answer = browser.post(f"{path}/draw", page=path)
    assert "The sample is drawn" in words(answer)
    assert kept(database, Draw.dice) == [DICE]
    assert "The sample is drawn" in words(browser.get(path))


def test_after_the_reveals_both_sides_read_what_each_party_gave_and_a_correction_of_it(making, sign_in, browser, lead):
    with making() as make:
        member = make.user(Role.MEMBER)
        round_id = make.frozen_round(by=lead, panel=make.panel(member)).id
    path = f"/force/rounds/{round_id}/exchange"
    browser.post(f"{path}/parties", NAMED | {"inside": "Northmoor Police"}, page=path)
    force = {"party": "Northmoor Police", "nonce": "0f1e2d3c4b5a6978" * 2, "digits": "1122334455"}
    browser.post(f"{path}/commitments", {"party": "Northmoor Police", "commitment": "cd" * 32}, page=path)
    given = hashlib.sha256(f"{force['nonce']}|{force['digits']}".encode()).hexdigest()
    correct(browser, path, party="Northmoor Police", commitment=given)
    for name in NONCES:
        browser.post(f"{path}/commitments", {"party": name, "commitment": commitment(name)}, page=path)
        assert "Northmoor Police Of the force" in words(browser.get(path))
    panel = sign_in(member)
    certificate = f"/panel/rounds/{round_id}/certificate"
    assert "0 of 3 parties have revealed their digits" in words(panel.get(certificate))
    for name in NONCES:
        reveal(browser, path, name)
    page = words(panel.get(certificate))
    assert "2 of 3 parties have revealed their digits" in page
    assert "Not rolled yet" not in page
    browser.post(f"{path}/reveals", force, page=path)
    browser.post(f"{path}/draw", page=path)
    for page in (browser.get(path), browser.get(path.replace("exchange", "certificate")), panel.get(certificate)):
        bare = re.sub("<[^>]+>", "", page.text)
        shown = [
            given,
            "cd" * 32,
            *force.values(),
            *NONCES,
            *NONCES.values(),
            *DIGITS.values(),
            *map(commitment, NONCES),
        ]
        assert [one for one in shown if one not in bare] == []
        assert "Northmoor Police Of the force" in words(page)
        assert 'printf %s "NONCE|DIGITS" | sha256sum' in html.unescape(page.text)


def test_once_parties_are_named_the_page_of_the_dice_leads_to_them(browser, path):
    dice = path.replace("/exchange", "/dice")
    assert 'name="dice"' in browser.get(dice).text
    browser.post(f"{path}/parties", NAMED, page=path)
    page = browser.get(dice)
    assert 'name="dice"' not in page.text
    assert "0 of 2 parties have committed" in words(page)
    assert f'href="{path}"' in page.text


def test_no_digits_are_asked_for_before_the_last_commitment(browser, path):
    browser.post(f"{path}/parties", NAMED, page=path)
    page = browser.get(path)
    assert 'name="commitment"' in page.text
    assert 'name="nonce"' not in page.text
    answer = reveal(browser, path, "Solomon Whitlow")
    assert answer.status_code == 409
    assert "Not everybody has committed" in words(answer)


def test_digits_that_were_not_committed_to_are_refused_on_the_page_and_nothing_is_kept(database, browser, path):
    commit_all(browser, path)
    answer = reveal(browser, path, "Solomon Whitlow", digits="5021899032")
    assert "<title>Error: " in answer.text
    assert "not those that Solomon Whitlow committed to" in words(answer)
    assert kept(database, DiceDeed.digits) == [None, None]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"outside": "Imogen Achterberg", "inside": "Northmoor Police"}, "does not employ"),
        ({"outside": ""}, "Name at least two parties"),
        ({"outside": "Imogen Achterberg\nimogen achterberg"}, "same name"),
        ({"outside": "Imogen Achterberg\nRhys Lathom"}, "one of the force's people"),
    ],
)
def test_parties_that_will_not_do_are_explained(making, database, browser, path, given, said):
    with making() as make:
        make.user(Role.OFFICER, name="Rhys Lathom")
    answer = browser.post(f"{path}/parties", NAMED | given, page=path)
    assert "<title>Error: " in answer.text
    assert said in words(answer)
    assert kept(database, DiceParty.name) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"commitment": "1234"}, "64 digits and letters"),
        ({"commitment": ""}, "Enter the commitment"),
        ({"party": ""}, "Choose the party"),
        ({"party": "Somebody else"}, "Whose?"),
    ],
)
def test_a_commitment_that_will_not_do_is_explained(database, browser, path, given, said):
    browser.post(f"{path}/parties", NAMED, page=path)
    whole = {"party": "Solomon Whitlow", "commitment": commitment("Solomon Whitlow")} | given
    answer = browser.post(f"{path}/commitments", whole, page=path)
    assert "<title>Error: " in answer.text
    assert said in words(answer)
    assert kept(database, DiceDeed.commitment) == []


def correct(browser, path, **given):
    whole = {"corrects": "yes", "party": "Solomon Whitlow", "commitment": "ab" * 32} | given
    return browser.post(f"{path}/commitments", whole, page=path)


def test_a_commitment_that_was_entered_wrongly_is_corrected_and_both_stay_on_record(database, browser, path):
    browser.post(f"{path}/parties", NAMED, page=path)
    assert "Correct the commitment" not in words(browser.get(path))
    wrong = {"party": "Solomon Whitlow", "commitment": "cd" * 32}
    browser.post(f"{path}/commitments", wrong, page=path)
    answer = correct(browser, path, commitment=commitment("Solomon Whitlow"))
    assert "The commitment that was entered before stays on record" in words(answer)
    assert "Commitment that no longer counts" in words(answer)
    assert sorted(kept(database, DiceDeed.commitment)) == sorted(["cd" * 32, commitment("Solomon Whitlow")])
    first = {"party": "Imogen Achterberg", "commitment": commitment("Imogen Achterberg")}
    browser.post(f"{path}/commitments", first, page=path)
    assert "Revealed" in words(reveal(browser, path, "Solomon Whitlow"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"commitment": "1234"}, "64 digits and letters"),
        ({"commitment": commitment("Imogen Achterberg")}, "given before"),
        ({"party": ""}, "Choose the party"),
    ],
)
def test_a_correction_that_will_not_do_is_explained_and_nothing_is_kept(database, browser, path, given, said):
    browser.post(f"{path}/parties", NAMED | {"inside": "Northmoor Police"}, page=path)
    for name in NONCES:
        browser.post(f"{path}/commitments", {"party": name, "commitment": commitment(name)}, page=path)
    answer = correct(browser, path, **given)
    assert "<title>Error: " in answer.text
    assert said in words(answer)
    assert len(kept(database, DiceDeed.commitment)) == 2


def test_after_the_last_commitment_no_correction_is_offered_nor_taken(database, browser, path):
    assert "Correct the commitment" not in words(commit_all(browser, path))
    answer = correct(browser, path)
    assert answer.status_code == 409
    assert "The last commitment is in" in words(answer)
    assert "ab" * 32 not in kept(database, DiceDeed.commitment)


def test_who_keeps_silent_is_recorded_and_everybody_begins_again(database, browser, path):
    commit_all(browser, path)
    reveal(browser, path, "Imogen Achterberg")
    assert "Tick the box only if they were asked" in words(browser.post(f"{path}/silence", {}, page=path))
    answer = browser.post(f"{path}/silence", {"asked": "y"}, page=path)
    assert "new draw id" in words(answer)
    first, again = kept(database, Frame.draw_id)
    assert f"{first} Solomon Whitlow" in words(answer)
    assert again in words(answer)
    assert "Name the parties" in words(answer)


def test_no_dice_are_entered_in_one_room_meanwhile(database, browser, path):
    browser.post(f"{path}/parties", NAMED, page=path)
    rolled = {"dice": DICE, "again": DICE, "rolled_by": "\n".join(ROLLERS), "independent": "y"}
    answer = browser.post(path.replace("/exchange", "/dice"), rolled, page=path)
    assert answer.status_code == 409
    assert kept(database, Draw.id) == []


def test_the_registrar_looks_on_and_enters_nothing(making, sign_in, browser, path):
    browser.post(f"{path}/parties", NAMED, page=path)
    with making() as make:
        registrar = make.user(Role.REGISTRAR)
    page = sign_in(registrar).get(path)
    assert "Solomon Whitlow" in words(page)
    assert "The lead enters what the parties read out" in words(page)
    assert "<form" not in page.text.partition("<main")[2].partition("</main>")[0]


def test_the_instructions_bear_the_draw_and_their_shell_makes_a_commitment_that_is_taken(
    database, browser, path, tmp_path
):
    page = browser.get(f"{path}/instructions")
    assert kept(database, Frame.draw_id)[0] in words(page)
    assert kept(database, Frame.digest)[0] in re.sub("<[^>]+>", "", page.text)
    lines = re.search(r"<pre[^>]*>\n(.*?)</pre>", page.text, re.DOTALL)
    assert lines
    ran = subprocess.run(
        ["sh", "-c", html.unescape(lines[1])], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    (_, nonce), (given, _) = (line.split(maxsplit=1) for line in ran.stdout.splitlines())
    browser.post(f"{path}/parties", NAMED, page=path)
    one, other = NONCES
    browser.post(f"{path}/commitments", {"party": one, "commitment": given}, page=path)
    browser.post(f"{path}/commitments", {"party": other, "commitment": commitment(other)}, page=path)
    reveal(browser, path, one, nonce=nonce, digits="8392017465")
    assert [one for one in kept(database, DiceDeed.digits) if one] == ["8392017465"]


def test_the_page_that_makes_a_commitment_is_one_file_that_asks_for_nothing(browser, path):
    answer = browser.get(f"{path}/commit.html")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="commit.html"'
    assert "default-src 'none'" in answer.text
    assert not re.findall(r"https?:|src=|href=|fetch\(|import ", answer.text)


def test_where_every_case_is_drawn_no_parties_are_asked_for(making, lead, browser):
    with making() as make:
        round_ = make.frozen_round(by=lead, cases=4, size=4)
    page = browser.get(f"/force/rounds/{round_.id}/exchange")
    assert "dice would decide nothing" in words(page)
    assert 'name="outside"' not in page.text


def test_nothing_is_begun_before_the_freeze(making, lead, browser):
    with making() as make:
        planned = make.round(by=lead)
    answer = browser.get(f"/force/rounds/{planned.id}/exchange")
    assert answer.status_code == 409
    assert "Freeze the frame first" in words(answer)
