"""The identity service's pages as the reference desktop's sign-in shows them."""

import re

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.gherkin.vocabulary.messages import IdentityMessage
from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels


class Identity:
    """E-mail address, password, and password reset."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._email = page.get_by_role("textbox", name=labels["email"], exact=True)
        self._password = page.get_by_label(labels["password"], exact=True)
        self._code = page.get_by_role("textbox", name=labels["code"])
        self._new_password = page.get_by_label(labels["new password"], exact=True)
        self._sign_in = page.get_by_role("button", name=labels["sign in"], exact=True)
        self._fields = (
            ("EMAIL", self._email),
            ("PASSWORD", self._password),
            ("CODE", self._code),
            ("NEW_PASSWORD", self._new_password),
        )

    def choose_other_language(self) -> None:
        self._send(self._page.get_by_role("button", name=self._labels["other language"], exact=True))

    # the e-mail address

    def shows_email_page(self) -> None:
        expect(self._email).to_be_visible()
        expect(self._sign_in).to_be_visible()

    def enter_email(self, email: str) -> None:
        self._email.fill(email)
        self._send(self._sign_in)

    def type_email(self, email: str) -> None:
        self._email.fill(email)

    def shows_email(self, email: str) -> None:
        self.shows_email_page()
        expect(self._email).to_have_value(email)

    def shows_email_changeable(self) -> None:
        self.shows_email_page()
        expect(self._email).to_be_editable()

    def shows_sign_in_waiting(self) -> None:
        expect(self._sign_in).to_be_visible()
        expect(self._sign_in).to_be_disabled()

    # the password

    def shows_password_page(self, email: str | None = None) -> None:
        expect(self._password).to_be_visible()
        if email is not None:
            expect(self._page.get_by_text(email)).to_be_visible()

    def enter_password(self, password: str) -> None:
        self._password.fill(password)
        self._send(self._sign_in)

    def shows_password_refused(self) -> None:
        wrong = self._labels.any_sentence(IdentityMessage, "PASSWORD").pattern
        locked = self._labels.sentence("locked").pattern
        expect(self._password).to_have_attribute("aria-invalid", "true")
        expect(self._password).to_have_accessible_description(re.compile(f"{wrong}|{locked}"))

    def shows_account_locked(self) -> None:
        expect(self._password).to_have_accessible_description(self._labels.sentence("locked"))

    def shows_mac_hint(self) -> None:
        expect(self._page.get_by_text(self._labels.sentence("mac keys")).first).to_be_visible()

    def shows_no_message(self) -> None:
        expect_absent(self._page.get_by_role("alert").or_(self._page.get_by_role("status")))

    def shows_field_message(self, message: IdentityMessage) -> None:
        field = next(field for prefix, field in self._fields if message.name.startswith(prefix))
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(self._labels.sentence(message))

    # password reset

    def choose_forgot_password(self) -> None:
        self._send(self._page.get_by_role("button", name=self._labels["forgot password"]))

    def shows_code_page(self) -> None:
        expect(self._code).to_be_visible()

    def request_new_code(self) -> None:
        self._send(self._page.get_by_role("button", name=self._labels["new code"], exact=True))

    def shows_new_code_sent(self) -> None:
        expect(self._page.get_by_role("status")).to_have_text(self._labels.sentence("new code sent"))

    def enter_code(self, code: str) -> None:
        self._code.fill(code)
        self._send(self._page.get_by_role("button", name=self._labels["continue"]))

    def shows_code_refused(self) -> None:
        expect(self._code).to_have_attribute("aria-invalid", "true")
        expect(self._code).to_have_accessible_description(self._labels.any_sentence(IdentityMessage, "CODE"))

    def shows_new_password_page(self) -> None:
        expect(self._new_password).to_be_visible()

    def choose_password(self, password: str, again: str | None = None) -> None:
        self._new_password.fill(password)
        self._page.get_by_label(self._labels["new password again"], exact=True).fill(again or password)
        self._send(self._page.get_by_role("button", name=self._labels["save password"]))

    def shows_password_changed(self) -> None:
        expect_absent(self._new_password)

    def _send(self, button: Locator) -> None:
        """Click, and wait for the next page: every form here leads to a new page, even where it looks the same."""
        with self._page.expect_navigation(wait_until="commit"):
            button.click()
