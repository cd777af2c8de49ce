"""Preparing public reports and returns, whose attack takes long: reckoned while nothing is held, then kept at once."""

from scrutiny_app.domain.errors import Refused
from scrutiny_app.jobs.telling import log, place_of
from scrutiny_app.jobs.work import DONE, GONE, Work
from scrutiny_app.services import public_preparing

TRIES = 3  # where findings or publications change while figures are reckoned
CHANGED = "Findings or earlier reports changed while this was being prepared. Prepare it again."
FAULT = "It could not be prepared because of a fault in the program. Tell whoever looks after it."


def prepare(work: Work, preparation_id: int) -> str:
    """Prepare one report or return that was asked for; what was done already is not done again."""
    try:
        for _ in range(TRIES):
            with work.database.reading() as session:
                reckoned = public_preparing.reckon(session, preparation_id, work.key)
            if reckoned is None:
                return GONE
            work.rest(0)
            with work.database.transaction() as session:
                if public_preparing.finish(session, preparation_id, reckoned):
                    return DONE
        return _refuse(work, preparation_id, CHANGED)
    except Refused as refusal:
        return _refuse(work, preparation_id, refusal.message)
    except Exception as fault:  # its words may quote a line
        log.error("preparation %s: %s", preparation_id, place_of(fault))
        return _refuse(work, preparation_id, FAULT)


def _refuse(work: Work, preparation_id: int, why: str) -> str:
    with work.database.transaction() as session:
        public_preparing.refuse(session, preparation_id, why)
    return GONE
