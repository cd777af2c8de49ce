"""Planted identifiers: in every column, text, hidden part and attachment, and looked for in every byte that leaves."""

import io
import logging
import random
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pypdfium2  # type: ignore[import-untyped]
import pytest

from redaction import Party
from scrutiny_app.domain.cases import FIELDS, Kind
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.packs import Form
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.received import Received
from scrutiny_app.domain.redacting import READING
from scrutiny_app.files.attachments_one import read_one
from scrutiny_app.services import grading, later_texts, packs, reading_on, redacting, releasing, trail
from scrutiny_app.services.redactions import open_newest
from tests import attached
from tests.demonstration import crawl
from tests.making import KEY
from tests.unit.redaction.derived.names_written import ways_of

PEOPLE = {
    "offender": ("Zebedee Marlowe", "Quillfeather"),
    "victim_1": ("Isolde", "Brackenthwaite"),
    "victim_2": ("Ptolemy", "Vanstittart"),
    "victim_3": ("Ondine", "Grimsdyke"),
}
OTHERS = {
    "authorising_name": "Thessaly Oxenbould",
    "officer_name": "Barnaby Wraxall",
    "supervisor_name": "Cressida Holloway-Tunk",
    "decision_maker_name": "Fenwick Abernathy",
}
MARKS = {
    "case_number": "ZQX/90817/26",
    "crime_number": "97ZQ/881726/26",
    "offender_vehicle": "ZQ51 XKV",
    "officer_number": "88172",
    "supervisor_number": "88173",
    "decision_maker_number": "88174",
}
HIDDEN = "Evadne Tattersall-Pugh"


def planted_record() -> dict[str, object]:
    """Give a case with something to find in every field that identifies anyone, and all of it told in every text."""
    given: dict[str, object] = dict(MARKS)
    for at, (prefix, (first, last)) in enumerate(PEOPLE.items(), 1):
        given[f"{prefix}_name"] = f"{last}, {first}"
        given[f"{prefix}_born"] = f"198{at}-0{at}-1{at}"
        given[f"{prefix}_address"] = f"{at}7 Mizzenmast Row, Thornaby Quay, ZQ{at} 8XK"
        given[f"{prefix}_contact"] = f"07700 90088{at}; {last.lower()}{at}@example.org"
    given |= {field: ", ".join(reversed(name.split(" ", 1))) for field, name in OTHERS.items()}
    given |= {"witnesses": ["Snodgrass, Peregrine"], "third_parties": ["Winterbottom, Araminta"]}
    told = " ".join(
        [
            *(
                f"{first} {last} of {given[f'{who}_address']} was born on {born(given, who)}."
                for who, (first, last) in PEOPLE.items()
            ),
            *(f"Ring {given[f'{who}_contact']}." for who in PEOPLE),
            *(f"{name} was there." for name in (*OTHERS.values(), "Peregrine Snodgrass", "Araminta Winterbottom")),
            f"Case {MARKS['case_number']}, crime {MARKS['crime_number']}, car {MARKS['offender_vehicle']}, PC 88172.",
        ]
    )
    given |= dict.fromkeys(READING, told)
    given["tier"] = "Level 2, agreed by Barnaby Wraxall"
    given["attachments"] = list(attachments(told))
    return given


def born(given: dict[str, object], who: str) -> str:
    return date.fromisoformat(str(given[f"{who}_born"])).strftime("%d/%m/%Y")


def attachments(told: str) -> Iterator[dict[str, object]]:
    """Read files as they are read from a zip: names stand in their texts, and another one in what is hidden there."""
    deleted = f"<w:del><w:r><w:delText>{HIDDEN}</w:delText></w:r></w:del>"
    body = attached.paragraph(attached.plain_run(told), attached.plain_run(HIDDEN, "<w:vanish/>")) + deleted
    note = f'<w:comment w:id="0" w:author="{HIDDEN}"><w:p><w:r><w:t>{HIDDEN}</w:t></w:r></w:p></w:comment>'
    book = attached.workbook(("Note", told))
    book.create_sheet("Hidden").append([HIDDEN])
    book["Hidden"].sheet_state, book.properties.creator = "hidden", HIDDEN
    letter = attached.mail(told, **{"X-Handled-By": HIDDEN})
    files = {
        "word.docx": attached.word_of(body, comments=note),
        "book.xlsx": attached.saved(book),
        "letter.eml": letter.as_bytes(),
        f"{HIDDEN}.txt": told.encode(),
    }
    for name, data in files.items():
        found = read_one(name, data)
        yield {"name": name, "kind": found.kind, "text": found.text, "left_out": list(found.left_out), "state": "read"}


def secrets() -> set[str]:
    """Give every word that only the force may read, as it would be looked for by whoever knows it."""
    names = [name for _, name in PEOPLE.values()] + [first.split()[0] for first, _ in PEOPLE.values()]
    names += [part for name in (*OTHERS.values(), HIDDEN) for part in re.split(r"[ -]", name)]
    given = planted_record()
    contacts = [str(given[f"{who}_contact"]) for who in PEOPLE]
    numbers = [*MARKS.values(), *(part.strip() for contact in contacts for part in contact.split(";"))]
    births = [text for who in PEOPLE for text in (str(given[f"{who}_born"]), born(given, who))]
    places = ["Mizzenmast", "Thornaby", "8XK", "Snodgrass", "Peregrine", "Winterbottom", "Araminta"]
    return {one.casefold() for one in (*names, *numbers, *births, *places)}


