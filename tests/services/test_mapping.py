"""Files of other layouts: nothing is read until somebody says what its columns hold, and once said it is known."""

import csv
import io

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.mapping import Mapping, Use
from scrutiny_app.domain.people import Role
from scrutiny_app.models.cases import Case
from scrutiny_app.models.extracts import ExtractLook
from scrutiny_app.models.layouts import Layout
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import layouts, mapping, mending, receiving
from scrutiny_app.services.importing import problems_of, rows_left_out, some_cases, summary_of_problems
from tests.extracts import extract
from tests.making import KEY
from tests.services.intake import load, look_at, read

RENAMED = {"Case number": "OOCR Ref", "Offender name": "Subject of disposal", "Area": "Division"}


def renamed(*rows, names=RENAMED, extra=()):
    """Write an extract whose headings are another system's."""
    lines = list(csv.reader(io.StringIO(extract(*rows, extra=extra).decode(), newline="")))
    lines[0] = [names.get(heading, heading) for heading in lines[0]]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    return text.getvalue().encode()


def said(**changes):
    """Say what the renamed columns hold."""
    uses = {
        key(heading): (Use(field.name),) for field in FIELDS for heading in [RENAMED.get(field.heading, field.heading)]
    }
    return Mapping(uses=uses, **changes)


def key(heading):
    return "".join(filter(str.isalnum, heading.casefold()))


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def send(session, lead):
    def send(data, *, name="export.csv"):
        return receiving.receive(session, name, data, key=KEY, by=lead).extract

    return send


def test_our_own_headings_need_no_saying(session, send):
    kept = send(extract({}))
    look_at(session, kept)
    assert (kept.stage, kept.layout_id) == (Stage.MAPPED, None)


def test_unknown_headings_wait_for_a_person_with_samples_that_are_sealed(session, send, lead):
    kept = send(renamed({}))
    look_at(session, kept)
    question = mapping.ask(session, kept.id, key=KEY, by=lead)
    columns = {column.heading: column for column in question.look.cases.columns}
    assert kept.stage == Stage.LOOKED
    assert columns["Subject of disposal"].samples == ("Garside, Wendeline",)
    assert b"Garside" not in session.scalars(select(ExtractLook.look)).one()
    assert session.scalar(select(func.count()).select_from(Case)) == 0
    entry = session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc())).first()
    assert entry.event == "SamplesRead"


def test_one_new_column_beside_our_own_is_shown_before_anything_loads(session, send, lead):
    kept = send(extract({}, extra=["Notes"]))
    look_at(session, kept)
    question = mapping.ask(session, kept.id, key=KEY, by=lead)
    assert kept.stage == Stage.LOOKED
    assert question.drift.new == ("Notes",)


def test_a_confirmed_layout_is_kept_by_name_and_known_next_month(session, send, lead):
    june = send(renamed({}))
    look_at(session, june)
    mapping.confirm(session, june.id, "Records system", said(), key=KEY, by=lead)
    read(session, june)
    july = send(renamed({}, {}))
    look_at(session, july)
    assert (june.stage, june.imported) == (Stage.DONE, 1)
    assert (july.stage, july.layout_id) == (Stage.MAPPED, june.layout_id)


def test_a_column_renamed_since_is_drift_and_stops_the_file(session, send, lead):
    june = send(renamed({}))
    look_at(session, june)
    mapping.confirm(session, june.id, "Records system", said(), key=KEY, by=lead)
    read(session, june)
    july = send(renamed({}, {}, names=RENAMED | {"Area": "Division Name"}))
    look_at(session, july)
    question = mapping.ask(session, july.id, key=KEY, by=lead)
    assert july.stage == Stage.LOOKED
    assert question.nearest.name == "Records system"
    assert question.drift.renamed == (("Division", "Division Name"),)


def test_the_same_name_again_is_the_next_version_and_the_old_one_stays(session, send, lead):
    for number, names in enumerate((RENAMED, RENAMED | {"Area": "Beat code"}), 1):
        kept = send(renamed(*({} for _ in range(number)), names=names))
        look_at(session, kept)
        again = {key(names["Area"]): (Use("area"),)}
        answer = Mapping(uses={k: v for k, v in said().uses.items() if k != key("Division")} | again)
        mapping.confirm(session, kept.id, "Records system", answer, key=KEY, by=lead)
        read(session, kept)
    versions = session.execute(select(Layout.name, Layout.version).order_by(Layout.id)).all()
    assert [tuple(row) for row in versions] == [("Records system", 1), ("Records system", 2)]


def confirm(session, file, lead, *, name="Records system", **changed):
    """Confirm a file whose area has another heading, or none, as the named layout."""
    uses = {k: v for k, v in said().uses.items() if k != key("Division")}
    uses |= {key(heading): (Use("area"),) for heading in changed.values()}
    mapping.confirm(session, file.id, name, Mapping(uses=uses), key=KEY, by=lead)
    read(session, file)


