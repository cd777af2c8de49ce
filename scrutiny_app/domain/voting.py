"""A vote, where a panel wants one: how many were for each result, and no word of who."""

from collections.abc import Mapping

from scrutiny_app.domain.agreeing import RESULT_TITLES, FindingIncomplete, Reached, Result


def check_vote(
    reached: Reached | None, result: Result | None, votes: Mapping[Result, int], *, members: int, seated: int = 0
) -> None:
    """Raise FindingIncomplete where a vote and the finding contradict each other, or more voted than could.

    `members` is how many may vote on the case: those of the `seated` who grade it that are present, where that was
    recorded, and else all of them. Of a result that nobody has chosen yet nothing is said.
    """
    cast = sum(votes.values())
    if min(votes.values(), default=0) < 0:
        raise FindingIncomplete("A count of votes cannot be less than nothing.")
    if reached is not Reached.VOTE:
        if cast:
            raise FindingIncomplete("You entered votes: say that the finding was reached by a vote, or take them out.")
        return
    if not cast:
        raise FindingIncomplete("You chose “By a vote”: enter how many were for each result.")
    if cast > members:
        came = f"{members} of the {seated} who may grade it are recorded as present. " if members < seated else ""
        again = "Count them again, or correct who came." if came else "Count them again."
        raise FindingIncomplete(
            f"You entered {cast} votes, and {members} could vote on this case: each has one. {came}{again}"
        )
    if result is None:
        return
    most = max(votes.values())
    if result is Result.NOT_AGREED:
        _check_not_agreed(votes)
        return
    if votes.get(result, 0) < most:
        raise FindingIncomplete(f"“{RESULT_TITLES[result]}” did not get the most votes. Check the votes or the result.")
    if list(votes.values()).count(most) > 1:
        raise FindingIncomplete(f"The vote is a tie: choose “{RESULT_TITLES[Result.NOT_AGREED]}”, or vote again.")


def _check_not_agreed(votes: Mapping[Result, int]) -> None:
    """Raise FindingIncomplete where more than half of the votes were for one result, so that the panel did agree."""
    most = max(votes, key=lambda one: votes[one])
    if votes[most] * 2 > sum(votes.values()):
        raise FindingIncomplete(
            f"“{RESULT_TITLES[most]}” got more than half of the votes, so the panel did agree. Choose it, or check the "
            f"votes; what the others said is their dissent."
        )


def in_words(votes: Mapping[str, int]) -> str:
    """Write the votes out in the order of the results, such as "Appropriate 3, Inappropriate 1"."""
    return ", ".join(f"{RESULT_TITLES[one]} {votes[one]}" for one in Result if votes.get(one))
