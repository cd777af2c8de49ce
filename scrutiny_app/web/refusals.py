"""What a service refuses, told beside the words that can be put right."""

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused


@dataclass(frozen=True)
class RefusalsTold:
    """Tells why a deed is refused and goes on behind the block; what is not theirs, or overtaken, has its own page."""

    tell: Callable[[str], object]

    def __enter__(self) -> None:
        """Begin the deed."""

    def __exit__(
        self, _kind: type[BaseException] | None, refusal: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        """Say whether it was refused and told."""
        if not isinstance(refusal, Refused) or isinstance(refusal, (NotYours, Overtaken)):
            return False
        self.tell(refusal.message)
        return True
