"""Splitting CSV lines into records: what csv.reader gives, sooner where quotation marks stand only around values.

A record whose marks are all at the edges of its values can be split as text. Any other, one with a doubled mark in it,
and one that has no end within sight, is left to csv.reader, which alone says what is wrong.
"""

import csv
from collections import deque
from collections.abc import Iterator

MOST_FIELD = 2**17  # characters
_MARK, _PLACE = '"', "\0"  # the second can stand in no file that is read

csv.field_size_limit(MOST_FIELD)


class Records:
    """The records of some lines, one by one; `line_num` counts the lines that they took."""

    def __init__(self, lines: Iterator[str], delimiter: str) -> None:
        self.line_num = 0
        self._lines = lines
        self._delimiter = delimiter
        self._again: deque[str] = deque()
        self._slow = csv.reader(iter(self._line, None), delimiter=delimiter, strict=True)

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        """Give the next record; raise csv.Error where there is none to be made of the lines."""
        line = self._line()
        if line is None:
            raise StopIteration
        if _MARK not in line and len(line) <= MOST_FIELD:
            whole = line.rstrip("\r\n")
            return whole.split(self._delimiter) if whole else []
        taken, marks, size = [line], line.count(_MARK), len(line)
        while marks % 2 and size <= MOST_FIELD and (line := self._line()) is not None:
            taken.append(line)
            marks += line.count(_MARK)
            size += len(line)
        if marks % 2 == 0 and size <= MOST_FIELD and (values := self._split("".join(taken).split(_MARK))) is not None:
            return values
        self._again.extendleft(reversed(taken))
        self.line_num -= len(taken)
        return next(self._slow)

    def _split(self, parts: list[str]) -> list[str] | None:
        """Join a record's values, from between the marks and from outside them; None where it is not so simple."""
        delimiter = self._delimiter
        parts[-1] = parts[-1].rstrip("\r\n")
        outside = parts[::2]
        starts, ends = outside[1:], outside[:-1]
        if parts[-1] == "":
            starts.pop()
        if parts[0] == "":
            del ends[0]
        if not all(part[:1] == delimiter for part in starts) or not all(part[-1:] == delimiter for part in ends):
            return None
        parts[::2] = [part.replace(delimiter, _PLACE) for part in outside]
        return "".join(parts).split(_PLACE)

    def _line(self) -> str | None:
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is not None:
            self.line_num += 1
        return line
