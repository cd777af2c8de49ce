"""The trail, for the registrar: read, verified on every view, and taken away as lines of JSON."""

from collections.abc import Iterator

from flask import Blueprint, Response, flash, redirect, render_template, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.events import EVENTS, TrailRead, TrailVerified
from scrutiny_app.domain.trail import GENESIS
from scrutiny_app.services import people, trail
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.asked import row_number
from scrutiny_app.web.current import reading, transaction

bp = Blueprint("trail", __name__, url_prefix="/force")
MOST = 100


@bp.get("/trail")
@requires(Permission.READ_TRAIL)
def index() -> ResponseReturnValue:
    """Show the newest entries, or those before a position, and whether what is new holds."""
    before = row_number("before")
    event = request.args.get("event", "")
    with transaction() as db:
        added, broken = trail.verify_new(db)
        shown = trail.newest(db, most=MOST, before=before, events=[event] if event in EVENTS else ())
        trail.record(db, TrailRead(None), by=signed_in_user())
        usernames = people.usernames(db)
        head = trail.head(db)
    return render_template(
        "trail/index.html",
        entries=shown,
        usernames=usernames,
        added=added,
        broken=broken,
        head=head,
        event=event,
        events=sorted(EVENTS),
        older=shown[-1].position if len(shown) == MOST else None,
    )


@bp.post("/trail/verify")
@requires(Permission.READ_TRAIL)
def verify() -> ResponseReturnValue:
    """Re-hash the whole chain and say whether it holds."""
    with transaction() as db:
        total, broken = trail.verify(db)
        newest = trail.head(db)
        head = newest.digest if newest else GENESIS
        trail.record(db, TrailVerified(total, not broken, head), by=signed_in_user())
    if broken:
        flash(f"The trail does not hold at entry {', '.join(map(str, broken))} of {total}.", "important")
    else:
        flash(f"The trail holds: {total} entries were hashed again, from the first to the last.", "success")
    return redirect(url_for(".index"))


@bp.get("/trail.jsonl")
@requires(Permission.READ_TRAIL)
def export() -> ResponseReturnValue:
    """Give the whole trail, an entry a line, with all that each digest was reckoned from."""
    with transaction() as db:
        trail.record(db, TrailRead(None), by=signed_in_user())

    def lines() -> Iterator[str]:
        with reading() as db:
            for entry in trail.entries(db):
                yield trail.line(entry) + "\n"

    headers = {"Content-Disposition": 'attachment; filename="trail.jsonl"'}
    return Response(stream_with_context(lines()), mimetype="application/x-ndjson", headers=headers)


@bp.get("/security")
@requires(Permission.READ_SECURITY_EVENTS)
def security() -> ResponseReturnValue:
    """Show who came, who was turned away, and who was added or shut out."""
    with transaction() as db:
        shown = trail.newest(db, most=MOST, events=SECURITY)
        trail.record(db, TrailRead(None), by=signed_in_user())
        usernames = people.usernames(db)
    return render_template("trail/security.html", entries=shown, usernames=usernames)


SECURITY = (
    "SignedIn",
    "SignedOut",
    "SignInRefused",
    "AccessRefused",
    "PersonAdded",
    "PersonDisabled",
    "PersonEnabled",
    "PasswordChanged",
)
