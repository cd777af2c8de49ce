"""Reading a Word document: the words that one sees when it is opened, in the order of reading.

What was struck out under tracked changes is dropped. What was put in stands in the text as it is seen, and that changes
were tracked is listed. Comments, hidden text, fields' instructions and metadata are dropped.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from scrutiny_app.files.attachments_found import DOCUMENT, Found, Refusal, counted, found
from scrutiny_app.files.attachments_xml import DAMAGED, Package

_MAIN = "word/document.xml"
_DROPPED = {"del": "deletion", "moveFrom": "deletion", "instrText": "instruction"}
_SIMPLE = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_NO_WORDS = frozenset(
    "pPr tblPr trPr tcPr tblGrid sectPr sdtPr delText delInstrText annotationRef Fallback fldData".split()
)
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read_word(data: bytes) -> Found:
    """Read a document's headers, body, notes and footers; raise Refusal where it holds what may do something."""
    package = Package(data)
    try:
        words = _Words(_hidden_styles(package))
        parts = [*_numbered(package, "header"), _MAIN, *_of(package, _NOTES), *_numbered(package, "footer")]
        text = "\n\n".join(dict.fromkeys(filter(None, (words.of(package.tree(part)).strip() for part in parts))))
    except RecursionError:
        raise Refusal(DAMAGED) from None
    return found(DOCUMENT, text, [*words.left_out(), *_beside(package)])


class _Words:
    """Collects the words of a document's parts, and counts what is left out of them."""

    def __init__(self, hidden_styles: frozenset[str]) -> None:
        self._hidden_styles = hidden_styles
        self._met: Counter[str] = Counter()

    def of(self, element: Element) -> str:
        """Give the words of an element: paragraphs and rows on lines of their own, cells parted by tabs."""
        return "".join(self._inside(element))

    def left_out(self) -> list[str]:
        """Say what was left out."""
        met = self._met
        return [
            *counted(met["deletion"], "tracked deletion"),
            *([f"tracked changes: {met['insertion']} kept as they are seen"] if met["insertion"] else []),
            *counted(met["hidden"], "piece of hidden text", "pieces of hidden text"),
            *counted(met["instruction"], "field's instruction", "fields' instructions"),
        ]

    def _inside(self, element: Element) -> Iterator[str]:
        for child in element:
            yield from self._one(child, _name(child))

    def _one(self, child: Element, name: str) -> Iterator[str]:
        match name:
            case "t":
                yield child.text or ""
            case "p":
                yield f"{self._paragraph(child)}\n"
            case "tr":
                yield from self._row(child)
            case "r":
                yield from self._run(child)
            case "footnote" | "endnote" if _value(child, "type"):
                return  # the line that parts notes from the page
            case "txbxContent":
                yield from ("\n", *self._inside(child))
            case _ if name in _DROPPED:
                self._met[_DROPPED[name]] += 1
            case _ if name not in _NO_WORDS:
                self._met["insertion"] += name in ("ins", "moveTo") and len(child) > 0
                yield from (_SIMPLE.get(name, ""), *self._inside(child))

    def _paragraph(self, paragraph: Element) -> str:
        if self._is_hidden(paragraph, "pPr", "pStyle", own=False):
            self._met["hidden"] += any(_name(each) == "t" for each in paragraph.iter())
            return ""
        return self.of(paragraph)

    def _row(self, row: Element) -> Iterator[str]:
        marks = _child(row, "trPr")
        if marks is not None and _child(marks, "del") is not None:
            self._met["deletion"] += 1
            return
        if marks is not None and _is_on(_child(marks, "hidden")):
            self._met["hidden"] += 1
            return
        yield "\t".join(cell for cell in self._cells(row))
        yield "\n"

    def _cells(self, element: Element) -> Iterator[str]:
        for child in element:
            if _name(child) == "tc":
                yield " ".join(self.of(child).split("\n")).strip()
            elif _name(child) in ("sdt", "sdtContent", "customXml", "ins"):
                yield from self._cells(child)

    def _run(self, run: Element) -> Iterator[str]:
        if self._is_hidden(run, "rPr", "rStyle", own=True):
            self._met["hidden"] += any(_name(each) == "t" for each in run.iter())
            return
        yield from self._inside(run)

    def _is_hidden(self, element: Element, marks: str, style: str, *, own: bool) -> bool:
        given = _child(element, marks)
        if given is None:
            return False
        vanish = _child(given, "vanish") if own else None
        if vanish is not None:
            return _is_on(vanish)
        named = _child(given, style)
        return named is not None and _value(named, "val") in self._hidden_styles


def _hidden_styles(package: Package) -> frozenset[str]:
    """Name the styles whose text is hidden, themselves or by the style that they are based on."""
    if "word/styles.xml" not in package.names:
        return frozenset()
    base: dict[str, str] = {}
    hides: dict[str, bool] = {}
    for style in package.tree("word/styles.xml"):
        if _name(style) == "style":
            marks, parent = _child(style, "rPr"), _child(style, "basedOn")
            vanish = None if marks is None else _child(marks, "vanish")
            key = _value(style, "styleId")
            base[key] = "" if parent is None else _value(parent, "val")
            if vanish is not None:
                hides[key] = _is_on(vanish)
    return frozenset(key for key in base if _hides(key, base, hides))


def _hides(key: str, base: dict[str, str], hides: dict[str, bool]) -> bool:
    met: set[str] = set()
    while key and key not in met:
        if key in hides:
            return hides[key]
        met.add(key)
        key = base.get(key, "")
    return False


def _beside(package: Package) -> list[str]:
    """Say what a document holds beside its words."""
    comments = (
        sum(_name(each) == "comment" for each in package.tree("word/comments.xml")) if _has_comments(package) else 0
    )
    return [
        *counted(comments, "comment"),
        *counted(package.count(r"word/media/.+"), "image"),
        *counted(package.count(r"word/charts/chart[^/]*\.xml"), "chart"),
        *counted(package.count(r"word/diagrams/data[^/]*\.xml"), "diagram"),
        *(["metadata"] if package.count(r"docProps/(core|app|custom)\.xml") else []),
    ]


def _has_comments(package: Package) -> bool:
    return "word/comments.xml" in package.names


def _numbered(package: Package, kind: str) -> list[str]:
    return sorted(name for name in package.names if name.startswith(f"word/{kind}") and name.endswith(".xml"))


def _of(package: Package, notes: tuple[tuple[str, str], ...]) -> list[str]:
    return [f"word/{part}.xml" for part, _ in notes if f"word/{part}.xml" in package.names]


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if _name(child) == name), None)


def _value(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _is_on(mark: Element | None) -> bool:
    """Say whether a mark that is there says yes: without a value it does."""
    return mark is not None and _value(mark, "val").lower() not in ("0", "false", "off")
