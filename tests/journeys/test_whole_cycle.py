"""One case walked all the way through, page by page, by the people whose work it is.

At each step somebody also tries to skip ahead, and somebody whose work it is not tries to do it: they are refused, and
no row is kept. The two portals run as they are served: the panel's without the case key.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from scrutiny_app import create_app
from scrutiny_app.services import signing_in
from scrutiny_app.settings import read
from scrutiny_app.web.current import EXTENSION
from tests.journeys import judging, preparing, releasing, telling
from tests.journeys.preparing import Journey
from tests.journeys.watching import Transactions, Watch

ADDRESS = "https://scrutiny.example"
RECORDS = ("cases", "case_numbers", "dossiers", "extracts", "import_problems")


@pytest.fixture
def journey(migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Journey]:
    """An instance set up from the command line, and its two portals."""
    for name, value in (("INSTANCE", str(tmp_path)), ("DATABASE_URL", migrated_url), ("PUBLIC_URL", ADDRESS)):
        monkeypatch.setenv(f"SCRUTINY_{name}", value)
    monkeypatch.setattr(signing_in, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    preparing.set_up()
    variables = {"SCRUTINY_INSTANCE": str(tmp_path), "SCRUTINY_DATABASE_URL": migrated_url}
    portals = [
        create_app(read(variables | {"SCRUTINY_PUBLIC_URL": ADDRESS, "SCRUTINY_PORTAL": portal}))
        for portal in ("force", "panel")
    ]
    force, panel = portals
    for app in portals:
        app.config["PROPAGATE_FAULTS"] = True
    assert panel.extensions[EXTENSION].case_key is None
    heard = tuple(Transactions(app.extensions[EXTENSION].database.engine) for app in portals)
    yield Journey(force, panel, Watch(force.extensions[EXTENSION].database, heard), ADDRESS, tmp_path)
    for app in portals:
        app.extensions[EXTENSION].database.engine.dispose()


@pytest.fixture
def file(database_kind: str) -> str:
    """The sample extract, in one of its two forms on each database."""
    return f"sample-extract.{'xlsx' if database_kind == 'sqlite' else 'csv'}"


def test_a_case_goes_the_whole_way_and_no_step_can_be_skipped_or_done_by_another(journey, file):
    preparing.found(journey)
    preparing.add_people(journey)
    preparing.seat_panel(journey)
    preparing.import_extract(journey, file)
    imported = journey.watch.rows(*RECORDS)

    preparing.plan_round(journey)
    frozen = preparing.freeze(journey)
    preparing.draw(journey)
    preparing.draw_again(journey, frozen)

    releasing.draft(journey)
    releasing.redact(journey)
    releasing.let_a_name_slip(journey)
    releasing.check(journey)
    releasing.approve(journey)
    releasing.open_grading(journey)

    judging.grade(journey)
    judging.reveal(journey)
    judging.agree(journey)

    reference = telling.find_addressees(journey)
    telling.write_letters(journey, reference)
    telling.answer(journey, reference)
    telling.report(journey)
    telling.verify_trail(journey)

    telling.check_trail_is_complete(journey)
    telling.check_bytes(journey)
    assert journey.watch.rows(*RECORDS) == imported  # nothing after the import wrote to a case's own record
