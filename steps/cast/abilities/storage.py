"""What the browser stores for the desktop: filled, damaged, blocked, cleared, checked."""

from __future__ import annotations

from deskproof.simulator.control.client import Person
from deskproof.steps.browsers.own_browser import NO_LOCAL_STORAGE
from deskproof.steps.cast.abilities.browsing import Browsing
from deskproof.steps.cast.browser import site_data


class Storage:
    """The storage of one person's browser."""

    def __init__(self, person: Person, browsing: Browsing) -> None:
        self._person = person
        self._browsing = browsing

    def switch_off(self) -> None:
        """Use a browser whose local storage is switched off."""
        self._browsing.instances.set_flags(NO_LOCAL_STORAGE)

    def fill(self) -> None:
        """Fill the desktop's local storage completely."""
        site_data.fill(self._browsing.page)

    def damage_stored_credentials(self, text: str) -> None:
        """Store this text in place of the station credentials that the desktop has saved."""
        self._browsing.screens.tab.store_station(self._person.agent_id, text)

    def block(self) -> None:
        """Forbid the desktop, in the browser's settings, to store anything."""
        site_data.block(self._browsing.page, self._browsing.address)

    def allow(self) -> None:
        """Allow the desktop to store again."""
        site_data.allow(self._browsing.page, self._browsing.address)

    def clear(self) -> None:
        """Clear the browser's cache and what it stores for the desktop."""
        site_data.clear(self._browsing.page, self._browsing.address)

    def confirms_stored(self, text: str) -> None:
        """The browser's local storage has this text for the desktop."""
        site_data.confirms_stored(self._browsing.page, text)

    def confirms_no_secret(self) -> None:
        """The browser's local storage has neither the person's password nor a token."""
        site_data.confirms_no_secret(self._browsing.page, self._person.password)
