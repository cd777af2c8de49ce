"""What can be wrong with a row of an extract, and what the person who imports it should do about it."""

from enum import StrEnum

# Stands over the column that tells whoever mends a rejected row what is wrong with it; such a column is never loaded.
MENDING_HEADING = "What to mend (Scrutiny)"


class Fault(StrEnum):
    """What can be wrong with a row; programs read these words, so they never change."""

    MISSING = "missing"
    BROKEN_CELL = "broken_cell"
    NOT_TEXT = "not_text"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    NUMBER_FOR_DATE = "number_for_date"
    SHORT_YEAR = "short_year"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_AN_AGE = "not_an_age"
    UNDER_TEN = "under_ten"
    NOT_A_PERSON = "not_a_person"
    KIND_FOR_NAME = "kind_for_name"
    PERHAPS_ORGANISATION = "perhaps_organisation"
    SEVERAL_PEOPLE = "several_people"
    NOT_A_STAFF_NUMBER = "not_a_staff_number"
    UNKNOWN_WORD = "unknown_word"
    TOO_LONG = "too_long"
    HIDDEN_CHARACTERS = "hidden_characters"
    DITTO = "ditto"
    DIGITS_LOST = "digits_lost"
    IN_FUTURE = "in_future"
    TOO_EARLY = "too_early"
    WRONG_ORDER = "wrong_order"
    NOT_OUT_OF_COURT = "not_out_of_court"
    UNKNOWN_OUTCOME = "unknown_outcome"
    NOT_IN_FORCE = "not_in_force"
    AGE_CONTRADICTS = "age_contradicts"
    AGES_DIFFER = "ages_differ"
    BIRTH_STANDS_ALONE = "birth_stands_alone"
    AGE_STANDS_ALONE = "age_stands_alone"
    OUTCOME_CONTRADICTS = "outcome_contradicts"
    REPEATED = "repeated"
    LINES_DIFFER = "lines_differ"
    OTHER_FORCE = "other_force"
    MERGED = "merged"
    SHARED_NUMBER = "shared_number"
    NOT_FINALISED = "not_finalised"
    WITHDRAWN = "withdrawn"
    NOT_FOR_PANEL = "not_for_panel"
    FLAG_CONTRADICTS = "flag_contradicts"
    UNKNOWN_PARTY = "unknown_party"
    PARTY_UNREADABLE = "party_unreadable"
    PARTY_WITHOUT_CASE = "party_without_case"
    CONDITION_WITHOUT_CASE = "condition_without_case"
    LEADING_ZEROS = "leading_zeros"
    DIGITS_IN_DOUBT = "digits_in_doubt"
    NOT_LOADED = "not_loaded"
    TOTALS = "totals"
    HIDDEN_ROW = "hidden_row"
    HIDDEN_COLUMN = "hidden_column"
    UNREAD_SHEET = "unread_sheet"
    SHEET_ABOUT_CASES = "sheet_about_cases"
    COMMENT = "comment"


# What is listed and rejects nothing.
NOTES = frozenset(
    {
        Fault.PARTY_WITHOUT_CASE,
        Fault.CONDITION_WITHOUT_CASE,
        Fault.LEADING_ZEROS,
        Fault.DIGITS_IN_DOUBT,
        Fault.NOT_LOADED,
        Fault.TOTALS,
        Fault.HIDDEN_ROW,
        Fault.HIDDEN_COLUMN,
        Fault.UNREAD_SHEET,
        Fault.SHEET_ABOUT_CASES,
        Fault.COMMENT,
    }
)

