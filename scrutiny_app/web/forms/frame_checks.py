"""The forms by which a frame is held against what is outside it: totals, numbers from outside, and the answers."""

import re
from collections.abc import Mapping

from flask_wtf import FlaskForm
from wtforms import IntegerField, RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from scrutiny_app.domain.frame_checking import (
    ANSWER_TITLES,
    DESPITE_TITLES,
    MOST_AT_ONCE,
    SOURCE_TITLES,
    Answer,
    Despite,
    Source,
)
from scrutiny_app.domain.framing import EXCLUSION_TITLES, ExclusionReason
from scrutiny_app.domain.reconciling import ISSUED, LARGEST_TOTAL
from scrutiny_app.web.forms.govuk import options

MOST_TEXT = 8000  # characters: more than so many numbers could take
_NO_REASON = ""
_THOUSANDS = re.compile("[0-9]{1,3}(,[0-9]{3})+")


class NameForm(FlaskForm):
    """Numbers from outside, and where they were found."""

    source = RadioField("Where do they come from?", [InputRequired()], choices=options(SOURCE_TITLES.items()))
    numbers = TextAreaField(
        "Crime or case numbers",
        [InputRequired(), Length(max=MOST_TEXT)],
        description=f"One on each line, at most {MOST_AT_ONCE} at once. Give numbers only: no names",
    )

    @property
    def where(self) -> Source:
        """Give the source that was chosen."""
        return Source(self.source.data)


class AnswerForm(FlaskForm):
    """Where a number is, and why it was left out if it was."""

    answer = RadioField("Where is it?", [InputRequired()], choices=options(ANSWER_TITLES.items()))
    reason = SelectField(
        "Why it was left out",
        choices=options([(_NO_REASON, "It was not left out"), *EXCLUSION_TITLES.items()]),
        description="Only where it was left out with a reason",
    )

    despite = SelectField(
        "If your answer is not what is found here, why",
        choices=options([(_NO_REASON, "It is what is found here"), *DESPITE_TITLES.items()]),
        default=_NO_REASON,
        description="It is put on the trail with your answer",
    )

    @property
    def why_otherwise(self) -> Despite | None:
        """Give why the answer is not what the frozen files show."""
        return Despite(self.despite.data) if self.despite.data else None

    @property
    def given(self) -> tuple[Answer, ExclusionReason | None]:
        """Give the answer with its reason."""
        return Answer(self.answer.data), ExclusionReason(self.reason.data) if self.reason.data else None


class CountField(IntegerField):
    """A whole number that may be written as people write thousands, such as 1,000."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number without the commas between its thousands."""
        super().process_formdata([_whole(value) for value in valuelist])


def _whole(value: str) -> str:
    return value.replace(",", "") if _THOUSANDS.fullmatch(value.strip()) else value


class TotalsForm(FlaskForm):
    """The force's own total of each disposal; an empty box says that it is not known."""

    @property
    def totals(self) -> dict[str, int | None]:
        """Give what was entered, None where nothing was."""
        return {disposal.code: self[disposal.code].data for disposal in ISSUED}


_MESSAGE = f"Enter a whole number from 0 to {LARGEST_TOTAL:,}, or leave the box empty"
for _disposal in ISSUED:
    setattr(
        TotalsForm,
        _disposal.code,
        CountField(_disposal.title, [Optional(), NumberRange(0, LARGEST_TOTAL, f"{_disposal.title}: {_MESSAGE}")]),
    )


def filled(totals: Mapping[str, int]) -> TotalsForm:
    """Give the form with the totals that are kept."""
    return TotalsForm(data=totals)
