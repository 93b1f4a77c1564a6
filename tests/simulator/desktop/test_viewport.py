"""The page's own reckoning of its zoom, run in a browser: what the widths of a window mean, and what they do not."""

import pytest
from playwright.sync_api import Page


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate("async () => { self.rules = await import('/desktop/browser/viewport.js') }")
    return blank_page


@pytest.mark.parametrize(
    ("outer", "inner", "density", "zoom"),
    [
        pytest.param(1280, 1280, 1, 100, id="as it is"),
        pytest.param(1280, 1024, 1.25, 125, id="one step in"),
        pytest.param(1280, 1164, 1.1, 110, id="the first step in"),
        pytest.param(1280, 1422, 0.9, 90, id="one step out"),
        pytest.param(1280, 853, 1.5, 150, id="three steps in"),
        pytest.param(1280, 1280, 2, 100, id="a dense screen"),
        pytest.param(1280, 1280, 1.25, 100, id="a slightly dense screen"),
        pytest.param(1280, 1024, 2.5, 125, id="one step in on a dense screen"),
        pytest.param(1296, 1280, 1, 100, id="a window with a frame"),
        pytest.param(517, 501, 1, 100, id="the smallest window with a frame"),
        pytest.param(1296, 1024, 1.25, 125, id="one step in with a frame"),
        pytest.param(500, 320, 1, 100, id="a page narrower than windows get"),
        pytest.param(1280, 870, 1, 100, id="developer tools at the side"),
        pytest.param(1280, 853, 1, 100, id="developer tools as wide as a step"),
        pytest.param(998, 499, 2, 100, id="a page just narrower than windows get"),
        pytest.param(1000, 500, 2, 200, id="a page as narrow as windows get"),
        pytest.param(0, 1280, 1, 100, id="a window that is not shown yet"),
    ],
)
def test_the_zoom_is_distinguished_from_everything_else(
    page: Page, outer: int, inner: int, density: float, zoom: int
) -> None:
    window = {"outerWidth": outer, "innerWidth": inner, "devicePixelRatio": density}
    assert page.evaluate("(window) => rules.zoomOf(window)", window) == zoom


@pytest.mark.parametrize(
    ("width", "height", "small"), [(500, 501, True), (501, 500, True), (501, 501, False), (500, 500, True)]
)
def test_the_desktop_needs_more_than_500_pixels_either_way(page: Page, width: int, height: int, small: bool) -> None:
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate("() => rules.display().small") is small


@pytest.mark.parametrize("frames", [0, 3])
def test_a_window_whose_width_is_known_with_a_later_frame_is_looked_at_again(page: Page, frames: int) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    seen = page.evaluate(
        """(frames) => {
          let outer = 0;
          Object.defineProperty(window, "outerWidth", { configurable: true, get: () => outer });
          const seen = new Promise((resolve) => rules.watchDisplay(resolve));
          const after = (left) => {
            if (left === 0) outer = innerWidth * 0.9;
            else requestAnimationFrame(() => after(left - 1));
          };
          after(frames);
          return seen;
        }""",
        frames,
    )
    assert seen == {"small": False, "zoom": 90}
