"""The text that somebody would see of a web page, such as an e-mail is written in; what is hidden there is counted."""

import re
from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "svg", "select", "datalist"})
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_LINES = frozenset(
    "address article blockquote br div dd dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p "
    "pre section table tr ul".split()
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|mso-hide\s*:\s*all"
    r"|(?:font-size|max-height|max-width)\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
MOST_DEPTH = 500


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.hidden = 0  # elements that hide words
        self.images = 0
        self._open: list[tuple[str, bool]] = []  # each open element, and whether it or one around it is unseen
        self._told = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._line(tag)
        self.images += tag == "img"
        given = {name: value or "" for name, value in attrs}
        hides = "hidden" in given or bool(_HIDING.search(given.get("style", "")))
        if tag not in _VOID and len(self._open) < MOST_DEPTH:
            self._told = self._told and self._unseen
            self._open.append((tag, self._unseen or tag in _UNSEEN or hides))

    def handle_endtag(self, tag: str) -> None:
        self._line(tag)
        places = [at for at, (name, _) in enumerate(self._open) if name == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            keeps = any(name == "pre" for name, _ in self._open)
            self.words.append(data if keeps else re.sub(r"\s+", " ", data))
        elif data.strip() and not self._told and not any(name in _UNSEEN for name, _ in self._open):
            self.hidden += 1
            self._told = True

    @property
    def _unseen(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _line(self, tag: str) -> None:
        if tag in ("td", "th") and self.words and not self.words[-1].endswith(("\n", "\t")):
            self.words.append("\t")
        if tag in _LINES:
            self.words.append("\n")


def seen_text(page: str) -> tuple[str, int, int]:
    """Give a page's visible text, how many hidden elements hold words, and how many images there are."""
    reader = _Page()
    reader.feed(page)
    reader.close()
    lines = "".join(reader.words).split("\n")
    return "\n".join(line.strip() for line in lines), reader.hidden, reader.images
