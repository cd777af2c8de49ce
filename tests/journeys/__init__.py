"""Whole journeys through the product; what people do on the way is in modules of its own."""

import pytest

pytest.register_assert_rewrite(
    *(f"tests.journeys.{name}" for name in ("walking", "watching", "preparing", "releasing", "judging", "telling"))
)
