"""Files of strange structure are imported by a new user in few pages and clicks, and nothing wrong is loaded."""

import html
import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.services.dossiers import open_dossier
from tests.making import KEY
from tests.web import strange_structures as strange
from tests.web.saying import form_of
from tests.web.working import work

MOST_PAGES = 3
A_CHOICE, A_BUTTON = 2, 1  # clicks


class NewUser:
    """Says what a file holds as it is suggested, save for some answers, and counts what that takes."""

    def __init__(self, lead, send, database):
        self._lead, self._send, self._database = lead, send, database
        self._files = self.pages = self.clicks = 0

    def imports(self, data, name, chosen=None, **answers):
        """Import a file and give its figures, by their words; `chosen` are radios, by their names."""
        self._files += 1
        self.pages = self.clicks = 0
        at = f"/force/extracts/{self._files}"
        stage = "columns" if "Say what its columns hold" in self._send(self._lead, data, name).text else ""
        while stage in ("columns", "words"):
            stage = self._answer(f"{at}/{stage}", answers, chosen or {})
        if stage:
            self.pages += 1
            self.clicks += 2 * A_BUTTON  # the first one, and to confirm
            self._lead.post(f"{at}/confirm", {"name": "Ours"})
            work(self._database, KEY)
        page = self._lead.get(at).text
        tiles = re.findall(r'tile__figure">(.*?)</span> <span class="tile__label">(.*?)</span>', page)
        return {words: int(figure) for figure, words in tiles if figure != "0"}

    def _answer(self, page, answers, chosen):
        self.pages += 1
        assert self.pages <= MOST_PAGES
        text = html.unescape(self._lead.get(page).text)
        form = form_of(text) | {name: answer for name, answer in chosen.items() if f'name="{name}"' in text}
        for question, answer in answers.items():
            for name, heading in re.findall(r'for="([^"]+)">([^<]*)</label>', text):
                if question in heading and f'"{answer}"' in text and form.get(name) != answer:
                    form[name] = answer
                    self.clicks += A_CHOICE
        self.clicks += A_BUTTON
        return self._lead.post(page, form).request.path.rpartition("/")[2]


@pytest.fixture
def user(enter, send, database):
    return NewUser(enter(Role.LEAD), send, database)


@pytest.fixture
def record(database):
    """Give what was recorded of a case, by its number."""

    def record(number):
        with database.reading() as session:
            case_id = session.scalars(select(CaseNumber.case_id).where(CaseNumber.number == number)).one()
            return open_dossier(session, case_id, 1, KEY)

    return record


def test_months_are_one_list_and_next_month_asks_nothing(user, record):
    assert user.imports(strange.tracker(strange.MARCH, strange.APRIL), "tracker.xlsx") == {
        "rows": 7,
        "new": 6,
        "rightly left out": 1,
    }
    assert (user.pages, user.clicks) == (3, 4)
    april = record("JPP006")
    assert (april["offender_name"], april["offender_born"]) == ("Larch, Anah", "2011-02-06")
    assert (april["decision_date"], april["disposal_date"]) == ("2026-04-07", "2026-04-08")
    later = strange.tracker(strange.MARCH, strange.APRIL, strange.MAY)
    assert user.imports(later, "tracker later.xlsx") == {"rows": 9, "new": 2, "unchanged": 6, "rightly left out": 1}
    assert user.pages == 0


def test_the_results_are_the_cases_and_their_people_are_joined(user, record):
    assert user.imports(strange.relational(), "rms.xlsx") == {"rows": 3, "new": 3}
    assert (user.pages, user.clicks) == (3, 4)
    second = record("R30002")
    assert (second["offender_name"], second["victim_1_name"]) == ("Marsh, Kimb", "Tarn, Joeb")
    assert second["offence_date"] == "2026-02-02"
    assert user.imports(strange.relational(4), "rms later.xlsx") == {"rows": 3, "new": 3}
    assert user.pages == 0


