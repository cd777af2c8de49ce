"""How far a round's public report and national return have come, for whoever follows the round."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.domain.events import ReturnMade
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rounds import RoundKind, Stage
from scrutiny_app.services import learning, rounds, trail
from scrutiny_app.services.awaited_letters import awaited_letters
from scrutiny_app.services.public_reports import Prepared, preparers, reports_for
from scrutiny_app.services.publishing import STEP_OF
from scrutiny_app.services.whose_turn import Turn, people_of, turn_of
from scrutiny_app.web.filters import british_date, plural
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.force.stretches import Stretch
from scrutiny_app.web.what_follows import better_once

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

REPORT, RETURN = "Public report", "National return"
PREPARERS = (Role.LEAD, Role.COMMISSIONERS_OFFICER)


def of_public_report(session: Session, round_: "Round", user: "User") -> Stretch:
    """Tell how far the report has come on which a round is told to the public, and who has the next step."""
    if (early := _too_early(session, round_, REPORT)) is not None:
        return early
    told = [one for one in reports_for(session, user) if round_.id in one.row.rounds and one.replaced_by is None]
    if not told:
        href = link_to("public_reports.new", round=round_.id)
        turn = turn_of(people_of(session, round_, *PREPARERS), user)
        if once := better_once(session, round_, user, letters_awaited(session, round_)):
            said = f"Not prepared yet. It tells more once {once}"
            return Stretch(REPORT, said, True, turn, href, "Prepare it all the same", early=True)
        return Stretch(REPORT, "Not prepared yet", True, turn, href, "Prepare it")
    published = next((one for one in told if "published" in one.steps), None)
    one = published or told[0]
    href = link_to("public_reports.show", report_id=one.row.id)
    if published:
        return Stretch(REPORT, one.state, href=href)
    turn, deed = _next_of(session, one, round_, user)
    said = f"{one.state}; {plural(len(one.to_approve), 'line')} to approve" if one.to_approve else one.state
    return Stretch(REPORT, said, True, turn, href, deed)


def letters_awaited(session: Session, round_: "Round") -> list[str]:
    """Say what of a round's letters a report had better wait for."""
    letters, awaited = learning.count_letters(session, round_), len(awaited_letters(session, [round_]))
    untold = letters.findings - letters.told
    counts = [
        (untold, f"{plural(untold, 'finding')} {'is' if untold == 1 else 'are'} told"),
        (awaited, f"{plural(awaited, 'letter')} {'is' if awaited == 1 else 'are'} acknowledged"),
    ]
    return [words for count, words in counts if count]


def _next_of(session: Session, one: Prepared, round_: "Round", user: "User") -> tuple[Turn, str]:
    """Name who approves a report's lines or the whole, or who publishes it, and the deed of whoever reads this."""
    chose = preparers(session, one.row)
    if one.sent_back:
        return turn_of(people_of(session, round_, *PREPARERS), user), "Read why it was sent back"
    missing = [role for role, step in STEP_OF.items() if step not in one.steps]
    if one.to_approve or missing:
        roles = list(STEP_OF) if one.to_approve else missing
        may = [person for person in people_of(session, round_, *roles) if person.id not in chose]
        turn = turn_of(may, user)
        return turn, "Read and approve it" if turn.is_mine else "See how far it has come"
    return turn_of(people_of(session, round_, *PREPARERS), user), "Publish it"


def of_national_return(session: Session, round_: "Round", user: "User") -> Stretch:
    """Tell whether a round's national return has been written."""
    if (early := _too_early(session, round_, RETURN)) is not None:
        return early
    href = link_to("national_returns.show", round_id=round_.id)
    written = trail.newest(session, most=1, round_id=round_.id, events=[ReturnMade.__name__])
    if written:
        return Stretch(RETURN, f"Written on {british_date(written[0].at)}", href=href)
    turn = turn_of(people_of(session, round_, Role.LEAD), user)
    return Stretch(RETURN, "Not written yet", True, turn, href, "Write it")


def _too_early(session: Session, round_: "Round", name: str) -> Stretch | None:
    """Tell of a round that is not published at all, or not before every finding is signed; None where it may be."""
    if round_.kind != RoundKind.PANEL:
        return Stretch(name, "None: it is not a panel’s round")
    if rounds.stage(session, round_) is Stage.SIGNED:
        return None
    return Stretch(name, "Once every finding is signed", later=True)
