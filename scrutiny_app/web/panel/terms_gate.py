"""The gate before every page that shows a case: who has terms of reference to accept is led to them first.

A form that was being filled in when new terms were set is not taken, and its words are given back to be copied.
"""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.web.access import terms_to_accept
from scrutiny_app.web.written import page_of_form, written


def ask_for_terms() -> ResponseReturnValue | None:
    """Lead a person who has terms to accept to them; answer a form of theirs with 409 and what they had written."""
    panel_id = terms_to_accept()
    if panel_id is None:
        return None
    if request.method == "GET":
        return redirect(url_for("panel_terms.show", panel_id=panel_id, next=request.full_path.rstrip("?")))
    href = url_for("panel_terms.show", panel_id=panel_id, next=page_of_form())
    return render_template("panels/terms_first.html", href=href, written=written()), 409
