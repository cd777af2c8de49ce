"""The force's pages, one file a subject; every one is under /force."""

from scrutiny_app.web.force import cases, extracts, home, people, trail

pages = (cases.bp, extracts.bp, home.bp, people.bp, trail.bp)
