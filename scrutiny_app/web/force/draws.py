"""A round's draw: its frame counted and frozen, its certificate, the dice, the picks, and the files behind them."""

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.allocation import FrameTooSmall, SampleTooSmall
from scrutiny_app.domain.framing import EXCLUSION_TITLES, ExclusionReason
from scrutiny_app.domain.planning import prospects as prospects_of
from scrutiny_app.domain.reperforming import FRAME_NAME, script
from scrutiny_app.domain.rounds import filter_words, strata_title, stratum_title
from scrutiny_app.domain.sampling import Kind, UnusableDice
from scrutiny_app.files.charts import stacked_bars
from scrutiny_app.services import framing, rounds, sampling
from scrutiny_app.services.framing import Preview
from scrutiny_app.services.rounds import Certificate
from scrutiny_app.services.sampling import UnfitRollers
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.forms.dice import DiceForm
from scrutiny_app.web.forms.govuk import refuse

if TYPE_CHECKING:
    from scrutiny_app.models.frames import Frame
    from scrutiny_app.models.rounds import Round


class Share(NamedTuple):
    """One stratum in words, with its cases in the frame, its places in the sample, and the reserves named for it."""

    title: str
    cases: int
    places: int
    reserves: int


bp = Blueprint("draws", __name__, url_prefix="/force/rounds/<int:round_id>")


@bp.get("/frame")
@requires(Permission.READ_ROUNDS)
def frame(round_id: int) -> ResponseReturnValue:
    """Show what a round draws from: as it would be frozen at this moment, or as it was frozen."""
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        frozen = rounds.frame_of(db, round_)
        seen = frozen or framing.preview(db, round_)
    rules = frozen.rules if frozen else framing.rules(round_)
    shares, stratum = _shares(seen, rules), strata_title(rules["strata"])
    prospects = prospects_of(seen.counts, seen.allocation) if seen.allocation else None
    return render_template(
        "draws/frame.html",
        round=round_,
        frozen=frozen,
        seen=seen,
        facts=_plan_in_words(round_),
        shares=shares,
        stratum=stratum,
        chart=_frame_chart(stratum, shares) if seen.allocation else None,
        exclusions=_exclusions(seen.exclusions),
        prospects=prospects,
        may_freeze=link_to("draws.dice", round_id=round_id) is not None,
        file_link=link_to("draws.frame_file", round_id=round_id),
    )


@bp.post("/frame")
@requires(Permission.PLAN_ROUND)
def freeze(round_id: int) -> ResponseReturnValue:
    """Freeze a round's frame."""
    try:
        with transaction() as db:
            framing.freeze(db, rounds.find_round(db, round_id, signed_in_user()), by=signed_in_user())
    except (FrameTooSmall, SampleTooSmall, framing.UnfinishedPeriod) as refusal:
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
        found = rounds.certificate_of(db, round_)
    return render_template(
        "draws/certificate.html",
        round=round_,
        certificate=found,
        facts=_plan_in_words(round_),
        shares=_shares(found.frame, found.frame.rules),
        stratum=strata_title(found.frame.rules["strata"]),
        exclusions=_exclusions(found.frame.exclusions),
        script=_script(found),
        links={name: link_to(f"draws.{name}", round_id=round_id) for name in ("frame_file", "picks", "dice")},
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
    if frozen is None:
        flash("Freeze the frame first: its digest must be on the trail before any dice are rolled.")
        return redirect(url_for(".frame", round_id=round_id))
    if drawn is not None:
        flash("This round's sample has already been drawn, and a draw is never repeated.")
        return redirect(url_for(".certificate", round_id=round_id))
    return render_template("draws/dice.html", round=round_, frame=frozen, form=form)


@bp.get("/picks")
@requires(Permission.READ_FRAME_FILE)
def picks(round_id: int) -> ResponseReturnValue:
    """Show the picks and reserves by case number, and record that they were seen."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        picked = sampling.read_picks(db, round_, by=signed_in_user())
        frozen = rounds.certificate_of(db, round_).frame
    groups = [
        (stratum_title(frozen.rules["strata"], stratum), list(ones))
        for stratum, ones in groupby(picked, key=lambda one: one.stratum)
    ]
    shares, stratum = _shares(frozen, frozen.rules), strata_title(frozen.rules["strata"])
    drawn = sum(one.kind == Kind.PICK for one in picked)
    return render_template(
        "draws/picks.html",
        round=round_,
        frame=frozen,
        groups=groups,
        picks=drawn,
        reserves=len(picked) - drawn,
        case_link=lambda one: link_to("cases.show", case_id=one.case_id),
        redaction_link=lambda one: link_to("redactions.show", round_case_id=one.round_case_id),
        shares=shares,
        stratum=stratum,
        chart=_picks_chart(stratum, shares),
    )


@bp.get("/frame.tsv")
@requires(Permission.READ_FRAME_FILE)
def frame_file(round_id: int) -> ResponseReturnValue:
    """Send the frame file, byte for byte as hashed, and record that it was read."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        framing.read_file(db, round_, by=signed_in_user())
        content = b"".join(framing.file_of(db, rounds.certificate_of(db, round_).frame))
    return _attachment(content, FRAME_NAME)


@bp.get("/exclusions.tsv")
@requires(Permission.READ_FRAME_FILE)
def exclusions_file(round_id: int) -> ResponseReturnValue:
    """Send the exclusions file, byte for byte as hashed, and record that it was read."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        return _attachment(framing.read_file(db, round_, by=signed_in_user()).exclusions, "exclusions.tsv")


def _draw(round_id: int, form: DiceForm) -> ResponseReturnValue:
    names = (form.rolled_by.data or "").splitlines()
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        sampling.draw_sample(db, round_, dice=form.dice.data or "", rolled_by=names, by=signed_in_user())
    flash("The sample is drawn. Each case can be redacted.", "success")
    return redirect(url_for(".certificate", round_id=round_id))


def _attachment(content: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, content_type="text/tab-separated-values; charset=utf-8", headers=headers)


def _plan_in_words(round_: "Round") -> dict[str, str]:
    return filter_words(round_.filters) or {"Filters": "None: every case of the period"}


def _shares(seen: "Frame | Preview", rules: Mapping[str, Any]) -> list[Share]:
    return [
        Share(
            title=stratum_title(rules["strata"], value),
            cases=cases,
            places=seen.allocation.get(value, 0),
            reserves=min(rules["reserves"], cases - seen.allocation.get(value, 0)),
        )
        for value, cases in seen.counts.items()
    ]


def _exclusions(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(EXCLUSION_TITLES[ExclusionReason(reason)], count) for reason, count in counts.items()]


def _script(found: Certificate) -> str | None:
    return script(found.frame.digest, found.seed, found.frame.allocation) if found.seed else None


def _frame_chart(stratum: str, shares: list[Share]) -> str:
    rows = [(share.title, [share.places, share.cases - share.places]) for share in shares]
    about = f"One bar for each {stratum.lower()}, as long as its cases in the frame are many"
    return stacked_bars(f"The frame by {stratum.lower()}", about, ["In the sample", "The rest"], rows)


def _picks_chart(stratum: str, shares: list[Share]) -> str:
    rows = [(share.title, [share.places, share.reserves]) for share in shares]
    about = f"One bar for each {stratum.lower()}: its picks, and behind them the reserves that were named"
    return stacked_bars(f"The sample by {stratum.lower()}", about, ["Picks", "Reserves"], rows)
