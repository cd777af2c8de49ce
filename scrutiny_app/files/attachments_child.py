"""Reading the files of a zip, run as a process of its own, and each file in another that this one begets.

It is given the zip as an open descriptor and an `Order` on standard input. It answers in frames of JSON: a `Whole`,
then a `ReadFile` for each file, and an empty one. A file that exhausts its process, or breaks it, is refused by itself.
"""

import os
import signal
import sys
from hashlib import sha256
from typing import NoReturn
from zipfile import ZipFile

import msgspec

from scrutiny_app.files import frames
from scrutiny_app.files.attachments_found import MEGABYTE, Order, ReadFile, Refusal, Whole
from scrutiny_app.files.attachments_kinds import read_file
from scrutiny_app.files.attachments_zip import Member, content, members, open_zip
from scrutiny_app.files.sandbox import limit

MEMORY = 300 * MEGABYTE
SECONDS = 5
SECONDS_WITH_OCR = 60
_ON_THE_CLOCK = 300
_MOST_ANSWER = 4 * MEGABYTE
_EXHAUSTED = "It asks for more memory or time than its size should need. Save its words as a new file and send that."


def main() -> None:
    """Read the order, then the zip, and answer."""
    limit(memory=MEMORY, seconds=120)
    order = msgspec.json.decode(next(frames.received(sys.stdin.buffer)), type=Order)
    with open(int(sys.argv[1]), "rb") as file:
        try:
            package = open_zip(file, os.fstat(file.fileno()).st_size)
            files = members(package)
        except Refusal as refusal:
            _say(msgspec.json.encode(Whole(refused=str(refusal))))
        except MemoryError:
            _say(msgspec.json.encode(Whole(refused=_EXHAUSTED)))
        else:
            _say(msgspec.json.encode(Whole(files=len(files))))
            for member in files[order.skip :]:
                _say(_apart(package, member, order))
    _say(b"")


def _apart(package: ZipFile, member: Member, order: Order) -> bytes:
    """Read one file in a process of its own, and give its answer as JSON; one that dies says nothing."""
    if member.refused:
        return msgspec.json.encode(ReadFile(member.place, member.name, refused=member.refused))
    coming, going = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(going, package, member, order)
    os.close(going)
    with open(coming, "rb") as answer:
        line = answer.read(_MOST_ANSWER)
    _, status = os.waitpid(child, 0)
    if status == 0 and line.endswith(b"}"):
        return line
    return msgspec.json.encode(ReadFile(member.place, member.name, refused=_EXHAUSTED))


def _answer(going: int, package: ZipFile, member: Member, order: Order) -> NoReturn:
    """Read one file under limits of its own and end, whatever happens."""
    status = 1
    try:
        limit(memory=MEMORY, seconds=SECONDS, at_last=SECONDS_WITH_OCR)
        signal.alarm(_ON_THE_CLOCK)
        with open(going, "wb") as answer:
            answer.write(msgspec.json.encode(_read(package, member, order)))
        status = 0
    finally:
        os._exit(status)


def _read(package: ZipFile, member: Member, order: Order) -> ReadFile:
    digest = ""
    try:
        data = content(package, member.info)
        digest = sha256(data).hexdigest()
        return ReadFile(member.place, member.name, digest, read_file(member.name, data, ocr=order.ocr))
    except Refusal as refusal:
        return ReadFile(member.place, member.name, digest, refused=str(refusal))


def _say(frame: bytes) -> None:
    frames.send(sys.stdout.buffer, frame)


if __name__ == "__main__":
    main()
