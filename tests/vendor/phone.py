"""A telephone on the vendor's calling client, as the vendor's suite has one for its customers and for extensions."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page, expect


@dataclass(frozen=True, kw_only=True)
class Phone:
    """One page that is the telephone of a person."""

    page: Page

    def calls(self, number: str) -> None:
        """Dial, and be answered."""
        self.page.get_by_label("Number").fill(number)
        self.page.get_by_role("button", name="Call").click()
        self.talks()

    def rings(self) -> None:
        self._is("ringing")

    def talks(self) -> None:
        self._is("talking")

    def is_quiet(self) -> None:
        """Nothing rings, and nobody talks."""
        self._is("ready")

    def answers(self) -> None:
        self.page.get_by_role("button", name="Answer").click()
        self.talks()

    def hangs_up(self) -> None:
        """Hang up, or decline what rings."""
        self.page.get_by_role("button", name="Hang up").click()

    def _is(self, status: str) -> None:
        expect(self.page.get_by_role("status")).to_have_text(status)
