"""Loading the desktop."""

from typing import Protocol


class LoadingScreen(Protocol):
    """Loading, and its error."""

    def shows_progress(self) -> None:
        """The page says that the desktop is loading, and that it is partly loaded."""

    def shows_error(self) -> None:
        """The page says that the desktop could not be loaded."""

    def shows_no_error(self) -> None:
        """The page does not say that the desktop could not be loaded."""

    def shows_all_in(self, text: str) -> None:
        """Every value of the details is in `text`."""

    def shows_details(self, time: str, address: str) -> None:
        """The details have an error id, this time and this address."""

    def copy(self) -> None:
        """Click Copy Details and wait for its confirmation."""

    def try_again(self) -> None:
        """Click Try Again."""
