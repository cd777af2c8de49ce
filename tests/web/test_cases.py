import pytest

from scrutiny_app.domain.people import Role


@pytest.fixture
def case_id(making):
    with making() as make:
        return make.case(conditions_due="2026-07-01", gravity_final=3).id


@pytest.fixture
def enter(making, sign_in):
    def enter(role, **changes):
        with making() as make:
            user = make.user(role, **changes)
        return sign_in(user)

    return enter


@pytest.mark.parametrize("role", [Role.LEAD, Role.PREPARER, Role.REGISTRAR])
def test_an_original_case_shows_every_field_in_words(enter, case_id, role):
    page = enter(role).get(f"/force/cases/{case_id}").text
    for words in ("Garside, Wendeline", "Community resolution", "1 July 2026", "Sergeant", "Maud Prentis saw it"):
        assert words in page
    assert "Not recorded" in page


def test_a_victim_that_is_an_organisation_is_shown_as_one(making, enter):
    with making() as make:
        case = make.case(victim_1_name="Holy Trinity PCC,", victim_2_name="Marsh, Ann").id

    page = enter(Role.LEAD).get(f"/force/cases/{case}").text

    assert "Holy Trinity PCC (organisation)" in page
    assert "Marsh, Ann (organisation)" not in page


def test_an_older_version_can_be_read_and_one_that_is_not_there_cannot(enter, case_id):
    browser = enter(Role.LEAD)
    assert browser.get(f"/force/cases/{case_id}?version=1").status_code == 200
    assert browser.get(f"/force/cases/{case_id}?version=2").status_code == 404


def test_another_forces_case_is_as_if_it_did_not_exist(enter, case_id):
    browser = enter(Role.LEAD, force="Southmere Police")
    assert browser.get(f"/force/cases/{case_id}").status_code == 404
    assert browser.get("/force/cases/999").status_code == 404


@pytest.mark.parametrize("role", [Role.OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.MEMBER, Role.CHAIR])
def test_a_role_that_may_not_see_originals_finds_nothing(enter, case_id, role):
    assert enter(role).get(f"/force/cases/{case_id}").status_code == 404
