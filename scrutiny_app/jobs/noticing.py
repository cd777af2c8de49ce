"""A worker's round: see which files wait, have them done, and take over what a dead worker had begun."""

import os
from datetime import UTC, datetime, timedelta

from scrutiny_app.domain.extracts import Stage
from scrutiny_app.jobs import mailing
from scrutiny_app.jobs.engine import Engine
from scrutiny_app.jobs.presence import Lost, Presence
from scrutiny_app.jobs.telling import log, place_of
from scrutiny_app.jobs.work import Work
from scrutiny_app.services import matching_interests, notices, public_asking, tallying, working

EVERY = 0.5  # seconds
TAKING_OVER, TALLYING, MATCHING, FORGETTING = 4, 10, 2, 7200  # done each so many rounds
REMEMBERED = timedelta(days=1)
MAILING, SURVEYING = 4, 40  # what is due is looked for each two seconds, and what is wanted each twenty
AFTER_A_FAULT = 5.0  # seconds


def go_round(work: Work, engine: Engine, presence: Presence, parent: int | None) -> None:
    """Go round until told to stop, or until the parent is gone; raise Lost where others must go on."""
    rounds = 0
    while not work.stopping.wait(EVERY):
        if parent is not None and os.getppid() != parent:
            return
        try:
            one_round(work, engine, presence, rounds)
        except Lost:
            raise
        except Exception as fault:  # most often a database that does not answer: it is asked again
            log.error("a round failed: %s", place_of(fault))
            work.stopping.wait(AFTER_A_FAULT)
        rounds += 1


def one_round(work: Work, engine: Engine, presence: Presence, rounds: int) -> None:
    """Go round once."""
    with work.database.reading() as session:
        found = [(one.id, Stage(one.stage)) for one in working.waiting(session)]
    for extract_id, stage in found:
        engine.begin(extract_id, stage)
    if rounds % TAKING_OVER == 0:
        presence.check()
        take_over(engine, presence)
    if rounds % TALLYING == 0 and not found:
        tally(work)
    if rounds % MATCHING == 0:
        match(work)
    prepare(work, engine)
    if work.mail is not None and rounds % MAILING == 0:
        mail(work, engine, rounds)
    if rounds % FORGETTING == 0:
        engine.forget((datetime.now(UTC) - REMEMBERED).isoformat())


def mail(work: Work, engine: Engine, rounds: int) -> None:
    """See what is to be told by e-mail, and have what is due sent."""
    if rounds % SURVEYING == 0:
        mailing.survey(work)
    with work.database.reading() as session:
        found = notices.due(session)
    for notice_id, tries in found:
        engine.tell(notice_id, tries)


def prepare(work: Work, engine: Engine) -> None:
    """Have the public reports and returns prepared that were asked for; somebody waits for each."""
    with work.database.reading() as session:
        waiting = public_asking.waiting_ids(session)
    for preparation_id in waiting:
        engine.prepare(preparation_id)


def tally(work: Work) -> None:
    """Count anew the cases of forces that have had a file loaded since."""
    with work.database.reading() as session:
        stale = tallying.stale(session)
    for force in stale:
        with work.database.transaction() as session:
            tallying.tally(session, force)


def match(work: Work) -> None:
    """Look among the drawn cases for the interests that readers have declared since."""
    with work.database.reading() as session:
        waiting = matching_interests.waiting_interests(session)
    for interest_id in waiting:
        with work.database.transaction() as session:
            matching_interests.match_interest(session, interest_id, work.key)


def take_over(engine: Engine, presence: Presence) -> None:
    """Take over from whoever died."""
    for name in engine.others():
        with presence.over_the_dead(name) as dead:
            if dead:
                engine.take_over(name)
