"""`scrutiny user`: the people who may sign in, from the command line."""

import secrets
import sys

import click

from scrutiny_app.cli.opening import deed
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.passwords import make_password
from scrutiny_app.domain.people import ROLE_TITLES, Body, Role
from scrutiny_app.services import people


@click.group()
def user() -> None:
    """Add people, list them, shut them out.

    Example: scrutiny user list
    """


@user.command()
@click.argument("username")
@click.option("--name", required=True, help="the person's name")
@click.option("--role", required=True, type=click.Choice([role.value for role in Role]))
@click.option("--force", help="the force's name: for roles on the force's side")
@click.option("--body", type=click.Choice([body.value for body in Body]), help="whom a panel's person represents")
@click.option("--staff-number", help="collar or warrant number, by which letters find an officer")
@click.option("--supervisor", help="username of the officer's supervisor")
@click.option("--password-stdin", is_flag=True, help="read the password from standard input; otherwise one is made")
@click.option("--as", "as_username", help="username on whose behalf this is done")
def add(
    username: str,
    name: str,
    role: str,
    force: str | None,
    body: str | None,
    staff_number: str | None,
    supervisor: str | None,
    password_stdin: bool,
    as_username: str | None,
) -> None:
    """Add a person, and print their first password unless it was given.

    Example: scrutiny user add jlead --name "J Lead" --role lead --force "Northmoor Police"
    """
    first = sys.stdin.readline().rstrip("\n") if password_stdin else make_password(secrets.choice)
    with deed(as_username) as (session, by):
        people.add_person(
            session,
            username=username,
            name=name,
            role=Role(role),
            password=first,
            force=force,
            body=Body(body) if body else None,
            staff_number=staff_number,
            supervisor=people.find_person(session, supervisor) if supervisor else None,
            by=by,
        )
    click.echo(f"added {username}" + ("" if password_stdin else f", password: {first}"))


@user.command("list")
def list_() -> None:
    """List everyone who can or could sign in.

    Example: scrutiny user list
    """
    with deed(None) as (session, _by):
        for person in people.everyone(session):
            state = "disabled" if person.disabled_at else "enabled"
            click.echo(f"{person.username}\t{ROLE_TITLES[Role(person.role)]}\t{person.name}\t{state}")


@user.command()
@click.argument("username")
@click.option("--as", "as_username", help="username on whose behalf this is done")
def disable(username: str, as_username: str | None) -> None:
    """Shut a person out at once.

    Example: scrutiny user disable jlead
    """
    with deed(as_username) as (session, by):
        people.disable(session, people.find_person(session, username).id, by=by)
    click.echo(f"disabled {username}")


@user.command()
@click.argument("username")
@click.option("--as", "as_username", help="username on whose behalf this is done")
def password(username: str, as_username: str | None) -> None:
    """Give a person a new password, print it, and end their sessions.

    Example: scrutiny user password jlead
    """
    made = make_password(secrets.choice)
    with deed(as_username) as (session, by):
        if by == (found := people.find_person(session, username)):
            raise Refused("Change your own password on your account page.")
        people.set_password(session, found.id, made, by=by)
    click.echo(f"password: {made}")
