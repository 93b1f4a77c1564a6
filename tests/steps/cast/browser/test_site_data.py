"""Waiting for the browser's settings page has an end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deskproof.steps.cast.browser import site_data
from deskproof.steps.errors import HarnessError


def test_a_browser_that_never_answers_is_an_error_of_the_harness(monkeypatch: pytest.MonkeyPatch) -> None:
    instants: Iterator[float] = iter([0.0, 1.0, 29.9, 30.0])
    monkeypatch.setattr(site_data, "monotonic", lambda: next(instants))
    turns = site_data._rounds_until("the page is ready")
    next(turns)
    next(turns)
    with pytest.raises(HarnessError, match=r"did not reach this in 30 seconds: the page is ready\."):
        next(turns)
