"""The product asks for every library that it imports, and for none that it does not."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
OURS = {"scrutiny_app", "redaction", "fixtures"}
UNIMPORTED = {"psycopg", "tzdata"}  # SQLAlchemy and zoneinfo find these for themselves


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """The libraries that pyproject.toml asks for."""
    wishes = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["dependencies"]
    return {re.split(r"[\[><=]", wish)[0].lower() for wish in wishes}


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The libraries that the product's own files import, by the names they are installed under."""
    files = [path for folder in OURS for path in (PROJECT / folder).rglob("*.py")]
    modules = {module for path in files for module in imports(path)} - OURS - sys.stdlib_module_names
    providers = packages_distributions()
    return {provider.lower() for module in modules for provider in providers[module] if "stub" not in provider.lower()}


def imports(path: Path) -> set[str]:
    """Return the top names of all that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.split(".")[0])
    return found


def test_every_library_that_is_imported_is_asked_for(asked, imported):
    assert imported <= asked


def test_every_library_that_is_asked_for_is_used(asked, imported):
    assert asked <= imported | UNIMPORTED
