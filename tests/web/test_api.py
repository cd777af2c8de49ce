"""The interface for programs: what a token opens, what it does not, and that every answer is as its document says."""

import re
from datetime import date
from typing import Any

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.figures_tables import bare_range
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.scopes import Scope
from scrutiny_app.models.panels import Panel
from scrutiny_app.services import figures, reporting, tokens
from tests.web.panels import events

OTHER = "Southmere Constabulary"
RESOURCES = {
    "rounds": Scope.ROUNDS,
    "results": Scope.FIGURES,
    "years": Scope.FIGURES,
    "disposals": Scope.FIGURES,
    "themes": Scope.THEMES,
}


@pytest.fixture
def lead(making):
    with making() as make:
        return make.user(Role.LEAD)


@pytest.fixture
def signed(making, lead):
    with making() as make:
        results = [Result.APPROPRIATE, Result.OBSERVATIONS, Result.INAPPROPRIATE, Result.NOT_AGREED]
        return make.signed_round(*results, by=lead)


@pytest.fixture
def token(making, lead):
    def give(*scopes: Scope) -> str:
        with making() as make:
            return tokens.make_token(make.session, "Dashboard", scopes, 30, by=lead)[1]

    return give


@pytest.fixture
def ask(app):
    def get(path: str, secret: str = "", **options: Any):
        headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        return app.test_client().get(f"/api/v1/{path}", headers=headers, **options)

    return get


@pytest.fixture
def document(ask):
    return ask("openapi.json").get_json()


@pytest.mark.parametrize("resource", RESOURCES)
def test_every_answer_is_as_the_document_says(ask, token, signed, document, resource):
    answer = ask(resource, token(*Scope))
    assert answer.status_code == 200
    described = document["paths"][f"/{resource}"]["get"]["responses"]["200"]
    assert faults(described["content"]["application/json"]["schema"], answer.get_json()) == []
    assert answer.get_json()["rows"] != [] or resource == "themes"


def test_the_numbers_are_those_of_the_report(ask, token, database, lead, signed):
    with database.reading() as session:
        report = reporting.report_of(session, signed, by=lead)
    rows = ask(f"results?round_id={signed.id}", token(Scope.FIGURES)).get_json()["rows"]
    lines = {str(line.code): line for line in (*report.grades, report.sound, *report.ungraded)}
    assert {row["result"]: (row["cases"], row["of"]) for row in rows} == {
        code: (line.cases, line.of) for code, line in lines.items()
    }
    for row in rows:
        known = lines[row["result"]].estimate
        assert (row["low"], row["high"]) == ((known.low, known.high) if known else (None, None))


def test_a_year_is_pooled_as_the_pages_pool_it_and_one_may_be_asked_for(ask, token, database, making, lead, signed):
    with making() as make:
        panel = make.session.get_one(Panel, signed.panel_id)
        second = make.signed_round(*[Result.INAPPROPRIATE] * 3, by=lead, panel=panel, cases=30)
        make.signed_round(*[Result.INAPPROPRIATE] * 2, by=lead, panel=panel, cases=9, targeted=True)
    with database.reading() as session:
        year = figures.gather(session, figures.choices(session, by=lead)[0], by=lead).every
    rows = ask(f"years?round_id={second.id}", token(Scope.FIGURES)).get_json()["rows"]
    assert {(row["rounds"], row["targeted_rounds"], row["reviewed"]) for row in rows} == {(2, 1, 7)}
    assert [(row["result"], row["cases"], row["of"], row["share"], row["low"], row["high"]) for row in rows] == [
        (str(line.code), line.cases, line.of, *bare_range(line)) for line in (*year.lines, *year.ungraded)
    ]


@pytest.mark.parametrize("resource", RESOURCES)
def test_a_token_of_another_scope_gets_nothing(ask, token, signed, resource):
    others = [scope for scope in Scope if scope is not RESOURCES[resource]]
    answer = ask(resource, token(*others))
    assert answer.status_code == 403
    assert "rows" not in answer.get_json()


