"""Sending notices: see what is wanted, and hand each notice to the mail server in a step of its own."""

from scrutiny_app.jobs.telling import log, place_of
from scrutiny_app.jobs.work import DONE, GONE, MORE, Work
from scrutiny_app.services import notices, telling, wanting_notices
from scrutiny_app.services.posting import NotTaken, send


def survey(work: Work) -> None:
    """Keep the notices that are wanted and not kept yet."""
    with work.database.reading() as session:
        wanted = wanting_notices.wanted(session)
    if wanted:
        with work.database.transaction() as session:
            notices.keep(session, wanted)


def tell(work: Work, notice_id: int, tries: int) -> str:
    """Send one notice, once for each count of tries; a second call with the same count does nothing.

    Between handing it over and keeping that it was sent there is a moment: a worker that dies in it makes one repeat.
    """
    if work.mail is None:
        return GONE
    try:
        with work.database.transaction() as session:
            ready = telling.make_ready(session, notice_id, tries)
        if ready is None:
            return GONE
        send(ready.mail, work.mail)
    except NotTaken as fault:
        log.warning("notice %s, try %s: the mail server did not take it (%s)", notice_id, tries + 1, fault)
        return _failed(work, notice_id, tries)
    except Exception as fault:  # its words may quote an address
        log.error("notice %s, try %s: %s", notice_id, tries + 1, place_of(fault))
        return _failed(work, notice_id, tries)
    with work.database.transaction() as session:
        notices.record_sent(session, notice_id, ready.turn)
    return DONE


def _failed(work: Work, notice_id: int, tries: int) -> str:
    with work.database.transaction() as session:
        notices.claim(session, notice_id, tries)  # where writing the notice failed, its claim was undone
        notices.record_failed(session, notice_id)
    return MORE
