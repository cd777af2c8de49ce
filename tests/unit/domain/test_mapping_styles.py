from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.mapping import Mapping, RowMapper, Use, suggest
from scrutiny_app.domain.naming import forenames_first, joined, surname_first
from scrutiny_app.domain.organisations import TITLES
from scrutiny_app.domain.styles import DATE_STYLES, Style, styler
from scrutiny_app.domain.styling import counted_days, says_itself, would_reject
from tests.unit.domain.looks import look_at_column

TODAY = date(2026, 7, 1)
MIDNIGHT = datetime(2026, 2, 3)  # noqa: DTZ001  # a spreadsheet knows no zones
read_date = reader(FIELD["disposal_date"])
read_name = reader(FIELD["offender_name"])
DAYS = st.dates(date(1904, 3, 1), date(2100, 1, 1))
WORDS = st.from_regex(r"[A-Z][a-z]{1,8}([-'][A-Z][a-z]{1,8})?", fullmatch=True)


def styled(style: Style, cell, **how):
    return (styler(style, today=TODAY, **how) or str)(cell)


@given(DAYS)
def test_every_style_reads_what_is_written_in_it(day):
    assert styled(Style.MONTH_FIRST, f"{day:%m/%d/%Y}") == day
    assert styled(Style.YEAR_FIRST, f"{day:%Y%m%d}") == day
    assert styled(Style.YEAR_FIRST, f"{day:%Y-%m-%d}") == day
    assert styled(Style.EXCEL_1900, (day - date(1899, 12, 30)).days + 0.75) == day
    assert styled(Style.EXCEL_1904, str((day - date(1904, 1, 1)).days)) == day


@given(st.dates(date(1927, 1, 1), TODAY))
def test_a_short_year_is_the_last_such_year_so_far(day):
    assert styled(Style.SHORT_DAY_FIRST, f"{day:%d/%m/%y}") == day
    assert styled(Style.SHORT_MONTH_FIRST, f"{day:%m/%d/%y}") == day


@pytest.mark.parametrize("style", [Style.SHORT_DAY_FIRST, Style.SHORT_MONTH_FIRST])
@pytest.mark.parametrize("written", ["2-Jun-26", "02-JUN-26", "02 June 26", "02/Jun/26", "02-Jun-26 14:05"])
def test_a_short_year_after_a_month_in_letters_is_read(style, written):
    assert styled(style, written) == date(2026, 6, 2)


@pytest.mark.parametrize("written", ["31-Feb-26", "02-Mon-26", "02-J-26"])
def test_letters_that_are_no_month_of_that_day_are_refused(written):
    with pytest.raises(Unreadable):
        read_date(styled(Style.SHORT_DAY_FIRST, written))


@pytest.mark.parametrize("style", DATE_STYLES)
@pytest.mark.parametrize("written", ["31/06/2026", "31/06/26", "2026-06-31"])
def test_what_is_no_day_whichever_way_it_is_read_is_told_as_that(style, written):
    with pytest.raises(Unreadable) as refused:
        read_date(styled(style, written))

    assert refused.value.fault is Fault.NO_SUCH_DAY


def test_a_short_year_may_lie_ahead_only_where_days_do():
    assert styled(Style.SHORT_DAY_FIRST, "01/02/28") == date(1928, 2, 1)
    assert styled(Style.SHORT_DAY_FIRST, "01/02/28", ahead=True) == date(2028, 2, 1)


@pytest.mark.parametrize("style", [Style.MONTH_FIRST, Style.YEAR_FIRST, Style.CERTAIN])
def test_a_date_that_does_not_fit_its_style_is_refused_never_tried_another_way(style):
    cell = "03/04/2026" if style is not Style.MONTH_FIRST else "13/02/2026"

    with pytest.raises(Unreadable):
        read_date(styled(style, cell))


def test_a_mixed_column_keeps_what_can_mean_one_day_only():
    assert read_date(styled(Style.CERTAIN, "13/02/2026")) == date(2026, 2, 13)
    assert read_date(styled(Style.CERTAIN, "02/02/2026")) == date(2026, 2, 2)


@pytest.mark.parametrize("style", list(Style))
def test_real_dates_and_blanks_pass_every_style(style):
    turn = styler(style, today=TODAY) or (lambda cell: cell)

    assert turn(None) is None
    assert turn("") == ""
    assert turn(MIDNIGHT) == MIDNIGHT
    assert turn(timedelta(hours=1)) == timedelta(hours=1)


