"""The OpenAPI document of /api/v1: what each resource gives, field by field."""

from typing import Any

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.grading import Theme
from scrutiny_app.web.asked import LARGEST

Schema = dict[str, Any]

NUMBER: Schema = {"type": "integer", "minimum": 0}
WORDS: Schema = {"type": "string"}
DAY: Schema = {"type": "string", "format": "date"}
YES_NO: Schema = {"type": "boolean"}
DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
SHARE: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
ROUND_ID: Schema = {"type": "integer", "minimum": 1, "maximum": LARGEST}

# The count of one result, alone or pooled.
LINE: dict[str, Schema] = {
    "result": {"type": "string", "enum": [*map(str, Result), "sound"]},
    "title": WORDS,
    "cases": NUMBER,
    "of": NUMBER | {"description": "What the count is of: graded cases, or all reviewed ones"},
    "share": SHARE,
    "low": SHARE,
    "high": SHARE,
    "weighted": {"type": ["boolean", "null"]},
}
ROWS: dict[str, tuple[str, str, dict[str, Schema]]] = {
    "rounds": (
        "rounds",
        "How each finished round was drawn",
        {
            "round_id": ROUND_ID,
            "title": WORDS,
            "force": WORDS,
            "panel": WORDS,
            "period_from": DAY,
            "period_to": DAY,
            "targeted": YES_NO | {"description": "Chosen and not left to chance: never pool it with random rounds"},
            "eligible": NUMBER | {"description": "Cases in the frame"},
            "drawn": NUMBER,
            "reviewed": NUMBER,
            "graded": NUMBER,
            "superseded": NUMBER | {"description": "Signed findings whose place another took"},
            "signed_on": DAY,
            "draw_id": WORDS,
            "frame_digest": DIGEST,
            "trail_entries": NUMBER,
            "trail_head": DIGEST,
        },
    ),
    "results": (
        "figures",
        "How many findings there were of each kind, with 95% ranges for all eligible cases where they can be given",
        {"round_id": ROUND_ID, "targeted": YES_NO} | LINE,
    ),
    "years": (
        "figures",
        "The results of a panel’s random rounds about one force, pooled over the year that ends with each round",
        {
            "round_id": ROUND_ID | {"description": "The round with which the year ends"},
            "force": WORDS,
            "panel": WORDS,
            "first": DAY,
            "last": DAY,
            "rounds": NUMBER | {"description": "Random rounds, which are pooled"},
            "targeted_rounds": NUMBER | {"description": "Targeted rounds of that year: in no number here"},
            "reviewed": NUMBER | {"description": "Cases that the random rounds reviewed"},
        }
        | LINE,
    ),
    "disposals": (
        "figures",
        "How many findings there were of each kind by disposal",
        {
            "round_id": ROUND_ID,
            "disposal": WORDS,
            "result": {"type": "string", "enum": list(map(str, Result))},
            "cases": NUMBER,
        },
    ),
    "themes": (
        "themes",
        "In how many cases each theme was observed",
        {
            "round_id": ROUND_ID,
            "theme": {"type": "string", "enum": list(map(str, Theme))},
            "title": WORDS,
            "cases": NUMBER,
            "of": NUMBER,
            "serious": NUMBER,
        },
    ),
}


def _answer(fields: dict[str, Schema]) -> Schema:
    row = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    whole = {"type": "object", "properties": {"rows": {"type": "array", "items": row}}, "required": ["rows"]}
    return {"description": "Rows, oldest round first", "content": {"application/json": {"schema": whole}}}


def _path(name: str) -> Schema:
    scope, summary, fields = ROWS[name]
    asked = {"name": "round_id", "in": "query", "required": False, "schema": ROUND_ID, "description": "One round alone"}
    problems = {str(status): {"$ref": "#/components/responses/Problem"} for status in (400, 401, 403, 404, 409)}
    operation = {
        "operationId": name,
        "summary": summary,
        "description": f"Scope: {scope}. Each reading is recorded on the trail.",
        "parameters": [asked],
        "security": [{"token": []}],
        "responses": {"200": _answer(fields)} | problems,
    }
    return {"get": operation}


PROBLEM: Schema = {
    "type": "object",
    "properties": {"type": WORDS, "status": {"type": "integer"}, "title": WORDS},
    "required": ["type", "status", "title"],
}
DOCUMENT: Schema = {
    "openapi": "3.1.0",
    "info": {
        "title": "Scrutiny: internal figures",
        "version": "1.1.0",
        "description": "Read-only. The numbers are those of the rounds' reports; nothing is about any case or person.",
    },
    "servers": [{"url": "/api/v1"}],
    "paths": {f"/{name}": _path(name) for name in ROWS},
    "components": {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        "responses": {
            "Problem": {
                "description": "What was wrong, and what to do",
                "content": {"application/problem+json": {"schema": PROBLEM}},
            }
        },
    },
}
