"""Homes called by their number alone are learnt, from invented rounds among others, and other numbers with them."""

import zlib

import numpy as np
import pytest

from redaction import lexicon
from redaction.tagging.doors import Doors, load_doors, numbers, pack_doors
from redaction.tagging.model import ModelUnreadable
from redaction.tagging.tagger import Tagger
from redaction.training import doors as training
from redaction.training.documents import Document, Mention
from redaction.words import split_words

EXAMPLE = np.array([3, 70, 4000], dtype=np.uint32), np.array([1.27, -0.5, 0.01], dtype=np.float32)


@pytest.fixture(scope="module")
def lists():
    return lexicon.load()


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("Had a cuppa at each door. 3 is Zorbina, retired, 4 is vacant and 7 is a lad called Brzo.", ("3", "4", "7")),
        ("Visits: 31, the Zorbiks, saw it; 33, Dr Grunz, out; 35 no reply.", ("31", "33", "35")),
        ("Flats visited: 1 - Mr & Mrs Zorb, 3 - student named Vesk, 6 - vacant.", ("3", "6")),
        ("No 38, Mr Zorbik, saw it. No 36 (Ebba and Gunn) away.", ("38", "36")),
    ],
)
def test_doors_in_rounds_are_masked(redactor, written, hidden):
    masked = {written[span.start : span.end] for span in redactor.redact(written).spans}
    assert masked.issuperset(hidden)


@pytest.mark.parametrize(
    "written",
    [
        "She has two boys and one girl of 12.",
        "He drank 4 cans and sold 62 wraps for £480.",
        "It was marked 9 of 10 by 30 pupils in 2 weeks.",
        "Conditions 3, 5 and 7 were met by 14 of 20 panels.",
    ],
)
def test_other_numbers_stay(redactor, written):
    assert not [span for span in redactor.redact(written).spans if span.kind == "address"]


def test_prices_shares_dates_and_forms_of_schools_are_never_asked(lists):
    words = split_words("Paid £30 for 20% on 3/4 at 14:30 in 9A, not at 27b.", lists)
    assert [words[at].text for at in numbers(words, 0, len(words))] == ["27b"]


def test_what_is_packed_is_read_again(lists, tmp_path):
    path = tmp_path / "doors.bin"
    path.write_bytes(pack_doors(*EXAMPLE))
    words = split_words("at 27 now", lists)
    shown = np.array([[9, 3, 9], [9, 70, 9], [9, 5, 9]], dtype=np.uint32)
    packed, written = (
        list(load_doors(path).likely(words, shown, 0)),
        list(Doors(*EXAMPLE).likely(words, shown, 0)),
    )
    assert [at for at, _ in packed] == [at for at, _ in written] == [1]
    assert packed[0][1] == pytest.approx(1 / (1 + np.exp(-0.77)), abs=0.01) == written[0][1]


@pytest.mark.parametrize(
    "spoilt", [b"", b"{}\nxx", pack_doors(*EXAMPLE)[:-9], b'{"features": 0}\n' + zlib.compress(b"")]
)
def test_a_spoilt_file_is_refused(tmp_path, spoilt):
    path = tmp_path / "doors.bin"
    path.write_bytes(spoilt)
    with pytest.raises(ModelUnreadable, match="doors"):
        load_doors(path)


def test_training_learns_homes_the_same_each_time(lists, monkeypatch, tmp_path):
    monkeypatch.setattr(training, "_INVENTED", 40)
    monkeypatch.setattr(training, "_TOLD_AGAIN", 0)
    home = Document("cases", "H2H. 14 no reply. He is 14 now.", (Mention(5, 7, "PLACE"),))
    first, again = (training.train_doors([home], lists) for _ in range(2))
    path = tmp_path / "doors.bin"
    path.write_bytes(first)
    words = split_words("H2H. 31 no reply, 33 no reply. He scored 31, not 33.", lists)
    tagger = Tagger()
    monkeypatch.setattr(tagger, "_doors", load_doors(path))
    chances = [chance for _, chance in tagger.read(words).doors]
    assert first == again
    assert min(chances[:2]) > max(chances[2:])
