"""How far a worker has come with a file, for a page that is asked for again until it is done.

The page's own address carries what was last seen and since when, so that a worker that does not run is noticed.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from flask import request, url_for

from scrutiny_app.domain.extracts import Holds, Stage
from scrutiny_app.services.trail import now
from scrutiny_app.web.filters import plural

if TYPE_CHECKING:
    from scrutiny_app.models.extracts import Extract

SECONDS = 3  # between two looks
STUCK = timedelta(minutes=1)
IN_VAIN = timedelta(minutes=20)  # a page that renews itself keeps its reader signed in: not for ever
DOING = {
    Stage.RECEIVED: "Looking at the file’s headings",
    Stage.MAPPED: "Checking the rows. Nothing can be seen in the cases until all of them are in",
    Stage.ACCEPTED: "Loading all of it at once",
}


@dataclass(frozen=True)
class Progress:
    """What a page of work under way shows; `again` is the page's next address, "" where it is to stand still."""

    doing: str
    counts: str
    hundredths: int
    stuck: bool
    again: str
    seconds: int = SECONDS


def progress_of(extract: "Extract") -> Progress:
    """Say how far a worker has come with a file."""
    mark = f"{extract.stage}-{extract.chunks}-{extract.share:.3f}"
    moment = int(now().timestamp())
    since = request.args.get("since", type=int)
    if since is None or request.args.get("mark") != mark or not 0 < since <= moment:
        since = moment if extract.stage != Stage.RECEIVED else int(extract.received_at.timestamp())
    waited = timedelta(seconds=moment - since)
    still = "still" in request.args or waited > IN_VAIN
    return Progress(
        DOING[Stage(extract.stage)] if extract.holds == Holds.CASES else "Reading the files",
        _counts(extract),
        round(100 * extract.share),
        waited > STUCK,
        "" if still else url_for("extracts.show", extract_id=extract.id, mark=mark, since=since),
    )


def _counts(extract: "Extract") -> str:
    share = f"{round(100 * extract.share)} % of the file"
    if extract.stage == Stage.RECEIVED:
        return share
    what = "row" if extract.holds == Holds.CASES else "file"
    counted = f"{plural(extract.total, what)} so far, {plural(extract.problems_found, 'problem')} so far"
    return counted if extract.stage == Stage.ACCEPTED else f"{counted}, {share}"
