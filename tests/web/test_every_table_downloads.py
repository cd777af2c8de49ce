"""Every table of data in the templates has its file below it, but for those named here, each with the reason."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
MADE = re.compile(r"(?<![\w-])(?:data_)?table\((?!\))|<table\b")
OFFERED = re.compile(r"(?<![\w-])table_files\(|\bfiles?\(\"(?:xlsx|\w+\", \")")
HAVE_NONE = {
    "attachments/new.html": "an example of how to name files",
    "draw_changes/grow.html": "a form's preview: what becomes of it stands on the certificate, with its file",
    "extracts/change.html": "values of a record, which leave the product only as redacted",
    "extracts/columns.html": "a form: values of a file as they came, to be mapped",
    "extracts/confirm.html": "a form: cases as they would be read, to be confirmed",
    "layouts/said.html": "a form: how a layout was read, to be confirmed",
    "minutes/show.html": "parts of the minutes, which download whole",
    "redactions/_doubts.html": "words not yet redacted, which leave the product only as redacted",
    "redactions/show.html": "names from the record, which leave the product only as redacted",
    "redactions/spans.html": "words not yet redacted, which leave the product only as redacted",
    "standing/table.html": "a page that stands by itself, whose data are files beside it",
}
PARTLY = {"redactions/_steps.html": (1, "words that were redacted, which leave the product only as redacted")}


def counted(path: Path) -> tuple[int, int]:
    """Count a template's tables and those that have their file."""
    text = re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.DOTALL)
    defined = len(re.findall(r"macro (?:data_)?table(?:_files)?\(", text))
    return len(MADE.findall(text)) - defined, len(OFFERED.findall(text))


def named(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


WITH_TABLES = {named(one): one for one in sorted(TEMPLATES.rglob("*.html")) if counted(one)[0]}


@pytest.mark.parametrize("name", sorted(set(WITH_TABLES) - set(HAVE_NONE)))
def test_each_table_has_a_file(name):
    tables, files = counted(WITH_TABLES[name])
    assert files >= tables - PARTLY.get(name, (0, ""))[0], f"{name} has {tables} tables and {files} files"


def test_what_is_let_be_has_a_table_and_no_file():
    for name in HAVE_NONE:
        assert name in WITH_TABLES, f"{name} has no table any more"
        assert not counted(WITH_TABLES[name])[1], f"{name} offers files"


def test_a_table_without_its_file_would_be_found(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('{{ table("Cases", ["Case"], rows) }}{{ table_files("Cases") }}<table class="x"></table>')
    assert counted(page) == (2, 1)
