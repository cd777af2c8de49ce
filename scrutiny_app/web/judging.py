"""A member's form with all that hangs on it: its fields, the round's questions, and what looks like a name in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from scrutiny_app.domain.grading import GradeStage
from scrutiny_app.domain.questions import Answered, Question, asked
from scrutiny_app.services import drafts
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.reading_releases import CaseRead
from scrutiny_app.services.remarks import find_names
from scrutiny_app.services.seated_names import likely_mentions
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms import guiding
from scrutiny_app.web.forms.guiding import Asked
from scrutiny_app.web.forms.judging import GradeForm, as_written, filled
from scrutiny_app.web.forms.own_themes import own_themes, own_themes_of
from scrutiny_app.web.naming_asked import ANSWER, NamesAsked, check_answered

FIELDS = frozenset({"grade", "themes", "serious", "comment", "missing"})
NAMING = (
    "Something that you wrote may tell who somebody is. It is marked above your form, which is kept as your draft and "
    "is not submitted."
)
SECOND_THOUGHT = "Knowing this, would you now say that the disposal was appropriate?"
LONGEST_DRAFT = 20_000  # characters of one field


@dataclass(frozen=True)
class Judging:
    """A member's form as it stands: as sent, as drafted, or as they last submitted it."""

    form: GradeForm
    given: Mapping[str, str] | None = None  # what was sent or drafted
    kept: Any = None  # the judgement that it was filled from
    is_draft: bool = False

    @classmethod
    def sent(cls, given: "MultiDict[str, str]", reference: str) -> "Judging":
        """Read the form that a member has just sent about a case."""
        return cls(GradeForm(own_themes_of(reference)), given)

    @classmethod
    def of(cls, read: CaseRead) -> "Judging":
        """Fill the form with the member's draft, or else with what they last submitted."""
        own, newest = own_themes(read.own_themes), read.newest
        if read.draft is not None:
            given = MultiDict(read.draft.content)
            return cls(GradeForm(own, formdata=given), given, is_draft=True)
        if newest is None:
            return cls(GradeForm(own, formdata=None))
        begun = _begun(newest, again=read.stage != newest.stage)
        return cls(GradeForm(own, formdata=None, **begun), kept=newest)

    def as_of(self, stage: GradeStage) -> "Judging":
        """Ask in the words of the stage of which the next judgement would be."""
        if stage != GradeStage.AS_DECIDED:
            self.form.grade.label.text = SECOND_THOUGHT
        return self

    def asked(self, questions: Iterable[str]) -> list[Asked]:
        """Give the round's questions as they are answered so far."""
        if self.given is not None:
            return guiding.from_form(self.given, asked(questions))
        return guiding.from_kept(self.kept.answers if self.kept else (), asked(questions))

    def answers(self, questions: Iterable[str]) -> list[Answered]:
        """Give what was answered of a round's questions; raise GradeIncomplete for what is no answer."""
        return guiding.answers(self.asked(questions))


def check_nameless(judging: Judging, reference: str) -> None:
    """Raise NamesAsked where a text looks as if it named somebody, unless its writer has said that it does not."""
    given = judging.given or {}
    texts = judging.form.texts() | {f"remark-{one}": given.get(f"remark-{one}", "") for one in Question}
    with reading() as session:
        round_ = find_my_case(session, reference, signed_in_user())[0].round
        seated = {key: likely_mentions(session, round_, text) for key, text in texts.items() if text.strip()}
    found = find_names(texts)
    places = {key: [*found.get(key, []), *seated.get(key, [])] for key in texts}
    try:
        check_answered(texts, places, given.get(ANSWER, ""), NAMING)
    except NamesAsked:
        judging.form.form_errors.append(NAMING)
        raise


def keep_as_draft(reference: str, sent: "MultiDict[str, str]") -> bool:
    """Have the person's draft be what a form of theirs holds, or none where nothing in it is new; say which."""
    own, content = sent.get("own", ""), draft_content(sent)
    from_ = int(own) if own.isascii() and own.isdecimal() and len(own) < 18 else 0
    user, as_content = signed_in_user(), kept_content
    with transaction() as db:
        at = drafts.keep_draft(db, reference, content, filled_from=from_ or None, as_content=as_content, by=user)
    return at is not None


def draft_content(given: "MultiDict[str, str]") -> drafts.Content:
    """Give what of a form is kept as a draft: a member's own words and choices, and nothing else that was sent."""
    names = FIELDS | {f"{part}-{one}" for one in Question for part in ("answer", "remark")}
    return _content({name: given.getlist(name) for name in given if name in names})


def kept_content(kept: Any, again: bool) -> drafts.Content:
    """Give a kept judgement as a draft would hold it, or as a second thought (`again`) begins from it."""
    begun = _begun(kept, again=again)
    values = {name: one if isinstance(one, list) else [str(one or "")] for name, one in begun.items()}
    for one in kept.answers:
        values |= {f"answer-{one.question}": [one.answer], f"remark-{one.question}": [one.remark]}
    return _content(values)


def _begun(kept: Any, *, again: bool) -> dict[str, Any]:
    """Give the values that a form begins with: a second thought from the grade, to be said in words of its own."""
    return filled(kept) | ({"comment": ""} if again else {})


def _content(values: Mapping[str, list[str]]) -> drafts.Content:
    bounded = {name: [as_written(one)[:LONGEST_DRAFT] for one in sorted(some)[:30]] for name, some in values.items()}
    return {name: some for name, some in bounded.items() if any(some)}