def test_something_is_planted_in_every_column_that_identifies():
    identifying = {field.name for field in FIELDS if field.kind in (Kind.PERSON, Kind.PEOPLE)}
    identifying |= {field.name for field in FIELDS if field.name.endswith(("_born", "_address", "_contact", "_number"))}
    given = planted_record()
    assert {name for name in identifying | set(READING) if not given.get(name)} == set()


@pytest.fixture
def world(making) -> SimpleNamespace:
    """Have the planted case drafted, checked and released as the machine left it, with what came later, and graded."""
    with making() as make:
        lead, preparer, member = make.user(Role.LEAD), make.user(Role.PREPARER), make.user(Role.MEMBER)
        chair, adviser = make.user(Role.CHAIR), make.user(Role.ADVISER)
        panel = make.panel(member, chair, adviser)
        round_ = make.drawn(make.case(**planted_record()), by=lead, panel=panel)
        (place,) = make.round_cases(round_)
        session = make.session
        redacting.draft_redactions(session, round_, KEY, lead)
        reply = "Isolde Brackenthwaite of 27 Mizzenmast Row told Barnaby Wraxall: ring 07700 900882."
        later_texts.receive(session, place, Received.OFFICER_REPLY, reply, key=KEY, by=lead)
        redacting.finish_check(session, place, 2, KEY, lead)
        releasing.approve(session, round_, place, 2, KEY, preparer)
        round_.opened_at = trail.now()
        session.flush()
        for reader in (member, chair):
            for form in Form:
                packs.make_copy(session, round_, form, reader_id=reader.id, by=reader)
        graded = {"version": 1, "grade": Grade.APPROPRIATE}
        grading.give_grade(session, place.reference, by=member, **graded)
        reading_on.read_checks(session, place.reference, by=member)
        reading_on.read_later(session, place.reference, by=member)
    return SimpleNamespace(lead=lead, member=member, chair=chair, adviser=adviser, place=place, round=round_)


def unpacked(body: bytes) -> Iterator[str]:
    """Give a file's own bytes, the parts of a zip, and the words, names and properties of a PDF."""
    yield body.decode("utf-8", "replace")
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for one in archive.infolist():
                yield f"{one.filename} {one.comment!r}\n{archive.read(one).decode('utf-8', 'replace')}"
    if body.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(body)
        yield str(document.get_metadata_dict())
        yield from (page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("who", ["member", "chair", "adviser"])
def test_nothing_that_was_planted_reaches_a_reader_in_any_byte(world, sign_in, caplog, who):
    everything, kinds = list[str](), set[str]()

    def keep(path, answer) -> None:
        heads = "\n".join(f"{name}: {value}" for name, value in answer.headers)
        everything.extend((path, heads, *unpacked(answer.data)))
        kinds.add(answer.mimetype)

    with caplog.at_level(logging.DEBUG):
        crawl(sign_in(getattr(world, who)).client, each=keep)
    found = "\n".join((*everything, caplog.text)).casefold()
    assert "received later" in found or who != "member"  # who asked to read what came later
    assert who == "adviser" or {"application/pdf", "text/html"} <= kinds
    assert sorted(secret for secret in secrets() if secret in found) == []


def test_the_scan_finds_what_was_planted_where_the_force_reads_it(world, sign_in):
    page = sign_in(world.lead).get(f"/force/redactions/{world.place.id}").text.casefold()
    assert {"quillfeather", "brackenthwaite", "mizzenmast"} <= {secret for secret in secrets() if secret in page}
    assert HIDDEN.casefold() not in page  # what is hidden in a file is not even kept


def spellings(who: str, chance: random.Random) -> list[str]:
    """Give 25 ways of writing somebody's name, of as many kinds as there are."""
    first, last = PEOPLE[who]
    party = Party("victim", first, last)
    ways = dict(ways_of(SimpleNamespace(party=party, wordlike=False, nicknames=()), chance))
    return chance.sample(sorted(set(ways.values())), 25)


@pytest.mark.parametrize("who", PEOPLE)
def test_of_25_spellings_of_a_name_each_is_redacted_or_a_doubt_on_the_check_page(making, who):
    written = spellings(who, random.Random(f"spellings of {who}"))
    text = "\n\n".join(f"Later that day we heard about {one} again." for one in written)
    with making() as make:
        lead = make.user(Role.LEAD)
        round_ = make.drawn(make.case(**planted_record() | {"rationale": text}), by=lead)
        redacting.draft_redactions(make.session, round_, KEY, lead)
        marks = open_newest(make.session, make.round_cases(round_)[0], KEY).marks["rationale"]
    slipped = []
    for one in written:
        start = text.index(f"about {one} again") + len("about ")
        if not any(span.start < start + len(one) and start < span.end for span in (*marks.spans, *marks.doubts)):
            slipped.append(one)
    assert len(written) == 25
    assert slipped == []
