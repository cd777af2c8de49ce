"""What a test does when the machine lacks something that it needs."""

import os
from typing import NoReturn

import pytest


def lacks(what: str) -> NoReturn:
    """Skip the test, saying what it lacks; where CI=true, fail it, for nobody reads the list of skips there."""
    message = f"{what} is missing: `make system` installs it, or says how."
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
