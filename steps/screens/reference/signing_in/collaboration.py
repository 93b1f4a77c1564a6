"""The Microsoft Teams account in the reference desktop, and the window in which somebody signs in to it."""

from collections.abc import Callable
from urllib.parse import urljoin

from playwright.sync_api import Page, expect

from deskproof.steps.errors import require
from deskproof.steps.gherkin.vocabulary.values import TeamsTrouble
from deskproof.steps.screens.reference.labels import Labels

FORGED = "/teams-signed-in?code=forged&state=forged"

_FORGOTTEN = """new Promise((resolve) => {
  const look = () => {
    if (navigator.userActivation.isActive) return requestAnimationFrame(look);
    window.open("about:blank")?.close();
    resolve();
  };
  look();
})"""
"""Kept when the browser no longer takes what the page does for an answer to a click, which is after five seconds. The
page knows a moment before the browser does; a window that the browser still lets open uses up what it remembers.
"""

_ANSWERED = """new Promise((resolve) => {
  const clicked = document.activeElement;
  let late = false;
  setTimeout(() => { late = true; }, %d);
  const look = () => {
    if (clicked.getAttribute("aria-disabled") === "true" && !late) return requestAnimationFrame(look);
    resolve();
  };
  look();
})"""
"""Kept when the button that was clicked can be clicked again, or when so many milliseconds are over."""

_PATIENCE_MILLISECONDS = 10_000


class Collaboration:
    """One account, shown as a step of Station Credentials and as a row of Profile Settings."""

    def __init__(self, page: Page, labels: Labels) -> None:
        self._page = page
        self._labels = labels
        self._account = page.get_by_role("group", name=labels["collaboration"], exact=True)
        self._warning = self._account.get_by_role("img", name=labels["warning"], exact=True)
        self._start = self._account.get_by_role("button")
        self._retry = self._account.get_by_role("button", name=labels["retry"], exact=True)
        self._success = self._account.get_by_text(labels["success"], exact=True)
        self._profile = page.get_by_role("button", name=labels["profile"])

    # how it stands

    def shows_offered(self) -> None:
        """Signing in to Microsoft Teams is offered."""
        expect(self._start).to_be_visible()
        expect(self._start).to_be_enabled()

    def does_not_show(self) -> None:
        """Nothing here is about Microsoft Teams, and no window has opened for it."""
        expect(self._account).to_have_count(0)
        self.shows_no_window()

    def shows_retry(self) -> None:
        """Retry is offered."""
        expect(self._retry).to_be_visible()
        expect(self._retry).to_be_enabled()

    def shows_success(self) -> None:
        """The status is Success, and nothing is left to be done."""
        expect(self._success).to_be_visible()
        expect(self._start).to_have_count(0)

    def shows_no_success(self) -> None:
        """The account is there and its status is not Success."""
        expect(self._account).to_be_visible()
        expect(self._success).to_have_count(0)

    def shows_warning(self, trouble: TeamsTrouble) -> None:
        """A warning icon stands at the account, and a message that tells of this trouble."""
        expect(self._warning).to_be_visible()
        expect(self._account.get_by_role("alert")).to_have_text(self._labels.pattern(trouble))

    def shows_warning_at_profile(self) -> None:
        """User Profile carries the warning: its icon for the eye, its message for a screen reader."""
        expect(self._profile).to_have_accessible_description(self._labels.pattern("teams warning"))
        expect(self._profile.locator("svg")).to_be_visible()

    def shows_no_warning(self) -> None:
        """Neither the account nor User Profile carries a warning."""
        expect(self._warning).to_have_count(0)
        expect(self._profile.locator("svg")).to_have_count(0)

    # the window

    def ask_for_window(self) -> None:
        """Click for the window, whether or not it comes."""
        self._start.click()

    def ask_for_window_once_the_click_is_forgotten(self, go_on: Callable[[], None]) -> None:
        """Click for the window, and let things `go_on` only when the browser has forgotten the click; then wait until
        the page has asked for the window.

        Playwright's own look into a page counts as a click, so there is none before the page has asked; the DevTools
        protocol's does not.
        """
        self._start.click()
        session = self._page.context.new_cdp_session(self._page)
        session.send("Runtime.evaluate", {"expression": _FORGOTTEN, "awaitPromise": True})
        go_on()
        session.send("Runtime.evaluate", {"expression": _ANSWERED % _PATIENCE_MILLISECONDS, "awaitPromise": True})
        session.detach()

    def open_window(self) -> None:
        """Click for the window and see it."""
        with self._page.expect_popup():
            self._start.click()
        self.shows_window()

    def shows_window(self) -> None:
        """The window is open and asks for e-mail address and password."""
        window = self._window()
        expect(window.get_by_role("textbox", name=self._labels["email"], exact=True)).to_be_visible()
        expect(window.get_by_label(self._labels["password"], exact=True)).to_be_visible()

    def shows_no_window(self) -> None:
        """No window is open beside the desktop."""
        windows = self._windows()
        require(not windows, f"a window is open at {', '.join(window.url for window in windows)}")

    def choose_other_language(self) -> None:
        """Choose the other language of the window."""
        window = self._window()
        with window.expect_navigation():
            window.get_by_role("link", name=self._labels["other language"], exact=True).click()

    def give_account(self, email: str, password: str) -> None:
        """Enter e-mail address and password and click Sign In."""
        window = self._fill(email, password)
        window.get_by_role("button", name=self._labels["sign in"], exact=True).click()

    def finish_window(self, email: str, password: str) -> None:
        """Enter e-mail address and password and click Sign In, upon which the window closes by itself."""
        window = self._fill(email, password)
        with window.expect_event("close"):
            window.get_by_role("button", name=self._labels["sign in"], exact=True).click()

    def shows_account_refused(self) -> None:
        """The window is still open and says that the account or its password is not right."""
        self.shows_window()
        expect(self._window().get_by_role("alert")).to_have_text(self._labels.pattern("teams account refused"))

    def cancel_window(self) -> None:
        """Click Cancel in the window."""
        window = self._window()
        with window.expect_event("close"):
            window.get_by_role("button", name=self._labels["cancel"], exact=True).click()

    def close_window(self) -> None:
        """Close the window as a window is closed."""
        self._window().close()

    def follow_forged_answer(self) -> None:
        """In the window, follow a link that looks like the answer of the sign-in and was made by somebody else."""
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
