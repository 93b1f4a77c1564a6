"""The identity service's pages."""

from typing import Protocol

from deskproof.steps.gherkin.vocabulary.messages import IdentityMessage


class IdentityScreen(Protocol):
    """The identity service's pages: e-mail address, password, and password reset."""

    def choose_other_language(self) -> None:
        """Choose the other language of the pages."""

    def shows_email_page(self) -> None:
        """The page asks for the e-mail address."""

    def enter_email(self, email: str) -> None:
        """Enter an e-mail address and click Sign In."""

    def type_email(self, email: str) -> None:
        """Type an e-mail address, and click nothing yet."""

    def shows_email(self, email: str) -> None:
        """The page asks for the e-mail address, and the field has exactly this one."""

    def shows_email_changeable(self) -> None:
        """The page asks for the e-mail address, and the field can be changed."""

    def shows_no_message(self) -> None:
        """A page is there, and it has no message, neither of a mistake nor of anything that was done."""

    def shows_field_message(self, message: IdentityMessage) -> None:
        """This message is next to its field."""

    def shows_sign_in_waiting(self) -> None:
        """Sign In is there and cannot be clicked."""

    def shows_password_page(self, email: str | None = None) -> None:
        """The page asks for the password, and shows this e-mail address where one is given."""

    def enter_password(self, password: str) -> None:
        """Enter a password and click Sign In."""

    def shows_password_refused(self) -> None:
        """A message at the password says that it is wrong, or that the account is locked."""

    def shows_account_locked(self) -> None:
        """A message at the password says that the account is locked."""

    def shows_mac_hint(self) -> None:
        """The page says which keys change the e-mail address on a Mac."""

    def choose_forgot_password(self) -> None:
        """Choose Forgot Password."""

    def shows_code_page(self) -> None:
        """The page asks for the confirmation code."""

    def request_new_code(self) -> None:
        """Choose to be sent another confirmation code."""

    def shows_new_code_sent(self) -> None:
        """The page says that a new code is on its way and that earlier ones no longer work."""

    def enter_code(self, code: str) -> None:
        """Enter a confirmation code and click Continue."""

    def shows_code_refused(self) -> None:
        """A message at the confirmation code says why it is refused."""

    def shows_new_password_page(self) -> None:
        """The page asks for a new password."""

    def choose_password(self, password: str, again: str | None = None) -> None:
        """Enter a new password twice, the second time as `again` where that is given, and save it."""

    def shows_password_changed(self) -> None:
        """The new password has been accepted: the page no longer asks for it."""
