"""The commands that the documents promise are there."""

import os
import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])
PROMISED = {"setup", "system", "run", "test", "lint", "bench", "assets", "demo-reset"}


@pytest.fixture(scope="module")
def listed() -> set[str]:
    """The targets that `make help` lists."""
    answer = subprocess.run(["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True)
    return set(re.findall(r"^  make (\S+)", answer.stdout, re.MULTILINE))


def test_make_help_lists_the_promised_targets(listed):
    assert listed >= PROMISED


def test_make_help_lists_every_target(listed):
    phony = re.search(r"^\.PHONY: (.*)$", (PROJECT / "Makefile").read_text(), re.MULTILINE)
    assert phony is not None
    assert listed == set(phony[1].split())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_make_command_in_a_document_is_listed(document, listed):
    named = re.findall(r"(?:`|^    |^\$ )make ([a-z][a-z-]*)", document.read_text(), re.MULTILINE)
    assert set(named) <= listed


def test_the_readme_names_the_two_commands():
    readme = (PROJECT / "README.md").read_text()
    assert "make run" in readme
    assert "make test" in readme


def test_continuous_integration_runs_make_test():
    script = PROJECT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "make --no-print-directory test" in script.read_text()
