"""The pack's page draws again in a real browser, from files on disk alone: no server, no network."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scrutiny_app.domain.framing import FrameLine, digest, frame_file
from scrutiny_app.domain.sampling import Drawn
from scrutiny_app.files.verification import verification_pack
from tests.browser.axe import faults_of
from tests.draws import KNOWN, Vector, apart, capped, vectors, voided, weighed


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may not speak to anybody."""
    with browser.new_context(offline=True) as context:
        yield context.new_page()


def unpack(pack: bytes, folder: Path) -> Path:
    folder.mkdir()
    with zipfile.ZipFile(io.BytesIO(pack)) as package:
        package.extractall(folder)
    return folder


def misreported() -> bytes:
    """A pack that is whole, and names as its first pick of a stratum a case that was not drawn."""

    def other(one: Drawn) -> Drawn:
        return replace(one, case_number="CASE-0044") if one.case_number == "CASE-0043" else one

    return verification_pack(replace(KNOWN.record(), drawn=[other(one) for one in KNOWN.drawn()]))


def draw_again(page: Page, folder: Path, *, without: str = "") -> None:
    page.goto((folder / "verify.html").as_uri())
    page.get_by_label("The files of the unpacked pack").set_input_files(
        [path for path in sorted(folder.iterdir()) if path.name != without]
    )
    page.get_by_role("button", name="Draw again").click()


def verdict(page: Page) -> str:
    page.locator("#result").wait_for(state="visible")
    return page.locator("#verdict").inner_text()


def differing(page: Page) -> list[str]:
    return page.locator("#found li").all_inner_texts()


def test_a_page_opened_from_disk_is_given_the_browsers_own_sha256(page: Page, tmp_path: Path):
    page.goto((unpack(KNOWN.pack(), tmp_path / "pack") / "verify.html").as_uri())
    assert page.evaluate("isSecureContext && typeof crypto.subtle.digest") == "function"
    expect(page.get_by_role("button", name="Draw again")).to_be_visible()


def test_the_known_draw_agrees_and_shows_what_the_certificate_must_say(page: Page, tmp_path: Path):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    draw_again(page, unpack(KNOWN.pack(), tmp_path / "pack"))
    assert verdict(page) == "AGREES"
    expect(page.locator("#verdict")).to_be_focused()
    expect(page.locator("#facts")).to_contain_text(KNOWN.terms.frame_digest)
    assert page.locator("#strata tr").all_inner_texts() == ["CC\t30\t3\t30", "CR\t60\t7\t60", "YC\t10\t2\t10"]
    assert all(address.startswith("file:") for address in asked)


@pytest.mark.parametrize("vector", list(vectors(40)), ids=lambda vector: vector.draw_id)
def test_every_small_draw_agrees(page: Page, tmp_path: Path, vector: Vector):
    draw_again(page, unpack(vector.pack(), tmp_path / "pack"))
    assert (verdict(page), differing(page)) == ("AGREES", [])


@pytest.mark.parametrize("cap", range(6, 12))
def test_a_cap_is_kept(page: Page, tmp_path: Path, cap: int):
    draw_again(page, unpack(capped(cap), tmp_path / "pack"))
    assert (verdict(page), differing(page)) == ("AGREES", [])


def test_ten_thousand_cases_agree(page: Page, tmp_path: Path):
    lines = (FrameLine(f"{number:05}", "CR" if number % 3 else "CC") for number in range(10_000))
    draw_again(page, unpack(replace(KNOWN, frame=frame_file(lines)).pack(), tmp_path / "pack"))
    assert verdict(page) == "AGREES"


