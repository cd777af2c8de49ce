"""The force's pages, one file a subject; every one is under /force."""

from scrutiny_app.web.force import home, people, trail

pages = (home.bp, people.bp, trail.bp)
