"""Public reports, for the commissioner's officer and the chair: names are looked for on the force's side."""

from scrutiny_app.web.public_desk_pages import desk

bp = desk("panel_public_reports", "panel")
