"""One redactor for all tests of the package: it holds word lists and nothing of any case."""

import pytest

from redaction import Redactor


@pytest.fixture(scope="session")
def redactor() -> Redactor:
    return Redactor()
