"""The check page and what it shares with the pages around it: one case as opened, and what is told of it."""

from typing import TYPE_CHECKING, Any, NamedTuple

from flask import render_template, url_for
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.redacting import (
    OPEN_TO_CHECK,
    STANDING_TITLES,
    TEXTS,
    WORDS,
    Standing,
    around,
    plainly,
)
from scrutiny_app.domain.releasing import BlankState
from scrutiny_app.domain.story_risks import RISK_TITLES, risk_of
from scrutiny_app.services import (
    later_texts,
    recalling,
    redacting,
    redaction_steps,
    redactions,
    releasing,
    retagging,
    returning,
    undoing,
)
from scrutiny_app.services.rounds import find_round_case
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.forms.redactions import AddForm, MergeForm, ReadyForm
from scrutiny_app.web.marked import Ways

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round, RoundCase
    from scrutiny_app.services.redactions import Opened, Progress

COLOURS = {
    Standing.UNDRAFTED: "grey",
    Standing.TO_CHECK: "blue",
    Standing.RETURNED: "orange",
    Standing.TO_APPROVE: "yellow",
    Standing.WITHHELD: "red",
}
CHECKED = (Standing.TO_APPROVE, Standing.APPROVED)


class Look(NamedTuple):
    """One case as opened for somebody: where it stands in its round, and what its newest version holds."""

    round: "Round"
    case: "RoundCase"
    opened: "Opened"
    rows: "list[Progress]"

    @property
    def mine(self) -> "Progress":
        """Give the case's own progress."""
        return next(row for row in self.rows if row.round_case.id == self.case.id)


def look_at(db: Session, round_case_id: int) -> Look:
    """Open a case for the person who has signed in; their look is on the trail."""
    round_, case = find_round_case(db, round_case_id, signed_in_user())
    opened = redacting.read_redaction(db, case, case_key(), signed_in_user())
    return Look(round_, case, opened, redactions.progress(db, round_))


def render(page: str, **context: Any) -> str:
    """Render one of the pages on redactions, with the words that they all use."""
    role = signed_in_user().role
    common = {
        "may_edit": allows(role, Permission.EDIT_REDACTION),
        "may_ask": allows(role, Permission.ASK_FOR_INFORMATION),
        "titles": STANDING_TITLES,
        "colours": COLOURS,
        "headings": {name: FIELD[name].heading for name in TEXTS},
        "risk_titles": RISK_TITLES,
        "plainly": plainly,
    }
    return render_template(f"redactions/{page}.html", **common, **context)


def check_page(
    round_case_id: int,
    *,
    add_form: AddForm | None = None,
    merge_form: MergeForm | None = None,
    ready_form: ReadyForm | None = None,
) -> str:
    """Show a case's original beside what members would read, with all that may be done to it."""
    with transaction() as db:
        look = look_at(db, round_case_id)
        steps = redaction_steps.history(db, look.case, look.opened.version)
        told, fresh = _told(db, look), later_texts.since_release(db, look.case)
    opened, people = look.opened, retagging.people_of(look.opened)
    forms = add_form or AddForm(formdata=None), merge_form or MergeForm(formdata=None)
    ready = ready_form or ReadyForm(formdata=None)
    forms[0].offer(opened.marks, people)
    forms[1].offer(opened.people(), people)
    for form in (*forms, ready):
        form.version.data = str(opened.row.version)
    released = releasing.preview(look.case, opened)
    return render(
        "show",
        look=look,
        case=look.case,
        opened=opened,
        standing=look.mine.standing,
        redacted=opened.redacted(),
        words=WORDS,
        ways=_ways(look),
        released=released,
        fresh=[name for name in fresh if name in opened.marks],
        recorded=sum(item.state is not BlankState.NOT_RECORDED for item in released.completeness),
        obstacle=releasing.obstacle(look.mine, signed_in_user()),
        open_to_check=look.mine.standing in OPEN_TO_CHECK,
        doubts=doubts_of(opened),
        seen=seen_in(opened),
        redactions=sum(len(marks.spans) for marks in opened.marks.values()),
        people=people,
        steps=steps,
        can_undo=undoing.can_undo(opened, signed_in_user()),
        add_form=forms[0],
        merge_form=forms[1],
        ready_form=ready,
        **told,
        **_beside(look),
    )


def doubts_of(opened: "Opened") -> list[tuple[str, tuple[str, str, str], str]]:
    """List a version's doubts in reading order: the text's heading, the words with what is around them, and why."""
    return [
        (opened.heading(name), around(opened.record[name], doubt), doubt.reason)
        for name, marks in opened.marks.items()
        for doubt in marks.doubts
    ]


def seen_in(opened: "Opened") -> dict[str, str]:
    """Say for each part of a story what the machine saw of it in the texts, to stand beside its tick box."""
    seen: dict[str, list[str]] = {}
    for name, marks in opened.marks.items():
        for doubt in marks.doubts:
            if risk := risk_of(doubt.reason):
                seen.setdefault(risk.value, []).append(f"“{opened.words(name, doubt)}” ({opened.heading(name)})")
    return {risk: "Seen: " + ", ".join(dict.fromkeys(places)) for risk, places in seen.items()}


def next_to_check(rows: "list[Progress]") -> "Progress | None":
    """Find the next case that somebody must check."""
    return next((row for row in rows if row.standing in OPEN_TO_CHECK), None)


def next_to_approve(rows: "list[Progress]") -> "Progress | None":
    """Find the next case that this person may approve."""
    return next((row for row in rows if releasing.obstacle(row, signed_in_user()) is None), None)


def _ways(look: Look) -> dict[str, Ways]:
    """Number each text's redactions and doubts on from those of the texts before it."""
    if not allows(signed_in_user().role, Permission.EDIT_REDACTION):
        return {}
    base = url_for("redaction_edits.spans", round_case_id=look.case.id) + "/"
    ways, redaction, doubt = {}, 1, 1
    every = sum(len(marks.doubts) for marks in look.opened.marks.values())
    for name, marks in look.opened.marks.items():
        ways[name] = Ways(base, redaction, doubt, every)
        redaction, doubt = redaction + len(marks.spans), doubt + len(marks.doubts)
    return ways


def _told(db: Session, look: Look) -> dict[str, Any]:
    """Tell why a case came back: the second person's remarks, or what took its release away."""
    by, withheld = signed_in_user(), look.mine.standing is Standing.WITHHELD
    return {
        "returned": returning.remarks_on(db, look.mine, case_key()),
        "taken": recalling.taken_away(db, key=case_key(), by=by, round_case=look.case)[:1] if withheld else [],
        "can_recall": allows(by.role, Permission.RECALL_RELEASE) and recalling.can_recall(db, look.case),
    }


def _beside(look: Look) -> dict[str, Any]:
    """Give the cases before and after one, and how many of the round are checked."""
    at = next(place for place, row in enumerate(look.rows) if row.round_case.id == look.case.id)
    return {
        "previous": look.rows[at - 1] if at else None,
        "following": look.rows[at + 1] if at + 1 < len(look.rows) else None,
        "checked": sum(row.standing in CHECKED for row in look.rows),
    }
