"""What the product says when it will not do a deed."""


class Refused(Exception):
    """A deed that the rules do not allow; `message` says, to the person who asked, what happened and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotYours(Refused):
    """What was asked for does not exist for this person; answered as if it did not exist at all.

    `cause` is a code for the trail: whether the role may not, the side may not, or the thing is somebody else's.
    """

    def __init__(self, cause: str = "not theirs") -> None:
        super().__init__("There is nothing here. Check the address, or go back to your home page.")
        self.cause = cause


class Overtaken(Refused):
    """Someone else changed the same thing first; nothing of theirs was overwritten."""
