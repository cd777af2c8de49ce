"""Meetings on the force's side: planned by the lead, read by the registrar."""

from flask import Blueprint

from scrutiny_app.web import meeting_plans

bp = meeting_plans.register(Blueprint("force_meetings", __name__, url_prefix="/force/meetings"))