ADVICE = {
    Fault.MISSING: "Fill it in: a case cannot be loaded without it.",
    Fault.BROKEN_CELL: "Type the value that the records system has. In Excel, copy the column and paste it as values.",
    Fault.NOT_TEXT: "Format the column as text, and type the value again as the records system has it.",
    Fault.NOT_A_DATE: "Write a real date as day/month/year, such as 03/02/2026 for 3 February 2026.",
    Fault.NO_SUCH_DAY: "Correct the day, the month or the year: the calendar has no such day.",
    Fault.NUMBER_FOR_DATE: "Format the column as a date: a bare number is not read as one.",
    Fault.SHORT_YEAR: "Write the year with all four figures, such as 03/02/2026.",
    Fault.NOT_YES_OR_NO: "Write Yes or No, or leave it empty if it was not recorded.",
    Fault.NOT_A_NUMBER: "Write a whole number in figures, or leave it empty if it was not recorded.",
    Fault.OUT_OF_RANGE: "Write a whole number from 0 to 999.",
    Fault.NOT_AN_AGE: "Write the age in whole years, such as 34, or leave it empty if it was not recorded.",
    Fault.UNDER_TEN: "Correct the age or the date that is wrong: nobody under 10 can be given a disposal. Leave it "
    "empty if it was not recorded.",
    Fault.NOT_A_PERSON: "Write Surname, Forenames. End an organisation, or a person's only name, with a comma.",
    Fault.KIND_FOR_NAME: "Write the name, not the kind: “Person” or “Organisation” names nobody. Leave it empty if no "
    "name was recorded.",
    Fault.PERHAPS_ORGANISATION: "This looks like an organisation: end it with a comma. If it is a person, write "
    "Surname, Forenames.",
    Fault.SEVERAL_PEOPLE: "The cell seems to name several people: put each in a column of their own. End an "
    "organisation with a comma.",
    Fault.NOT_A_STAFF_NUMBER: "Write the collar or warrant number alone, such as 4162. A name has its own column.",
    Fault.UNKNOWN_WORD: "Use one of: {words}.",
    Fault.TOO_LONG: "Shorten it to {most} characters.",
    Fault.HIDDEN_CHARACTERS: "Type the value again: it holds characters that cannot be seen or printed.",
    Fault.DITTO: "Write out what the row above says: a mark that stands for it is not read.",
    Fault.DIGITS_LOST: "Excel has rounded it. Format the column as text and export it again from the records system.",
    Fault.IN_FUTURE: "Correct the date: it has not come yet.",
    Fault.TOO_EARLY: "Correct the date: nothing before 1900 is loaded.",
    Fault.WRONG_ORDER: "Correct whichever of the two dates is wrong.",
    Fault.NOT_OUT_OF_COURT: "There is nothing to do: this outcome is no out-of-court resolution, so for no panel.",
    Fault.UNKNOWN_OUTCOME: "Write the Home Office outcome code, such as 8 or 3A.",
    Fault.NOT_IN_FORCE: "Correct the disposal or its date: the law did not provide for it on that day.",
    Fault.AGE_CONTRADICTS: "Correct the disposal, the date of birth, the age or the date that is wrong.",
    Fault.AGES_DIFFER: "Correct the age, the date of birth or the date that is wrong: they cannot all be right.",
    Fault.BIRTH_STANDS_ALONE: "Correct the date of birth: the age and the disposal agree with each other.",
    Fault.AGE_STANDS_ALONE: "Correct the age: the date of birth and the disposal agree with each other.",
    Fault.OUTCOME_CONTRADICTS: "Correct the disposal or the outcome code: the code counts another kind of disposal.",
    Fault.REPEATED: "Keep one row for each case number: an earlier row of this file has the same one.",
    Fault.LINES_DIFFER: "Correct the lines of this number: where each is a condition of one case, they are the same in "
    "every other column. Give lines of another case a number of their own, and delete a row that was sent twice.",
    Fault.OTHER_FORCE: "Leave the row out: you can import only your own force's cases.",
    Fault.MERGED: "Unmerge the cells, and give each row the value that is its own.",
    Fault.SHARED_NUMBER: "Give the other sheet’s rows the case number, with a row for each case that somebody is in: "
    "several cases have this one, and nobody can say whose they are. Of people it is enough if each case has a column "
    "with the number that its offender has on their sheet, under a heading there that says so (Person ID).",
    Fault.NOT_FINALISED: "There is nothing to do, unless the case is finalised: then correct what says that it is not.",
    Fault.WITHDRAWN: "There is nothing to do: the case was withdrawn, refused or cancelled. If it was "
    "not, correct what says so.",
    Fault.NOT_FOR_PANEL: "Nothing: whoever said what the file’s words mean left such rows out.",
    Fault.FLAG_CONTRADICTS: "Correct the flag, the date of birth, the age or the date that is wrong.",
    Fault.UNKNOWN_PARTY: "Say what the person is in the case: offender, victim, witness or another.",
    Fault.PARTY_UNREADABLE: "Correct the person's row in the sheet of people: the case cannot be loaded without it.",
    Fault.PARTY_WITHOUT_CASE: "Nothing, unless the case should be there: the person is in no case of this file.",
    Fault.CONDITION_WITHOUT_CASE: "Nothing, unless the case should be there: the condition is in no case of this file.",
    Fault.LEADING_ZEROS: "Compare with the records system: Excel drops a number's first zeros, and text keeps them.",
    Fault.DIGITS_IN_DOUBT: "Compare with the records system: a last digit that is always 0 is a sign of rounding.",
    Fault.NOT_LOADED: "Nothing, unless it should have been loaded: then give it one of the extract's headings.",
    Fault.TOTALS: "Nothing, unless it is a case: then write its case number, and what else it lacks.",
    Fault.HIDDEN_ROW: "Nothing, unless it should have been loaded: then show the row and import again.",
    Fault.HIDDEN_COLUMN: "Nothing, unless it should have been loaded: then show the column and import again.",
    Fault.UNREAD_SHEET: "Nothing, unless it says something of the cases: then put that into columns of the sheet "
    "of cases (show the sheet first if it is hidden), and import again.",
    Fault.SHEET_ABOUT_CASES: "What stands there alone is in no case: put what a panel should know into columns "
    "of the sheet of cases, and import again.",
    Fault.COMMENT: "Nothing, unless it matters to the case: then write it in a column that is loaded.",
}
