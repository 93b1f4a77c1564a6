"""The Microsoft Teams account."""

from collections.abc import Callable
from typing import Protocol

from deskproof.steps.gherkin.vocabulary.values import TeamsFailure


class CollaborationScreen(Protocol):
    """The Microsoft Teams account, at Station Credentials and in Profile Settings, and its sign-in window."""

    def choose_other_language(self) -> None:
        """Choose the other language of the window."""

    def shows_offered(self) -> None:
        """A sign-in to Microsoft Teams is offered."""

    def does_not_show(self) -> None:
        """There is nothing about Microsoft Teams, and no sign-in window is open."""

    def shows_retry(self) -> None:
        """Retry is offered."""

    def shows_success(self) -> None:
        """The status is Success, and nothing is left to do."""

    def shows_no_success(self) -> None:
        """The account is there and its status is not Success."""

    def shows_warning(self, failure: TeamsFailure) -> None:
        """There is a warning icon at the account, and a message about this failure."""

    def shows_warning_at_profile(self) -> None:
        """User Profile has the warning: an icon, and a message for screen readers."""

    def shows_no_warning(self) -> None:
        """Neither the account nor User Profile has a warning."""

    def request_window(self) -> None:
        """Click to open the window, whether or not it opens."""

    def request_window_after_click_expired(self, proceed: Callable[[], None]) -> None:
        """Click to open the window, call `proceed` when the user activation of the click has expired, and wait until
        the page has requested the window.

        Playwright's `evaluate` counts as a user activation, so it is not used before then; the DevTools protocol's
        does not.
        """

    def open_window(self) -> None:
        """Click to open the window and wait for it."""

    def shows_window(self) -> None:
        """The window is open and asks for e-mail address and password."""

    def shows_no_window(self) -> None:
        """No window is open beside the desktop."""

    def enter_account(self, email: str, password: str) -> None:
        """Enter e-mail address and password and click Sign In."""

    def finish_window(self, email: str, password: str) -> None:
        """Enter e-mail address and password and click Sign In, after which the window closes itself."""

    def shows_account_refused(self) -> None:
        """The window is still open and says that the account or its password is not right."""

    def cancel_window(self) -> None:
        """Click Cancel in the window."""

    def close_window(self) -> None:
        """Close the window with its own button."""

    def follow_forged_answer(self) -> None:
        """In the window, follow a link that looks like the answer of the sign-in and is forged."""
