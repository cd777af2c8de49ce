"""A writer's own words with what looks like a name marked in them."""

from collections.abc import Iterable

from markupsafe import Markup

from scrutiny_app.services.remarks import Naming


def mark_names(text: str, places: Iterable[Naming]) -> Markup:
    """Give a text with its names marked; of places that lie over one another the first, and of those the longest."""
    marked, end = Markup(), 0
    for one in sorted(places, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            marked += Markup("{}<mark>{}</mark>").format(text[end : one.start], text[one.start : one.end])
            end = one.end
    return marked + text[end:]
