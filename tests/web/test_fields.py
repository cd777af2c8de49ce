"""Every kind of field, as the form macros draw it: labels, legends, hints, errors and the links to them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask_wtf import CSRFProtect, FlaskForm
from flask_wtf.file import FileField
from lxml import html  # type: ignore[import-untyped]  # publishes no types
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    Field,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.datetime import TimeField
from wtforms.validators import InputRequired, Length

from scrutiny_app.web import filters
from scrutiny_app.web.forms.govuk import DateParts, component, options, refuse

ROOT = Path(__file__).parents[2]
GRADES = options([("1", "Appropriate"), ("2", "Inappropriate")])
PAGE = """{% extends "base.html" %}{% from "macros/forms.html" import post_form, field, button %}
{% block title %}Every field{% endblock %}
{% block content %}{% call post_form("/here", files=True) %}{% for f in form %}{{ field(f) }}{% endfor %}
{{ button("Save") }}{% endcall %}{% endblock %}"""


class Everything(FlaskForm):
    username = StringField("Username", [InputRequired()], description="As on your letter")
    password = PasswordField("Password", [InputRequired()])
    grade = RadioField("Was the disposal appropriate?", [InputRequired()], choices=GRADES)
    themes = SelectMultipleField("Observations", [InputRequired()], choices=GRADES)
    opened = DateParts("Start of the period", [InputRequired()])
    size = IntegerField("Number of cases", [InputRequired()])
    area = SelectField("Area", [InputRequired()], choices=options([("", "Choose"), ("n", "North")]))
    read = BooleanField("I have read the guidance", [InputRequired()])
    extract = FileField("Extract", [InputRequired()])
    why = TextAreaField("Reason", [InputRequired(), Length(max=200)])


@pytest.fixture
def bare() -> Iterator[Flask]:
    """An app of nothing but the templates, the filters and CSRF protection, in one request."""
    app = Flask("bare", template_folder=str(ROOT / "templates"))
    app.config.update(SECRET_KEY="k")
    CSRFProtect(app)
    filters.install(app)
    with app.test_request_context("/", method="POST"):
        yield app


def sent(**data: str | list[str]) -> Everything:
    form = Everything(MultiDict(data), meta={"csrf": False})
    form.validate()
    return form


def drawn(form: FlaskForm, page: str = PAGE) -> html.HtmlElement:
    return html.fromstring(render_template_string(page, form=form))


@pytest.mark.usefixtures("bare")
def test_every_fieldset_begins_with_a_legend_that_has_words():
    page = drawn(sent())
    fieldsets = page.xpath("//fieldset")
    assert len(fieldsets) == 3
    assert all(fieldset[0].tag == "legend" and fieldset[0].text_content().strip() for fieldset in fieldsets)


@pytest.mark.usefixtures("bare")
def test_every_input_has_a_label_and_every_reference_reaches_something():
    page = drawn(sent())
    ids = page.xpath("//@id")
    inputs = page.xpath("//input[not(@type='hidden')]/@id | //select/@id | //textarea/@id")
    assert len(ids) == len(set(ids))
    assert set(inputs) == set(page.xpath("//main//label/@for"))
    assert {word for value in page.xpath("//@aria-describedby") for word in value.split()} <= set(ids)


@pytest.mark.usefixtures("bare")
def test_the_summary_names_each_wrong_field_and_links_to_the_input_itself():
    page = drawn(sent())
    links = page.xpath("//*[@data-module='govuk-error-summary']//a/@href")
    targets = [page.get_element_by_id(link.removeprefix("#")) for link in links]
    assert len(links) == 10
    assert {target.tag for target in targets} == {"input", "select", "textarea"}
    assert page.findtext(".//title").startswith("Error: Every field")


@pytest.mark.usefixtures("bare")
def test_messages_say_what_to_do_instead_of_what_the_library_says():
    text = drawn(sent()).text_content()
    assert "Answer the question “Was the disposal appropriate?”" in text
    assert "Enter the number of cases" in text
    assert "Select the area" in text
    assert "Tick “I have read the guidance” to go on" in text
    assert "This field is required" not in text


@pytest.mark.usefixtures("bare")
def test_a_form_without_problems_has_no_summary_and_keeps_what_was_given():
    page = drawn(Everything(MultiDict({"why": "Late", "grade": "2", "themes": ["1", "2"]}), meta={"csrf": False}))
    assert not page.xpath("//*[@data-module='govuk-error-summary']")
    assert page.xpath("//*[@checked]/@id") == ["grade-2", "themes", "themes-2"]
    assert page.get_element_by_id("why").text.strip() == "Late"
    assert page.findtext(".//title").startswith("Every field")


@pytest.mark.usefixtures("bare")
def test_a_form_has_its_method_its_action_and_a_token():
    form = drawn(sent()).xpath("//main//form")[0]
    assert (form.get("method"), form.get("action"), form.get("enctype")) == ("post", "/here", "multipart/form-data")
    assert form.xpath("input[@name='csrf_token']/@value")[0]


@pytest.mark.usefixtures("bare")
def test_a_label_can_be_the_heading_of_the_page():
    page = """{% extends "base.html" %}{% from "macros/forms.html" import field %}{% block title %}Grade{% endblock %}
    {% block heading %}{% endblock %}{% block content %}{{ field(form.grade, heading=True) }}{% endblock %}"""
    assert [h1.text for h1 in drawn(sent(), page).xpath("//h1")] == ["Was the disposal appropriate?"]


@pytest.mark.usefixtures("bare")
def test_what_a_person_typed_is_shown_and_never_run():
    page = drawn(sent(username='"><script>1</script>', why="</textarea><script>2</script>"))
    assert not page.xpath("//main//script")
    assert page.get_element_by_id("username").get("value") == '"><script>1</script>'


@pytest.mark.usefixtures("bare")
def test_a_refusal_added_after_validation_joins_the_summary():
    form = sent(username="asha")
    refuse(form.username, "Choose another username: this one is taken")
    assert drawn(form).xpath("//a[@href='#username']")[0].text == "Choose another username: this one is taken"


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("given", [["27", "3", "2026"], ["27", "March", "2026"], ["2026-03-27"]])
def test_a_date_is_read_from_its_parts(given: list[str]):
    form = sent(opened=given)
    assert form.opened.data == date(2026, 3, 27)
    assert [part.value for part in form.opened.parts] == ["27", "3", "2026"]


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("given", "message", "reached"),
    [
        (["", "3", "2026"], "Start of the period must include a day", "opened"),
        (["27", "", ""], "Start of the period must include a month and a year", "opened-month"),
        (["27", "3", "26"], "Start of the period must have a year of 4 digits, such as 2026", "opened-year"),
        (["31", "2", "2026"], "Start of the period must be a real date, such as 27 3 2026", "opened"),
        (["٣x", "x", "2026"], "Start of the period must be a real date, such as 27 3 2026", "opened"),
    ],
)
def test_a_date_that_is_none_says_why_and_keeps_what_was_typed(given: list[str], message: str, reached: str):
    form = sent(opened=given)
    page = drawn(form)
    assert page.xpath("//*[@data-module='govuk-error-summary']//a[contains(., 'Start')]/@href") == [f"#{reached}"]
    assert message in page.text_content()
    assert [part.value for part in form.opened.parts] == given


@pytest.mark.usefixtures("bare")
def test_a_field_that_no_component_draws_is_refused():
    class Odd(FlaskForm):
        when: Field = TimeField("When")

    with pytest.raises(TypeError, match="No component draws a TimeField"):
        component(Odd(meta={"csrf": False}).when)
