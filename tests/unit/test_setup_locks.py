"""The locks pin everything by digest and leave the choice of package index to the machine."""

import json
import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-node.txt"]


def pins(lock: str) -> dict[str, str]:
    """Return a lock's requirements, each with the digests that follow it."""
    found = re.findall(r"^([a-z0-9][^\s\\]*[^\\\n]*)\\\n((?: +--hash=\S+[ \\]*\n)+)", text(lock), re.MULTILINE)
    return {requirement.strip(): digests for requirement, digests in found}


def text(name: str) -> str:
    """Return one of the project's files."""
    return (PROJECT / name).read_text()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_address(lock):
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text(lock))


def test_the_node_lock_names_no_registry_address():
    packages = json.loads(text("package-lock.json"))["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all("integrity" in package for name, package in packages.items() if name)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_has_its_version_and_digests(lock):
    requirements = re.findall(r"^[a-z0-9].*?(?= ?\\?$)", text(lock), re.MULTILINE)
    assert requirements
    assert set(requirements) == set(pins(lock))
    assert all("==" in requirement for requirement in requirements)


def test_the_tests_run_with_the_versions_that_users_get():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_everything_the_project_asks_for_is_locked():
    project = tomllib.loads(text("pyproject.toml"))
    asked = {re.split(r"[\[><=]", wish)[0].lower() for wish in project["project"]["dependencies"]}
    assert asked <= {requirement.split("==")[0] for requirement in pins("requirements.txt")}
