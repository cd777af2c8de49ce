"""Whom a panel needs before it can make a finding: so many grades, and some of them from certain bodies."""

from collections.abc import Collection
from dataclasses import dataclass

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.people import OUTSIDE_BODIES, Body

FEWEST, MOST = 1, 30  # what a panel's least number of grades may be


@dataclass(frozen=True)
class Quorum:
    """One panel's rule, as it stands unless the panel says otherwise."""

    members: int = 3
    magistrates: int = 1
    outside: int = 1
    yjs_for_child: bool = True

    def check(self) -> None:
        """Raise Refused for a rule that no panel could mean."""
        if not FEWEST <= self.members <= MOST:
            raise Refused(f"A finding needs between {FEWEST} and {MOST} grades.")
        if min(self.magistrates, self.outside) < 0 or max(self.magistrates, self.outside) > MOST:
            raise Refused(f"Give a number from 0 to {MOST} for the magistrates, and for those from outside.")


def missing_from_quorum(graders: Collection[Body], quorum: Quorum, child: bool) -> list[str]:
    """Name what a panel of these bodies still lacks to make a finding; an empty list is a quorum."""
    missing = []
    if (more := quorum.members - len(graders)) > 0:
        missing.append(f"{more} more {'grade' if more == 1 else 'grades'}")
    magistrates = sum(body == Body.MAGISTRACY for body in graders)
    if (more := quorum.magistrates - magistrates) > 0:
        missing.append("a magistrate’s grade" if more == 1 else f"{more} magistrates’ grades")
    outside = sum(body in OUTSIDE_BODIES for body in graders)
    if (more := quorum.outside - outside) > 0:
        missing.append(f"{'a grade' if more == 1 else f'{more} grades'} from outside the criminal-justice agencies")
    if child and quorum.yjs_for_child and Body.YJS not in graders:
        missing.append("a grade from the youth justice service, because the case is a child’s")
    return missing


def in_sentences(quorum: Quorum) -> list[str]:
    """Say the rule in words, a line each."""
    said = [f"{quorum.members} {'grade' if quorum.members == 1 else 'grades'} at least"]
    if quorum.magistrates:
        said.append(f"{quorum.magistrates} of them by {'a magistrate' if quorum.magistrates == 1 else 'magistrates'}")
    if quorum.outside:
        said.append(f"{quorum.outside} from outside the criminal-justice agencies")
    if quorum.yjs_for_child:
        said.append("where the case is a child’s, one from the youth justice service")
    return said
