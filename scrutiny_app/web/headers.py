"""The headers that every answer bears, errors included."""

from flask import Flask, Response, request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
TRANSPORT = {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"}


def install(app: Flask) -> None:
    """Put the headers on every answer; nothing but built assets may be kept by a browser."""

    always = HEADERS | (TRANSPORT if app.config["SESSION_COOKIE_SECURE"] else {})

    @app.after_request
    def guard(response: Response) -> Response:
        response.headers.extend(always)  # no page sets any of them
        kept = request.endpoint == "static" and response.status_code == 200
        response.headers["Cache-Control"] = "public, max-age=3600" if kept else "no-store"
        return response
