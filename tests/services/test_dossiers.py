"""Sealing: what opens, what does not, and who may read the key."""

import hmac

import pytest

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.services.dossiers import CannotOpen, CaseKey, dossier_place, make_key_file, open_dossier, read_key
from tests.making import KEY

OTHER = CaseKey(b"o" * 32)


@pytest.fixture
def database_kind() -> str:
    """Sealing is the same on every database."""
    return "sqlite"


def test_what_was_sealed_opens_in_its_place_alone():
    sealed = KEY.seal({"name": "Ó Súilleabháin"}, "dossier:1:1")
    assert KEY.open(sealed, "dossier:1:1") == {"name": "Ó Súilleabháin"}
    with pytest.raises(CannotOpen):
        KEY.open(sealed, "dossier:2:1")


def test_another_key_or_a_changed_byte_opens_nothing():
    sealed = KEY.seal({"name": "x"}, "p")
    with pytest.raises(CannotOpen):
        OTHER.open(sealed, "p")
    with pytest.raises(CannotOpen):
        KEY.open(sealed[:-1] + bytes([sealed[-1] ^ 1]), "p")


def test_the_same_value_sealed_twice_looks_different_and_its_fingerprint_is_the_same():
    assert KEY.seal("x", "p") != KEY.seal("x", "p")
    assert KEY.fingerprint({"a": 1, "b": 2}) == KEY.fingerprint({"b": 2, "a": 1})
    assert KEY.fingerprint("x") != OTHER.fingerprint("x")


def test_many_sealed_together_open_each_in_its_own_place_and_no_two_look_alike():
    sealed = list(KEY.seal_all((b'"x"', dossier_place(case_id, 1)) for case_id in range(600)))
    assert all(KEY.open(one, dossier_place(case_id, 1)) == "x" for case_id, one in enumerate(sealed))
    assert len({one[:12] for one in sealed}) == 600
    with pytest.raises(CannotOpen):
        KEY.open(sealed[0], dossier_place(1, 1))


def test_a_fingerprint_is_what_it_was_when_the_cases_held_were_sealed():
    marking = hmac.digest(KEY.secret, b"fingerprint", "sha256")
    expected = hmac.digest(marking, b"a record", "sha256").hex()
    assert [KEY.fingerprint_bytes(b"a record") for _ in range(2)] == [expected, expected]


def test_a_key_file_is_its_owners_alone_and_never_overwritten(tmp_path):
    path = tmp_path / "case.key"
    make_key_file(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(read_key(path).secret) == 32
    with pytest.raises(FileExistsError):
        make_key_file(path)


def test_a_key_that_others_may_read_or_that_is_not_one_is_refused(tmp_path):
    path = tmp_path / "case.key"
    make_key_file(path)
    path.chmod(0o644)
    with pytest.raises(CannotOpen, match="chmod 600"):
        read_key(path)
    path.write_bytes(b"short")
    with pytest.raises(CannotOpen, match="32 bytes"):
        read_key(path)


def test_the_key_never_shows_itself():
    assert "kkkk" not in repr(KEY)


def test_nothing_of_a_dossier_stands_in_clear(session, make):
    case = make.case(offender_name="Quillfeather, Ambrose")
    dossier = open_dossier(session, case.id, 1, KEY)
    assert dossier["offender_name"] == "Quillfeather, Ambrose"
    session.flush()
    raw = session.connection().exec_driver_sql("SELECT sealed FROM dossiers").scalar()
    assert b"Quillfeather" not in raw
    with pytest.raises(NotYours):
        open_dossier(session, case.id, 2, KEY)
    assert dossier_place(1, 2) == "dossier:1:2"
