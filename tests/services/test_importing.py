import json
from datetime import date

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.people import CommandLine, Role
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services.cases import read_original
from scrutiny_app.services.dossiers import open_dossier
from scrutiny_app.services.importing import extracts_for, import_extract, problems_of, read_problems
from tests.extracts import extract
from tests.making import FORCE, KEY, record

TODAY = date(2026, 7, 1)


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def take(session, lead):
    def take(data, *, name="cases.csv", by=lead):
        return import_extract(session, name, data, key=KEY, by=by, today=TODAY)

    return take


def counts(extract):
    return {
        name: getattr(extract, name) for name in ("total", "imported", "updated", "unchanged", "refused", "rejected")
    }


def count(session, table):
    return session.scalar(select(func.count()).select_from(table))


def test_good_rows_load_and_bad_ones_are_listed(session, take):
    took = take(extract({}, {"disposal_date": "31/02/2026", "sex": "?"}, {})).extract
    assert counts(took) == {"total": 3, "imported": 2, "updated": 0, "unchanged": 0, "refused": 0, "rejected": 1}
    assert [(problem.row, problem.column) for problem in problems_of(session, took)] == [
        (3, "Disposal date"),
        (3, "Sex"),
    ]
    assert count(session, Case) == count(session, Dossier) == count(session, CaseNumber) == 2


def test_a_case_is_kept_in_clear_by_its_facets_and_whole_in_its_dossier(session, take):
    take(extract({}))
    case = session.scalars(select(Case)).one()
    kept = open_dossier(session, case.id, 1, KEY)
    assert (case.disposal, case.age_group, case.sex, case.domestic_abuse) == (
        "community_resolution",
        "adult",
        "female",
        False,
    )
    assert kept == record(case_number="NM/1/26")


def test_what_identifies_anyone_is_sealed(session, take):
    take(extract({}))
    sealed = session.scalars(select(Dossier.sealed)).one()
    facets = str(session.execute(select(Case.__table__)).one())
    for secret in ("Garside", "NM/1/26", "42NM/000001/26", "lost her temper"):
        assert secret.encode() not in sealed
        assert secret not in facets


def test_the_same_file_again_is_recognised_and_changes_nothing(session, take):
    first = take(extract({}))
    again = take(extract({}), name="renamed.csv")
    assert (first.again, again.again) == (False, True)
    assert again.extract.id == first.extract.id
    assert count(session, Dossier) == 1


def test_a_corrected_row_updates_its_case_and_keeps_the_version_before(session, take):
    take(extract({}, {}))
    took = take(extract({"area": "Moorside", "offender_name": "Garside, Wendy"}, {})).extract
    case = session.scalars(select(Case).join(CaseNumber).where(CaseNumber.number == "NM/1/26")).one()
    assert counts(took) == {"total": 2, "imported": 0, "updated": 1, "unchanged": 1, "refused": 0, "rejected": 0}
    assert (case.version, case.area, case.extract_id) == (2, "Moorside", took.id)
    names = [open_dossier(session, case.id, version, KEY)["offender_name"] for version in (1, 2)]
    assert names == ["Garside, Wendeline", "Garside, Wendy"]


def test_more_rows_than_one_chunk_are_all_kept_under_their_own_numbers(session, take):
    took = take(extract(*({"area": f"Area {number}"} for number in range(1201)))).extract
    assert (took.total, took.imported) == (1201, 1201)
    query = select(CaseNumber.number, Case.area).join(Case)
    pairs = dict(session.execute(query).all())
    assert all(pairs[f"NM/{number + 1}/26"] == f"Area {number}" for number in range(1201))


def test_a_row_of_another_force_is_a_problem(session, take):
    took = take(extract({}, {"force": "Southmere Police"})).extract
    assert (took.imported, took.rejected) == (1, 1)
    assert [problem.code for problem in problems_of(session, took)] == ["other_force"]


def test_on_the_command_line_the_first_row_says_which_force(session, take):
    took = take(extract({"force": "Southmere Police"}, {}), by=CommandLine("root")).extract
    assert (took.force, took.imported, took.rejected) == ("Southmere Police", 1, 1)


def test_unknown_columns_are_listed_and_reject_nothing(session, take):
    took = take(extract({}, extra=["Notes"])).extract
    assert (took.imported, took.rejected) == (1, 0)
    assert [(problem.row, problem.column, problem.code) for problem in problems_of(session, took)] == [
        (1, "Notes", "not_loaded")
    ]


