"""The interface for programs asked at random, by what its OpenAPI document allows and by what it does not.

What a tool that reads such documents would try: every operation, with values within and without its schema, with and
without a token, by every method. Each answer must be one that the document tells of, in the form that it tells.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.scopes import Scope
from scrutiny_app.services import tokens
from scrutiny_app.web.both.openapi import DOCUMENT
from tests.web.test_api import faults

TRIED = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
OPERATIONS = st.sampled_from([(path, method) for path, ways in DOCUMENT["paths"].items() for method in ways])
METHODS = st.sampled_from(["POST", "PUT", "PATCH", "DELETE", "TRACE"])
JUNK = st.text(max_size=40)
ROUND = DOCUMENT["paths"]["/rounds"]["get"]["parameters"][0]["schema"]
WITHIN = st.integers(ROUND["minimum"], ROUND["maximum"]).map(str) | st.sampled_from(["1", "2"])
WITHOUT = st.integers(max_value=0).map(str) | st.integers(min_value=ROUND["maximum"] + 1).map(str) | JUNK
QUERIES = st.dictionaries(st.just("round_id"), WITHIN, max_size=1)
ODD = st.lists(st.tuples(st.just("round_id") | JUNK, WITHIN | WITHOUT), min_size=1, max_size=3)
HEADERS = st.sampled_from(["", "Bearer", "Bearer ", "Basic bGVhZDpsZWFk", "Bearer " + "x" * 43]) | st.text(
    st.characters(min_codepoint=32, max_codepoint=126), max_size=60
)


@pytest.fixture
def secret(making):
    with making() as make:
        lead = make.user(Role.LEAD)
        make.signed_round(Result.APPROPRIATE, Result.OBSERVATIONS, Result.INAPPROPRIATE, by=lead)
        return tokens.make_token(make.session, "Dashboard", tuple(Scope), 30, by=lead)[1]


def as_described(answer: TestResponse, told: dict[str, Any]) -> list[str]:
    """List in what an answer differs from what its operation tells."""
    described = told["responses"].get(str(answer.status_code))
    if described is None:
        return [f"{answer.status_code} is not among {sorted(told['responses'])}"]
    if "$ref" in described:
        described = DOCUMENT["components"]["responses"][described["$ref"].rpartition("/")[2]]
    if answer.mimetype not in described["content"]:
        return [f"{answer.mimetype} is not among {sorted(described['content'])}"]
    return faults(described["content"][answer.mimetype]["schema"], answer.get_json())


def test_what_the_document_allows_is_answered_as_it_says(app, secret):
    @TRIED
    @given(OPERATIONS, QUERIES)
    def ask(operation: tuple[str, str], query: dict[str, str]) -> None:
        path, method = operation
        answer = app.test_client().open(
            f"/api/v1{path}", method=method.upper(), query_string=query, headers={"Authorization": f"Bearer {secret}"}
        )
        assert answer.status_code in (200, 404)
        assert as_described(answer, DOCUMENT["paths"][path][method]) == []

    ask()


def test_what_the_document_does_not_allow_is_refused_as_it_says(app, secret):
    @TRIED
    @given(OPERATIONS, ODD)
    def ask(operation: tuple[str, str], query: list[tuple[str, str]]) -> None:
        path, method = operation
        answer = app.test_client().open(
            f"/api/v1{path}", method=method.upper(), query_string=query, headers={"Authorization": f"Bearer {secret}"}
        )
        assert as_described(answer, DOCUMENT["paths"][path][method]) == []

    ask()


def test_no_made_up_token_opens_anything(app, secret):
    @TRIED
    @given(OPERATIONS, HEADERS)
    def ask(operation: tuple[str, str], header: str) -> None:
        path, method = operation
        answer = app.test_client().open(
            f"/api/v1{path}", method=method.upper(), headers={"Authorization": header} if header else {}
        )
        assert answer.status_code in (400, 401)
        assert as_described(answer, DOCUMENT["paths"][path][method]) == []

    ask()


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(operation=OPERATIONS, method=METHODS)
def test_no_other_method_does_anything(app, secret, operation, method):
    answer = app.test_client().open(
        f"/api/v1{operation[0]}", method=method, headers={"Authorization": f"Bearer {secret}"}
    )
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
