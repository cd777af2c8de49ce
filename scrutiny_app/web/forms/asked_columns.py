"""One column of a file as a person is asked of it: what was seen in it, what is suggested, and its inputs."""

from dataclasses import dataclass

from scrutiny_app.domain.footings import Footing, footing_of
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.mapping import Suggestion
from scrutiny_app.domain.reasons import Ground
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.styling import is_counted
from scrutiny_app.domain.uses import Use


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
    def says_no_more(self) -> bool:
        """Say whether its heading does not say whose or which thing it holds."""
        return self.suggestion.reason.ground is Ground.SAYS_NO_MORE

    @property
    def sure(self) -> bool:
        """Say whether nobody needs to look at it."""
        return self.suggestion.sure

    @property
    def footing(self) -> Footing:
        """Say on what rests what is offered; what a person has said of a column that is left out is looked at again."""
        found = footing_of(self.suggestion, self.look, parties=self.parties)
        return Footing.READ if found in (Footing.LEFT, Footing.ASIDE) and self.uses else found
