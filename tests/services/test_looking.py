"""Whoever looks sees one moment, whatever is written meanwhile, and can write nothing."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from scrutiny_app.domain.people import Role
from scrutiny_app.models.people import User
from tests.making import Make

HOW_MANY = select(func.count(User.id))


def test_all_that_is_read_in_one_look_is_of_one_moment(database):
    with database.reading() as looking:
        assert looking.scalar(HOW_MANY) == 0
        with database.transaction() as writing:
            Make(writing).user(Role.LEAD)
        assert looking.scalar(HOW_MANY) == 0
    with database.reading() as looking:
        assert looking.scalar(HOW_MANY) == 1


def test_a_look_cannot_write(database):
    with pytest.raises(DBAPIError, match="read-?only"), database.reading() as looking:
        Make(looking).user(Role.LEAD)