@pytest.mark.parametrize(
    ("values", "style"),
    [
        (["31/01/2026", "03/04/2026"], Style.DAY_FIRST),
        (["01/31/2026", "03/04/2026"], Style.MONTH_FIRST),
        (["01/31/2026", "31/03/2026"], Style.CERTAIN),
        (["03/04/2026"], Style.DAY_FIRST),
        (["31/01/26"], Style.SHORT_DAY_FIRST),
        (["01/31/26"], Style.SHORT_MONTH_FIRST),
        (["31-Jan-26"], Style.SHORT_DAY_FIRST),
        (["31-Jan-26", "01/02/26"], Style.SHORT_DAY_FIRST),
        (["31-Jan-2026"], Style.DAY_FIRST),
        (["2026-01-31"], Style.YEAR_FIRST),
        (["2026-01-31", date(2026, 2, 1)], Style.YEAR_FIRST),
        (["2026-01-31", "31/01/2026"], Style.DAY_FIRST),
        (["01/31/2026", "31/03/2026", "02/03/2026"], Style.CERTAIN),
        (["31/01/2026", 46053.0], Style.EACH_DAY_FIRST),
        ([date(2026, 1, 31), 46053.0, "31/01/26"], Style.EACH_DAY_FIRST),
        (["01/31/2026", "46053"], Style.EACH_MONTH_FIRST),
        (["31/01/2026", "20260131"], Style.EACH_DAY_FIRST),
        ([20260131.0, 20260201], Style.YEAR_FIRST),
        (["20260131"], Style.YEAR_FIRST),
        ([46053.0, 46054], Style.EXCEL_1900),
        ([date(2026, 1, 31)], Style.DAY_FIRST),
    ],
)
def test_the_style_of_dates_is_told_from_their_look(values, style):
    (one,) = suggest(look_at_column("Disposal date", *values), "")

    assert one.uses[0].style == style


@pytest.mark.parametrize(
    ("values", "itself"),
    [
        ([date(2026, 1, 31), MIDNIGHT], True),
        (["2026-01-31", "2026-03-04T10:00:00", date(2026, 1, 31), "to follow"], True),
        ([date(2026, 1, 31), "31/01/2026"], False),
        (["31-Jan-26"], False),
        (["20260131"], False),
        (["soon"], False),
        ([], False),
    ],
)
def test_nothing_is_asked_of_a_column_whose_dates_say_themselves(values, itself):
    assert says_itself(look_at_column("Disposal date", *values).cases.columns[0]) is itself


def test_dates_that_could_be_both_keep_the_day_first_and_say_so():
    (one,) = suggest(look_at_column("Disposal date", "03/04/2026", "05/06/2026"), "")

    assert not one.sure
    assert one.why == "same heading, but its dates could have the day or the month first"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Jane de Souza", "de Souza, Jane"),
        ("Jane DE SOUZA", "DE SOUZA, Jane"),
        ("Vincent van der Berg", "van der Berg, Vincent"),
        ("Yusuf bin Ali", "bin Ali, Yusuf"),
        ("Sean O'Brien", "O'Brien, Sean"),
        ("Omar al-Hassan", "al-Hassan, Omar"),
        ("Mr John Paul Smith", "Smith, John Paul"),
        ("JANE SMITH", "SMITH, JANE"),
        ("Northmoor Stores Ltd", "Northmoor Stores Ltd,"),
        ("Okafor, Daniel", "Okafor, Daniel"),
        ("PS Farrow", "Farrow,"),
        ("Sgt. O'Brien", "O'Brien,"),
        ("Mr Smith", "Smith,"),
        ("T/DS Jane Farrow", "Farrow, Jane"),
        ("Det Insp Jane Farrow", "Farrow, Jane"),
        ("Chief Inspector Jane van der Berg", "van der Berg, Jane"),
        ("DI Jane Farrow", "Farrow, Jane"),
        ("Di Farrow", "Farrow, Di"),
        ("Northmoor Police", "Northmoor Police,"),
    ],
)
def test_forenames_first_keeps_a_surname_whole(written, read):
    assert forenames_first(written) == read
    assert read_name(forenames_first(written)) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("SMITH John Paul", "SMITH, John Paul"),
        ("DE SOUZA Jane", "DE SOUZA, Jane"),
        ("McDONALD Ian", "McDONALD, Ian"),
        ("PS Farrow", "Farrow,"),
        ("PS FARROW Jane", "FARROW, Jane"),
        ("Sergeant FARROW Jane", "FARROW, Jane"),
        ("CONSTABLE John", "CONSTABLE, John"),
        ("Mrs Rees", "Rees,"),
    ],
)
def test_a_surname_in_capitals_comes_first(written, read):
    assert surname_first(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "Jane",
        "Ann & Bob Smith",
        "Smith; Jones",
        "PS",
        "PS F.",
        "Jane Farrow PS",
        "DI MARCO",
        "PC DC",
        "Sir John",
    ],
)
def test_a_name_that_cannot_be_told_apart_is_refused(written):
    with pytest.raises(Unreadable):
        read_name(forenames_first(written))


