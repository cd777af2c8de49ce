"""Writing one reader's copy of the pack as a tagged PDF (PDF/UA-1): the same bytes for the same cases and marks.

The words reach the template as data, so that none can act as its markup. It is set in the typefaces that come with
typst, whatever the machine has, and a sign that these cannot draw is described.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.packs import BLANK_MEANINGS, TAG_MEANINGS, Marks, Pack, PackedCase
from scrutiny_app.domain.releasing import BlankState, Fact, Item, Text
from scrutiny_app.files import pack_words as words
from scrutiny_app.files.typesetting import typeset

_MOST_SECONDS = 120
# What the typeface draws: Latin, Greek and Cyrillic letters, and the signs that are written among them.
_DRAWN = "\n -~\xa0-\xac\xae-\u02e4\u0384-\u038a\u038e-\u03a1\u03a3-\u03ce\u03fd-\u0477\u1e00-\u1eff\u2010-\u2027"
_DRAWN += "\u2030-\u2037\u2039-\u203e\u2044\u20ac\u2116\u2122\u2126\u212a\u212b\u2153-\u2184"
_DRAWN += "\u2190-\u2199\u2212\u2260\u2264\u2265"
_UNDRAWN = re.compile(f"[^{_DRAWN}]+")
_TAG = re.compile(r"(\[[^\[\]\n]{1,80}\])")
_LEFT_OUT = ("Cc", "Cf", "Mn", "Me", "Cs")  # what shows nothing by itself, or turns what stands beside it


def write_pdf(pack: Pack, marks: Marks, *, grading: bool) -> bytes:
    """Write a copy, with room for its reader's grades if `grading`; raise Refused where it cannot be set."""
    written = typeset("pack", _drawable(_data(pack, marks, grading=grading)), seconds=_MOST_SECONDS)
    if not written.startswith(b"%PDF"):
        raise Refused("The PDF could not be set: its cases are too long for it. Make a Word document instead.")
    return written


def drawable(text: str) -> str:
    """Put in words what the typeface cannot draw: a sign by its name, writing in another script by its length."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    return _UNDRAWN.sub(lambda found: _described(found[0]), text)


def _described(signs: str) -> str:
    kept = [sign for sign in signs if unicodedata.category(sign) not in _LEFT_OUT]
    letters = sum(unicodedata.category(sign)[0] in "LN" or sign.isspace() for sign in kept)
    named = [f"‹{unicodedata.name(sign, 'unknown sign').lower()}›" for sign in kept if _is_sign(sign)]
    if letters and any(not sign.isspace() for sign in kept):
        named.insert(0, f"‹{letters} letters of another script›")
    elif letters:
        named.insert(0, " ")
    return "".join(named)


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "LN" and not sign.isspace()


def _drawable(data: Any) -> Any:
    match data:
        case str():
            return drawable(data)
        case dict():
            return {key: _drawable(value) for key, value in data.items()}
        case list() | tuple():
            return [_drawable(value) for value in data]
        case _:
            return data


def _data(pack: Pack, marks: Marks, *, grading: bool) -> dict[str, Any]:
    return {
        "title": words.title_for(pack),
        "round": pack.title,
        "marks": marks.line,
        "opening": list(words.opening(pack, marks)),
        "tags": TAG_MEANINGS,
        "blanks": BLANK_MEANINGS,
        "grades": words.grades(grading=grading),
        "cases": [_case(pack, case) for case in pack.cases],
        "words": {
            "contents": words.CONTENTS,
            "contents_columns": [*words.CONTENTS_COLUMNS, "Page"],
            "glossary": words.GLOSSARY,
            "glossary_opening": [words.GLOSSARY_OPENING],
            "tags_columns": words.TAGS_COLUMNS,
            "blanks": words.BLANKS,
            "blanks_columns": words.BLANKS_COLUMNS,
            "facts": words.FACTS,
            "facts_columns": words.FACTS_COLUMNS,
            "timeline": words.TIMELINE,
            "timeline_columns": words.TIMELINE_COLUMNS,
            "completeness": words.COMPLETENESS,
            "completeness_columns": words.COMPLETENESS_COLUMNS,
            "grade": words.GRADE,
            "comment": words.COMMENT,
        },
    }


def _case(pack: Pack, case: PackedCase) -> dict[str, Any]:
    content = case.content
    return {
        "anchor": f"case-{case.place}",
        "place": str(case.place),
        "reference": content.reference,
        "heading": words.heading_of(case),
        "under": words.under(pack, case),
        "disposal": words.disposal(case),
        "offence_group": words.offence_group(case),
        "facts": _shown(content.facts),
        "timeline": [(moment.what, moment.when) for moment in content.timeline],
        "texts": [{"heading": words.headed(text)} | _said(text) for text in content.texts],
        "found": words.found(case),
        "completeness": _shown(content.completeness),
    }


def _shown(rows: Iterable[Fact | Item]) -> list[dict[str, Any]]:
    return [{"label": row.label} | _said(row) for row in rows]


def _said(one: Fact | Item | Text) -> dict[str, Any]:
    """Give what stands in a place, as a blank or as lines; a line's runs are words and tags, by turns."""
    said = words.shown(one)
    if one.state is not BlankState.RECORDED:
        return {"blank": True, "words": said}
    paragraphs = [[_TAG.split(line) for line in part.split("\n")] for part in words.paragraphs(said)]
    return {"blank": False, "paragraphs": paragraphs, "lines": [line for part in paragraphs for line in part]}
