"""What the case's own fields give is found in every form."""

from datetime import date

import pytest

from redaction import Party

HUGHES = Party(
    role="victim",
    forenames="Margaret Ann",
    surname="Hughes",
    aliases=("Mags",),
    born=date(1971, 7, 5),
    identifiers=("14 Acacia Avenue, Pontypridd, CF5 4QA", "07700 900230", "maggie.h@example.org", "AB12 CDE", "4312"),
)


@pytest.mark.parametrize(
    "written",
    [
        "Margaret",
        "Hughes",
        "Margaret Hughes",
        "HUGHES, Margaret",
        "Hughes's",
        "Hughess",
        "M. Hughes",
        "M A Hughes",
        "M.A.H.",
        "MAH",
        "Maggie",
        "Peggy",
        "Mags",
        "margaret hughes",
        "Magaret",
        "Hugehs",
        "Hughees",
        "Hug\nhes",
        "Hug-\nhes",
        "mhughes71",
        "maggiehughes",
        "Ηughеs",
        "H\u200bughes",
        "Hugh3s",
        "H u g h e s",
        "Ms Hughes",
        "Ｈｕｇｈｅｓ",
        "hughes_statement.pdf",
    ],
)
def test_a_name_in_any_spelling_becomes_the_party_s_tag(redactor, written):
    result = redactor.redact(f"I then spoke to {written} again.", parties=[HUGHES])
    rest = result.text.replace("[Victim 1]", "").lower()
    assert "[Victim 1]" in result.text
    assert not any(part in rest for part in ("hugh", "marg", "magg", "mags", "pegg", "mah"))


@pytest.mark.parametrize(
    "written",
    [
        "5/7/71",
        "05.07.1971",
        "1971-07-05",
        "5 July 1971",
        "5th of July, 1971",
        "July 5th 1971",
        "05JUL71",
        "05071971",
        "07/05/1971",
        "fifth of July nineteen seventy one",
        "the fifth of July nineteen seventy-one",
    ],
)
def test_a_date_of_birth_in_any_format_is_found(redactor, written):
    result = redactor.redact(f"It says {written} there.", parties=[HUGHES])
    assert "[Victim 1's date of birth]" in result.text


@pytest.mark.parametrize("written", ["20/04/1986", "30 March 1963"])
def test_a_round_day_is_not_added_to_its_month(redactor, written):
    born = date(1986, 4, 20) if "1986" in written else date(1963, 3, 30)
    result = redactor.redact(f"It says {written} there.", parties=[Party(role="suspect", forenames="Bo", born=born)])
    assert "[Suspect's date of birth]" in result.text


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("14 Acacia Avenue", "address"),
        ("14 acacia ave", "address"),
        ("14 Acacia Avenue, Pontypridd CF54QA", "address"),
        ("Acacia Avenue", "street"),
        ("Acacia Ave", "street"),
        ("Acacia", "street"),
        ("Pontypridd", "town"),
        ("CF54QA", "postcode"),
        ("cf5 4qa", "postcode"),
        ("07700-900-230", "phone"),
        ("+44 (0)7700 900230", "phone"),
        ("0044 7700900230", "phone"),
        ("AB12CDE", "vehicle"),
        ("ab12 cde", "vehicle"),
        ("4312", "collar"),
        ("MAGGIE.H@EXAMPLE.ORG", "email"),
    ],
)
def test_an_identifier_in_any_spelling_is_found_as_what_it_is(redactor, written, kind):
    result = redactor.redact(f"He gave {written} as his.", parties=[HUGHES])
    assert [(span.kind, span.source) for span in result.spans] == [(kind, "known")]


@pytest.mark.parametrize("written", ["17*302475*25", "17/302475/25", "17 302475 25", "1730247525", "17-302475-25"])
def test_a_reference_is_found_with_any_separators(redactor, written):
    result = redactor.redact(f"See {written} for that.", references=("17*302475*25",))
    assert result.text == "See [Reference 1] for that."


@pytest.mark.parametrize(
    ("surname", "written"),
    [
        ("O'Neill", "ONeill"),
        ("O'Neill", "O’NEILL"),
        ("O'Neill", "Neill"),
        ("McDonald", "Mac Donald"),
        ("de Souza", "Souza"),
        ("van der Berg", "VAN DER BERG"),
        ("di Marco", "DI MARO"),
        ("du Plessis", "du plessi\nss"),
        ("bin Rashid", "Rashid"),
        ("Smith-Jones", "Smith"),
        ("Smith-Jones", "smith jones"),
        ("Müller", "Mueller"),
        ("Müller", "Muller"),
        ("Yılmaz", "YILMAZ"),
        ("Łukasik", "Lukasik"),
    ],
)
def test_a_name_of_parts_is_found_by_any_part(redactor, surname, written):
    party = Party(role="witness", forenames="Jo", surname=surname)
    assert redactor.redact(f"Then {written} left.", parties=[party]).text == "Then [Witness 1] left."


