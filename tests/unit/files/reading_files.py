"""Reading files that a test has made, through the same program as the product does."""

from dataclasses import replace
from datetime import date

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.sheets_sought import NOTHING_SOUGHT
from scrutiny_app.files.reading import Order, held_incoming, look, read_cases
from scrutiny_app.files.reading_answers import Request
from scrutiny_app.files.reading_child import open_file

TODAY = date(2026, 11, 1)
FORCE = "Northmoor Police"


class NoLimits:
    """Stands where the program's limits do when a test reads in its own process."""

    def allow(self, memory, seconds):
        pass

    def allow_strings(self, packed, unpacked):
        pass


def looked(data, name="cases.xlsx", rows=None, sought=NOTHING_SOUGHT):
    """Look at a file in the program."""
    with held_incoming(name, [data], len(data)) as file:
        return look(replace(file, sought=sought), rows=rows)


def chunks(data, name="cases.xlsx", force=FORCE, mapping=OURS, **order):
    """Read a file's cases in the program, after a look at its headings."""
    with held_incoming(name, [data], len(data)) as file:
        seen = look(file, rows=0)
        parties = seen.parties and seen.parties.name
        order.setdefault("together", seen.together)
        order.setdefault("pairs", seen.pairs)
        sheet, row = order.pop("sheet", seen.cases.name), order.pop("heading_row", seen.cases.heading_row)
        wanted = Order(mapping, sheet, row, parties, force, TODAY, **order)
        return list(read_cases(file, wanted))


def cells(data, name="cases.xlsx", headings_in=0, sheet=0):
    """Give a file's rows as they stand, read in the test's own process."""
    with held_incoming(name, [data], len(data)) as file:
        opened = open_file(file.file, Request(name, len(data)), NoLimits())
        return list(opened.sheets[sheet].rows(headings_in))


def refusal(data, name="cases.xlsx"):
    """Say why a file is refused, by the program; empty where it is not."""
    try:
        chunks(data, name)
    except Refused as refused:
        return refused.message
    return ""
