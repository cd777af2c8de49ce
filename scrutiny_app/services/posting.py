"""Handing a notice to the mail server: what workers need of it."""

from scrutiny_app.files.mail import NotTaken, Server, send

__all__ = ["NotTaken", "Server", "send"]
