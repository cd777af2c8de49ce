"""No text takes long, whatever is in it."""

import json
import subprocess
import sys

import pytest

# One process loads the package; then a fork of it, with two seconds of processor time, reads each hostile text.
LIMITED = """
import json, os, resource, sys
from datetime import date
from redaction import Party, Redactor, lexicon
from redaction.index import Index
from redaction.normalising import normalise
from redaction.shaped.finding import find_shaped
from redaction.soft import find_ages, find_bare_ages, find_dates
from redaction.story import find_story
from redaction.words import split_words

offence = date(2026, 1, 1)
identifiers = ("14 Acacia Avenue, CF5 4QA", "07700 900230")
party = Party("victim", "Margaret Ann", "O'Hughes-Smith", ("Mags",), date(1971, 7, 5), identifiers)
redactor = Redactor()
redactor.redact("Warm up.")

def whole(text):
    redactor.redact(text, parties=[party], references=["17*302475*25"], offence_date=offence)

def shapes(text):
    text = normalise(text).text
    words = split_words(text, lexicon.load())
    for layer in (
        find_shaped(text),
        find_ages(text, exact_child_ages=False),
        find_bare_ages(text, (), exact_child_ages=False),
        find_dates(text, offence),
        find_story(text, words, Index(words)),
    ):
        for finding in layer:
            pass

reading = {"whole": whole, "shapes": shapes}[sys.argv[1]]
slow = []
for unit in json.loads(sys.stdin.read()):
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
        reading((unit * (50_000 // len(unit) + 1))[:50_000])
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        slow.append(unit)
print(json.dumps(slow))
"""
WORDS_OF_CUES = (
    "tel 0", "ref 1", "crime 1/", "log 1 of ", "aged 1, ", "1 year ", "sixteen ", "PC 1",
    "her son ", "insta a_", "user name ",
    "account of ", "postcode ", "lives in ", "grid ref ", "w3w a b ", "lat 1.1 ",
    "last three digits ", "card ending ",
    "oh double ", "one two ", "12 March ", "12/3/26 ", "March 1 ", "5 may ", "the only ",
    "a vicar ", "her dog ", "iban GB12",
)  # fmt: skip
SHAPES = (
    "1", "12", "1-", "1.", "1 ", "1/", "1*", "1:", "1,1", "(1", "1(", "a:", "::", "ab:",
    "2001:db8:", "a", "A ", "Aa ", "a.", "a@",
    "a@a@a@", "a.b@c.", "a_", "_", "--", "(", "()", "[", "O'", '"', "'a", "CF5 4Q", "CF5 ",
    "AB12 ", "AB12C", "A1", "1A", "a1_",
    "07700 ", "+44 ", "0 7", "a-\n", "1\n", " ", "\u00e9", "\u044f", "\u4e2d", "\U0001f600",
    "\uff10", "a\u200b", "at dot ", "jo at a dot ",
    "http://", "www.a", "///", "a/", "abcd.efgh.", "#", "a#1", "x*", "....", "****-", "0x1",
    "GB12 ABCD ", "A9", "MORGA6", "IZ 1", "\x00",
    "5x5x5 ", "1\u00b01'1\"N ", "1st ", "[Victim ", "The Aa ", "Margaret ", "Mr A ", "14 Acacia ", "Heol y ",
)  # fmt: skip

NAMES_AND_PHRASES = (
    "xX", "s4 AB ", "Operation A ", "boat A (B 1) ", "Q. A. ", "ab.cd ", "seller abcdefgh ", "Ab School of ", "NBR ",
    "at Aldi and B&M, ", "referred to New Steps of the ", "landlord of the Crown and the King ",
    "no reply at 8, 10 or 12, ", "a bar called Tips n Toes of the ", "cans of Stella Stella ",
    'a "Muppet" the Librarian ',
    "on mill lane road of ", "Our Lady and St A and St ", "AbcAbc Vets4All ", "attends Bishop King ",
    "his mother's, 5 Ladmanlow 6 ",
)  # fmt: skip


def slow(reading: str, units: tuple[str, ...]) -> object:
    """Read each unit, repeated to 50,000 characters, and give those that took more than two processor seconds."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, reading],
        input=json.dumps(units),
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("units", [WORDS_OF_CUES, SHAPES], ids=["cues", "shapes"])
def test_the_shapes_and_soft_facts_take_no_hostile_text_long(units):
    assert slow("shapes", units) == []


@pytest.mark.parametrize("units", [WORDS_OF_CUES[::3], SHAPES[::4], SHAPES[1::4], SHAPES[2::4], NAMES_AND_PHRASES])
def test_fifty_thousand_hostile_characters_finish_in_two_processor_seconds(units):
    assert slow("whole", units) == []


def test_five_thousand_references_are_taken(redactor):
    references = [f"{number}*{number}*25" for number in range(10_000, 15_000)]
    assert redactor.redact("See 12345/12345/25 here.", references=references).text == "See [Reference 1] here."
