"""Public reports, for the force's lead and registrar: words are looked through for names here."""

from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.web.current import case_key
from scrutiny_app.web.public_desk_pages import desk

bp = desk("public_reports", "force", lambda: scan_with(case_key()))
