"""A panel's rules on the force's side, set by its lead."""

from flask import Blueprint

from scrutiny_app.web import panel_rules

bp = panel_rules.register(Blueprint("panel_rules", __name__, url_prefix="/force/panels"))
