"""The panel's pages, one file a subject; every one is under /panel, and none reaches a dossier."""

from scrutiny_app.web.panel import (
    home,
    induction,
    interests,
    ledger,
    meetings,
    my_cases,
    packs,
    panel_cases,
    panel_conflicts,
    panel_findings,
    panel_numbers,
    panel_reports,
    panel_rounds,
    panel_standing,
    panel_trail,
)
from scrutiny_app.web.sides import panel_only

pages = (
    home.bp,
    my_cases.bp,
    panel_rounds.bp,
    packs.bp,
    panel_cases.bp,
    panel_standing.bp,
    panel_conflicts.bp,
    interests.bp,
    ledger.bp,
    panel_findings.bp,
    panel_numbers.bp,
    meetings.bp,
    panel_reports.bp,
    panel_trail.bp,
    induction.bp,
)
for page in pages:
    page.before_request(panel_only)
