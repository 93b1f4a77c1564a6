"""The Microsoft Teams account in the reference desktop, and its sign-in window."""

from collections.abc import Callable
from urllib.parse import urljoin

from playwright.sync_api import Page, expect

from deskproof.steps.errors import require
from deskproof.steps.gherkin.vocabulary.values import Language, TeamsFailure
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels

FORGED = "/teams-signed-in?code=forged&state=forged"

_CLICK_EXPIRED = """new Promise((resolve) => {
  const look = () => {
    if (navigator.userActivation.isActive) return requestAnimationFrame(look);
    window.open("about:blank")?.close();
    resolve();
  };
  look();
})"""
"""Resolved when the browser no longer counts what the page does as the result of a click (user activation), which is
after five seconds. The page knows a moment before the browser does; a window that still opens uses up the activation.
"""

_REQUESTED = """new Promise((resolve) => {
  const clicked = document.activeElement;
  let late = false;
  setTimeout(() => { late = true; }, %d);
  const look = () => {
    if (clicked.getAttribute("aria-disabled") === "true" && !late) return requestAnimationFrame(look);
    resolve();
  };
  look();
})"""
"""Resolved when the clicked button can be clicked again, or after so many milliseconds."""

_TIMEOUT_MILLISECONDS = 10_000


class Collaboration:
    """One account, shown as a step of Station Credentials and as a row of Profile Settings."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._account = page.get_by_role("group", name=labels["collaboration"], exact=True)
        self._warning = self._account.get_by_role("img", name=labels["warning"], exact=True)
        self._start = self._account.get_by_role("button")
        self._retry = self._account.get_by_role("button", name=labels["retry"], exact=True)
        self._success = self._account.get_by_text(labels["success"], exact=True)
        self._profile = page.get_by_role("button", name=labels["profile"])

    # the status

    def shows_offered(self) -> None:
        expect(self._start).to_be_visible()
        expect(self._start).to_be_enabled()

    def does_not_show(self) -> None:
        expect_absent(self._account)
        self.shows_no_window()

    def shows_retry(self) -> None:
        expect(self._retry).to_be_visible()
        expect(self._retry).to_be_enabled()

    def shows_success(self) -> None:
        expect(self._success).to_be_visible()
        expect(self._start).to_have_count(0)

    def shows_no_success(self) -> None:
        expect(self._account).to_be_visible()
        expect(self._success).to_have_count(0)

    def shows_warning(self, failure: TeamsFailure) -> None:
        expect(self._warning).to_be_visible()
        expect(self._account.get_by_role("alert")).to_have_text(self._labels.sentence(failure))

    def shows_warning_at_profile(self) -> None:
        expect(self._profile).to_have_accessible_description(self._labels.sentence("teams warning"))
        expect(self._profile.locator("svg")).to_be_visible()

    def shows_no_warning(self) -> None:
        expect_absent(self._warning)
        expect(self._profile.locator("svg")).to_have_count(0)

    # the window

    def request_window(self) -> None:
        self._start.click()

    def request_window_after_click_expired(self, proceed: Callable[[], None]) -> None:
        self._start.click()
        session = self._page.context.new_cdp_session(self._page)
        session.send("Runtime.evaluate", {"expression": _CLICK_EXPIRED, "awaitPromise": True})
        proceed()
        session.send("Runtime.evaluate", {"expression": _REQUESTED % _TIMEOUT_MILLISECONDS, "awaitPromise": True})
        session.detach()

    def open_window(self) -> None:
        with self._page.expect_popup():
            self._start.click()
        self.shows_window()

    def shows_window(self) -> None:
        window = self._window()
        expect(window.get_by_role("textbox", name=self._labels["email"], exact=True)).to_be_visible()
        expect(window.get_by_label(self._labels["password"], exact=True)).to_be_visible()

    def shows_no_window(self) -> None:
        expect(self._page.locator("main").first).to_be_visible()
        windows = self._windows()
        require(not windows, f"a window is open at {', '.join(window.url for window in windows)}")

    def choose_other_language(self) -> None:
        window = self._window()
        with window.expect_navigation():
            window.get_by_role("link", name=self._labels["other language"], exact=True).click()

    def enter_account(self, email: str, password: str) -> None:
        window = self._fill(email, password)
        window.get_by_role("button", name=self._labels["sign in"], exact=True).click()

    def finish_window(self, email: str, password: str) -> None:
        window = self._fill(email, password)
        with window.expect_event("close"):
            window.get_by_role("button", name=self._labels["sign in"], exact=True).click()

    def shows_account_refused(self) -> None:
        self.shows_window()
        expect(self._window().get_by_role("alert")).to_have_text(self._labels.sentence("teams account refused"))

    def cancel_window(self) -> None:
        window = self._window()
        with window.expect_event("close"):
            window.get_by_role("button", name=self._labels["cancel"], exact=True).click()

    def close_window(self) -> None:
        self._window().close()

    def follow_forged_answer(self) -> None:
        window = self._window()
        with window.expect_event("close"):
            window.evaluate("address => location.assign(address)", urljoin(self._page.url, FORGED))

    def _windows(self) -> list[Page]:
        return [page for page in self._page.context.pages if not page.is_closed() and page.opener() == self._page]

    def _window(self) -> Page:
        windows = self._windows()
        require(windows, "no window is open for signing in to Microsoft Teams")
        return windows[-1]

    def _fill(self, email: str, password: str) -> Page:
        window = self._window()
        window.get_by_role("textbox", name=self._labels["email"], exact=True).fill(email)
        window.get_by_label(self._labels["password"], exact=True).fill(password)
        return window
