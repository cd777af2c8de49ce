"""The national picture's page, workbook and data say the same, and nothing in them runs."""

import io
import json
import re
from xml.etree import ElementTree

import pytest
from lxml import html  # type: ignore[import-untyped]  # publishes no types
from msgspec.structs import replace
from openpyxl import load_workbook

from scrutiny_app.domain.collating import collate
from scrutiny_app.domain.national_forms import public
from scrutiny_app.domain.national_funnels import funnels_of
from scrutiny_app.domain.national_return import MOST_BYTES, to_bytes
from scrutiny_app.files.national_chart import funnel_chart
from scrutiny_app.files.national_data import as_data
from scrutiny_app.files.national_page import page, write_pages
from scrutiny_app.files.national_reading import NotAReturn, read_return
from scrutiny_app.files.national_workbook import workbook
from tests.returns import SOUND, WRONG, case, make_return, round_of

FORCES = ("Ashmoor", "Barrowdale", "Caldermere", "=1+1")


def a_return(force, wrong=3, of=30, **changes):
    cases = [case(WRONG if number < wrong else SOUND) for number in range(of)]
    return make_return(cases, force=f"{force} Police", draw_id=f"{force}-1", **changes)


RETURNS = [
    *(a_return(force, wrong=2 + number) for number, force in enumerate(FORCES)),
    a_return("Dunwick", wrong=24),
    a_return("Eastmarsh", targeted=True),
    public(make_return(round_of(*[SOUND] * 12, *[WRONG] * 2), force="Hidden <b>Police", draw_id="H")),
]
PICTURE = collate(RETURNS, [("late & broken.json", "it is not a JSON object")])


