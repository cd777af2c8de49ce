"""Identifiers are known by their shape, and look-alikes of them are let be."""

import pytest


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("07700 900123", "phone"),
        ("(0113) 496 0386", "phone"),
        ("+44 7700 900123", "phone"),
        ("+33 1 23 45 67 89", "phone"),
        ("SW1A 1AA", "postcode"),
        ("ll154xt", "postcode"),
        ("jo.bloggs@example.org", "email"),
        ("jo dot b at example dot com", "email"),
        ("https://example.org/a?b=c", "url"),
        ("@big_jo11", "handle"),
        ("AB12 CDE", "vehicle"),
        ("A123 BCD", "vehicle"),
        ("AB 12 34 56 C", "insurance"),
        ("943 476 5919", "nhs"),
        ("95/2045C", "pnc"),
        ("2002/9731643E", "pnc"),
        ("SF87/96988C", "cro"),
        ("17*302475*25", "reference"),
        ("12KP/09154/24", "reference"),
        ("CR/028656/25", "reference"),
        ("42E15062024", "reference"),
        ("36110/97", "reference"),
        ("4111 1111 1111 1111", "card"),
        ("31-79-35 93704077", "account"),
        ("490154203237518", "card"),
        ("192.168.10.77", "network"),
        ("2001:db8::8a2e:370:7334", "network"),
        ("00:1A:2b:3C:4d:5E", "device"),
        ("///filled.count.soap", "location"),
        ("51.50722, -0.12750", "location"),
        ("MORGA657054SM9IJ", "licence"),
        ("5510293847", "number"),
    ],
)
def test_an_identifier_is_known_by_its_shape(redactor, written, kind):
    result = redactor.redact(f"He has {written} on it.")
    assert [(span.kind, span.source) for span in result.spans] == [(kind, "shaped")]


@pytest.mark.parametrize(
    ("sentence", "gone"),
    [
        ("DOB 03.04.88.", "03.04.88"),
        ("b. 7 October 1965 found", "7 October 1965"),
        ("IMEI 35-209900-176148-1 seen", "35-209900-176148-1"),
        ("Log 0167 of 5/07/25 refers", "0167 of 5/07/25"),
        ("PC 4312 attended", "4312"),
        ("collar no 771 seen", "771"),
        ("crime ref A1234 seen", "A1234"),
        ("sort code 20-00-00 used", "20-00-00"),
        ("insta its.jo77 since", "its.jo77"),
        ("passport no 533401372 held", "533401372"),
        ("reg P12 JOB seen", "P12 JOB"),
        ("warrant number 204417 held", "204417"),
        ("Crime No. 21000570103 refers", "21000570103"),
        ("custody ref SF/2483/24 refers", "SF/2483/24"),
        ("V's partner Leonora BRIGGS (1977-02-03) said", "1977-02-03"),
    ],
)
def test_an_identifier_is_known_by_the_word_before_it(redactor, sentence, gone):
    assert gone not in redactor.redact(sentence).text


@pytest.mark.parametrize(
    "sentence",
    [
        "at 2115hrs on the bus, value £1,250.00, or £43.20 and 24/7.",
        "contrary to s.39 of the Criminal Justice Act 1988.",
        "Gravity score 3, -1 for remorse. Outcome 22. Class B. Art 8.",
        "Pay £25 within 16 weeks, 80 hours, 100%.",
        "between 2019-2020 and 2021",
        "Section 4A Public Order Act 1986",
        "PACE 1984, MG11, 3 x 200ml, 12.5 mg",
    ],
)
def test_figures_that_the_decision_turned_on_stay(redactor, sentence):
    assert redactor.redact(sentence).text == sentence


@pytest.mark.parametrize("written", ["NHS 943 476 5918", "999.1.1.1"])
def test_what_fails_its_own_arithmetic_is_not_called_by_that_name(redactor, written):
    kinds = {span.kind for span in redactor.redact(f"Told {written.removeprefix('NHS ')} twice.").spans}
    assert not kinds & {"nhs", "insurance", "postcode", "network"}
