"""The rounds of a person's panels, and each draw's certificate as the panel may see it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rounds import STAGE_TITLES, Stage, filter_words, strata_title, stratum_title
from scrutiny_app.services import exchange_records, rounds
from scrutiny_app.services.accounts import size_account
from scrutiny_app.services.frame_checking import check_of
from scrutiny_app.services.voids import voids_of
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading
from scrutiny_app.web.drawing import earlier_frames, how_dice_came, is_targeted, rules_in_words
from scrutiny_app.web.filters import plural
from scrutiny_app.web.sizes import size_in_words

bp = Blueprint("panel_rounds", __name__, url_prefix="/panel/rounds")

STAGES = tuple(Stage)
CERTIFICATE = "panel_rounds.certificate"
# Endpoint, words, who is shown it, and from which stage on there is something to see.
LINKS = (
    (CERTIFICATE, "How the cases were drawn", Permission.READ_REPORT, Stage.FROZEN),
    ("panel_numbers.index", "Is the list whole? Name numbers from outside", Permission.NAME_NUMBER, Stage.FROZEN),
    ("panel_packs.show", "Read on paper or offline", Permission.READ_RELEASED_CASE, Stage.OPEN),
    ("panel_packs.copies", "Copies on paper and offline", Permission.MAKE_PACK, Stage.OPEN),
    ("meetings.show", "The meeting", Permission.READ_SPREAD, Stage.OPEN),
    ("panel_conflicts.index", "Conflicts", Permission.PIN_CONFLICT, Stage.OPEN),
    ("agreement.show", "How far the grades agree", Permission.READ_AGREEMENT, Stage.SIGNED),
    ("panel_actions.show", "Actions: you said, we did", Permission.READ_ACTIONS, Stage.OPEN),
    ("panel_reports.show", "Report", Permission.READ_REPORT, Stage.SIGNED),
    ("panel_trail.show", "Trail", Permission.READ_ROUND_TRAIL, Stage.SIGNED),
)


@bp.get("")
@requires(Permission.READ_REPORT)
def index() -> ResponseReturnValue:
    """List the rounds of the person's panels, newest first."""
    user = signed_in_user()
    with reading() as session:
        listed = [(round_, rounds.stage(session, round_)) for round_ in rounds.rounds_for(session, user)]
        targeted = {round_.id for round_, _ in listed if is_targeted(session, round_)}
        voids = {round_.id: found for round_, _ in listed if (found := voids_of(session, round_))}
    rows = [(round_, at, _links(at, Role(user.role), round_.id in voids)) for round_, at in listed]
    return render_template(
        "panel_rounds/index.html", rounds=rows, targeted=targeted, voids=voids, stage_titles=STAGE_TITLES
    )


def _links(at: Stage, role: Role, was_voided: bool) -> list[tuple[str, str]]:
    """List what there is to see: of a draw that was voided, and that none has followed yet, its certificate."""
    if at is Stage.PLANNED and was_voided:
        return [(CERTIFICATE, "How the cases of the voided draw were drawn")]
    reached = STAGES.index(at)
    return [
        (endpoint, words)
        for endpoint, words, permission, begins in LINKS
        if allows(role, permission) and reached >= STAGES.index(begins)
    ]


@bp.get("/<int:round_id>/certificate")
@requires(Permission.READ_REPORT)
def certificate(round_id: int) -> ResponseReturnValue:
    """Show what decided the draw: the frame's digest, its counts, the rules and the dice; never a case or a ticket."""
    with reading() as session:
        round_ = rounds.find_round(session, round_id, signed_in_user())
        found = rounds.certificate_of(session, round_, even_void=True)
        parties = exchange_records.parties_of(session, found.frame)
        sizes = size_in_words(size_account(session, found.frame)) if found.draw else {}
        check = check_of(session, round_)
        earlier, voids = earlier_frames(session, round_), voids_of(session, round_)
    frame = found.frame
    shares = [
        (stratum_title(frame.rules["strata"], stratum), count, frame.allocation.get(stratum, 0))
        for stratum, count in sorted(frame.counts.items())
    ]
    return render_template(
        "panel_rounds/certificate.html",
        round=round_,
        certificate=found,
        shares=shares,
        chosen=_how_chosen(frame.rules, targeted=frame.targeted),
        period=[date.fromisoformat(frame.rules[name]) for name in ("period_from", "period_to")],
        filters=filter_words(frame.rules["filters"]),
        rules=rules_in_words(frame.rules),
        sizes=sizes,
        check=check,
        dice=how_dice_came(found.draw) if found.draw else {},
        earlier=earlier,
        parties=parties,
        void=next((one for one in voids if one.frame_id == frame.id), None),
        stratum=strata_title(frame.rules["strata"]),
    )


def _how_chosen(rules: Mapping[str, Any], *, targeted: bool) -> str:
    """Say whether chance chose the cases, or who did and how."""
    if numbers := rules.get("numbers"):
        return f"Not random: the force chose {plural(numbers, 'case')} by number"
    if rules["chosen"]:
        return "Not random: the force steered the list towards certain cases, and marked it so"
    return "Not random: the list has no more cases than the sample" if targeted else "At random"
