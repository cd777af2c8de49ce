"""The people of a workbook's second sheet, by the case that they are in, and how they join their cases."""

from collections import Counter
from dataclasses import replace
from typing import Any

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.importing import CheckedCase, Problem
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.files.tables import Sheet


class Parties:
    def join(self, number: int, cells: dict[str, Cell]) -> dict[str, Cell]:
        return cells

    def take_notes(self) -> list[Problem]:
        return []

    def into(self, checked: CheckedCase) -> dict[str, Any]:
        return checked.record

    def unused(self) -> list[Problem]:
        return []


def no_parties() -> Parties:
    return Parties()


def read_parties(sheet: Sheet, mapping: Mapping) -> Parties:
    return Parties()
