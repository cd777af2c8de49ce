"""`scrutiny publish` as it is typed: what it writes, with what is published and without, and what it leaves alone."""

from click.testing import CliRunner

from scrutiny_app.cli.publishing import publish
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.public_hiding import fullest
from scrutiny_app.domain.public_report import digest_of, make_content
from scrutiny_app.models.publishing import PublicReport, PublicStep
from scrutiny_app.services.publishing import site_files
from scrutiny_app.services.trail import now
from tests.making import Make
from tests.returns import FORCE, make_told


def keep_report(database, *steps: str) -> None:
    """Keep one report as it would stand after some steps."""
    told = [make_told(1)]
    content = make_content(
        told, fullest(told, (), (), 5), title="Spring", force=FORCE, slug="spring", version=1, least=5, lines=()
    )
    with database.transaction() as session:
        by = Make(session).user().id
        given = {"force": FORCE, "slug": "spring", "title": "Spring", "version": 1, "rounds": [1], "content": content}
        report = PublicReport(**given, digest=digest_of(content), prepared_by=by, prepared_at=now())
        session.add(report)
        session.flush()
        session.add_all(PublicStep(report_id=report.id, step=step, done_by=by, done_at=now()) for step in steps)


def typed(folder):
    return CliRunner().invoke(publish, [str(folder)], catch_exceptions=False, standalone_mode=False).output


def files_in(folder):
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_the_files_are_the_bytes_that_the_portals_serve(database, tmp_path):
    keep_report(database, "chair", "registrar", "published")
    assert "Wrote 14 files" in typed(tmp_path / "www")
    with database.reading() as session:
        assert files_in(tmp_path / "www") == site_files(session)
    assert (tmp_path / "www" / "spring" / "report.csv").exists()


def test_before_anything_is_published_there_is_an_empty_list(database, tmp_path):
    keep_report(database, "chair", "registrar")
    typed(tmp_path / "www")
    assert files_in(tmp_path / "www").keys() == {"index.html", "public.css"}


def test_a_withdrawn_report_leaves_a_note_and_no_data(database, tmp_path):
    keep_report(database, "chair", "registrar", "published", "withdrawn")
    typed(tmp_path / "www")
    written = files_in(tmp_path / "www")
    assert b"ithdrawn" in written["spring/index.html"]
    assert not [name for name in written if "report." in name]


def test_a_second_run_takes_the_place_of_the_first(database, tmp_path):
    typed(tmp_path / "www")
    keep_report(database, "published")
    typed(tmp_path / "www")
    assert "spring/index.html" in files_in(tmp_path / "www")
    assert len([one for one in tmp_path.iterdir() if one.name.startswith(".www-")]) == 1


def test_a_folder_that_holds_other_files_is_left_as_it_is(database, tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "other.html").write_text("ours")
    answer = CliRunner().invoke(publish, [str(tmp_path / "www")])
    assert isinstance(answer.exception, Refused)
    assert files_in(tmp_path / "www") == {"other.html": b"ours"}
