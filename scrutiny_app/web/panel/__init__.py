"""The panel's pages, one file a subject; every one is under /panel, and none reaches a dossier."""

from scrutiny_app.web.panel import (
    agreement,
    finding_words,
    home,
    induction,
    interests,
    ledger,
    meetings,
    meetings_planned,
    minutes,
    minutes_approval,
    my_cases,
    my_panels,
    packs,
    panel_actions,
    panel_cases,
    panel_conflicts,
    panel_figures,
    panel_findings,
    panel_numbers,
    panel_public_reports,
    panel_reports,
    panel_rounds,
    panel_standing,
    panel_terms,
    panel_trail,
    passing_on,
    reading_on,
    room,
    stepping_back,
    terms_gate,
)
from scrutiny_app.web.sides import panel_only

pages = (
    home.bp,
    my_cases.bp,
    panel_rounds.bp,
    packs.bp,
    panel_actions.bp,
    panel_cases.bp,
    panel_standing.bp,
    reading_on.bp,
    stepping_back.bp,
    panel_conflicts.bp,
    interests.bp,
    ledger.bp,
    panel_figures.bp,
    panel_findings.bp,
    finding_words.bp,
    passing_on.bp,
    panel_numbers.bp,
    meetings.bp,
    room.bp,
    minutes.bp,
    minutes_approval.bp,
    agreement.bp,
    panel_reports.bp,
    panel_public_reports.bp,
    panel_trail.bp,
    meetings_planned.bp,
    my_panels.bp,
    panel_terms.bp,
    induction.bp,
)
# None of these shows a case: they are open to somebody who has terms of reference to accept yet.
before_terms = (home.bp, panel_terms.bp, meetings_planned.bp, my_panels.bp, interests.bp, induction.bp)
for page in pages:
    page.before_request(panel_only)
    if page not in before_terms:
        page.before_request(terms_gate.ask_for_terms)
