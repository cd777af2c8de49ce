"""The form in which a round is planned."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind
from wtforms.validators import InputRequired, Optional, StopValidation

from scrutiny_app.domain.allocation import DEFAULT_FLOOR, MOST_TIMES
from scrutiny_app.domain.cases import FLAGS, NOT_RECORDED, Choice
from scrutiny_app.domain.rounds import (
    FILTER_CHOICES,
    FILTERS,
    FREE_WORDS,
    RULE_TITLES,
    STRATA,
    YES,
    RoundPlan,
    Rule,
    Theme,
)
from scrutiny_app.web.forms.govuk import DateParts, options, refuse

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

_COPIED = ("title", "panel_id", "period_from", "period_to", "size", "strata", "floor", "cap", "rule")


def _titled(choices: Iterable[Choice]) -> Any:
    return options((choice.code, choice.title) for choice in choices)


def _unless_chosen(form: "PlanForm", field: Field) -> None:
    """Ask for a size unless cases were chosen: then it is their number."""
    if field.raw_data and not "".join(field.raw_data).strip():
        field.errors = []
        raise StopValidation("" if form.numbers else "Enter how many cases to draw")


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
    size = IntegerField("Cases in the sample", [_unless_chosen])
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
    cap = IntegerField(
        "Most from each (optional)", [Optional()], description="So that one kind does not fill the sample"
    )
    rule = RadioField("Shares", choices=options(RULE_TITLES.items()), default=Rule.PROPORTIONAL)
    theme = SelectField(
        "Draw more often (optional)",
        default="",
        description="Its kind must be ticked above too. Its cases then count for less in every figure, as they should",
    )
    times = IntegerField(
        "How many times as often",
        [Optional()],
        description=f"From 2 to {MOST_TIMES}. With 2, a case of it has twice the chance of any other to be drawn",
    )
    chosen = TextAreaField(
        "These cases only (optional)",
        description="Case numbers, one on each line. They are the whole frame; leave the number of cases empty",
    )
    targeted = BooleanField("The filters were steered so narrow that this is a targeted round")

    @classmethod
    def of(cls, round_: "Round", numbers: Sequence[str]) -> "PlanForm":
        """Show a round's plan, with the numbers of the cases that it was given."""
        theme = round_.theme or {}
        return cls(
            data={name: getattr(round_, name) for name in _COPIED}
            | dict(round_.filters)
            | {
                "theme": _value_of(theme["facet"], theme["value"]) if theme else "",
                "times": theme.get("times"),
                "chosen": "\n".join(numbers),
                "targeted": round_.targeted and not numbers,
            }
        )

    def offer(self, panels: Iterable[tuple[int, str]], words: Mapping[str, Sequence[str]]) -> None:
        """Offer the force's own panels, and for each facet in free words those that its cases have."""
        self.panel_id.choices = options(panels)
        for name in FREE_WORDS:
            self[name].choices = options((word, word) for word in (*words[name], NOT_RECORDED))
        self.theme.choices = [SelectChoice("", "Nothing"), *_themes(words)]

    def validate_theme(self, field: Field) -> None:
        """Refuse a number of times that is of nothing."""
        if self.times.data is not None and not field.data:
            raise ValidationError("Choose what to draw more often, or leave the number of times empty")

    @property
    def numbers(self) -> tuple[str, ...]:
        """Give the case numbers that were chosen, each once."""
        lines = (" ".join(line.split()) for line in (self.chosen.data or "").splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    @property
    def plan(self) -> RoundPlan:
        """Give what was asked for as a plan, still unchecked."""
        numbers, floor = self.numbers, self.floor.data or 0
        return RoundPlan(
            title=self.title.data or "",
            period_from=self.period_from.data,
            period_to=self.period_to.data,
            size=self.size.data if self.size.data is not None else len(numbers),
            # No floor can be above the size, and where every case was chosen it says nothing.
            floor=min(floor, len(numbers)) if numbers else floor,
            strata=tuple(self.strata.data or ()),
            filters={name: self[name].data for name in FILTERS if self[name].data},
            cap=self.cap.data,
            rule=Rule(self.rule.data),
            theme=self._theme(),
            targeted=self.targeted.data,
            chosen=numbers,
        )

    def _theme(self) -> Theme | None:
        facet, _, value = (self.theme.data or "").partition(":")
        return Theme(facet, value, self.times.data or 0) if facet else None

    def refuse(self, message: str, name: str) -> None:
        """Put a refusal beside the field that it is about."""
        refuse(self[name], message)


def _value_of(facet: str, value: str) -> str:
    return f"{facet}:{value}"


def _themes(words: Mapping[str, Sequence[str]]) -> Iterable[SelectChoice]:
    """Offer every value of every facet, grouped by the facet, and each flag."""
    for facet, heading in STRATA.items():
        if facet in FLAGS:
            yield SelectChoice(_value_of(facet, YES), heading, optgroup="Flags")
            continue
        known = [(word, word) for word in words.get(facet, ())] or [
            (choice.code, choice.title) for choice in FILTER_CHOICES.get(facet, ()) if choice.code != NOT_RECORDED
        ]
        for value, title in known:
            yield SelectChoice(_value_of(facet, value), f"{heading}: {title}", optgroup=heading)
