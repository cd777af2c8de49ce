"""Words that look as if they named somebody: marked for their writer, who may say that they name nobody.

What was asked about goes back with the answer, so that a name written afterwards is asked about by itself.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from flask_wtf import FlaskForm
from markupsafe import Markup

from scrutiny_app.domain.errors import Refused
from scrutiny_app.services import rounds
from scrutiny_app.services.remarks import Naming, find_names
from scrutiny_app.services.seated_names import plain_mentions, seated_name
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import reading
from scrutiny_app.web.marked_names import mark_names

ANSWER = "nameless"  # the button by which a writer says that what was marked names nobody
NAMING = "Something that you wrote may tell who somebody is. It is marked below, and nothing was done with it yet."


class NamesAsked(Refused):
    """Words that may name somebody: `marked` gives each text with them marked, `answer` says that they do not."""

    def __init__(self, marked: list[Markup], answer: str, message: str = NAMING) -> None:
        super().__init__(message)
        self.marked, self.answer = marked, answer


def told_on(form: FlaskForm, refusal: Refused) -> NamesAsked | None:
    """Tell on a form why it was refused, and give the refusal back where it marks words for their writer."""
    form.form_errors.append(refusal.message)
    return refusal if isinstance(refusal, NamesAsked) else None


def ask_about_names(round_id: int, texts: Mapping[str, str], answered: str, *, seated_refused: bool = True) -> None:
    """Raise NamesAsked where a text looks as if it named somebody and that was not answered yet.

    Whoever surely sits on the round's panel is not asked about where what keeps the words refuses them.
    """
    with reading() as session:
        round_ = rounds.find_round(session, round_id, signed_in_user())
        if seated_refused and seated_name(session, round_, *texts.values()):
            return
        plain = {key: plain_mentions(session, round_, text) for key, text in texts.items() if text.strip()}
    found = find_names(texts)
    check_answered(texts, {key: [*found.get(key, []), *plain.get(key, [])] for key in texts}, answered)


def check_answered(
    texts: Mapping[str, str], places: Mapping[str, Iterable[Naming]], answered: str, message: str = NAMING
) -> None:
    """Raise NamesAsked, with what is new marked, where words at some places of the texts were not answered for yet."""
    asked = [(key, one, _digest(texts[key], one)) for key, some in places.items() for one in some]
    known = set(answered.split(","))
    new = [(key, one) for key, one, words in asked if words not in known]
    if new:
        marked = [mark_names(texts[key], [one for of, one in new if of == key]) for key in dict(new)]
        raise NamesAsked(marked, ",".join(sorted({words for _, _, words in asked})), message)


def _digest(text: str, place: Naming) -> str:
    return sha256(text[place.start : place.end].casefold().encode()).hexdigest()[:16]
