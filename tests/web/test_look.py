"""What holds for every page's frame, for the pages of refusals, and for the style sheet."""

import re
from pathlib import Path

import pytest
from flask import Flask, render_template, render_template_string
from flask_wtf import CSRFProtect
from lxml import html  # type: ignore[import-untyped]  # publishes no types

from scrutiny_app.web import filters

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "scrutiny_app" / "static" / "build"
ALONE = sorted(
    path.relative_to(ROOT / "templates")
    for name in ("errors", "pages")
    for path in (ROOT / "templates" / name).iterdir()
)
TABLE = """{% from "macros/content.html" import table %}
{{ table("Cases", ["Case", "Count"], [["A", none], ["B", 0]], numeric=[1]) }}"""


@pytest.fixture
def bare():
    """An app of nothing but the templates and the filters, in one request."""
    app = Flask("bare", template_folder=str(ROOT / "templates"))
    app.config.update(SECRET_KEY="k")
    CSRFProtect(app)
    filters.install(app)
    with app.test_request_context("/"):
        yield app


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", ALONE, ids=str)
def test_a_page_of_no_one_has_one_heading_its_language_and_nothing_inline(name: Path):
    text = render_template(str(name), message=None)
    page = html.fromstring(text)
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//h1")[0].text_content().strip() in page.findtext(".//title")
    assert page.get("lang") == "en-GB"
    assert not re.search(r"<style|\bstyle=|<script(?![^>]*\bsrc=)|\son\w+=", text)


@pytest.mark.usefixtures("bare")
def test_every_refusal_says_what_happened_and_what_to_do():
    for path in sorted((ROOT / "templates" / "errors").iterdir()):
        paragraphs = html.fromstring(render_template(f"errors/{path.name}", message=None)).xpath("//main//p")
        assert len(paragraphs) == 2, path.name


@pytest.mark.usefixtures("bare")
def test_a_rules_own_words_stand_on_the_page_of_a_refusal():
    page = html.fromstring(render_template("errors/409.html", message="The round is closed. Open a new one."))
    assert page.xpath("//main//p")[0].text == "The round is closed. Open a new one."


@pytest.mark.usefixtures("bare")
def test_signing_out_is_a_form_and_the_page_where_one_stands_is_marked():
    place = {"text": "Rounds", "url": "/rounds", "active": True}
    page = html.fromstring(
        render_template("pages/privacy.html", navigation=[place], sign_out_url="/sign-out", site_name="Anytown Police")
    )
    assert page.xpath("//header//form[@method='post'][@action='/sign-out']//button/text()") == ["Sign out"]
    assert page.xpath("//a[@aria-current]/@href") == ["/rounds"]
    assert "Anytown Police" in page.findtext(".//title")


@pytest.mark.usefixtures("bare")
def test_the_demonstration_says_so_and_the_footer_says_that_nothing_is_written_back():
    words = html.fromstring(render_template("pages/privacy.html", demo=True)).text_content()
    assert "Enter nothing real" in words
    assert "never writes to a case’s own record" in words


@pytest.mark.usefixtures("bare")
def test_the_session_warning_can_extend_the_session():
    page = html.fromstring(render_template("pages/privacy.html", session_extend_url="/stay", session_idle_seconds=1800))
    dialog = page.xpath("//dialog[@data-idle-seconds='1800']")[0]
    assert dialog.xpath("form[@method='post'][@action='/stay']/input[@name='csrf_token']")


@pytest.mark.usefixtures("bare")
def test_a_table_scrolls_in_a_region_named_by_its_caption_and_says_what_is_not_recorded():
    region = html.fromstring(render_template_string(TABLE))
    caption = region.get_element_by_id(region.get("aria-labelledby"))
    assert (region.get("role"), region.get("tabindex"), caption.text) == ("region", "0", "Cases")
    assert [cell.text_content() for cell in region.xpath("//td")] == ["A", "Not recorded", "B", "0"]
    assert [cell.get("class") for cell in region.xpath("//td[2]")] == [
        "govuk-table__cell govuk-table__cell--numeric"
    ] * 2


def test_the_style_sheet_has_no_gov_uk_font_or_crown_and_fetches_nothing_from_elsewhere():
    css = (BUILD / "app.css").read_text(encoding="utf-8")
    assert ".decision-layout" in css
    assert not re.search(r"GDS Transport|@font-face|crest|crown|//[a-z]", css, re.IGNORECASE)


def test_every_script_that_a_script_imports_was_built():
    for script in BUILD.glob("*.js"):
        for name in re.findall(r'from "\./([\w-]+\.js)"', script.read_text(encoding="utf-8")):
            assert (BUILD / name).is_file(), f"{script.name} imports {name}"


def test_the_lock_of_the_front_end_names_no_address():
    assert "://" not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
