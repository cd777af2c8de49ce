"""The force's pages, one file a subject; every one is under /force."""

from scrutiny_app.web.force import (
    cases,
    conflicts,
    draws,
    extracts,
    findings,
    home,
    letters,
    my_letters,
    panels,
    people,
    redactions,
    reports,
    rounds,
    trail,
)
from scrutiny_app.web.sides import force_only

pages = (
    cases.bp,
    conflicts.bp,
    draws.bp,
    extracts.bp,
    findings.bp,
    home.bp,
    letters.bp,
    my_letters.bp,
    panels.bp,
    people.bp,
    redactions.bp,
    reports.bp,
    rounds.bp,
    trail.bp,
)
for page in pages:
    page.before_request(force_only)
