"""The tab of a desktop, and pages at an address without a desktop."""

from contextlib import AbstractContextManager
from typing import Protocol


class DesktopTab(Protocol):
    """The tab of a desktop: its address, and what is kept in it of somebody who has signed in."""

    def shows_address(self, address: str) -> None: ...

    def remembers(self, agent_id: str, text: str) -> None: ...
    def holds(self, address: str, *, access_token: str, id_token: str) -> AbstractContextManager[None]: ...


class AddressScreen(Protocol):
    """What stands at an address that nobody's desktop is at, or at a path of one at which there is nothing."""

    def shows_nothing_served(self) -> None: ...
    def shows_no_such_page(self) -> None: ...
    def go_on_to_desktop(self) -> None: ...