@pytest.mark.parametrize("resource", RESOURCES)
def test_revocation_is_immediate(ask, token, making, lead, signed, resource):
    secret = token(*Scope)
    assert ask(resource, secret).status_code == 200
    with making() as make:
        tokens.revoke_token(make.session, tokens.tokens_of(make.session, lead)[0].id, by=lead)
    answer = ask(resource, secret)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_what_only_gives_says_so_to_whoever_sends(app):
    answer = app.test_client().delete("/api/v1/rounds")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_a_session_cookie_opens_nothing(sign_in, lead, signed):
    assert sign_in(lead).get("/api/v1/rounds").status_code == 401


def test_another_forces_round_does_not_exist_and_an_unfinished_one_has_no_figures(ask, token, making, lead, signed):
    with making() as make:
        theirs = make.round(by=make.user(Role.LEAD, force=OTHER))
        planned = make.round(by=lead)
    secret = token(*Scope)
    assert ask(f"rounds?round_id={theirs.id}", secret).status_code == 404
    assert ask(f"rounds?round_id={planned.id}", secret).status_code == 409
    assert [row["round_id"] for row in ask("rounds", secret).get_json()["rows"]] == [signed.id]


@pytest.mark.parametrize("asked", ["0", "-1", "x", "1.5", "9" * 30, "", "1&round_id=2", "²", "1&else=2"])
def test_a_question_that_makes_no_sense_is_refused_in_words(ask, token, asked):
    answer = ask(f"rounds?round_id={asked}", token(Scope.ROUNDS))
    assert answer.status_code in (400, 200 if asked == "" else 400)
    assert answer.mimetype == "application/problem+json"


def test_every_reading_and_every_refusal_is_on_the_trail(ask, token, database, signed):
    ask("themes", token(Scope.THEMES))
    ask("themes", token(Scope.ROUNDS))
    ask("themes", "scrutiny_wrong")
    assert [one for one in events(database) if one in ("ApiRead", "AccessRefused")] == [
        "ApiRead", "AccessRefused", "AccessRefused"
    ]  # fmt: skip


def test_a_lead_makes_a_token_sees_it_once_and_revokes_it(sign_in, lead, ask, signed):
    browser = sign_in(lead)
    form = {"name": "Dashboard", "scopes": "rounds", "days": "30"}
    page = browser.post("/account/tokens", form).text
    secret = re.search(r'value="(scrutiny_[^"]+)"', page)
    assert secret
    assert ask("rounds", secret[1]).status_code == 200
    assert secret[1] not in browser.get("/account/tokens").text
    assert "it opens nothing" in browser.post("/account/tokens/1/revoke", page="/account/tokens").text
    assert ask("rounds", secret[1]).status_code == 401


def faults(schema: dict[str, Any], value: Any, where: str = "") -> list[str]:
    """Hold a value against the part of JSON Schema that the document uses; give what is wrong, with where."""
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    known = {"integer": int, "number": (int, float), "string": str, "boolean": bool, "null": type(None)}
    known |= {"object": dict, "array": list}
    if not any(isinstance(value, known[kind]) and (kind == "boolean") == isinstance(value, bool) for kind in kinds):
        return [f"{where} is {value!r}, and should be {kinds}"]
    found = []
    if isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{where} is out of its range")
    if value not in schema.get("enum", [value]) or not re.search(schema.get("pattern", ""), str(value)):
        found.append(f"{where} is {value!r}")
    if schema.get("format") == "date":
        date.fromisoformat(value)
    if "object" in kinds:
        properties = schema["properties"]
        if set(schema["required"]) - set(value) or (
            set(value) - set(properties) and not schema.get("additionalProperties", True)
        ):
            found.append(f"{where} has {sorted(value)}")
        found += [one for name in value for one in faults(properties[name], value[name], f"{where}/{name}")]
    if "array" in kinds:
        found += [one for n, item in enumerate(value) for one in faults(schema["items"], item, f"{where}/{n}")]
    return found
