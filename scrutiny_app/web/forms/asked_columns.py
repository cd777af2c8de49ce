"""One column of a file as a person is asked of it: what was seen in it, what is suggested, and its inputs."""

from dataclasses import dataclass

from scrutiny_app.domain.footings import Footing, footing_of
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.mapping import Suggestion
from scrutiny_app.domain.reasons import Ground
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.styling import is_counted
from scrutiny_app.domain.uses import Use

_SHORT = 18  # characters of a word that may stand beside another


@dataclass(frozen=True)
class Asked:
    """One column that is asked about, and the names of its inputs."""

    key: str
    look: ColumnLook
    suggestion: Suggestion
    uses: tuple[Use, ...]
    parties: bool
    from_1904: bool = False  # the file counts days so
    from_1900: bool = False  # its numbers that are dates can only be counted from 1900
    joins: str = ""  # what it holds of the cases, where people are joined by it and it is not the case number

    @property
    def selects(self) -> list[str]:
        """Name the selects of what the column fills: one, or more where it fills several fields."""
        return [f"{self.key}_fills{number}" for number in range(max(1, len(self.uses)))]

    @property
    def counts(self) -> bool:
        """Say whether its dates are numbers, which one answer for the whole file reads."""
        is_usual = all(use.style == Style.EXCEL_1900 for use in self.suggestion.uses)
        return is_usual and not self.from_1904 and is_counted(self.look)

    @property
    def heading(self) -> str:
        """Give the column's heading, or where it stands if it has none."""
        return self.look.heading or f"Column {int(self.key[1:]) + 1}, without a heading"

    @property
    def why(self) -> str:
        """Say in short why it is asked about: the doubt, or what its values look like."""
        said = self.suggestion.reason.in_short
        return said[:1].upper() + said[1:]

    @property
    def why_beside_samples(self) -> str:
        """Say why it is left out, without what the samples beside it show: what its values look like."""
        reason = self.suggestion.reason
        return reason.also.lstrip(",;. ") if reason.ground is Ground.UNREAD and not reason.doubts else reason.in_short

    @property
    def few_samples(self) -> tuple[str, ...]:
        """Give one sample, for days, numbers and long texts are much alike; and a second where they are short words."""
        two = tuple(self.look.samples[:2])
        return two if all(len(one) <= _SHORT and not any(map(str.isdigit, one)) for one in two) else two[:1]

    @property
    def sure(self) -> bool:
        """Say whether nobody needs to look at it."""
        return self.suggestion.sure

    @property
    def footing(self) -> Footing:
        """Say on what rests what is offered; what a person has said of a column that is left out is looked at again."""
        found = footing_of(self.suggestion, self.look, parties=self.parties)
        return Footing.READ if found in (Footing.LEFT, Footing.ASIDE) and self.uses else found
