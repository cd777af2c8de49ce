"""The panel's pages, one file a subject; every one is under /panel, and none reaches a dossier."""

from scrutiny_app.web.panel import home

pages = (home.bp,)
