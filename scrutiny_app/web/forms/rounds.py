"""The form in which a round is planned."""

from collections.abc import Iterable
from typing import Any

from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired

from scrutiny_app.domain.allocation import DEFAULT_FLOOR
from scrutiny_app.domain.cases import NOT_RECORDED, Choice
from scrutiny_app.domain.rounds import FILTER_CHOICES, FILTERS, STRATA, RoundPlan
from scrutiny_app.web.forms.govuk import DateParts, options, refuse


def _titled(choices: Iterable[Choice]) -> Any:
    return options((choice.code, choice.title) for choice in choices)


class PlanForm(FlaskForm):
    """Which cases a round draws from, how many, and for which panel; an empty filter lets every case in."""

    title = StringField("Title", [InputRequired("Give the round a title")], description="For example, Autumn 2026")
    panel_id = SelectField("Panel", coerce=int)
    period_from = DateParts("First day", [InputRequired("Enter the first day of the period")])
    period_to = DateParts("Last day", [InputRequired("Enter the last day of the period")])
    disposal = SelectMultipleField("Disposals", choices=_titled(FILTER_CHOICES["disposal"]))
    offence_group = SelectMultipleField("Offence groups", choices=_titled(FILTER_CHOICES["offence_group"]))
    age_group = SelectMultipleField("Age groups", choices=_titled(FILTER_CHOICES["age_group"]))
    area = SelectMultipleField("Areas")
    class_of_trial = SelectMultipleField("Classes of trial", choices=_titled(FILTER_CHOICES["class_of_trial"]))
    tier = SelectMultipleField("Tiers")
    sex = SelectMultipleField("Sex", choices=_titled(FILTER_CHOICES["sex"]))
    ethnicity = SelectMultipleField("Self-defined ethnicity", choices=_titled(FILTER_CHOICES["ethnicity"]))
    flags = SelectMultipleField("Flags", choices=_titled(FILTER_CHOICES["flags"]))
    size = IntegerField("Cases in the sample", [InputRequired("Enter how many cases to draw")])
    strata = SelectMultipleField(
        "Share the sample among",
        choices=options(STRATA.items()),
        default=["disposal"],
        description="Up to three, crossed: by disposal and age group, each disposal's children and adults have a share",
    )
    floor = IntegerField(
        "Least from each",
        [InputRequired("Enter the least number of cases from each, or 0")],
        default=DEFAULT_FLOOR,
        description="So that a rare kind is not missed. It gets all its cases if it has fewer",
    )

    def offer(self, panels: Iterable[tuple[int, str]], areas: Iterable[str], tiers: Iterable[str]) -> None:
        """Offer the force's own panels, areas and tiers."""
        self.panel_id.choices = options(panels)
        for field, words in ((self.area, areas), (self.tier, tiers)):
            field.choices = options((word, word) for word in (*words, NOT_RECORDED))

    @property
    def plan(self) -> RoundPlan:
        """Give what was asked for as a plan, still unchecked."""
        return RoundPlan(
            title=self.title.data or "",
            period_from=self.period_from.data,
            period_to=self.period_to.data,
            size=self.size.data or 0,
            floor=self.floor.data or 0,
            strata=tuple(self.strata.data or ()),
            filters={name: self[name].data for name in FILTERS if self[name].data},
        )

    def refuse(self, message: str, name: str) -> None:
        """Put a refusal beside the field that it is about."""
        refuse(self[name], message)
