"""A round's draw: its frame counted and frozen, its certificate, the dice and the picks."""

from itertools import groupby
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.allocation import FrameTooSmall, SampleTooSmall
from scrutiny_app.domain.planning import prospects as prospects_of
from scrutiny_app.domain.reperforming import script
from scrutiny_app.domain.rounds import strata_title, stratum_title
from scrutiny_app.domain.sampling import Kind, UnusableDice
from scrutiny_app.services import allocating, exchange_records, framing, packing, plan_stamps, rounds, sampling
from scrutiny_app.services.accounts import size_account
from scrutiny_app.services.plan_stamps import PlanMoved
from scrutiny_app.services.rolling import UnfitRollers
from scrutiny_app.services.rounds import Certificate
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.drawing import Earlier, earlier_frames, how_dice_came, rules_in_words
from scrutiny_app.web.force import shares as figures
from scrutiny_app.web.force.plan_changes import STAMP, changed_in_words
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.forms.dice import DiceForm
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.sizes import size_in_words

if TYPE_CHECKING:
    from scrutiny_app.models.frames import Frame

bp = Blueprint("draws", __name__, url_prefix="/force/rounds/<int:round_id>")


@bp.get("/frame")
@requires(Permission.READ_ROUNDS)
def frame(round_id: int) -> ResponseReturnValue:
    """Show what a round draws from: as it would be frozen at this moment, or as it was frozen."""
    return _frame_page(round_id)


def _frame_page(round_id: int, moved: PlanMoved | None = None) -> str:
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        frozen, earlier = rounds.frame_of(db, round_), earlier_frames(db, round_)
        packs = _packs(round_id, earlier, packing.packs_of(db, round_))
        drawn = rounds.draw_of(db, round_) is not None
        seen = frozen or framing.preview(db, round_)
        weights = None if frozen else allocating.weights_of(db, round_, seen.counts)
        asked = figures.cases_in_words(db, round_)
        rival = None if frozen else framing.rival_of(db, round_)
        stamp = plan_stamps.stamp_of(db, round_)
        changed = changed_in_words(db, round_, moved) if moved else {}
    rules = frozen.rules if frozen else allocating.rules(round_, weights)
    shares, stratum = figures.shares_of(seen, rules), strata_title(rules["strata"])
    prospects = prospects_of(seen.counts, seen.allocation) if seen.allocation else None
    estimates = seen.counts and not seen.targeted
    return render_template(
        "draws/frame.html",
        round=round_,
        frozen=frozen,
        seen=seen,
        facts=asked | rules_in_words(rules),
        shares=shares,
        stratum=stratum,
        chart=figures.frame_chart(stratum, shares) if seen.allocation else None,
        exclusions=figures.exclusions_in_words(seen.exclusions),
        prospects=prospects,
        needs=figures.needs_of(seen.counts, rules, prospects) if estimates else [],
        size_in_words=figures.size_in_words,
        earlier=earlier,
        packs=packs,
        may_freeze=link_to("draws.dice", round_id=round_id) is not None,
        links=_links(round_id),
        drawn=drawn,
        rival=rival,
        stamp=stamp,
        moved=moved,
        changed=changed,
    )


@bp.post("/frame")
@requires(Permission.PLAN_ROUND)
def freeze(round_id: int) -> ResponseReturnValue:
    """Freeze a round's frame, of the plan that the page showed and no other."""
    try:
        with transaction() as db:
            round_ = rounds.find_round(db, round_id, signed_in_user())
            # What is frozen already, or must wait for another round, is refused for that.
            if rounds.frame_of(db, round_) is None and framing.rival_of(db, round_) is None:
                plan_stamps.require_unmoved(db, round_, request.form.get(STAMP, ""))
            framing.freeze(db, round_, by=signed_in_user())
    except PlanMoved as moved:
        return _frame_page(round_id, moved), 409
    except (FrameTooSmall, SampleTooSmall, framing.RivalFrozen, framing.UnfinishedPeriod) as refusal:
        flash(refusal.message, "important")
        return redirect(url_for(".frame", round_id=round_id))
    flash("The frame is frozen, and its digest is on the trail. The dice can be rolled.", "success")
    return redirect(url_for(".certificate", round_id=round_id))


@bp.get("/certificate")
@requires(Permission.READ_ROUNDS)
def certificate(round_id: int) -> ResponseReturnValue:
    """Show the certificate of a round's frame and, once drawn, of its draw; made to be printed."""
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        found, earlier = rounds.certificate_of(db, round_), earlier_frames(db, round_)
        parties = exchange_records.parties_of(db, found.frame)
        packs = _packs(round_id, earlier, packing.packs_of(db, round_))
        asked = figures.cases_in_words(db, round_)
        sizes = size_in_words(size_account(db, found.frame)) if found.draw else {}
    rules = found.frame.rules
    return render_template(
        "draws/certificate.html",
        round=round_,
        certificate=found,
        facts=asked,
        rules=rules_in_words(rules),
        dice=how_dice_came(found.draw) if found.draw else {},
        shares=figures.shares_of(found.frame, rules),
        stratum=strata_title(rules["strata"]),
        exclusions=figures.exclusions_in_words(found.frame.exclusions),
        earlier=earlier,
        packs=packs,
        sizes=sizes,
        takes_all=_takes_all(found.frame),
        parties=parties,
        script=_script(found),
        links=_links(round_id) | {"exchange": _exchange(round_id)},
    )


