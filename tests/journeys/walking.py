"""A person at a browser: they read pages, follow links by their words, and fill in forms that a page really has."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
Data = Mapping[str, object]


class _Reader(HTMLParser):
    """Reads HTML into a tree of elements."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = ET.TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def words(element: ET.Element) -> str:
    """Give an element's text, white space run together."""
    return " ".join("".join(element.itertext()).split())


@dataclass
class Form:
    """One form of a page: where it is sent, what it holds as it stands, what it offers, and its buttons.

    `outside` are buttons of it that stand elsewhere on the page.
    """

    element: ET.Element
    outside: tuple[ET.Element, ...] = ()

    @property
    def buttons(self) -> dict[str, ET.Element]:
        """Give the buttons that send the form, by their words."""
        buttons = (*self.element.iter("button"), *self.outside)
        return {words(one): one for one in buttons if one.get("type") == "submit"}

    def standing(self) -> dict[str, list[str]]:
        """Give what would be sent if nothing were changed."""
        found: dict[str, list[str]] = {}
        for one in self.element.iter():
            name, kind = one.get("name", ""), one.get("type", "")
            if one.tag == "input" and (kind not in ("radio", "checkbox", "file") or "checked" in one.attrib):
                found.setdefault(name, []).append(one.get("value", "y" if kind == "checkbox" else ""))
            if one.tag == "textarea":
                found[name] = ["".join(one.itertext()).removeprefix("\n")]
            if one.tag == "select":
                options = list(one.iter("option"))
                chosen = [option for option in options if "selected" in option.attrib] or options[:1]
                found[name] = [option.get("value", "") for option in chosen]
        return found

    def offered(self, name: str) -> dict[str, str] | None:
        """Give a field's choices, value to words; None where anything may be typed."""
        inputs = [one for one in self.element.iter() if one.get("name") == name and one.tag != "button"]
        assert inputs, f"the form has no field {name}"
        if inputs[0].tag == "select":
            return {one.get("value", ""): words(one) for one in inputs[0].iter("option")}
        if inputs[0].get("type") in ("radio", "checkbox"):
            return {one.get("value", "y"): "" for one in inputs}
        return None

    def filled(self, given: Data) -> dict[str, object]:
        """Fill fields in: text is typed, a choice made by its value or its words, several by a list."""
        data: dict[str, object] = dict(self.standing())
        for name, value in given.items():
            choices = self.offered(name)
            data[name] = value if choices is None else [_chosen(choices, one) for one in _many(value)]
        return data


def _uploaded(data: Data | None) -> dict[str, object] | None:
    """Open the files that are to be sent."""
    if data is None:
        return None
    return {name: (value.open("rb"), value.name) if isinstance(value, Path) else value for name, value in data.items()}


def _many(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _chosen(choices: dict[str, str], wanted: object) -> str:
    if str(wanted) in choices:
        return str(wanted)
    return next(value for value, text in choices.items() if str(wanted) in text)


class Page:
    """One answer, as a person has it before them."""

    def __init__(self, answer: TestResponse) -> None:
        self.answer, self.path = answer, answer.request.path
        reader = _Reader()
        reader.feed(answer.text if answer.mimetype == "text/html" else "<p></p>")
        self.tree = reader.builder.close()
        self.text = words(next(self.tree.iter("main"), self.tree))

    def links(self) -> Iterator[tuple[str, str]]:
        """Give every link: its words and where it leads."""
        for one in self.tree.iter("a"):
            yield words(one), one.get("href", "")

    def forms(self) -> Iterator[Form]:
        """Give every form."""
        buttons = [one for one in self.tree.iter("button") if one.get("form")]
        for form in self.tree.iter("form"):
            yield Form(form, tuple(one for one in buttons if one.get("form") == form.get("id")))

    def table(self, caption: str) -> list[list[str]]:
        """Give the rows of the table with a caption, headings and all."""
        for table in self.tree.iter("table"):
            found = table.find("caption")
            if found is not None and words(found) == caption:
                return [[words(cell) for cell in row] for row in table.iter("tr")]
        raise AssertionError(f"no table {caption}")

    def facts(self) -> dict[str, str]:
        """Give the rows of every summary list: label to words."""
        rows = (row for row in self.tree.iter("div") if row.find("dt") is not None)
        return {words(row[0]): words(row[1]) for row in rows}


class Sent(NamedTuple):
    """What one answer brought: its address and heads as text, and its body."""

    heads: str
    body: bytes


@dataclass(repr=False)
class Person:
    """Somebody with a browser of their own, the page before them, and every byte that they were ever sent."""

    name: str
    client: FlaskClient
    address: str
    page: Page = field(init=False)
    received: list[Sent] = field(default_factory=list)
    own_token: str = ""

    def ask(self, path: str, data: Data | None = None) -> Page:
        """Load an address, or send data to it, and follow where it leads; what is refused is a page too."""
        method = "GET" if data is None else "POST"
        parts = urlsplit(urljoin(self.page.path if self.received else "/", path))
        given: dict[str, Any] = {"method": method, "data": _uploaded(data), "query_string": parts.query}
        answer = self.client.open(parts.path, base_url=self.address, follow_redirects=True, **given)
        for one in (*answer.history, answer):
            heads = "\n".join(f"{name}: {value}" for name, value in one.headers)
            self.received.append(Sent(f"{one.request.path}\n{heads}", one.data))
        return Page(answer)

    def open(self, path: str = "/") -> Page:
        """Load an address that must be there."""
        self.page = self.ask(path)
        assert self.page.answer.status_code == 200, (path, self.page.text)
        return self.page

    def follow(self, *steps: str) -> Page:
        """Follow links one after another, each the first whose words are, or else hold, those given."""
        for step in steps:
            links = list(self.page.links())
            exact = [href for text, href in links if text == step]
            near = [href for text, href in links if step in text]
            assert exact or near, f"no link {step!r} on {self.page.path}: {self.page.text}"
            self.open((exact or near)[0])
        return self.page

    def send(self, button: str, **given: object) -> Page:
        """Fill in the form that has a button and press it."""
        form = next((form for form in self.page.forms() if button in " | ".join(form.buttons)), None)
        assert form is not None, f"no button {button!r} on {self.page.path}: {self.page.text}"
        pressed = next(one for text, one in form.buttons.items() if button in text)
        data = form.filled(given)
        if pressed.get("name"):
            data[pressed.get("name", "")] = pressed.get("value")
        self.page = self.ask(pressed.get("formaction") or form.element.get("action") or "", data)
        return self.page

    def was_sent(self, text: str) -> bool:
        """Say whether some words were in any page or file that this person was sent."""
        return any(text.encode() in one.body for one in self.received)

    def token(self) -> str:
        """Give the token of a form of their own, without which nothing at all is taken."""
        if not self.own_token:
            form = next(self.ask("/account").forms())
            self.own_token = form.standing()["csrf_token"][0]
        return self.own_token
