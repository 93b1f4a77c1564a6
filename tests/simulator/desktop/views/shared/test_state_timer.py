"""How the desk writes how long something has lasted, run where it runs: in a page."""

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("milliseconds", "written"),
    [
        (-1, "00:00"),
        (999, "00:00"),
        (1_000, "00:01"),
        (59_999, "00:59"),
        (60_000, "01:00"),
        (3_599_999, "59:59"),
        (3_600_000, "1:00:00"),
        (7_199_999, "1:59:59"),
        (7_200_000, "2:00:00"),
    ],
)
def test_a_duration_has_minutes_and_seconds_and_hours_once_there_are_any(
    blank_page: Page, milliseconds: int, written: str
) -> None:
    script = "async (lasted) => (await import('/desktop/views/shared/state-timer.js')).elapsed(1_000, 1_000 + lasted)"
    assert blank_page.evaluate(script, milliseconds) == written
