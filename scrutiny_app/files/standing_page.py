"""Pages that stand as files on a web server, and need no sign-in, no script and nothing from elsewhere."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_SHARED = Path(__file__).parents[2] / "templates" / "standing"  # the frame, a table, and the style of both


def written(templates: Path, name: str, **shown: Any) -> bytes:
    """Write a page from one folder's template, within the frame that all such pages have."""
    environment = Environment(
        loader=FileSystemLoader([templates, _SHARED]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name).render(**shown).encode()


def style_of(own: Path) -> bytes:
    """Give a page's style sheet: what all share, and then its own."""
    return (_SHARED / "standing.css").read_bytes() + own.read_bytes()
