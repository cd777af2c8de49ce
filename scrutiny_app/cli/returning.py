"""`scrutiny return` and `scrutiny collate`: a round's national return, and many of them put into one picture."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from scrutiny_app.cli.opening import deed
from scrutiny_app.domain.collating import clashes
from scrutiny_app.domain.collating import collate as put_together
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.national_return import MOST_BYTES, Return
from scrutiny_app.domain.national_tables import summary
from scrutiny_app.domain.suppressing import LEAST
from scrutiny_app.files.national_data import as_data
from scrutiny_app.files.national_page import write_pages
from scrutiny_app.files.national_reading import NotAReturn, read_return
from scrutiny_app.files.national_workbook import workbook
from scrutiny_app.services import national_returns

FILE = click.Path(dir_okay=False, path_type=Path)


class NotAllUsable(Refused):
    """Files that cannot all be put together."""


@click.command("return")
@click.option("--round", "round_id", required=True, type=int, help="the round's number, as in its page's address")
@click.option("--public", "public_form", is_flag=True, help="hide small numbers, for publication")
@click.option(
    "--least", type=click.Choice(["5", "10"]), default=str(LEAST), show_default=True, help="the smallest shown"
)
@click.option("--out", type=FILE, help="write to this file instead of standard output")
@click.option("--as", "as_username", help="username on whose behalf this is done")
def return_(round_id: int, public_form: bool, least: str, out: Path | None, as_username: str | None) -> None:
    """Write a round's national return: counts that say nothing of any case or person.

    Example: scrutiny return --round 4 --public --out northmoor-2026-q2.json
    """
    ahead = _reckoned(round_id, int(least), as_username) if public_form else None
    with deed(as_username) as (session, by):
        if ahead:
            national_returns.keep_ahead(session, ahead)
        made = national_returns.make_return(session, round_id, public_form=public_form, least=int(least), by=by)
        if out:
            out.write_bytes(made)
    if out:
        click.echo(f"Wrote {out}")
    else:
        sys.stdout.buffer.write(made)


def _reckoned(round_id: int, least: int, as_username: str | None) -> national_returns.Ahead | None:
    """Reckon a public return, whose attack takes long, while nobody else's writing has to wait."""
    with deed(as_username, writes=False) as (session, by):
        return national_returns.reckon_ahead(session, round_id, least, by=by)


@click.command()
@click.argument("paths", metavar="FILES...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--html", "folder", type=click.Path(file_okay=False, path_type=Path), help="a folder for the pages")
@click.option("--xlsx", "book", type=FILE, help="write the workbook here")
@click.option("--json", "data", type=FILE, help="write the figures here")
@click.option("--leave-out", is_flag=True, help="go on without files that cannot be used, and say so in the picture")
def collate(
    paths: tuple[Path, ...], folder: Path | None, book: Path | None, data: Path | None, leave_out: bool
) -> None:
    """Put any number of national returns into one picture, as pages, a workbook or JSON; a folder is its files.

    If one of the files is malformed, or two are duplicates or contradict each other, nothing is written and every such
    file is named with the reason; with --leave-out the rest is put together, and the picture names what is missing.

    Example: scrutiny collate returns --html national
    """
    named, refused = _read(_files(paths))
    for clash in clashes(named):
        for file in clash.files:
            refused[file] = f"{' and '.join(clash.files)} {clash.why}"
    for file, why in sorted(refused.items()):
        click.echo(f"{file}: {why}", err=True)
    good = [made for file, made in named.items() if file not in refused]
    if refused and not (leave_out and good):
        raise NotAllUsable(_not_all(len(refused), len(named) + len(refused.keys() - named.keys()), bool(good)))
    national = put_together(good, _left_out(refused))
    if folder:
        write_pages(national, folder)
    if book:
        book.write_bytes(workbook(national))
    if data:
        data.write_bytes(as_data(national))
    for sentence in summary(national):
        click.echo(sentence)


def _left_out(refused: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Name files as a reader of the picture may have them: without the folders of whoever put it together."""
    for file, why in refused.items():
        for other in refused:
            why = why.replace(other, Path(other).name)
        yield Path(file).name, why


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not found:
        raise Refused("There is no file to put together: name the returns, or a folder that holds them.")
    return sorted(dict.fromkeys(found))


def _read(files: Iterable[Path]) -> tuple[dict[str, Return], dict[str, str]]:
    """Read the returns by their files' names, and say of each that cannot be read why."""
    named: dict[str, Return] = {}
    refused: dict[str, str] = {}
    for file in files:
        try:
            with file.open("rb") as opened:
                named[str(file)] = read_return(opened.read(MOST_BYTES + 1))
        except NotAReturn as refusal:
            refused[str(file)] = refusal.message
        except OSError as fault:
            refused[str(file)] = f"it cannot be read ({fault.strerror})"
    return named, refused


def _not_all(refused: int, total: int, some: bool) -> str:
    said = f"{refused:,} of {total:,} files cannot be used, and nothing was written."
    return f"{said} Mend them, or give --leave-out to go on without." if some else said
