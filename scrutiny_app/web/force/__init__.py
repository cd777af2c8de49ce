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
