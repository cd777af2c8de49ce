"""Reading a page's tables back from the page itself, so that a file says what its reader saw and nothing more.

What only a screen reader is told, and what is there to be pressed, is left out; a filter counts with its choice.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_WHOLE = re.compile(r"-?\d{1,3}(,\d{3})*|-?\d+")
_PRESSED = {"button", "textarea", "script", "style", "svg"}
_EMPTY = {"br", "wbr", "img", "input", "hr", "meta", "link"}
_APART = {"br", "p", "div", "li", "dd", "dt"}
_TYPED = {"text", "date", "search"}
Cell = str | int


@dataclass
class Read:
    """A table as it is shown: its caption, the words over its columns, and its rows."""

    caption: str = ""
    header: list[str] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)


class Page(HTMLParser):
    """The tables of a page, its title, and what its filters were set to."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Read] = []
        self.title = ""
        self.filters: dict[str, str] = {}  # a field's id, and its choice
        self.labels: dict[str, str] = {}
        self._text: list[str] | None = None
        self._into = ""  # the tag whose words are gathered
        self._classes = ""
        self._left_out: list[str] = []  # open tags whose words are not taken
        self._row: list[Cell] = []
        self._head = self._filter = False
        self._select = self._label = ""
        self.feed(page)

    def shows(self) -> list[tuple[str, str]]:
        """Say what page this is and what its filters were set to."""
        set_to = [(self.labels[one], choice) for one, choice in self.filters.items() if one in self.labels]
        return [("Page", self.title), *set_to]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._left_out:
            if tag not in _EMPTY:
                self._left_out.append(tag)
            return
        if tag in _APART and self._text is not None:
            self._text.append(" ")
        if tag in _PRESSED or (tag != "caption" and "govuk-visually-hidden" in given.get("class", "").split()):
            self._left_out.append(tag)
        elif tag in {"caption", "th", "td", "h1", "label", "option"}:
            self._begin(tag, given)
        elif tag in {"form", "select", "input"}:
            self._field(tag, given)
        else:
            self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            if tag == self._left_out[-1]:
                self._left_out.pop()
            return
        if self._text is not None and tag == "span" and self._into == "h1":
            self._text.append(": ")  # after the caption above a title
        if self._text is not None and tag == self._into:
            words = " ".join("".join(self._text).split())
            self._text = None
            self._end(tag, words)
        elif tag == "thead":
            self._head = False
        elif tag == "tr" and self.tables and self._row:
            self.tables[-1].rows.append(self._row)
            self._row = []
        elif tag == "form":
            self._filter = False

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._left_out:
            self._text.append(data)

    def _part(self, tag: str) -> None:
        if tag == "table":
            self.tables.append(Read())
        elif tag == "thead":
            self._head = True
        elif tag == "tr":
            self._row = []

    def _field(self, tag: str, given: dict[str, str]) -> None:
        if tag == "form":
            self._filter = given.get("method", "get").lower() == "get"
        elif tag == "select":
            self._select = given.get("id", "")
        elif self._filter and given.get("type", "text") in _TYPED and given.get("value"):
            self.filters[given.get("id", "")] = given["value"]
        elif self._filter and "checked" in given:
            self.filters[given.get("id", "")] = "Chosen"

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if tag == "option" and not ("selected" in given or self._select not in self.filters):
            return
        self._text, self._into, self._classes = [], tag, given.get("class", "")
        self._label = given.get("for", "")

    def _end(self, tag: str, words: str) -> None:
        if tag == "h1":
            self.title = self.title or words
        elif tag == "label":
            self.labels[self._label] = words
        elif tag == "option" and self._filter:
            self.filters[self._select] = words
        elif tag == "caption" and self.tables:
            self.tables[-1].caption = words
        elif tag in {"th", "td"} and self.tables:
            if self._head:
                self.tables[-1].header.append(words)
            else:
                self._row.append(self._cell(words))

    def _cell(self, words: str) -> Cell:
        is_count = "--numeric" in self._classes and _WHOLE.fullmatch(words)
        return int(words.replace(",", "")) if is_count else words