def test_a_rank_is_never_the_surname_of_a_name_without_a_comma():
    assert surname_first("DI MARCO Luca") == "DI MARCO Luca"  # an inspector or a particle: left to be refused
    (one,) = suggest(look_at_column("Supervisor", "PS Farrow", "PS Rees", "Sgt Vale"), "")

    assert one.uses[0].style == Style.FORENAMES_FIRST


@pytest.mark.parametrize("style", [Style.FORENAMES_FIRST, Style.SURNAME_FIRST])
@pytest.mark.parametrize(
    ("field", "written", "given"),
    [
        ("officer_name", "PC Farrow", "Farrow,"),
        ("witnesses", "PC Farrow; PS Rees", "Farrow,; Rees,"),
        ("victim_1_name", "PC World", "PC World"),
        ("offender_name", "DC Motors", "DC Motors"),
        ("victim_1_name", "Mrs Rees", "Rees,"),
        ("officer_name", "DI FARROW", "FARROW,"),
        ("officer_name", "DI DI MARCO", "DI DI MARCO"),
        ("victim_1_name", "DI FARROW", "DI FARROW"),
    ],
)
def test_a_rank_is_left_out_before_one_word_only_where_officers_stand(style, field, written, given):
    assert RowMapper(Mapping({"a": (Use(field, style=style),)}), ["A"]).cells([written]) == {field: given}


@pytest.mark.parametrize("written", ["Not known", "Not recorded", "None known", "n/k"])
@pytest.mark.parametrize("turn", [forenames_first, surname_first])
def test_words_that_name_nobody_are_not_taken_for_a_name(turn, written):
    assert turn(written) == written
    assert reader(FIELD["victim_1_name"])(turn(written)) is None


@given(WORDS, st.lists(WORDS, min_size=1, max_size=3))
def test_joining_a_surname_and_forenames_then_splitting_gives_them_back(surname, forenames):
    assume(not {word.lower() for word in (surname, *forenames)} & {"san", "la", "le", "de", "st", *TITLES})
    name = joined(surname, " ".join(forenames))

    assert read_name(name) == name
    assert name.split(", ") == [surname, " ".join(forenames)]


def test_a_number_that_may_be_a_date_is_given_as_either_way_of_counting_has_it():
    (serials, days, numbers) = (
        look_at_column("A", *of).cases.columns[0] for of in ([46093, 46094], ["12/03/2026"], [3])
    )

    assert counted_days(serials) == ("46093", date(2026, 3, 12), date(2030, 3, 13))
    assert counted_days(days) is None
    assert counted_days(numbers) is None


MIXED = {
    "31/01/2026": date(2026, 1, 31),
    "01/31/2026": date(2026, 1, 31),
    "31.1.26": date(2026, 1, 31),
    "02/02/2026": date(2026, 2, 2),
    "2026-01-31": date(2026, 1, 31),
    "2026-01-31T10:15:00.000Z": date(2026, 1, 31),
    "2026/01/31": date(2026, 1, 31),
    "20260131": date(2026, 1, 31),
    "31-Jan-26": date(2026, 1, 31),
    "31 January 2026": date(2026, 1, 31),
    "46053": date(2026, 1, 31),
    46053.0: date(2026, 1, 31),
    20260131.0: date(2026, 1, 31),
    date(2026, 1, 31): date(2026, 1, 31),
}


@pytest.mark.parametrize(("cell", "day"), MIXED.items())
@pytest.mark.parametrize("style", [Style.EACH_DAY_FIRST, Style.EACH_MONTH_FIRST])
def test_a_mixed_column_is_read_row_by_row_by_its_own_look(style, cell, day):
    assert read_date(styled(style, cell)) == day


def test_what_could_be_two_days_is_read_in_the_order_that_a_person_chose():
    assert read_date(styled(Style.EACH_DAY_FIRST, "03/02/2026")) == date(2026, 2, 3)
    assert read_date(styled(Style.EACH_MONTH_FIRST, "03/02/2026")) == date(2026, 3, 2)
    with pytest.raises(Unreadable):
        read_date(styled(Style.CERTAIN, "03/02/2026"))


CELLS = [*(cell for cell in MIXED if cell != "02/02/2026"), "03/02/2026", "03/02/26", "31/01/2026 09:30", "not a date"]


@pytest.mark.parametrize("style", DATE_STYLES)
@pytest.mark.parametrize("cell", CELLS)
def test_what_a_style_is_said_to_reject_it_rejects_and_nothing_else(style, cell):
    (column,) = look_at_column("Offence date", cell).cases.columns

    assert (would_reject(column, style) > 0) == (not _reads(style, cell))


def _reads(style, cell):
    try:
        return read_date(styled(style, cell)) is not None
    except Unreadable:
        return False


@pytest.mark.parametrize("name", ["Brightwater Trading", "The Red Lion", "Harbour View Fisheries", "Marsh Bros"])
def test_a_name_with_an_organisations_word_is_never_turned_round(name):
    assert forenames_first(name) == surname_first(name) == f"{name},"
