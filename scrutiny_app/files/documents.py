"""Writing documents as DOCX that say nothing but their words, and the same bytes for the same words.

The library's template brings an author, a thumbnail, another program's name and American English: all are taken out.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from scrutiny_app.files.column_widths import PAGE, fitted

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell

_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001  a document's properties and a zip's directory know no zones
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LANGUAGE = "en-GB"
_SHORT = 10  # rows
_NAVY, _RULE = "1D3557", "A9B4C2"
_NOT_OURS = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 stands below the document's own title."""

    words: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or one point of a list."""

    words: str
    point: bool = False


@dataclass(frozen=True)
class Grid:
    """A table under its title: its columns' words, its rows, which columns (from 0) are numbers.

    Columns are as wide as their words want, unless widths in cm are given.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    numeric: Sequence[int] = ()
    widths: Sequence[float] = ()

    @property
    def columns(self) -> Sequence[float]:
        """Give the columns' widths in cm."""
        return self.widths or fitted(self.header, self.rows)


@dataclass(frozen=True)
class Picture:
    """A picture under its title, as PNG or, for a PDF, as SVG, with the words that tell what it shows."""

    title: str
    description: str
    content: bytes


Block = Heading | Paragraph | Grid | Picture


def write_document(title: str, blocks: Iterable[Block]) -> bytes:
    """Write blocks below a title as an A4 document in British English."""
    from docx import Document  # at the point of use: it slows the start of a web process

    document = Document()
    _style(document)
    _neutralise(document, title)
    _number_pages(document, title)
    document.add_paragraph(_clean(title), style="Title")
    above = ""  # the heading that stands right over what follows: a table of the same title has no caption besides
    for block, after in pairwise([*blocks, None]):
        match block:
            case Heading():
                above = block.words
                document.add_heading(_clean(block.words), level=block.level)
            case Paragraph():
                words = document.add_paragraph(_clean(block.words), style="List Bullet" if block.point else None)
                words.paragraph_format.keep_with_next = isinstance(after, Grid) or None
            case Grid():
                _draw(document, block, captioned=block.title != above)
            case Picture():
                _show(document, block)
    written = io.BytesIO()
    document.save(written)
    return _packed(written.getvalue())


def _style(document: "Document") -> None:
    """Set an upright face that every office has, British English, and room around the words."""
    from docx.shared import Cm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin = page.bottom_margin = Cm(2)
    for language in document.styles.element.iter(_tag("lang")):
        language.set(_tag("val"), _LANGUAGE)
    sizes = {"Normal": 11, "Title": 22, "Heading 1": 15, "Heading 2": 12.5, "Caption": 11, "List Bullet": 11}
    for name, size in sizes.items():
        style: ParagraphStyle = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(_tag(theme), None)
        if name not in ("Normal", "List Bullet"):
            style.font.color.rgb, style.font.bold = RGBColor.from_string(_NAVY), True
        style.paragraph_format.space_after = Pt(4 if name == "List Bullet" else 7)
    document.styles["Normal"].paragraph_format.line_spacing = 1.15


def _neutralise(document: "Document", title: str) -> None:
    properties = document.core_properties
    properties.title, properties.language = _clean(title)[:255], _LANGUAGE
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _FIXED
    for part in (document.part.package, document.part):
        for key in [key for key, relation in part.rels.items() if relation.reltype.endswith(_NOT_OURS)]:
            del part.rels[key]
    settings = document.settings.element
    for name in ("savePreviewPicture", "rsids"):
        for element in settings.findall(_tag(name)):
            settings.remove(element)
    for language in settings.iter(_tag("themeFontLang")):
        language.set(_tag("val"), _LANGUAGE)


def _number_pages(document: "Document", title: str) -> None:
    from docx.shared import Pt

    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run(f"{_clean(title)}, page ").font.size = Pt(9)
    field = _element("fldSimple", instr="PAGE")
    footer._p.append(field)
    number = footer.add_run("1")
    number.font.size = Pt(9)
    field.append(number._r)


def _draw(document: "Document", grid: Grid, *, captioned: bool) -> None:
    """Draw a table whose header is repeated on every page and whose rows are not broken."""
    from docx.shared import Cm

    if captioned:
        caption = document.add_paragraph(_clean(grid.title), style="Caption")
        caption.paragraph_format.keep_with_next = True
    widths = [Cm(width) for width in grid.columns]  # told twice: each program looks for them in a place of its own
    table = document.add_table(rows=0, cols=len(grid.header), style="Table Grid")
    table._tbl.tblPr.append(_borders())
    table._tbl.tblPr.append(_element("tblCaption", val=_clean(grid.title)))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    last = len(grid.rows)
    for number, row in enumerate([grid.header, *grid.rows]):
        # A short table stands on one page; of a longer one neither the first row nor the last stands alone.
        kept = number < last and (last <= _SHORT or number in (0, 1, last - 1))
        cells = table.add_row()
        properties = cells._tr.get_or_add_trPr()
        properties.append(_element("cantSplit"))
        if number == 0:
            properties.append(_element("tblHeader"))
        for column, (cell, value) in enumerate(zip(cells.cells, row, strict=True)):
            cell.width = widths[column]
            _fill(cell, value, header=number == 0, numeric=column in grid.numeric)
            cell.paragraphs[0].paragraph_format.keep_with_next = kept or None
    document.add_paragraph().paragraph_format.line_spacing = 0.5


def _show(document: "Document", picture: Picture) -> None:
    """Show a picture as wide as the words, with what it shows told to whoever does not see it."""
    from docx.shared import Cm

    caption = document.add_paragraph(_clean(picture.title), style="Caption")
    caption.paragraph_format.keep_with_next = True
    shape = document.add_picture(io.BytesIO(picture.content), width=Cm(PAGE))
    properties = shape._inline.docPr
    properties.set("title", _clean(picture.title))
    properties.set("descr", _clean(picture.description))


def _fill(cell: "_Cell", value: str, *, header: bool, numeric: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = Pt(2)
    run = paragraph.add_run(_clean(value))
    run.font.size = Pt(9.5)
    if numeric:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if header:
        run.font.bold, run.font.color.rgb = True, RGBColor(0xFF, 0xFF, 0xFF)
        cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=_NAVY))


def _borders() -> Any:
    """Draw thin lines between rows and none between columns."""
    borders = _element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(side, val="single", sz="4", space="0", color=_RULE))
    for side in ("left", "right", "insideV"):
        borders.append(_element(side, val="nil"))
    return borders


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(_tag(key), value)
    return element


def _clean(words: str) -> str:
    return _UNWRITABLE.sub("\ufffd", words)


def _packed(package: bytes) -> bytes:
    """Pack a document again without the moments at which it was written."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
