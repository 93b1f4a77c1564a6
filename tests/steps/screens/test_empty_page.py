"""A verb that is true of an empty page proves nothing, and none of ours is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from deskproof.adapters import Adapter, ConversationState, verbs
from deskproof.steps.project.project import load_project
from deskproof.steps.runner.start.loading import adapter as adapter_of
from deskproof.steps.screens.empty_page import calls, true_of_nothing
from deskproof.steps.screens.interface import CallScreen, LayoutScreen, LoadingScreen, StationScreen
from deskproof.steps.screens.reference import adapter as reference

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page, in which nothing is waited for: nothing will come."""
    page = browser.new_page()
    page.set_default_timeout(20)
    expect.set_options(timeout=20)
    yield page
    page.close()
    expect.set_options(timeout=float(os.environ.get("EXPECT_MILLISECONDS", "30000")))


class Profile:
    def __init__(self, page: Page, language: str) -> None:
        self.page = page

    def open(self) -> None: ...

    def shows_name(self, name: str) -> None:
        expect(self.page.get_by_text(name)).to_have_count(0)

    def shows_sign_out(self) -> None:
        expect(self.page.get_by_role("button", name="Sign Out")).to_be_visible()


def test_what_does_not_fail_is_named(page: Page) -> None:
    written = ("profile.open", "profile.shows_name", "profile.shows_sign_out")
    nothing = {
        **{screen: "Not there." for screen in verbs() if screen != "profile"},
        **{f"profile.{verb}": "Not there." for verb in verbs()["profile"] if f"profile.{verb}" not in written},
    }
    small = Adapter(name="small", screens={"profile": Profile}, not_offered=nothing)
    assert list(true_of_nothing(small, page)) == ["profile.shows_name"]


@pytest.mark.parametrize(
    ("verb", "given"),
    [
        (StationScreen.submit, [{}]),
        (StationScreen.shows_number, [{"number": "Ada"}]),
        (StationScreen.shows_remember, [{"ticked": True}, {"ticked": False}]),
        (LayoutScreen.shows_illustration, [{"size": (1, 1)}, {"size": None}]),
        (LoadingScreen.shows_details, [{"time": "Ada", "address": "Ada"}]),
        (CallScreen.shows_pane, [{"state": state} for state in ConversationState]),
    ],
)
def test_a_verb_is_called_with_values_of_its_types(verb: object, given: list[dict[str, object]]) -> None:
    assert list(calls(verb)) == given  # type: ignore[arg-type]  # a method of a protocol


@pytest.mark.usefixtures("forgotten_modules")
@pytest.mark.parametrize("name", ["reference", "plain-desktop", "webex-widgets"])
def test_no_verb_of_ours_is_true_of_an_empty_page(name: str, page: Page) -> None:
    adapter = reference if name == "reference" else adapter_of(load_project(EXAMPLES / name))
    assert list(true_of_nothing(adapter, page)) == []