def test_a_file_of_an_earlier_version_s_headings_is_read_by_that_version(session, send, lead):
    for number, area in enumerate(("Division", "Beat code"), 1):
        kept = send(renamed(*({} for _ in range(number)), names=RENAMED | {"Area": area}))
        look_at(session, kept)
        confirm(session, kept, lead, area=area)
    again = send(renamed({}, {}, {}, names=RENAMED | {"Area": "Division"}))

    look_at(session, again)

    assert again.stage == Stage.MAPPED
    assert session.get_one(Layout, again.layout_id).version == 1


def test_an_earlier_version_that_the_newest_contradicts_reads_nothing(session, send, lead):
    one = send(renamed({}))
    look_at(session, one)
    confirm(session, one, lead, area="Division")
    two = send(renamed({}, {}, names=RENAMED | {"Area": "Beat code"}))
    look_at(session, two)
    corrected = said().uses | {key("Tier"): (), key("Beat code"): (Use("area"),)}
    corrected.pop(key("Division"))
    mapping.confirm(session, two.id, "Records system", Mapping(uses=corrected), key=KEY, by=lead)
    read(session, two)
    again = send(renamed({}, {}, {}))

    look_at(session, again)

    assert again.stage == Stage.LOOKED


def test_a_layout_for_other_headings_needs_another_name(session, send, lead):
    one = send(renamed({}))
    look_at(session, one)
    confirm(session, one, lead, area="Division")
    strange = {field.heading: f"The {field.heading}".replace(",", "") for field in FIELDS}
    strange |= {"Case number": "Case ref", "Crime number": "Crime ref", "Force": "Force name", "Sex": "Suspect sex"}
    other = send(renamed({}, {}, names=strange))
    look_at(session, other)
    uses = {key(strange[field.heading]): (Use(field.name),) for field in FIELDS}

    with pytest.raises(Refused, match="Give this one another name"):
        mapping.confirm(session, other.id, "records System", Mapping(uses=uses), key=KEY, by=lead)


def test_names_of_people_are_refused_where_plain_words_would_stand(session, send, lead):
    kept = send(renamed({"area": "Hale, Ann"}, {"area": "Pike, Jo"}))
    look_at(session, kept)

    with pytest.raises(Refused, match="seems to hold people’s names, and “Area” is kept in clear"):
        mapping.say(session, kept.id, said(), key=KEY, by=lead)


def test_what_is_not_mapped_is_not_loaded_and_is_listed(session, send, lead):
    kept = send(renamed({}, extra=["Notes"]))
    look_at(session, kept)
    mapping.confirm(session, kept.id, "Records system", Mapping(uses=said().uses | {"notes": ()}), key=KEY, by=lead)
    read(session, kept)
    assert [(problem.column, problem.code) for problem in problems_of(session, kept)] == [("Notes", "not_loaded")]


def test_words_of_another_system_are_mapped_or_their_rows_are_rejected(session, send, lead):
    kept = send(renamed({"disposal": "CR - L1"}, {"disposal": "Comm Resn"}))
    look_at(session, kept)
    question = mapping.say(session, kept.id, said(), key=KEY, by=lead)
    asked = {one.field: [word for word, *_ in one.words] for one in question.words}
    assert sorted(asked["disposal"]) == ["CR - L1", "Comm Resn"]
    answer = said(words={"disposal": {key("CR - L1"): "community_resolution"}})
    mapping.confirm(session, kept.id, "Records system", answer, key=KEY, by=lead)
    read(session, kept)
    assert (kept.imported, kept.rejected) == (1, 1)


def test_a_mapping_that_lacks_a_required_field_is_refused_and_nothing_moves(session, send, lead):
    kept = send(renamed({}))
    look_at(session, kept)
    lacking = Mapping(uses={k: v for k, v in said().uses.items() if k != key("Disposal")})
    with pytest.raises(Refused, match="Disposal"):
        mapping.confirm(session, kept.id, "Records system", lacking, key=KEY, by=lead)
    assert (kept.stage, session.scalar(select(func.count()).select_from(Layout))) == (Stage.LOOKED, 0)


def test_a_layout_needs_a_name(session, send, lead):
    kept = send(renamed({}))
    look_at(session, kept)
    with pytest.raises(Refused, match="name"):
        mapping.confirm(session, kept.id, "  ", said(), key=KEY, by=lead)


def test_it_is_said_once(session, send, lead):
    kept = send(renamed({}))
    look_at(session, kept)
    mapping.confirm(session, kept.id, "Records system", said(), key=KEY, by=lead)
    with pytest.raises(Overtaken):
        mapping.confirm(session, kept.id, "Records system", said(), key=KEY, by=lead)


