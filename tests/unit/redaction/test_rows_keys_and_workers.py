"""People told by a row, a key, brackets, a chat's head or a surname after a day; services told by who works there."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("minutes\nCook, Denise 09:14 all agreed\n", "Cook"),
        ("1 | Saddler, Yvonne; Saddler, Keith | no reply", "Saddler"),
        ("Nutmeg (= Callum Reid) sent the picture.", "Nutmeg"),
        ("LOG OF THE DAY: THEN TURBO (IAN REID) HIT THE OTHER MAN.", "TURBO"),
        ("MR OKORO SNR (FLINT) came at once.", "FLINT"),
        ("They saw Terry Harrison (HARR) run.", "HARR"),
        ("[03/05/2025, 18:22] little Fitzo: ok then\n[03/05/2025, 18:23] Ania: no little fitzo no", "little"),
        ("He came with Tuesday Akandele. Then Tuesday cooked for all.", "Tuesday"),
        ("She sees Bright Steps (Naveed) each week.", "Bright Steps"),
        ("Debt: New Leaf, worker Oonagh, who is kind.", "New Leaf"),
        ("A letter came from HMP Saltergate about him.", "HMP"),
        ("He was seen at the Saltergate Ctr by two of us.", "Saltergate Ctr"),
        ("He promotes for Golden Evening and sings.", "Golden Evening"),
    ],
)
def test_what_rows_keys_and_workers_tell_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("On Tuesday Akandele rang and said no.", "Tuesday"),
        ("He came with Tuesday Akandele. He went on Tuesday and not on Tuesdays.", "on Tuesday and not on Tuesdays"),
        ("Mother (Denise Yardley) was there.", "Mother"),
        ("LOG: TENANT (IAN REID) WAS THERE AND THE OTHER MAN LEFT.", "TENANT"),
        ("Shop (Denise Yardley) was shut.", "Shop"),
        ("She spoke to Victim Support (Denise) again.", "Victim Support"),
        ("He was recalled to HMP today.", "HMP"),
        ("Witness, Denise 09:14 said no.", "Witness"),
    ],
)
def test_parts_days_and_policy_stay(redactor, written, kept):
    assert kept in redactor.redact(written).text
