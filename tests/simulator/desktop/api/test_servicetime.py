"""What time it is at the service, in a browser whose own clock is right, wrong, and set while the page is open."""

from datetime import datetime, timedelta
from email.utils import format_datetime

import pytest
from playwright.sync_api import Page, Route

from tests.simulator.desktop.conftest import NOW, ORIGIN

HOUR = 60 * 60 * 1_000

DIFFERENCE = "async () => (await import('/desktop/api/servicetime.js')).serviceNow() - Date.now()"
UPDATE = """async (date) => {
  const { updateTime } = await import('/desktop/api/servicetime.js');
  updateTime(new Response('', { headers: date === null ? {} : { date } }));
}"""


@pytest.fixture
def requested() -> list[str]:
    """The requests for the time."""
    return []


@pytest.fixture
def page(stopped_page: Page, requested: list[str]) -> Page:
    def answer(route: Route) -> None:
        requested.append(route.request.url)
        route.fulfill(headers={"Date": format_datetime(NOW, usegmt=True)})

    stopped_page.route(f"{ORIGIN}/", answer)
    return stopped_page


def difference(page: Page, *dates: datetime | str | None) -> int:
    """By how much the service is ahead of the computer after these answers."""
    for date in dates:
        page.evaluate(UPDATE, format_datetime(date, usegmt=True) if isinstance(date, datetime) else date)
    ahead: int = page.evaluate(DIFFERENCE)
    return ahead


@pytest.mark.parametrize("seconds", [-1, 0, 1, 2, 3])
def test_a_clock_that_agrees_is_believed(page: Page, seconds: int) -> None:
    assert difference(page, NOW + timedelta(seconds=seconds)) == 0


@pytest.mark.parametrize(
    ("hours", "ahead"), [(1, HOUR - 1_000), (-1, -HOUR - 1_000), (24 * 365, 24 * 365 * HOUR - 1_000)]
)
def test_a_clock_that_is_wrong_is_put_right(page: Page, hours: int, ahead: int) -> None:
    assert difference(page, NOW + timedelta(hours=hours)) == ahead


@pytest.mark.parametrize("dates", [None, "", "yesterday", "<b>"])
def test_an_answer_without_a_time_leaves_it_to_the_next(page: Page, dates: str | None) -> None:
    assert difference(page, dates) == 0
    assert difference(page, dates, NOW + timedelta(hours=1)) == HOUR - 1_000


def test_one_answer_is_enough(page: Page) -> None:
    assert difference(page, NOW, NOW + timedelta(hours=1)) == 0


@pytest.mark.parametrize("hours", [1, -1])
def test_a_clock_that_is_set_is_put_right_again(page: Page, requested: list[str], hours: int) -> None:
    assert difference(page, NOW) == 0
    page.evaluate("async () => (await import('/desktop/api/servicetime.js')).watchTime()")
    page.clock.run_for(5_000)
    assert requested == []
    page.clock.set_system_time(NOW + timedelta(hours=hours))
    with page.expect_response(f"{ORIGIN}/"):
        page.clock.run_for(1_000)
    assert difference(page) == -hours * HOUR - 1_000
    assert len(requested) == 1
