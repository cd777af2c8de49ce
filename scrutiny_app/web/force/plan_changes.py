"""What somebody else changed of a plan while it was looked at, in words."""

from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from scrutiny_app.domain.rounds import RULE_TITLES, Rule, filter_words, strata_title, value_title
from scrutiny_app.services import panels, planning
from scrutiny_app.services.plan_stamps import CHOSEN, PlanMoved
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.filters import british_date, plural

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

STAMP = "plan_stamp"  # the name of the hidden field
_TITLES = {
    "title": "Title",
    "panel_id": "Panel",
    "period_from": "First day",
    "period_to": "Last day",
    "filters": "Filters",
    "size": "Cases in the sample",
    "strata": "Shared among",
    "floor": "Least from each",
    "cap": "Most from each",
    "rule": "Shares",
    "theme": "Drawn more often",
    "targeted": "Targeted",
    CHOSEN: "Cases chosen by number",
}


def changed_in_words(session: Session, round_: "Round", moved: PlanMoved) -> dict[str, str]:
    """Say what each field that somebody changed is by now."""
    return {_TITLES[name]: _in_words(session, round_, name) for name in moved.fields}


def _in_words(session: Session, round_: "Round", name: str) -> str:
    value: Any = None if name == CHOSEN else getattr(round_, name)
    match name:
        case "panel_id":
            return panels.find_panel(session, value or 0, signed_in_user()).name
        case "period_from" | "period_to":
            return british_date(value)
        case "filters":
            return "; ".join(f"{of}: {words}" for of, words in filter_words(value).items()) or "None"
        case "strata":
            return strata_title(value).capitalize()
        case "rule":
            return RULE_TITLES[Rule(value)]
        case "theme":
            return f"{value_title(value['facet'], value['value'])}, {value['times']} times" if value else "Nothing"
        case "targeted":
            return "Yes" if value else "No"
        case "chosen":
            return plural(len(planning.chosen_numbers(session, round_)), "case")
        case _:
            return "None" if value is None else str(value)
