"""What keeps a finding's form from being saved, all at once; of names in its words each at the field that holds it."""

import re
from collections.abc import Iterable

from flask import request

from scrutiny_app.domain.agreeing import LONGEST_REMARKS, FindingIncomplete
from scrutiny_app.services.agreeing import finding_problems
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.remarks import Naming, find_names
from scrutiny_app.services.seated_names import plain_mentions, seated_names
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import reading
from scrutiny_app.web.forms.findings import FindingForm
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.marked_names import mark_names
from scrutiny_app.web.naming_asked import ANSWER, NamesAsked, check_answered

SEATED = "Your words name somebody who sits on the panel, so nothing was saved."


def ask_about_all(reference: str, form: FindingForm) -> None:
    """Put all that keeps a finding from being saved on its form at once, and raise NamesAsked or FindingIncomplete."""
    valid, named = form.validate(), None
    if form.version.errors:
        raise FindingIncomplete
    parts = form.parts() | {name: (form[name].data or "")[:LONGEST_REMARKS] for name in ("remarks", "dissent")}
    with reading() as session:
        found = finding_problems(session, reference, parts, by=signed_in_user())
    try:
        ask_about_names(reference, form)
    except NamesAsked as asked:
        named = asked
        found.append(named.message)
    form.form_errors += found
    if named:
        raise named
    if found or not valid:
        raise FindingIncomplete


def ask_about_names(reference: str, form: FindingForm) -> None:
    """Raise NamesAsked where a finding's words name somebody, or look so and that was not answered."""
    texts = {name: form[name].data or "" for name in ("remarks", "dissent", "reason") if name in form}
    if not any(texts.values()):
        return
    with reading() as session:
        round_ = find_my_case(session, reference, signed_in_user())[0].round
        surely = {name: seated_names(session, round_, text) for name, text in texts.items()}
        plain = {name: plain_mentions(session, round_, text) for name, text in texts.items() if text.strip()}
    found = find_names(texts)
    likely = {name: [*found.get(name, []), *plain.get(name, [])] for name in texts}
    if any(surely.values()):
        _refuse(form, texts, surely, likely)
    try:
        check_answered(texts, likely, request.form.get(ANSWER, ""))
    except NamesAsked:
        for name, places in likely.items():
            _say(form, name, "This may tell who somebody is: ", (texts[name][one.start : one.end] for one in places))
        raise


def _refuse(
    form: FindingForm, texts: dict[str, str], surely: dict[str, list[str]], likely: dict[str, list[Naming]]
) -> None:
    """Say every name at its field, and raise with all of them marked; no answer lets them pass."""
    places = {name: [*likely[name], *_places(text, surely[name])] for name, text in texts.items()}
    for name, words in surely.items():
        _say(form, name, "Name nobody: take out ", words)
    raise NamesAsked([mark_names(texts[name], some) for name, some in places.items() if some], "", SEATED)


def _places(text: str, names: Iterable[str]) -> list[Naming]:
    patterns = [r"\W+".join(map(re.escape, name.split())) for name in names]
    return [Naming(*one.span()) for pattern in patterns for one in re.finditer(pattern, text, re.IGNORECASE)]


def _say(form: FindingForm, name: str, begin: str, words: Iterable[str]) -> None:
    if said := list(dict.fromkeys(words)):
        refuse(form[name], f"{begin}{', '.join(said)}.")