@pytest.mark.parametrize(
    ("surname", "written"),
    [
        ("McAllister", "McA"),
        ("McAllister", "K McA"),
        ("McAllister", "KMcA"),
        ("MacDonald", "K.MacD"),
        ("O'Neill", "K O'N"),
        ("O'Neill", "KO'N"),
        ("van der Berg", "vdB"),
        ("van der Berg", "KvdB"),
    ],
)
def test_a_surname_cut_down_to_its_beginnings_is_masked_with_the_initials(redactor, surname, written):
    party = Party(role="officer", forenames="Kirsty", surname=surname)
    assert redactor.redact(f"Served by {written} today.", parties=[party]).text == "Served by [Officer 1] today."


def test_an_act_s_letters_are_no_surname_cut_down(redactor):
    party = Party(role="officer", forenames="Kirsty", surname="McAllister")
    assert redactor.redact("The MCA was considered.", parties=[party]).text == "The MCA was considered."


@pytest.mark.parametrize(
    "sentence", ["He may attend.", "It will not mark the wall.", "May I ask.", "It was in May 2025."]
)
def test_a_party_s_name_that_is_an_ordinary_word_stays_and_is_doubted(redactor, sentence):
    parties = [Party(role="victim", forenames="Will Mark", surname="May")]
    result = redactor.redact(sentence, parties=parties)
    assert result.text == sentence
    assert result.doubts


@pytest.mark.parametrize("sentence", ["I spoke to May.", "PC May came.", "Will May came.", "Will said so."])
def test_such_a_name_is_masked_where_it_stands_as_a_name(redactor, sentence):
    parties = [Party(role="victim", forenames="Will", surname="May")]
    assert "[Victim 1]" in redactor.redact(sentence, parties=parties).text


def test_a_surname_that_two_parties_bear_says_so(redactor):
    parties = [HUGHES, Party(role="suspect", forenames="Dai", surname="Hughes")]
    result = redactor.redact("Dai Hughes shouted. Margaret left. Hughes followed.", parties=parties)
    assert result.text == "[Suspect] shouted. [Victim 1] left. [Victim 1 or Suspect] followed."


def test_spans_lie_over_the_original_even_where_characters_are_invisible(redactor):
    text = "x\u200b\u200b saw Hug\u00adhes\u0301 go"
    [span] = redactor.redact(text, parties=[HUGHES]).spans
    assert text[span.start : span.end] == "Hug\u00adhes\u0301"
    assert (span.source, span.party) == ("known", 0)


@pytest.mark.parametrize("empty", ["", " ", "--"])
def test_an_empty_term_is_refused(redactor, empty):
    with pytest.raises(ValueError, match="at least one letter or digit"):
        redactor.redact("x", references=(empty,))
    with pytest.raises(ValueError, match="at least one letter or digit"):
        redactor.redact("x", parties=[Party(role="victim", identifiers=(empty,))])


def test_a_role_without_a_tag_is_refused():
    with pytest.raises(ValueError, match="suspect, victim"):
        Party(role="bystander")


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("a bet with Imran", "a bet with [Third party 1]"),
        ("Imran's bet", "[Third party 1]'s bet"),
        ("PC Imran left", "PC [Officer 1 or Third party 1] left"),
        ("Imran (4312) left", "[Officer 1 or Third party 1] ([Collar number 1]) left"),
        ("Imran Dace left", "[Officer 1] left"),
    ],
)
def test_a_bare_forename_shared_with_an_officer_is_the_civilian_s(redactor, sentence, redacted):
    parties = [
        Party(role="officer", forenames="Imran", surname="Dace"),
        Party(role="third_party", forenames="Imran", surname="Sole"),
    ]
    assert redactor.redact(sentence, parties=parties).text == redacted


@pytest.mark.parametrize(
    ("forenames", "written"),
    [
        ("Katherine Priyadarshini Christopher", "K.a.t.h.e.r.i.n.e.P.r.i.y.a.d.a.r.s.h.i.n.i.C.h.r.i.s.t.o.p.h.e.r"),
        ("Abdul-Rahman Sian", "Abdul-RahmanSi\nan"),
        ("Mary-Jane Thomas Anastasija", "Mary-Jane A"),
    ],
)
def test_many_forenames_are_found_letter_by_letter_across_lines_and_beside_a_namesake(redactor, forenames, written):
    parties = (Party("witness", forenames, "Abdulle"), Party("officer", "Mary-Jane", "Smythe"))
    left = redactor.redact(f"Spoke with {written} again.", parties=parties).text.partition("]")[2]
    assert left == " again."


def test_a_vehicles_mark_or_a_postcode_with_a_wide_gap_goes_whole(redactor):
    party = Party("suspect", "Rhys", "Marland", identifiers=("G150 FAM", "3 Quarry Close, M14 3AG"))
    text = redactor.redact("It was G150    FAM at M14    3AG there.", parties=[party]).text
    assert text == "It was [Suspect's vehicle mark] at [Suspect's postcode] there."
