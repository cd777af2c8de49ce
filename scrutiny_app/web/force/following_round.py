"""A round followed from its signed findings to the national return: each part in its order, and who has the next step.

One list says it all: how much of a part is done and left, the one page on which it goes on, and whose turn it is.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import Escalation, in_words
from scrutiny_app.domain.following import PROVED, ActionState
from scrutiny_app.domain.learning import ADDRESSEE_TITLES, Addressee
from scrutiny_app.domain.people import Role
from scrutiny_app.services import learning
from scrutiny_app.services.actions import actions_for
from scrutiny_app.services.awaited_letters import Awaited, awaited_letters
from scrutiny_app.services.passed_on import to_follow
from scrutiny_app.services.sending_in_turn import may_go
from scrutiny_app.services.sent_letters import sent_letters, with_new_reply
from scrutiny_app.services.whose_turn import MINE, NOBODYS, Turn, people_of, turn_of
from scrutiny_app.web.current import case_key
from scrutiny_app.web.filters import british_date, plural
from scrutiny_app.web.force.following_actions import of_actions
from scrutiny_app.web.force.following_handing import of_handing
from scrutiny_app.web.force.following_publishing import of_national_return, of_public_report
from scrutiny_app.web.force.following_replies import of_replies
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.force.stretches import Stretch

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round


def stretches(session: Session, round_: "Round", user: "User") -> list[Stretch]:
    """List the parts of the way after a round, in their order."""
    replies = of_replies(session, round_, user)
    parts = [*_of_letters(session, round_, user), *replies, of_handing(session, round_, user)]
    parts.append(_of_passed_on(session, round_, user))
    told = (of_actions, of_public_report, of_national_return)
    return [*parts, *(one(session, round_, user) for one in told)]


def _of_letters(session: Session, round_: "Round", user: "User") -> Iterator[Stretch]:
    lead, page = people_of(session, round_, Role.LEAD), link_to("letters.round", round_id=round_.id)
    counted = learning.count_letters(session, round_)
    gone = f"{counted.sent} sent or handed over, {counted.acknowledged} of them acknowledged"
    if not counted.findings:
        chairs = turn_of(people_of(session, round_, Role.CHAIR), user)
        yield Stretch("Letters", "No finding is signed yet", True, chairs, page)
    elif allows(user.role, Permission.WRITE_FEEDBACK):
        yield _letters_to_send(session, round_, user, gone)
    else:
        untold = counted.findings - counted.told
        told = f"{gone}; {plural(untold, 'finding')} not told to anybody yet" if untold else gone
        yield Stretch("Letters", told, bool(untold), turn_of(lead, user), page)
    if allows(user.role, Permission.READ_FEEDBACK):
        new = len(with_new_reply(session, round_, by=user))
        answered = sum(bool(one.replies) for one in sent_letters(session, round_))
        told = f"{plural(answered, 'letter')} answered" + (f"; {new} not read by you yet" if new else "")
        href = link_to("new_replies.index", _anchor=f"round-{round_.id}")
        yield Stretch(
            "Replies", told, bool(new), MINE if new else NOBODYS, href, "Read the new replies" if new else "See"
        )


def _letters_to_send(session: Session, round_: "Round", user: "User", gone: str) -> Stretch:
    due = [one for one in learning.letters_due(session, round_, key=case_key(), by=user) if not one.same_as]
    waiting = sum(map(may_go, due))
    held = sum(one.letter is not None and one.letter.held_at is not None and not one.closed for one in due)
    stuck = sum(bool(one.trouble) and not one.closed for one in due)
    said = [gone, f"{waiting} to send", f"{stuck} to hand over or end", f"{held} held until you let it go"]
    told = "; ".join(words for words, count in zip(said, (1, waiting, stuck, held), strict=True) if count)
    together = waiting > 1 and any(may_go(one) and one.letter is None for one in due)
    href = link_to("letters_together.show" if together else "letters.round", round_id=round_.id)
    if waiting or stuck or held:
        return Stretch("Letters", told, True, MINE, href, _letters_deed(waiting, together=together))
    if awaited := awaited_letters(session, [round_]):
        page = link_to("new_replies.index", _anchor=f"round-{round_.id}")
        words = awaited_from(awaited)
        return Stretch("Letters", told, True, Turn(words[0].upper() + words[1:], False), page)
    return Stretch("Letters", told, href=href, deed=_letters_deed(waiting, together=together))


def awaited_from(awaited: "list[Awaited]") -> str:
    """Name by role from whom letters are to be acknowledged, and since when the first is out."""
    roles = [ADDRESSEE_TITLES[who].lower() for who in Addressee if any(one.addressee is who for one in awaited)]
    since = british_date(awaited[0].since)
    return f"{in_words(roles)}, to acknowledge {plural(len(awaited), 'letter')} (out since {since})"


def _letters_deed(waiting: int, *, together: bool) -> str:
    if together:
        return f"Read and send {plural(waiting, 'letter')}"
    return f"Send {plural(waiting, 'letter')}" if waiting else "See the letters"


def _of_passed_on(session: Session, round_: "Round", user: "User") -> Stretch:
    waiting = to_follow(session, round_)
    recodes = sum(one.route == Escalation.RECODE for one, _ in waiting)
    href = link_to("actions.of_round", round_id=round_.id)
    if not waiting:
        followed = [one for one in actions_for(session, by=user, round_=round_) if one.row.kind in PROVED]
        closed = sum(one.state is ActionState.CLOSED for one in followed)
        told = f"{plural(len(followed), 'matter')} followed, {closed} closed" if followed else "Nothing was passed on"
        return Stretch("What the panel passed on", told, href=href)
    parts = [(len(waiting) - recodes, "to be followed"), (recodes, "to have the recorded outcome corrected")]
    told = "; ".join(f"{plural(count, 'case')} {what}" for count, what in parts if count)
    turn = turn_of(people_of(session, round_, Role.LEAD), user)
    return Stretch("What the panel passed on", told, True, turn, href and f"{href}#follow", "Choose who follows it")
