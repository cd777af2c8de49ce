"""What the documents say of settings, events and files is what the code does."""

import re
from pathlib import Path

from scrutiny_app.domain.events import EVENTS, fields_of

ROOT = Path(__file__).parents[2]


def test_the_settings_table_lists_every_variable_that_is_read_and_no_other():
    listed = set(re.findall(r"^\| `(SCRUTINY_[A-Z_]+)`", (ROOT / "docs/settings.md").read_text(), re.MULTILINE))
    read = set(re.findall(r'"(SCRUTINY_[A-Z_]+)"', (ROOT / "scrutiny_app/settings.py").read_text()))
    assert listed == read


def test_the_trails_page_lists_every_event_with_its_facts():
    listed = re.findall(r"^\| ([A-Z]\w+) \| (.*) \|$", (ROOT / "docs/trail.md").read_text(), re.MULTILINE)
    stated = {name: ", ".join(fields_of(event)) or "none" for name, event in sorted(EVENTS.items())}
    assert dict(listed) == stated, "\n".join(f"| {name} | {facts} |" for name, facts in stated.items())


def test_every_file_that_a_document_names_is_there():
    named = set()
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]:
        links = re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text())
        named |= {(document.parent / link).resolve() for link in links}
        code = re.findall(
            r"`((?:docs|scrutiny_app|tests|fixtures|redaction|templates)/[\w./-]+)`", document.read_text()
        )
        named |= {ROOT / path for path in code}
    assert [str(path.relative_to(ROOT)) for path in sorted(named) if not path.exists()] == []
