"""The gate before every page that shows a case: who has terms of reference to accept is led to them first.

A form that was being filled in when new terms were set is not taken, and its words are given back to be copied.
"""

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from scrutiny_app.web.access import terms_to_accept
from scrutiny_app.web.errors import A_SENTENCE, SECRETS


def ask_for_terms() -> ResponseReturnValue | None:
    """Lead a person who has terms to accept to them; answer a form of theirs with 409 and what they had written."""
    panel_id = terms_to_accept()
    if panel_id is None:
        return None
    if request.method == "GET":
        return redirect(url_for("panel_terms.show", panel_id=panel_id, next=request.full_path.rstrip("?")))
    written = [text for name, text in request.form.items(multi=True) if name not in SECRETS and len(text) > A_SENTENCE]
    href = url_for("panel_terms.show", panel_id=panel_id, next=_page_of_form())
    return render_template("panels/terms_first.html", href=href, written=written), 409


def _page_of_form() -> str | None:
    """Give the address at which a form can be filled in anew, where it is the one that it was sent to."""
    try:
        current_app.create_url_adapter(request).match(method="GET")  # type: ignore[union-attr]  # there is a request
    except HTTPException:
        return None
    return request.path
