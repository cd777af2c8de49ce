"""Reading national returns, from whatever tool wrote them: by the schema first, then by what must be true of them."""

import json
from codecs import BOM_UTF8

import msgspec

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.national_return import MOST_BYTES, VERSION, Return
from scrutiny_app.domain.national_rules import faults_of

_DECODER = msgspec.json.Decoder(Return)
_HEAD = msgspec.json.Decoder(dict[str, object])


class NotAReturn(Refused):
    """A file that is no national return, or one that contradicts itself."""


def read_return(content: bytes) -> Return:
    """Read one return; raise NotAReturn, saying what is wrong and quoting nothing of it."""
    content = content.removeprefix(BOM_UTF8)  # some editors and shells begin a file with it
    if len(content) > MOST_BYTES:
        raise NotAReturn("the file is far larger than any national return")
    try:
        made = _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise NotAReturn(_why(content, fault)) from None
    json.loads(content, object_pairs_hook=_each_once)
    if faults := faults_of(made):
        raise NotAReturn(f"it contradicts itself: {'; '.join(dict.fromkeys(faults))}")
    return made


def _each_once(pairs: list[tuple[str, object]]) -> None:
    if len(dict(pairs)) < len(pairs):  # one reader takes the first value, another the last
        raise NotAReturn("it says one thing twice: a field stands in it more than once")


def _why(content: bytes, fault: Exception) -> str:
    try:
        head = _HEAD.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return "it is not a JSON object"
    if head.get("schema") != "scrutiny-national-return":
        return "it is not a national return"
    if head.get("version") != VERSION:
        return f"it is of another version of the form than {VERSION}, which is the one that is read here"
    if isinstance(fault, msgspec.ValidationError):
        return f"it does not follow the schema at {_place(str(fault))}"
    return "it does not follow the schema"


def _place(words: str) -> str:
    """Take from the decoder's words the place, and the name of a field that is missing, but never a value."""
    place = words.rpartition(" - at `")[2].rstrip("`") if " - at `" in words else "$"
    if words.startswith("Object missing required field"):
        return f"{place}, where a field is missing: {words.split('`')[1]}"
    if words.startswith("Object contains unknown field"):
        return f"{place}, where there is a field too many"
    return place
