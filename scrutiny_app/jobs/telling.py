"""What a worker logs: which kind of fault and where in the program, never its words, which may quote a case."""

import logging
from types import TracebackType

log = logging.getLogger("scrutiny.jobs")

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def place_of(fault: BaseException) -> str:
    """Name a fault's kind and the line of the program in which it arose."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" at {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"{type(fault).__name__}{where}"


class WithoutWords(logging.Formatter):
    """Lines that name a fault, where others would print what it says."""

    def formatException(self, ei: Fault) -> str:  # noqa: N802  # logging's own name
        """Name a fault."""
        return place_of(ei[1]) if ei[1] else ""


def tell_on_standard_error() -> None:
    """Send warnings, DBOS's too, to standard error, without words of cases."""
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutWords("%(asctime)s %(name)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("dbos").addHandler(logging.NullHandler())  # else DBOS adds one of its own
