"""The measure of inactivity, in a browser whose clock is moved: when it warns, what is a sign of life, when it ends."""

import pytest
from playwright.sync_api import Page, expect

START = """async () => {
  const { Inactivity } = await import("/desktop/services/inactivity.js");
  self.reported = [];
  self.inactivity = new Inactivity({
    onNear: (endsAt) => reported.push(endsAt - begun),
    onEnd: () => reported.push("end"),
  });
  self.begun = Date.now();
  self.desk = { phase: "desk", connection: "up", person: { inactivityMinutes: 15 } };
  inactivity.follow(desk);
}"""
MINUTE = 60_000


@pytest.fixture
def page(stopped_page: Page) -> Page:
    stopped_page.evaluate(START)
    return stopped_page


def reported(page: Page, *, after: str) -> list[object]:
    """What Inactivity has reported, after this time has passed."""
    page.clock.run_for(after)
    seen: list[object] = page.evaluate("() => reported")
    return seen


def test_it_warns_a_minute_before_the_end_and_then_ends(page: Page) -> None:
    assert reported(page, after="13:59") == []
    assert reported(page, after="00:01") == [15 * MINUTE]
    assert reported(page, after="00:59") == [15 * MINUTE]
    assert reported(page, after="00:01") == [15 * MINUTE, "end"]


def test_the_warning_is_due_to_the_millisecond(page: Page) -> None:
    page.clock.run_for(14 * MINUTE - 1)
    assert page.evaluate("() => reported") == []
    page.clock.run_for(1)
    assert page.evaluate("() => reported") == [15 * MINUTE]


def test_the_end_is_due_to_the_millisecond(page: Page) -> None:
    page.clock.run_for(15 * MINUTE - 1)
    assert page.evaluate("() => reported") == [15 * MINUTE]
    page.clock.run_for(1)
    assert page.evaluate("() => reported") == [15 * MINUTE, "end"]


def test_the_countdown_counts_each_second_that_has_begun(stopped_page: Page) -> None:
    page = stopped_page
    page.evaluate(
        """async () => {
          await import("/desktop/views/shared/inactivity-warning.js");
          const warning = document.createElement("inactivity-warning");
          Object.assign(warning, { endsAt: Date.now() + 60_000, text: (key, { seconds } = {}) => seconds ?? key });
          document.body.append(warning);
        }"""
    )
    left = page.get_by_role("timer")
    expect(left).to_have_text("60")
    for milliseconds, seconds in ((999, "60"), (1, "59"), (999, "59"), (1, "58")):
        page.clock.run_for(milliseconds)
        page.evaluate("() => document.querySelector('inactivity-warning').updateComplete")
        expect(left).to_have_text(seconds)


def test_activity_begins_the_time_anew(page: Page) -> None:
    assert reported(page, after="10:00") == []
    page.keyboard.press("a")
    assert reported(page, after="13:59") == []
    assert reported(page, after="00:01") == [25 * MINUTE]


@pytest.mark.parametrize("kind", ["pointerdown", "pointermove", "wheel", "keydown", "touchstart"])
def test_every_use_of_the_pointer_the_keys_or_the_screen_is_activity(page: Page, kind: str) -> None:
    assert reported(page, after="10:00") == []
    page.evaluate("(kind) => dispatchEvent(new Event(kind))", kind)
    assert reported(page, after="14:59") == [25 * MINUTE]


def test_activity_counts_where_the_page_keeps_it_to_itself(page: Page) -> None:
    page.evaluate("() => document.body.addEventListener('keydown', (event) => event.stopPropagation())")
    assert reported(page, after="10:00") == []
    page.keyboard.press("a")
    assert reported(page, after="14:59") == [25 * MINUTE]


def test_news_of_the_same_limit_are_no_activity(page: Page) -> None:
    assert reported(page, after="10:00") == []
    page.evaluate("() => inactivity.follow(desk)")
    assert reported(page, after="04:59") == [15 * MINUTE]


def test_after_the_warning_only_an_answer_counts(page: Page) -> None:
    assert reported(page, after="14:00") == [15 * MINUTE]
    page.keyboard.press("a")
    assert reported(page, after="01:00") == [15 * MINUTE, "end"]


def test_an_answer_gives_the_whole_time_again(page: Page) -> None:
    assert reported(page, after="14:00") == [15 * MINUTE]
    page.evaluate("() => inactivity.stay()")
    assert reported(page, after="13:59") == [15 * MINUTE]
    assert reported(page, after="00:01") == [15 * MINUTE, 29 * MINUTE]


def test_a_laptop_that_slept_past_the_end_finds_it_has_come(page: Page) -> None:
    page.clock.fast_forward("08:00:00")
    assert page.evaluate("() => reported") == ["end"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"phase": "station"}, id="not at the desk"),
        pytest.param({"connection": "superseded"}, id="another instance is active"),
        pytest.param({"connection": "ended"}, id="the session was not restored"),
        pytest.param({"person": {"inactivityMinutes": 0}}, id="no limit"),
    ],
)
def test_it_measures_nothing_where_nothing_can_end(page: Page, change: dict[str, object]) -> None:
    page.evaluate("(change) => inactivity.follow({ ...desk, ...change })", change)
    assert reported(page, after="59:00") == []
