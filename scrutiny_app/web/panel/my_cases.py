"""A member's cases: how far they have come, and one button to the next."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.grading import GRADE_TITLES, PROGRESS_TITLES
from scrutiny_app.services.my_cases import my_rounds
from scrutiny_app.services.withholding import count_withheld
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading

bp = Blueprint("my_cases", __name__, url_prefix="/panel/cases")


@bp.get("")
@requires(Permission.READ_RELEASED_CASE)
def index() -> ResponseReturnValue:
    """List the person's cases, round by round."""
    user = signed_in_user()
    with reading() as session:
        rounds = my_rounds(session, user)
        withheld = {mine.round.id: count_withheld(session, mine.round, by=user) for mine in rounds}
    return render_template(
        "my_cases/index.html",
        rounds=rounds,
        withheld=withheld,
        may_grade=allows(user.role, Permission.GRADE_CASE),
        grade_titles=GRADE_TITLES,
        progress_titles=PROGRESS_TITLES,
    )
