"""`python -m scrutiny_app.web`: one portal's server, which loads that portal's pages and nothing of the commands."""

import errno
import logging
import sys

from waitress.server import create_server

from scrutiny_app.settings import Portal, UnsafeSettings, read
from scrutiny_app.web import uploads
from scrutiny_app.web.app import make_app
from scrutiny_app.web.settling import keep_to_one_core, settle_memory, take_short_turns

THREADS = 8
IN_MEMORY = 2**30  # bytes; what is sent and answered names people, and more than this would go to a file in clear
IN_THE_WAY = (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL)


def main() -> None:
    """Serve until told to stop; say in a sentence why it cannot."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that somebody waits their turn is nothing to act on
    settings = read()
    app = make_app(settings)
    keep_to_one_core(settings.port)  # the two portals' ports follow one another, and so do their cores
    most = app.config["MAX_CONTENT_LENGTH"] if settings.portal is Portal.PANEL else uploads.MOST_SENT
    try:
        server = create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            ident=None,
            clear_untrusted_proxy_headers=not settings.behind_proxy,
            max_request_body_size=most,
            inbuf_overflow=IN_MEMORY,
            outbuf_overflow=IN_MEMORY,
        )
    except OSError as fault:
        if fault.errno not in IN_THE_WAY:
            raise
        address = f"{settings.host}:{settings.port}"
        sys.exit(
            f"Refused: cannot listen on {address} ({fault.strerror}): stop what uses that port, or choose another."
        )
    settle_memory()
    take_short_turns()
    print(  # the one thing that whoever started it waits for
        f"The {settings.portal} portal answers on http://{settings.host}:{settings.port}. Ctrl+C stops it.", flush=True
    )
    server.run()


if __name__ == "__main__":
    try:
        main()
    except UnsafeSettings as refusal:
        sys.exit(f"Refused: {refusal}")