@bp.route("/dice", methods=["GET", "POST"])
@requires(Permission.PLAN_ROUND)
def dice(round_id: int) -> ResponseReturnValue:
    """Ask for the dice and draw."""
    form = DiceForm()
    if form.validate_on_submit():
        try:
            return _draw(round_id, form)
        except UnusableDice as refusal:
            refuse(form.dice, refusal.message)
        except UnfitRollers as refusal:
            refuse(form.rolled_by, refusal.message)
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        frozen, drawn = rounds.frame_of(db, round_), rounds.draw_of(db, round_)
        parties = exchange_records.parties_of(db, frozen) if frozen else []
    if frozen is None:
        flash("Freeze the frame first: its digest must be on the trail before any dice are rolled.")
        return redirect(url_for(".frame", round_id=round_id))
    if drawn is not None:
        flash("This round's sample has already been drawn, and a draw is never repeated.")
        return redirect(url_for(".certificate", round_id=round_id))
    return render_template(
        "draws/dice.html",
        round=round_,
        frame=frozen,
        form=form,
        takes_all=_takes_all(frozen),
        parties=parties,
        exchange=_exchange(round_id),
    )


@bp.post("/all")
@requires(Permission.PLAN_ROUND)
def take_all(round_id: int) -> ResponseReturnValue:
    """Draw every case of a frame that is no larger than its sample, without dice."""
    with transaction() as db:
        sampling.take_all(db, rounds.find_round(db, round_id, signed_in_user()), by=signed_in_user())
    flash("Every case of the frame is in the sample. Each can be redacted.", "success")
    return redirect(url_for(".certificate", round_id=round_id))


@bp.get("/picks")
@requires(Permission.READ_FRAME_FILE)
def picks(round_id: int) -> ResponseReturnValue:
    """Show the picks and reserves by case number, and record that they were seen."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        picked = sampling.read_picks(db, round_, by=signed_in_user())
        frozen = rounds.certificate_of(db, round_).frame
        standing = {case.id for case in rounds.cases_of(db, round_)}
    groups = [
        (stratum_title(frozen.rules["strata"], stratum), list(ones))
        for stratum, ones in groupby(picked, key=lambda one: one.stratum)
    ]
    shares, stratum = figures.shares_of(frozen, frozen.rules), strata_title(frozen.rules["strata"])
    drawn = sum(one.kind == Kind.PICK for one in picked)
    return render_template(
        "draws/picks.html",
        round=round_,
        frame=frozen,
        groups=groups,
        standing=standing,
        picks=drawn,
        reserves=len(picked) - drawn,
        case_link=lambda one: link_to("cases.show", case_id=one.case_id),
        redaction_link=lambda one: link_to("redactions.show", round_case_id=one.round_case_id),
        shares=shares,
        stratum=stratum,
        chart=figures.picks_chart(stratum, shares),
        links=_links(round_id),
        changes=link_to("draw_changes.index", round_id=round_id),
    )


def _draw(round_id: int, form: DiceForm) -> ResponseReturnValue:
    dice, by = form.dice.data or "", signed_in_user()
    rolled_by, witnessed_by = ((names.data or "").splitlines() for names in (form.rolled_by, form.witnessed_by))
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, by)
        sampling.draw_sample(db, round_, dice=dice, rolled_by=rolled_by, witnessed_by=witnessed_by, by=by)
    flash("The sample is drawn. Each case can be redacted.", "success")
    return redirect(url_for(".certificate", round_id=round_id))


def _links(round_id: int) -> dict[str, str | None]:
    """Give where the dice, the picks and the files of a draw are, for those who may go there."""
    pages = ("draws.dice", "draws.picks", "draw_files.frame_file", "draw_files.exclusions_file", "draw_files.pack")
    return {page.partition(".")[2]: link_to(page, round_id=round_id) for page in pages}


def _packs(round_id: int, earlier: list[Earlier], drawn: set[int]) -> dict[int, str | None]:
    """Give where the pack of each earlier draw is, by its frame, for those who may take it."""
    frames = [one.frame for one in earlier if one.frame.id in drawn]
    return {one.id: link_to("draw_files.pack", round_id=round_id, draw=one.draw_id) for one in frames}


def _exchange(round_id: int) -> str | None:
    return link_to("exchanges.show", round_id=round_id)


def _takes_all(frame: "Frame") -> bool:
    return sum(frame.allocation.values()) == frame.total


def _script(found: Certificate) -> str | None:
    return script(found.frame.digest, found.seed, found.frame.allocation) if found.seed else None
