"""The dialogs that cover the page."""

from typing import Protocol


class DialogScreen(Protocol):
    """The dialogs that cover the page until they are answered: another instance, a lost session, the session limit."""

    def shows_multiple_sign_in(self) -> None:
        """The alert covers the page and says what Continue does."""

    def shows_no_multiple_sign_in(self) -> None:
        """The alert is not there."""

    def shows_only_continue(self) -> None:
        """Continue is the alert's only button, and has the focus."""

    def press_escape(self) -> None:
        """Press Escape."""

    def continue_here(self) -> None:
        """Click Continue."""

    def shows_not_restored(self) -> None:
        """A dialog says that the session could not be restored, and offers to reload."""

    def shows_inactivity(self, seconds: int) -> None:
        """The dialog about inactivity says that so many seconds are left."""

    def shows_no_inactivity(self) -> None:
        """There is no dialog about inactivity."""

    def stay_signed_in(self) -> None:
        """Click Stay Signed In."""

    def sign_out(self) -> None:
        """Click Sign Out in the dialog about inactivity."""

    def shows_limit_reached(self) -> None:
        """A dialog says that the agent was signed out, and waits for OK."""

    def confirm(self) -> None:
        """Click OK."""
