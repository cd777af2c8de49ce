"""What the panel asks for in its own words, which both sides read at once: looked through before it is kept.

What looks like a name, a number or a reference is pointed out once; whoever wrote it may say that it names nobody.
"""

from typing import Any

from flask import request
from markupsafe import Markup

from scrutiny_app.domain.errors import Refused
from scrutiny_app.services.remarks import find_telling

NAMELESS = "nameless"  # the button by which a writer says that what looks like a name is none


class TellsWho(Refused):
    """Words that look as if they told who somebody is, or which case it was."""


def check_nameless(text: str) -> None:
    """Raise TellsWho where words look as if they told who somebody is, unless their writer says that they do not."""
    if request.form.get(NAMELESS):
        return
    if found := find_telling(text):
        marked = Markup(", ").join(Markup("“{}”").format(one) for one in found)
        raise TellsWho(
            f"This may tell who somebody is, or which case it was: {marked}. Both sides read it at once, so nothing "
            "was kept. Take it out, or press “It names nobody”."
        )


def refuse(form: Any, refusal: Refused) -> None:
    """Say on a form why it was refused; where what it holds looks like a name, its page has a button more."""
    form.form_errors.append(refusal.message)
    form.may_be_nameless = isinstance(refusal, TellsWho)
