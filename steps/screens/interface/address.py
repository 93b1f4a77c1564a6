"""The tab of a desktop, and pages at an address without a desktop."""

from contextlib import AbstractContextManager
from typing import Protocol


class DesktopTab(Protocol):
    """The tab of a desktop: its address, and what is stored in it for a signed-in person."""

    def shows_address(self, address: str) -> None:
        """The page is at exactly this address."""

    def store_station(self, agent_id: str, text: str) -> None:
        """Store this text where the desktop reads the station credentials of the agent."""

    def signed_in(self, address: str, *, access_token: str, id_token: str) -> AbstractContextManager[None]:
        """While this is open, the desktop finds these tokens when it is opened at this address."""


class AddressScreen(Protocol):
    """The page at an address without a desktop, or at a path of a desktop without a page."""

    def shows_nothing_served(self) -> None:
        """The page says that nothing is served at this address."""

    def shows_no_such_page(self) -> None:
        """The page says that there is no page at this path."""

    def follow_link_to_desktop(self) -> None:
        """Follow the link to the desktop."""
