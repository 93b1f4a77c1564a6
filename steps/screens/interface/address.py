"""The tab of a desktop, and pages at an address without a desktop."""

from contextlib import AbstractContextManager
from typing import Protocol


class DesktopTab(Protocol):
    """The tab of a desktop: its address, and what is stored in it for a signed-in person."""

    def shows_address(self, address: str) -> None: ...

    def store_station(self, agent_id: str, text: str) -> None: ...
    def signed_in(self, address: str, *, access_token: str, id_token: str) -> AbstractContextManager[None]: ...


class AddressScreen(Protocol):
    """The page at an address without a desktop, or at a path of a desktop without a page."""

    def shows_nothing_served(self) -> None: ...
    def shows_no_such_page(self) -> None: ...
    def follow_link_to_desktop(self) -> None: ...
