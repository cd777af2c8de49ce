"""Those who have a hand in public reports, and what they do with one, for the tests of it."""

from threading import Event
from typing import Any

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.jobs import preparing
from scrutiny_app.jobs.work import Work
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import PublicReport
from scrutiny_app.services import public_asking
from scrutiny_app.services.public_reports import find_report
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.services.publishing import approve, approve_line, publish
from scrutiny_app.web.current import EXTENSION
from tests.making import KEY, Make

SOUND, SEEN, WRONG, SPLIT, BACK = Result
SCAN = scan_with(KEY)


class People:
    """Those who have a hand in a report, on one panel."""

    def __init__(self, make: Make) -> None:
        self.lead, self.chair, self.registrar = make.user(), make.user(Role.CHAIR), make.user(Role.REGISTRAR)
        self.office = make.user(Role.COMMISSIONERS_OFFICER)
        self.panel = make.panel(self.chair, self.office)

    @property
    def named(self) -> dict[str, User]:
        """Give them by what they are."""
        return {"lead": self.lead, "registrar": self.registrar, "chair": self.chair, "officer": self.office}


def once_prepared(browser: Any, answer: Any) -> Any:
    """Have a worker do what a form asked for, and give the page that it leads to then."""
    database = browser.client.application.extensions[EXTENSION].database
    with database.reading() as session:
        waiting = public_asking.waiting_ids(session)
    for one in waiting:
        preparing.prepare(Work(database, KEY, stopping=Event()), one)
    return browser.get(answer.request.path)


def round_of(make: Make, who: People, *results: Result, title="Spring", **changes):
    results = results or (SOUND,) * 7 + (SEEN,) * 4 + (WRONG,)
    given = {"cases": 30, "title": title} | changes
    return make.signed_round(*results, by=who.lead, panel=who.panel, **given)


def approved(session, report: PublicReport, who: People, *, scan=SCAN) -> PublicReport:
    for line in find_report(session, report.id, who.registrar).to_approve:
        approve_line(session, report.id, line.digest, scan=scan, by=who.registrar)
    approve(session, report.id, report.digest, by=who.chair)
    approve(session, report.id, report.digest, scan=scan, by=who.registrar)
    return report


def out(session, report: PublicReport, who: People) -> PublicReport:
    approved(session, report, who)
    publish(session, report.id, report.digest, scan=SCAN, by=who.lead)
    return report
