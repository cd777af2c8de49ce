"""Which panel's figures are shown, and up to which meeting; whatever else an address asks for is left aside."""

from collections.abc import Collection, Iterable
from datetime import date

from wtforms import Form, HiddenField, SelectField

from scrutiny_app.domain.figures_tables import day
from scrutiny_app.services.figures import Choice
from scrutiny_app.web.forms.govuk import options

EVERYTHING = "all"
APRIL = "april-"  # and the year in which it begins


class FiguresForm(Form):
    """The panel with its force, and the year; it asks and changes nothing, so it needs no token."""

    panel = SelectField("Panel", choices=options([("", "")]))
    force = HiddenField()
    until = SelectField("Rounds signed in", choices=options([("", "")]))

    def offer(self, offered: Iterable[Choice], chosen: Choice, days: Collection[date]) -> None:
        """Offer the panels and the years that there are, and put right what was asked for and is not there."""
        ours = [one for one in offered if one.force == chosen.force]
        self.panel.choices = options([(str(one.panel_id), one.panel) for one in ours])
        self.panel.data, self.force.data = str(chosen.panel_id), chosen.force
        years = [(one.isoformat(), f"The year to {day(one)}") for one in sorted(set(days), reverse=True)]
        begun = sorted({one.year - ((one.month, one.day) < (4, 1)) for one in days}, reverse=True)
        financial = [(f"{APRIL}{year}", f"April {year} to March {year + 1}") for year in begun]
        offered_years = [*years, *financial, (EVERYTHING, "All years")]
        self.until.choices = options(offered_years)
        if self.until.data not in {code for code, _ in offered_years}:
            self.until.data = years[0][0] if years else EVERYTHING

    @property
    def everything(self) -> bool:
        """Say whether all years are asked for."""
        return bool(self.until.data == EVERYTHING)

    @property
    def april(self) -> int | None:
        """Give the year in whose April the year that is asked for begins, where it is one from April to March."""
        return int(self.until.data.removeprefix(APRIL)) if self.until.data.startswith(APRIL) else None

    @property
    def last(self) -> date | None:
        """Give the last day of the year that is asked for, where it ends with a meeting."""
        return None if self.everything or self.april else date.fromisoformat(self.until.data)
