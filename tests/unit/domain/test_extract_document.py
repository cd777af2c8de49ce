from pathlib import Path

import pytest

from scrutiny_app.domain.schema import choices_table, fields_table, problems_table

DOCUMENT = Path(__file__).parents[3] / "docs" / "extract.md"


@pytest.mark.parametrize("table", [fields_table, choices_table, problems_table])
def test_the_document_of_the_extract_shows_what_the_code_does(table):
    assert table() in DOCUMENT.read_text("utf-8"), f"put what {table.__name__}() gives into {DOCUMENT}"
