"""What a table of volumes is to show; whatever else an address asks for is left aside."""

from collections.abc import Iterable

from wtforms import Form, RadioField, SelectField

from scrutiny_app.domain.volumes import AGE_TITLES, BY_TITLES, YEAR_TITLES, By, Counted, title
from scrutiny_app.web.forms.govuk import options

ALL = "all"


class VolumesForm(Form):
    """The rows, the year, and what to keep; it asks and changes nothing, so it needs no token."""

    by = SelectField("Rows", choices=options([(one.value, words) for one, words in BY_TITLES.items()]))
    disposal = SelectField("Disposal", choices=options([(ALL, "All")]))
    age_group = SelectField(
        "Child or adult", choices=options([(ALL, "All"), *((one.value, words) for one, words in AGE_TITLES.items())])
    )
    area = SelectField("Area", choices=options([(ALL, "All")]))
    year = RadioField("Years", choices=options([(one.value, words) for one, words in YEAR_TITLES.items()]))

    def offer(self, counted: Iterable[Counted]) -> None:
        """Offer the disposals and areas that occur, and put right what was asked for and is not there."""
        every = list(counted)
        for name, field in ((By.DISPOSAL, self.disposal), (By.AREA, self.area)):
            codes = sorted({one.facets[name] or "" for one in every})
            field.choices = options([(ALL, "All"), *((code, title(name, code or None)) for code in codes)])
        for asked in (self.by, self.disposal, self.age_group, self.area, self.year):
            known = [choice[0] for choice in asked.iter_choices()]
            if asked.data not in known:
                asked.data = known[0]

    @property
    def rows(self) -> By:
        """Give what the rows are."""
        return By(self.by.data)

    @property
    def only(self) -> dict[By, str]:
        """Give what is kept."""
        kept = {By.DISPOSAL: self.disposal.data, By.AGE_GROUP: self.age_group.data, By.AREA: self.area.data}
        return {name: value for name, value in kept.items() if value != ALL}