def test_samples_are_for_the_force_and_its_importers(session, send, make):
    kept = send(renamed({}))
    look_at(session, kept)
    with pytest.raises(NotYours):
        mapping.ask(session, kept.id, key=KEY, by=make.user(Role.LEAD, force="Southmere Police"))
    with pytest.raises(Refused):
        mapping.ask(session, kept.id, key=KEY, by=make.user(Role.REGISTRAR))


def test_a_forces_layouts_are_its_own(session, send, lead, make):
    kept = send(renamed({}))
    look_at(session, kept)
    mapping.confirm(session, kept.id, "Records system", said(), key=KEY, by=lead)
    own = {one.name for one in layouts.layouts_of(session, lead.force)}
    others = {one.name for one in layouts.layouts_of(session, "Southmere Police")}
    assert own - others == {"Records system"}


def test_rejected_rows_come_back_under_the_headings_of_the_file(session, send, lead):
    kept = send(renamed({}, {"sex": "Zonk"}))
    look_at(session, kept)
    mapping.confirm(session, kept.id, "Records system", said(), key=KEY, by=lead)
    read(session, kept)
    taken = mending.take_rejected_rows(session, kept.id, key=KEY, by=lead)
    mended = send(taken.content, name=taken.name)
    look_at(session, mended)
    assert (mended.stage, mended.layout_id) == (Stage.MAPPED, kept.layout_id)
    read(session, mended)
    assert (mended.total, mended.rejected) == (1, 1)


def test_rejected_rows_are_for_importers_and_leave_a_mark_on_the_trail(session, send, lead, make):
    kept = send(extract({}, {"sex": "?"}))
    load(session, kept)
    with pytest.raises(Refused):
        mending.take_rejected_rows(session, kept.id, key=KEY, by=make.user(Role.REGISTRAR))
    mending.take_rejected_rows(session, kept.id, key=KEY, by=lead)
    entry = session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc())).first()
    assert (entry.event, '"rows":1' in entry.facts) == ("RejectedRowsTaken", True)


def test_there_is_nothing_to_mend_where_no_row_was_rejected(session, send, lead):
    kept = send(extract({}))
    load(session, kept)
    with pytest.raises(Refused, match="nothing to mend"):
        mending.take_rejected_rows(session, kept.id, key=KEY, by=lead)


def test_a_known_layout_is_asked_about_anew_where_somebody_wants_that(session, send, lead):
    june = send(renamed({}))
    look_at(session, june)
    mapping.confirm(session, june.id, "Records system", said(), key=KEY, by=lead)
    read(session, june)
    again = receiving.receive(session, "june.csv", renamed({}), key=KEY, by=lead, again=True).extract
    look_at(session, again)
    assert (again.id != june.id, again.stage) == (True, Stage.LOOKED)
    assert not mapping.ask(session, again.id, key=KEY, by=lead).drift


def test_a_file_of_which_nothing_was_loaded_may_come_again(session, send):
    first = send(extract({"sex": "?"}))
    load(session, first)
    assert (first.stage, first.rejected) == (Stage.DONE, 1)
    assert send(extract({"sex": "?"})).id != first.id


def test_the_same_fault_of_many_rows_is_told_once(session, send):
    kept = send(extract({"sex": "?"}, {"sex": "!"}, {}, {"disposal": "CR - L1"}))
    load(session, kept)
    groups = summary_of_problems(session, kept)
    assert [(group.column, group.rows, group.first_row, group.last_row, group.is_note) for group in groups] == [
        ("Sex", 2, 2, 3, False),
        ("Disposal", 1, 5, 5, False),
    ]


def test_what_was_found_first_is_what_stands_in_the_first_row_and_a_row_is_left_out_for_one_reason(session, send):
    kept = send(
        extract({"sex": "zz"}, {"sex": "!"}, {"disposal_date": "", "outcome_code": "20"}, {"outcome_code": "9"})
    )
    load(session, kept)
    groups = summary_of_problems(session, kept)
    assert [(one.found, one.first_row) for one in groups if not one.is_left_out] == [("text, 2 characters", 2)]
    assert sum(one.rows for one in groups if one.is_left_out) == rows_left_out(session, kept) == 2


def test_a_few_of_the_cases_can_be_looked_at(session, send):
    kept = send(extract(*({} for _ in range(7))))
    load(session, kept)
    assert [number for _, number in some_cases(session, kept, most=3)] == ["NM/1/26", "NM/2/26", "NM/3/26"]


def test_a_mended_workbook_is_not_asked_what_blanks_mean_that_its_file_was_not_asked(session, send, lead):
    kept = send(renamed({"hate": "No"}, {"hate": "Yes", "sex": "Zonk"}, {"hate": "", "sex": "Zonk"}))
    look_at(session, kept)
    mapping.confirm(session, kept.id, "Records system", said(), key=KEY, by=lead)
    read(session, kept)
    mended = send(mending.take_rejected_rows(session, kept.id, key=KEY, by=lead).content, name="mended.xlsx")
    look_at(session, mended)
    assert mended.stage == Stage.MAPPED
