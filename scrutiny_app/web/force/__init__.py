"""The force's pages, one file a subject; every one is under /force."""

from scrutiny_app.web.force import (
    attachments,
    case_attachments,
    cases,
    conflicts,
    draws,
    extract_changes,
    extract_mapping,
    extracts,
    findings,
    home,
    layouts,
    letters,
    marks,
    my_letters,
    numbers,
    panels,
    people,
    redactions,
    reports,
    rounds,
    totals,
    trail,
)
from scrutiny_app.web.sides import force_only

pages = (
    attachments.bp,
    case_attachments.bp,
    cases.bp,
    conflicts.bp,
    draws.bp,
    extract_changes.bp,
    extract_mapping.bp,
    extracts.bp,
    findings.bp,
    home.bp,
    layouts.bp,
    letters.bp,
    marks.bp,
    my_letters.bp,
    numbers.bp,
    panels.bp,
    people.bp,
    redactions.bp,
    reports.bp,
    rounds.bp,
    totals.bp,
    trail.bp,
)
for page in pages:
    page.before_request(force_only)