CHANGES = {
    "expected.tsv": (b"CASE-0043", b"CASE-0044"),
    "frame.tsv": (b"CASE-0001\tCR", b"CASE-0001\tCC"),
    "plan.tsv": (b"size\t12", b"size\t13"),
    "allocation.tsv": (b"CR\t60\t7", b"CR\t60\t8"),
    "dice.tsv": (b"83920", b"83921"),
    "seed.txt": (b"83920", b"83921"),
    "exclusions.tsv": (b"0123", b"3210"),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("sums", ["as they were", "made to fit"])
def test_a_changed_file_differs(page: Page, tmp_path: Path, name: str, sums: str):
    folder = unpack(KNOWN.pack(), tmp_path / "pack")
    old, new = CHANGES[name]
    content = (folder / name).read_bytes()
    assert old in content
    (folder / name).write_bytes(content.replace(old, new, 1))
    if sums == "made to fit":
        listed = (folder / "SHA256SUMS").read_text()
        fitting = listed.replace(digest(content), digest(content.replace(old, new, 1)))
        (folder / "SHA256SUMS").write_text(fitting)
    draw_again(page, folder)
    assert verdict(page) == "DIFFERS"
    assert differing(page)


def test_a_frame_out_of_order_differs(page: Page, tmp_path: Path):
    folder = unpack(KNOWN.pack(), tmp_path / "pack")
    lines = (folder / "frame.tsv").read_bytes().splitlines(keepends=True)
    (folder / "frame.tsv").write_bytes(b"".join(lines[::-1]))
    draw_again(page, folder)
    assert verdict(page) == "DIFFERS"
    assert differing(page)[0] == "Line 2 of the frame is out of order."


def test_the_case_that_differs_is_named(page: Page, tmp_path: Path):
    draw_again(page, unpack(misreported(), tmp_path / "pack"))
    assert verdict(page) == "DIFFERS"
    assert differing(page) == ["Line 7 of the expected cases differs: the draw gives pick 1 of CR, CASE-0043."]


def test_a_file_that_was_not_chosen_is_asked_for(page: Page, tmp_path: Path):
    draw_again(page, unpack(KNOWN.pack(), tmp_path / "pack"), without="seed.txt")
    expect(page.get_by_role("status")).to_have_text("The draw cannot be checked. Choose these files too: seed.txt.")


def test_parties_apart_are_checked_and_shown(page: Page, tmp_path: Path):
    draw_again(page, unpack(verification_pack(apart()), tmp_path / "pack"))
    assert (verdict(page), differing(page)) == ("AGREES", [])
    expect(page.locator("#parties")).to_contain_text("of the force")


FORGED = {
    "nonce": (b"0123456789abcdef", b"0123456789abcdee"),
    "digits": (b"\t8392017465\n", b"\t8392017466\n"),
    "whose": (b"magistrates\toutside", b"magistrates\tof the force"),
    "order": (b"party\tBench", b"party\tTench"),
    "how": (b"commit_reveal", b"dice"),
}


@pytest.mark.parametrize("change", FORGED)
def test_an_exchange_that_does_not_make_its_dice_differs(page: Page, tmp_path: Path, change: str):
    folder = unpack(verification_pack(apart()), tmp_path / "pack")
    content = (folder / "dice.tsv").read_bytes()
    old, new = FORGED[change]
    assert old in content
    (folder / "dice.tsv").write_bytes(content.replace(old, new, 1))
    draw_again(page, folder)
    assert verdict(page) == "DIFFERS"
    assert len(differing(page)) > 1  # besides the file's sum


def test_places_by_weights_are_reckoned_and_one_moved_is_caught(page: Page, tmp_path: Path):
    draw_again(page, unpack(weighed(), tmp_path / "pack"))
    assert (verdict(page), differing(page)) == ("AGREES", [])
    expect(page.locator("#weighed")).to_be_visible()
    draw_again(page, unpack(weighed({"a": 6, "b": 12, "c": 2}), tmp_path / "moved"))
    assert verdict(page) == "DIFFERS"
    assert "The places of a are not 5, its share by the rule." in differing(page)


def test_a_voided_draw_is_called_void_and_a_file_too_many_is_named(page: Page, tmp_path: Path):
    folder = unpack(voided(), tmp_path / "pack")
    (folder / "other.tsv").write_text("x")
    draw_again(page, folder)
    assert verdict(page) == "AGREES (a draw that is VOID)"
    expect(page.locator("#void")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Not of the pack: other.tsv.")


SHOWN = {
    "agrees": (KNOWN.pack(), "AGREES"),
    "differs": (misreported(), "DIFFERS"),
    "parties apart": (verification_pack(apart()), "AGREES"),
    "void": (voided(), "AGREES (a draw that is VOID)"),
}


@pytest.mark.parametrize("shown", SHOWN)
def test_the_page_can_be_used_by_all(page: Page, tmp_path: Path, shown: str):
    pack, said = SHOWN[shown]
    page.set_viewport_size({"width": 320, "height": 800})
    draw_again(page, unpack(pack, tmp_path / "pack"))
    assert verdict(page) == said
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert faults_of(page) == []