def test_a_code_and_its_sub_code_are_confirmed_pair_by_pair(user, database):
    answers = {
        "“3 and S”": "code-simple_caution",
        "“3 and C”": "code-conditional_caution",
        "“2 and S”": "code-youth_caution",
        "“2 and C”": "code-youth_conditional_caution",
    }
    assert user.imports(strange.clearances(), "clr.csv", **answers) == {"rows": 21, "new": 18, "rightly left out": 3}
    assert (user.pages, user.clicks) == (3, 12)  # each of four pairs of its own letters has to be said
    with database.reading() as session:
        found = {(case.disposal, case.outcome_code) for case in session.query(Case)}
    assert found == {
        ("simple_caution", "3"),
        ("conditional_caution", "3"),
        ("youth_caution", "2"),
        ("youth_conditional_caution", "2"),
        ("community_resolution", "8"),
        ("outcome_22", "22"),
    }
    assert user.imports(strange.clearances(7, 50), "clr later.csv") == {"rows": 7, "new": 6, "rightly left out": 1}
    assert user.pages == 0


def test_people_in_packed_cells_are_loaded_each_in_a_place(user, record):
    answers = {"Crime number": "column-c1"}
    assert user.imports(strange.packed(), "packed.csv", **answers) == {"rows": 12, "new": 12}
    assert (user.pages, user.clicks) == (3, 4)
    fourth = record("0000004/26")
    assert (fourth["offender_name"], fourth["offender_born"]) == ("MARSH, Kime", "1990-02-05")
    assert (fourth["victim_1_name"], fourth["victim_2_name"]) == ("TARN, Joee", "FELL, Ivye")
    assert user.imports(strange.packed(8, 40), "packed later.csv") == {"rows": 8, "new": 8}
    assert user.pages == 0


def test_two_columns_that_number_the_cases_together_are_confirmed_and_the_cases_matched_by_them(user, record):
    assert user.imports(strange.numbered_in_two(), "cris.csv") == {"rows": 12, "new": 12}
    assert (user.pages, user.clicks) == (3, 4)
    assert (record("4200003/26/1")["offender_name"], record("4200003/26/2")["offender_name"]) == (
        "MARSH, Kimd",
        "MARSH, Leed",
    )
    assert record("4200003/26/2")["crime_number"] == "4200003/26"
    later = strange.numbered_in_two(10)
    assert user.imports(later, "cris later.csv") == {"rows": 15, "new": 3, "unchanged": 12}
    assert user.pages == 0


def test_lines_of_interventions_are_one_case_with_all_conditions_and_those_that_differ_otherwise_are_rejected(
    user, record, enter
):
    read = {"rows": 8, "new": 7, "rejected": 1}
    assert user.imports(strange.interventions(unlike=(5,)), "app.csv") == read
    assert user.pages == 3
    third = record("OOCD-4403")
    assert third["conditions"] == "1. Letter of apology (due 20 July 2026)\n2. Pay £40 (due 6 July 2026)"
    assert (third["conditions_due"], third["conditions_completed"]) == ("2026-07-20", "not_completed")
    second = record("OOCD-4402")
    assert (second["conditions"], second["conditions_completed"]) == ("Letter of apology", "completed")
    report = html.unescape(enter(Role.LEAD).get("/force/extracts/1").text)
    assert "Lines of one number that differ in “victim name”" in report
    later = strange.interventions(10)
    assert user.imports(later, "app later.csv") == {"rows": 10, "new": 3, "unchanged": 7}
    assert user.pages == 0


def test_lines_that_somebody_says_are_no_conditions_of_one_case_are_rejected(user):
    answers = {"lines": "apart"}
    assert user.imports(strange.interventions(4), "app.csv", chosen=answers) == {"rows": 4, "new": 2, "rejected": 2}
    assert user.imports(strange.interventions(5), "later.csv") == {"rows": 5, "unchanged": 2, "rejected": 3}
    assert user.pages == 0