def test_the_import_is_on_the_trail_by_its_counts_alone(session, take, lead):
    took = take(extract({}, {"sex": "?"}))
    entry = session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc())).first()
    assert (entry.event, entry.actor) == ("ExtractImported", f"user:{lead.id}")
    assert json.loads(entry.facts) == {"extract_id": took.extract.id, **counts(took.extract)}


@pytest.mark.parametrize("data", [b"Case number,Notes\nA,b\n", b"", b"%PDF"])
def test_a_file_that_cannot_be_read_keeps_nothing(database, make, session, take, data):
    with pytest.raises(Refused):
        take(data)
    assert count(session, Case) == 0


def test_a_file_refused_half_way_keeps_nothing_once_the_transaction_is_undone(database):
    good = extract(*({} for _ in range(600)))
    with pytest.raises(Refused, match="Line 602"), database.transaction() as session:
        import_extract(session, "a.csv", good + b"ragged,row\n", key=KEY, by=CommandLine("root"), today=TODAY)
    with database.reading() as session:
        assert count(session, Case) == 0


def test_a_file_with_headings_alone_is_refused(take):
    with pytest.raises(Refused, match="no rows"):
        take(extract())


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.OFFICER, Role.MEMBER, Role.ADMINISTRATOR])
def test_nobody_but_lead_and_preparer_imports(make, take, role):
    with pytest.raises(Refused, match="lead and preparers"):
        take(extract({}), by=make.user(role))


def test_another_forces_file_is_not_shown_as_ones_own(make, take):
    take(extract({}))
    with pytest.raises(Refused, match="another force"):
        take(extract({}), by=make.user(Role.LEAD, force="Southmere Police"))


@pytest.mark.parametrize(
    ("name", "kept"),
    [("../../etc/cases.csv", "cases.csv"), ("C:\\x\\cases.csv", "cases.csv"), ("a\r\n\u202eb.csv", "ab.csv")],
)
def test_a_files_name_is_kept_without_its_path_or_tricks(take, name, kept):
    assert take(extract({}), name=name).extract.name == kept


def test_each_force_lists_its_own_extracts(session, make, take, lead):
    took = take(extract({}))
    assert extracts_for(session, lead) == [took.extract]
    assert extracts_for(session, make.user(Role.LEAD, force="Southmere Police")) == []


def test_problems_come_a_page_at_a_time_and_the_look_is_recorded(session, make, take):
    took = take(extract(*({"sex": "?"} for _ in range(150)))).extract
    registrar = make.user(Role.REGISTRAR)
    shown = read_problems(session, took.id, by=registrar, page=2)
    assert (shown.page, shown.pages, len(shown.problems)) == (2, 2, 50)
    entry = session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc())).first()
    assert (entry.event, json.loads(entry.facts)) == ("ImportProblemsRead", {"extract_id": took.id, "alarmed": True})


def test_another_forces_extract_does_not_exist(session, make, take):
    took = take(extract({})).extract
    with pytest.raises(NotYours):
        read_problems(session, took.id, by=make.user(Role.LEAD, force="Southmere Police"))


@pytest.mark.parametrize(("role", "alarmed"), [(Role.LEAD, False), (Role.PREPARER, False), (Role.REGISTRAR, True)])
def test_an_original_case_is_read_on_the_record(session, make, role, alarmed):
    case = make.case(offender_name="Garside, Wendeline")
    original = read_original(session, case.id, key=KEY, by=make.user(role))
    assert original.record["offender_name"] == "Garside, Wendeline"
    assert [dossier.version for dossier in original.versions] == [1]
    entry = session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc())).first()
    assert (entry.event, json.loads(entry.facts)) == (
        "OriginalRead",
        {"case_id": case.id, "dossier_version": 1, "alarmed": alarmed},
    )


@pytest.mark.parametrize(("force", "version"), [("Southmere Police", None), (FORCE, 7)])
def test_another_forces_case_and_a_version_that_is_not_do_not_exist(session, make, force, version):
    case = make.case()
    with pytest.raises(NotYours):
        read_original(session, case.id, key=KEY, by=make.user(Role.LEAD, force=force), version=version)
