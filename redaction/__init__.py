"""Taking out of a British case file what identifies people, and leaving what the decision turned on."""

from redaction.parties import ROLES, Party, Role, Settings
from redaction.redactor import Redactor
from redaction.spans import Result, Source, Span, render

__all__ = ["ROLES", "Party", "Redactor", "Result", "Role", "Settings", "Source", "Span", "render"]
