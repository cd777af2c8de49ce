"""What a request asks for, read with care: numbers that a row could have, and words without what no person types."""

from flask import Flask, abort, request

LARGEST = 2**31 - 1  # the largest id that both databases keep


def row_number(name: str) -> int | None:
    """Read a number of the address's query; None where there is none, or none that a row could have."""
    given = request.args.get(name, type=int)
    return given if given is not None and 0 < given <= LARGEST else None


def install(app: Flask) -> None:
    """Refuse an address whose words hold a NUL: PostgreSQL cannot compare it, and no link has one."""

    @app.before_request
    def check() -> None:
        if any("\x00" in value for values in request.args.listvalues() for value in values):
            abort(400)
