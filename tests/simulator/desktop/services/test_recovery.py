"""Reconnecting, in a browser whose clock is moved: how often it is tried, and for how long."""

import pytest
from playwright.sync_api import Page

RECOVER = """async ([seconds, attempts]) => {
  const { recover } = await import("/desktop/services/recovery.js");
  const begun = Date.now();
  self.log = [];
  const what = {
    seconds: seconds ?? undefined,
    isLost: () => log.length < attempts,
    connect: async () => { log.push((Date.now() - begun) / 1_000); },
  };
  recover(what).then(() => log.push("over"));
}"""


def log_after(page: Page, seconds: int | None, attempts: int, *, passing: int) -> list[object]:
    """When it tried to connect, in seconds, where the given attempt succeeds."""
    page.evaluate(RECOVER, [seconds, attempts])
    for _ in range(passing):
        page.clock.run_for(1_000)
    log: list[object] = page.evaluate("() => log")
    return log


@pytest.mark.parametrize(
    ("seconds", "attempts", "log"),
    [
        pytest.param(None, 0, ["over"], id="not lost"),
        pytest.param(None, 3, [5, 10, 15, "over"], id="the third attempt succeeds"),
        pytest.param(None, 99, [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, "over"], id="fifty seconds where none are set"),
        pytest.param(12, 99, [5, 10, 15, "over"], id="as long as the tenant keeps the session"),
        pytest.param(10, 99, [5, 10, "over"], id="to the end, and not beyond it"),
        pytest.param(0, 99, [5, "over"], id="at least once"),
    ],
)
def test_it_tries_every_five_seconds(stopped_page: Page, seconds: int | None, attempts: int, log: list[object]) -> None:
    assert log_after(stopped_page, seconds, attempts, passing=60) == log