def sheets():
    book = load_workbook(io.BytesIO(workbook(PICTURE)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def rows_of(table):
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")]


def test_totals_are_the_same_on_the_page_in_the_workbook_and_in_the_data():
    data = json.loads(as_data(PICTURE))
    tree = html.fromstring(page(PICTURE))
    table = next(one for one in tree.iter("table") if one.find("caption").text == "Forces side by side")
    on_page = {row[0]: row[1:8] for row in rows_of(table)}
    in_book = {row[0]: row for row in sheets()["Random forces"]}
    for force, pool in {**data["random"]["forces"], "All forces": data["random"]["all"]}.items():
        headline = next(one for one in pool["breakdown"] if one["disposal"] == one["age_group"] == "all")["counts"]
        counts = [headline[code] for code in ("appropriate", "observations", "inappropriate")]
        assert on_page[force][:5] == [str(pool["returns"]), str(pool["sample"]), *(str(low) for low, _ in counts)]
        assert in_book[force][1:4] == [pool["returns"], pool["frame"], pool["sample"]]
        assert in_book[force][4:10] == [end for pair in counts for end in pair]
    assert data["random"]["all"]["sample"] == 5 * 30 + 14


def test_hidden_counts_are_the_same_ranges_everywhere():
    data = json.loads(as_data(PICTURE))
    hidden = next(
        one["counts"]
        for one in data["random"]["forces"]["Hidden <b>Police"]["breakdown"]
        if (one["disposal"], one["age_group"]) == ("all", "adult")
    )
    row = next(row for row in sheets()["Random by disposal and age"] if row[:3] == ["Hidden <b>Police", "All", "Adult"])
    assert [row[3], row[4]] == hidden["appropriate"]
    assert row[3] < row[4]


def test_a_workbook_holds_no_formula():
    book = load_workbook(io.BytesIO(workbook(PICTURE)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "=1+1 Police" for cell in cells)
    assert not any(cell.data_type == "f" for cell in cells)


def test_a_page_writes_names_as_words_and_runs_nothing():
    written = page(PICTURE).decode()
    assert "Hidden &lt;b&gt;Police" in written
    assert "Hidden <b>Police" not in written
    assert not re.search(r"<script|javascript:|\son\w+=|style=|https?://(?!www\.w3\.org/2000/svg)", written)


def test_a_page_names_what_was_left_out_and_how_it_was_made():
    said = " ".join(html.fromstring(page(PICTURE)).text_content().split())
    assert "late & broken.json it is not a JSON object" in said
    assert "Not drawn. Counts that are hidden leave their place open: Hidden <b>Police." in said
    assert "Forces are not ranked" in said
    assert "never added to those of a random sample" in said


def test_chosen_cases_get_no_share_and_no_chart():
    part = html.fromstring(page(PICTURE)).get_element_by_id("targeted")
    assert "%" not in part.text_content().split("How far members agreed")[0]
    assert list(part.iter("{http://www.w3.org/2000/svg}svg", "svg")) == []


def test_no_percentage_stands_without_its_interval():
    tree = html.fromstring(page(PICTURE))
    for table in tree.iter("table"):
        for row in rows_of(table)[1:]:
            shares = [cell for cell in row if re.match(r"\d+\.\d%", cell)]
            assert all(" to " in cell for cell in shares)


def test_every_table_has_a_caption_and_heads_and_every_name_on_the_page_is_used_once():
    tree = html.fromstring(page(PICTURE))
    tables = list(tree.iter("table"))
    assert len(tables) > 8
    assert all(one.find("caption") is not None and one.xpath(".//thead//th[@scope='col']") for one in tables)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= set(ids)
    assert all(name in ids for names in tree.xpath("//@aria-labelledby") for name in names.split())


def test_a_chart_names_what_lies_outside_and_says_so_in_words():
    (part, _) = PICTURE.parts
    chart = ElementTree.fromstring(funnel_chart(funnels_of(part)[0]))
    words = ["".join(one.itertext()) for one in chart.iter("{http://www.w3.org/2000/svg}text")]
    assert "Dunwick Police" in words
    assert "Ashmoor Police" not in words
    description = chart.find("{http://www.w3.org/2000/svg}desc").text
    assert description.endswith("Above the upper limit: Dunwick Police.")


def test_equal_pictures_give_equal_bytes(tmp_path):
    again = collate(reversed(RETURNS), [("late & broken.json", "it is not a JSON object")])
    names = write_pages(PICTURE, tmp_path / "one")
    assert (
        write_pages(again, tmp_path / "two")
        == names
        == ["index.html", "national.css", "national.xlsx", "national.json"]
    )
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_picture_of_one_return_and_of_hidden_counts_alone_can_be_drawn():
    for alone in ([RETURNS[0]], [RETURNS[-1]], [RETURNS[-2]], [public(one) for one in RETURNS[:2]]):
        assert "All forces" in page(collate(alone)).decode()
        assert workbook(collate(alone))


def test_a_return_is_read_as_it_was_written():
    assert [read_return(to_bytes(one)) for one in RETURNS] == RETURNS


def test_a_file_that_begins_with_a_byte_order_mark_is_read():
    assert read_return(b"\xef\xbb\xbf" + to_bytes(RETURNS[0])) == RETURNS[0]


WHOLE = json.loads(to_bytes(RETURNS[0]))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not a JSON object"),
        (b"[1, 2]", "not a JSON object"),
        (b'{"schema": "another"}', "not a national return"),
        (b"\xff\xfe", "not a JSON object"),
        (b"[" * 100_000, "not a JSON object"),
        (b" " * (MOST_BYTES + 1), "far larger"),
        (json.dumps(WHOLE | {"version": 2}).encode(), "another version"),
        (json.dumps(WHOLE | {"frame": "SECRET"}).encode(), r"at \$\.frame"),
        (json.dumps(WHOLE | {"name": "SECRET"}).encode(), "a field too many"),
        (json.dumps({name: WHOLE[name] for name in WHOLE if name != "frame"}).encode(), "a field is missing: frame"),
        (json.dumps(WHOLE | {"frame": 2}).encode(), "contradicts itself: its sample is larger than its frame"),
    ],
)
def test_what_cannot_be_read_says_why_and_quotes_nothing(content, why):
    with pytest.raises(NotAReturn, match=why) as refusal:
        read_return(content)
    assert "SECRET" not in str(refusal.value)


def test_a_field_that_stands_twice_is_refused_wherever_it_stands():
    written = to_bytes(RETURNS[0]).decode()
    for field in ('"force":', '"total":'):
        twice = written.replace(
            field, f'{field} "SECRET", {field}' if field == '"force":' else f"{field} 1, {field}", 1
        )
        with pytest.raises(NotAReturn, match="more than once") as refusal:
            read_return(twice.encode())
        assert "SECRET" not in str(refusal.value)


def test_a_contradiction_is_told_once():
    broken = replace(
        RETURNS[0], breakdown=[replace(one, counts=replace(one.counts, total=1)) for one in RETURNS[0].breakdown]
    )
    with pytest.raises(NotAReturn) as refusal:
        read_return(to_bytes(broken))
    assert len(set(str(refusal.value).split("; "))) == len(str(refusal.value).split("; "))
