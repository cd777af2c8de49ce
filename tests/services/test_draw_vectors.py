"""PostgreSQL, by its own sha256 and its own order of bytes, draws what we draw: no code of ours takes part."""

import psycopg
import pytest
from sqlalchemy import make_url

from tests.databases import Server
from tests.draws import KNOWN, Vector, vectors

SEED = "SELECT %(draw_id)s || '|' || encode(sha256(convert_to(%(frame)s, 'UTF8')), 'hex') || '|' || %(digits)s"
DRAW = """
WITH cases AS (
    SELECT split_part(line, E'\\t', 1) AS number, split_part(line, E'\\t', 2) AS stratum
    FROM regexp_split_to_table(rtrim(%(frame)s, E'\\n'), E'\\n') AS line
), tickets AS (
    SELECT stratum, number, encode(sha256(convert_to(
        encode(sha256(convert_to(%(seed)s, 'UTF8')), 'hex') || number, 'UTF8')), 'hex') AS ticket
    FROM cases
), placed AS (
    SELECT *, row_number() OVER (PARTITION BY stratum ORDER BY ticket COLLATE "C") AS position FROM tickets
)
SELECT stratum, position, CASE WHEN position <= places THEN 'pick' ELSE 'reserve' END, number, ticket
FROM placed JOIN unnest(%(strata)s::text[], %(places)s::integer[]) AS shares(name, places) ON name = stratum
WHERE position <= places + %(reserves)s
ORDER BY stratum COLLATE "C", position
"""


@pytest.fixture
def postgresql(postgresql_server: Server):
    with (
        postgresql_server.borrowed() as url,
        psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)) as connection,
    ):
        yield connection


def drawn_by(connection: psycopg.Connection, vector: Vector) -> bytes:
    terms, frame = vector.terms, vector.frame.decode()
    [[seed]] = connection.execute(SEED, {"draw_id": terms.draw_id, "frame": frame, "digits": terms.digits})
    values = {
        "frame": frame,
        "seed": seed,
        "strata": list(terms.allocation),
        "places": list(terms.allocation.values()),
        "reserves": len(vector.frame) if terms.reserves is None else terms.reserves,
    }
    return "".join("\t".join(map(str, row)) + "\n" for row in connection.execute(DRAW, values)).encode()


def test_postgresql_makes_the_known_draw(postgresql):
    assert drawn_by(postgresql, KNOWN) == KNOWN.expected


def test_postgresql_makes_every_small_draw(postgresql):
    wrong = [vector for vector in vectors(200) if drawn_by(postgresql, vector) != vector.expected]
    assert wrong == []
