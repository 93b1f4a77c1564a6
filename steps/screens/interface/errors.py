"""The error pages, and messages about errors."""

from typing import Protocol

from deskproof.steps.gherkin.vocabulary.values import SettingsOf


class ErrorScreen(Protocol):
    """The pages in place of the desktop, and the messages on it, when something is wrong."""

    def shows_refused(self, settings: SettingsOf) -> None:
        """The page says that the person cannot use the desktop, and which settings to correct."""

    def shows_error_id(self) -> None:
        """There is an id for the administrator, and it is not empty."""

    def sign_in_as_somebody_else(self) -> None:
        """Click Sign In as Somebody Else."""

    def shows_storage_refused(self) -> None:
        """The page says that the browser did not store the sign-in, and offers to reload."""

    def reload(self) -> None:
        """Click Reload Browser."""

    def shows_signed_out_note(self) -> None:
        """A message says that the person was signed out of the station."""

    def shows_not_saved(self) -> None:
        """A message says that the credentials were not saved."""

    def does_not_show_not_saved(self) -> None:
        """No message says that the credentials were not saved."""

    def shows_connection_lost(self) -> None:
        """The page says that the connection is lost."""
