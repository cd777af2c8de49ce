"""The force's pages, one file a subject; every one is under /force."""

from scrutiny_app.web.force import cases, draws, extracts, home, people, reports, rounds, trail

pages = (cases.bp, draws.bp, extracts.bp, home.bp, people.bp, reports.bp, rounds.bp, trail.bp)
