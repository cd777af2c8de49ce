"""A finding's form as it is first shown: what was written and not saved, or else what there is to begin from."""

from collections.abc import Collection

from werkzeug.datastructures import MultiDict

from scrutiny_app.domain.adopting import merged
from scrutiny_app.domain.agreeing import Reached
from scrutiny_app.services import carrying_over, finding_drafts
from scrutiny_app.services.finding_drafts import Content
from scrutiny_app.services.meetings import Outcome
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import reading
from scrutiny_app.web.forms.findings import FindingForm, SupersedingForm, as_filled
from scrutiny_app.web.forms.judging import as_written, ticked
from scrutiny_app.web.forms.own_themes import OwnTheme

WORDS = frozenset({"result", "themes", "serious", "remarks", "dissent", "reached", "reason"})
LONGEST = 20_000  # characters of one field


def filled(outcome: Outcome, own: Collection[OwnTheme]) -> FindingForm:
    """Fill the form with what was written and not saved, the newest draft, or else what the members observed."""
    if words := _unsaved(outcome):
        return FindingForm(own, formdata=MultiDict(words))
    return untouched(outcome, own)


def filled_again(outcome: Outcome, own: Collection[OwnTheme]) -> SupersedingForm:
    """Fill the form with what was written and not saved, or else the signed finding, without how it was reached."""
    if words := _unsaved(outcome):
        return SupersedingForm(own, formdata=MultiDict(words))
    return untouched_again(outcome, own)


def untouched(outcome: Outcome, own: Collection[OwnTheme]) -> FindingForm:
    """Fill the form as it is before anything is written in it."""
    if outcome.draft is not None:
        kept = as_filled(outcome.draft)
        talked = Reached.CONSENSUS.value if kept["reached"] == Reached.TOGETHER else kept["reached"]
        return FindingForm(own, formdata=None, **kept | {"reached": talked})
    return FindingForm(own, formdata=None, reached=Reached.CONSENSUS.value, **ticked(merged(outcome.spread)))


def untouched_again(outcome: Outcome, own: Collection[OwnTheme]) -> SupersedingForm:
    """Fill the form for a finding that takes the place of a signed one as it is before anything is written in it."""
    if outcome.finding is None:
        raise ValueError("nothing is signed that another could take the place of")
    kept = {name: value for name, value in as_filled(outcome.finding).items() if not name.startswith("votes_")}
    given = kept | {"reached": None, "reason": carrying_over.reason_for(outcome.finding)}
    return SupersedingForm(own, formdata=None, **given)


def content_sent(sent: "MultiDict[str, str]") -> Content:
    """Give what was written of a finding, and nothing else that was sent."""
    return _content({name: sent.getlist(name) for name in sent if name in WORDS or name.startswith("votes_")})


def content_of(form: FindingForm) -> Content:
    """Give what a form holds as its page would send it untouched."""
    values = {field.name: field.data for field in form if field.name in WORDS or field.name.startswith("votes_")}
    lists = {name: one if isinstance(one, list) else [one] for name, one in values.items()}
    return _content({name: [str(one) for one in some if one is not None] for name, some in lists.items()})


def _content(values: dict[str, list[str]]) -> Content:
    bounded = {name: [as_written(one)[:LONGEST] for one in some[:60]] for name, some in list(values.items())[:30]}
    return {name: sorted(some) for name, some in bounded.items() if any(some)}


def _unsaved(outcome: Outcome) -> Content:
    """Give the chair's unsaved words on a case as a form would send them, with the version that they had read."""
    with reading() as session:
        kept = finding_drafts.words_of(session, outcome.case.id, by=signed_in_user())
    return {**kept.content, "version": [str(kept.version)]} if kept else {}
