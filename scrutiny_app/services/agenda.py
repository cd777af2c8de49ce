"""A meeting's agenda: each case as it stands, and in which part of the meeting its turn comes."""

from dataclasses import dataclass
from fractions import Fraction

from scrutiny_app.domain.adopting import discussion_order, together
from scrutiny_app.domain.checking import Checked
from scrutiny_app.domain.spreads import SecondThoughts, Spread
from scrutiny_app.models.findings import Finding
from scrutiny_app.services.my_rounds import MyCase, MyRound


@dataclass(frozen=True)
class Standing:
    """How one case stands; what the reader may not know is None.

    `finding` is the signed one that stands, or else the draft that the chair goes on with. `pending` is drafted to take
    the place of a signed one, and `seconded` says that a second person has agreed to it. `second` is what members said
    once they had read on, `checks` what the policy checks say, both from the reveal on.
    """

    id: int
    reference: str
    revealed: bool
    grades_in: int | None
    lacking: list[str] | None
    spread: Spread | None
    finding: Finding | None
    pending: Finding | None = None
    seconded: bool = False
    second: tuple[SecondThoughts, ...] = ()
    checks: Checked | None = None

    @property
    def signed(self) -> bool:
        """Say whether the finding is signed."""
        return self.finding is not None and self.finding.signature is not None

    @property
    def doubts(self) -> list[str]:
        """Say how many who graded have thought again since, a sentence for each thing that they read."""
        return [said for one in self.second if (said := one.doubts)]

    @property
    def to_sign(self) -> Finding | None:
        """Give the draft that could be signed now: the only one, or one that a second person has agreed to."""
        if self.pending is not None:
            return self.pending if self.seconded else None
        return self.finding if self.finding is not None and not self.signed else None


Row = tuple[MyCase, Standing]


@dataclass(frozen=True)
class Meeting:
    """One round before one person of its panel: their cases as they stand, and how many more are not signed."""

    mine: MyRound
    cases: list[Row]
    others_to_sign: int
    chairs: bool = False

    @property
    def to_sign(self) -> int:
        """Count this person's cases that are not signed yet."""
        return sum(not standing.signed for _, standing in self.cases)

    @property
    def unrevealed(self) -> list[Row]:
        """List the cases whose grades are not revealed."""
        return [row for row in self.cases if not row[1].revealed]

    @property
    def ready(self) -> list[Row]:
        """List the cases that the chair could reveal now: a quorum, and the chair's own answer."""
        return [(case, one) for case, one in self.unrevealed if one.lacking == [] and case.grade_id is not None]

    @property
    def agreed(self) -> list[Row]:
        """List the cases that may be adopted together: all gave one grade, and nothing is drafted."""
        return [row for row in self._undrafted() if row[1].spread and together(row[1].spread)]

    @property
    def agreed_still(self) -> list[Row]:
        """List of those the cases on which nobody has thought otherwise since."""
        return [row for row in self.agreed if not row[1].doubts]

    @property
    def agreed_once(self) -> list[Row]:
        """List of those the cases on which somebody has: they stand apart, and are ticked by nobody but the chair."""
        return [row for row in self.agreed if row[1].doubts]

    @property
    def stamp(self) -> str:
        """Give the list of what may be adopted together as a form carries it, so that a change is seen."""
        return ",".join(sorted(case.reference for case, _ in self.agreed))

    @property
    def to_sign_stamp(self) -> str:
        """Give the list of what may be signed, each in its version, as a form carries it."""
        drafts = [(case.reference, one.to_sign) for case, one in self.drafted]
        return ",".join(sorted(f"{reference}:{draft.version}" for reference, draft in drafts if draft))

    @property
    def divided(self) -> list[Row]:
        """List the cases to discuss, the most divided first."""
        return sorted((row for row in self._undrafted() if row not in self.agreed), key=_order)

    @property
    def drafted(self) -> list[Row]:
        """List the cases with a finding that waits to be signed."""
        return [row for row in self.cases if row[1].to_sign]

    @property
    def to_sign_anew(self) -> list[Row]:
        """List of those the cases of which a finding is signed already, which another shall take the place of."""
        return [row for row in self.drafted if row[1].signed]

    @property
    def to_sign_first(self) -> list[Row]:
        """List of those the cases of which no finding is signed yet."""
        return [row for row in self.drafted if not row[1].signed]

    @property
    def signed(self) -> list[Row]:
        """List the cases with a signed finding."""
        return [row for row in self.cases if row[1].signed]

    @property
    def undecided(self) -> list[Row]:
        """List what is revealed and not signed, as members see it: they are told of no draft."""
        return sorted((row for row in self.cases if row[1].revealed and not row[1].signed), key=_order)

    @property
    def undecided_alike(self) -> list[Row]:
        """List of those the cases to which everybody gave the same grade."""
        return [row for row in self.undecided if row[1].spread and together(row[1].spread)]

    @property
    def left(self) -> int:
        """Count the round's cases that are not signed yet, this person's and the others."""
        return self.to_sign + self.others_to_sign

    @property
    def waiting_for_second(self) -> list[Row]:
        """List the signed findings that another shall take the place of."""
        return [row for row in self.cases if row[1].pending]

    def next_after(self, case_id: int) -> MyCase | None:
        """Give the next case to discuss besides this one, or None."""
        return next((case for case, _ in self.divided if case.id != case_id), None)

    def _undrafted(self) -> list[Row]:
        return [row for row in self.cases if row[1].revealed and row[1].finding is None]


def _order(row: Row) -> tuple[Fraction, int]:
    case, standing = row
    return discussion_order(standing.spread, case.place) if standing.spread else (Fraction(0), case.place)
