"""The trail, for the registrar: read, verified on every view, and taken away as lines of JSON.

Who grades what and when is kept back until the case is revealed, from the registrar as from everybody.
"""

from collections.abc import Iterator

from flask import Blueprint, flash, redirect, render_template, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.events import EVENTS, TrailRead, TrailVerified
from scrutiny_app.domain.trail import GENESIS
from scrutiny_app.services import keeping_back, people, trail
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.asked import row_number
from scrutiny_app.web.attached import attached
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
        found = trail.newest(db, most=MOST, before=before, events=[event] if event in EVENTS else ())
        shown = keeping_back.shown(db, found)
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
        older=found[-1].position if len(found) == MOST else None,
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
    """Give the whole trail, an entry a line, with all that each digest was reckoned from save what is kept back."""
    with transaction() as db:
        trail.record(db, TrailRead(None), by=signed_in_user())

    def lines() -> Iterator[str]:
        with reading() as db:
            for line in keeping_back.lines(db):
                yield line + "\n"

    return attached(stream_with_context(lines()), "trail.jsonl", "application/x-ndjson")


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
