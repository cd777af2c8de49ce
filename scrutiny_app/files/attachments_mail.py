"""Reading an e-mail: who wrote what to whom and when, and the words; whatever is attached to it is not read."""

from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default

from scrutiny_app.files.attachments_found import EMAIL, Found, Refusal, counted, found, one_line
from scrutiny_app.files.attachments_html import seen_text

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_NO_MAIL = "It is no e-mail that can be read. Save it anew as .eml and send that."
_MOST_PARTS = 200


def read_mail(data: bytes) -> Found:
    """Read an e-mail's five headers as lines, then its plain part or, where it has none, what one sees of the HTML."""
    try:
        message = message_from_bytes(data, policy=default)
        return _read(message)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError):
        raise Refusal(_NO_MAIL) from None  # the library stumbles over damaged parts in each of these ways


def _read(message: EmailMessage) -> Found:
    headers = [(name, one_line(str(message[name]))) for name in _HEADERS if message[name] is not None]
    if not {"From", "Date", "Subject"} & {name for name, _ in headers}:
        raise Refusal(_NO_MAIL)
    parts = sum(1 for _ in message.walk())
    if parts > _MOST_PARTS:
        raise Refusal(f"It is in more than {_MOST_PARTS} parts. Save its words as text and send that.")
    words, left_out = _body(message)
    lines = [f"{name}: {value}" for name, value in headers]
    left_out += counted(sum(1 for _ in message.iter_attachments()), "attachment inside it", "attachments inside it")
    return found(EMAIL, "\n".join([*lines, "", words]), left_out)


def _body(message: EmailMessage) -> tuple[str, list[str]]:
    body = message.get_body(("plain", "html"))
    if body is None:
        return "", ["the message, which is in no form that can be read"]
    words = body.get_content()
    if not isinstance(words, str):
        raise Refusal(_NO_MAIL)
    if body.get_content_subtype() != "html":
        other = message.get_body(("html",))
        return words, ["the same message as a web page"] if other is not None else []
    words, hidden, images = seen_text(words)
    return words, [*counted(hidden, "hidden part"), *counted(images, "image")]
