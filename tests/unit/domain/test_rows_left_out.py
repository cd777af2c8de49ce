"""Nobody is asked of what stands in rows alone that are left out whatever it means."""

from dataclasses import replace

import pytest

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.needed_blanks import needed_blanks
from scrutiny_app.domain.rows_left_out import kept_otherwise, rows_left_out
from scrutiny_app.domain.uses import REJECTED, Use
from tests.unit.domain.looks import look_at

HEADINGS = ("Ref", "Result", "Status", "Given", "DA", "Eth", "Sgt", "OC")
FIELDS = (
    *("case_number", "disposal", "status", "disposal_date"),
    *("domestic_abuse", "ethnicity", "authorising_name", "outcome_code"),
)
GIVEN = "01/10/2026"


def look_of(*rows):
    """Look at rows that have a number of their own before what is given."""
    return look_at(HEADINGS, *([str(at), *row] for at, row in enumerate(rows, 1)))


def mapped(*left_out):
    pairs = zip(HEADINGS, FIELDS, strict=True)
    return Mapping({heading.casefold(): (Use(field),) for heading, field in pairs if heading not in left_out})


def asked(look, mapping):
    return {(one.field, word): count for one in suggest_words(look, mapping) for word, count, _ in one.words}


def row(result="CR", status="Closed", given=GIVEN, tick="Y", eth="W1", sgt="Mistry, Asha", code="8"):
    return result, status, given, tick, eth, sgt, code


OPEN = row("Zed", "Open", None, None, "Qq", None, None)
CHARGED = row("Charged", "Closed", None, None, "Qq", None, "1")
WITHDRAWN = row("CR", "Withdrawn", None, None, "Qq", None, None)
REFUSED = row("CR refused", "Awaiting review", None, None, "W1", None, None)


@pytest.mark.parametrize("out", [OPEN, CHARGED, WITHDRAWN, REFUSED])
def test_words_and_blanks_of_such_a_row_are_not_asked(out):
    found = asked(look_of(row(), row(), out), mapped())
    assert ("ethnicity", "Qq") not in found
    assert ("domestic_abuse", "") not in found
    assert ("disposal", out[0]) not in found or out[0] == "Charged"  # which is shown


def test_a_word_that_stands_in_a_case_too_is_asked():
    assert asked(look_of(row(eth="Qq"), OPEN), mapped())["ethnicity", "Qq"] == 2


def test_of_blanks_only_those_of_cases_are_counted():
    assert asked(look_of(row(), row(tick=None), OPEN, CHARGED), mapped())["domestic_abuse", ""] == 1


def test_a_row_that_only_lacks_its_day_is_to_be_mended_and_so_its_words_are_asked():
    fault = row(given=None, eth="Qq")
    assert ("ethnicity", "Qq") in asked(look_of(row(), fault), mapped())
    assert ("ethnicity", "Qq") in asked(look_of(row(), fault), mapped("Status"))
    assert ("ethnicity", "Qq") not in asked(look_of(row(), row(given=None, eth="Qq", sgt=None)), mapped("Status"))


@pytest.mark.parametrize("code", ["14", "Outcome 14"])
def test_the_words_of_a_given_disposal_whose_outcome_code_is_of_none_are_asked_for_it_is_to_be_mended(code):
    given = row(code=code, eth="Qq")
    assert ("ethnicity", "Qq") in asked(look_of(row(), given), mapped())
    assert ("ethnicity", "Qq") not in asked(look_of(row(), row(code=code, given=None, eth="Qq")), mapped())
    assert ("ethnicity", "Qq") not in asked(look_of(row(), given), mapped("Status"))


def test_an_outcome_code_leaves_its_rows_out_when_it_has_been_confirmed_too():
    charged = row("Zed", "Closed", GIVEN, "Y", "Qq", None, "Outcome 1")
    mapping = mapped()
    for words in ({}, {"outcome_code": {"outcome1": "1"}}):
        found = asked(look_of(row(), charged), replace(mapping, words=words))
        assert not found.keys() & {("ethnicity", "Qq"), ("disposal", "Zed")}


def test_what_is_asked_about_leaves_no_row_out():
    found = asked(look_of(row(), row("CR declined", eth="Qq")), mapped("Status"))
    assert {("disposal", "CR declined"), ("ethnicity", "Qq")} <= found.keys()


def test_a_row_that_goes_on_with_the_case_above_is_looked_at():
    look = look_at(HEADINGS, ["1", *row()], [None, *OPEN])
    assert ("ethnicity", "Qq") in asked(look, mapped())


def test_a_file_of_which_not_every_row_was_kept_tells_nothing():
    look = look_of(*(row() for _ in range(80)), OPEN)
    assert rows_left_out(look, mapped()).columns == ()
    assert ("ethnicity", "Qq") in asked(look, mapped())


def test_nobody_is_warned_of_what_such_rows_lack():
    assert not list(needed_blanks(look_of(row(), row(), OPEN, WITHDRAWN), mapped()))
    assert list(needed_blanks(look_of(row(), row(code=None), OPEN), mapped()))


def test_a_word_in_rows_that_are_left_out_without_it_keeps_no_row_from_being_loaded():
    look = look_of(row(), row("Zed"), row("Zed", "Open", None), row("Zed", code="1", sgt=None), row("Qi", "Withdrawn"))
    said = replace(mapped(), words={"disposal": {"zed": REJECTED, "qi": REJECTED}})
    words = [("Result", "Zed", 3), ("Result", "Qi", 1), ("Elsewhere", "Qi", 1)]
    closed_is_given = [("Result", "Zed", 1), ("Elsewhere", "Qi", 1)]
    assert list(kept_otherwise(words, look, said)) == closed_is_given
