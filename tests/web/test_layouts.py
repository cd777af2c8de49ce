"""Layouts: those of the product, those that a force confirmed, and nobody else's."""

from scrutiny_app.domain.layouts import LAYOUTS
from scrutiny_app.domain.people import Role
from tests.web import files_waiting

SOUTHMERE = "Southmere Police"


def test_those_that_come_with_the_product_are_listed_and_shown(enter):
    browser = enter(Role.LEAD)
    page = browser.get("/force/layouts").text
    for number, layout in enumerate(LAYOUTS.values(), 1):
        assert layout.name in page
        assert "What is loaded, and as what" in browser.get(f"/force/layouts/standard/{number}").text


def test_one_that_was_confirmed_is_listed_with_its_version_and_says_what_fills_what(enter, making):
    browser = enter(Role.REGISTRAR)
    with making() as make:
        files_waiting.layout(make, "Northmoor Police")
    assert 'href="/force/layouts/1">Own</a>' in browser.get("/force/layouts").text
    page = browser.get("/force/layouts/1").text
    assert "Layout, version 1" in page
    assert "Offence date (Day first" in page


def test_another_forces_is_as_if_it_did_not_exist(enter, making):
    with making() as make:
        files_waiting.layout(make, "Northmoor Police")
    browser = enter(Role.LEAD, force=SOUTHMERE)
    assert "Own</a>" not in browser.get("/force/layouts").text
    assert browser.get("/force/layouts/1").status_code == 404


def test_a_number_that_none_has_is_no_page(enter):
    assert enter(Role.LEAD).get("/force/layouts/standard/99").status_code == 404
