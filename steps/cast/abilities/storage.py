"""What the browser keeps for the desktop: filled, damaged, blocked, cleared, looked through."""

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
        """Fill what the browser keeps for the desktop to the brim."""
        site_data.fill(self._browsing.page)

    def damage_remembered(self, text: str) -> None:
        """Have the browser keep this text where the desktop looks for the station credentials it has remembered."""
        self._browsing.screens.tab.remembers(self._person.agent_id, text)

    def block(self) -> None:
        """Forbid the desktop, in the browser's settings, to keep anything."""
        site_data.block(self._browsing.page, self._browsing.address)

    def allow(self) -> None:
        """Allow it again."""
        site_data.allow(self._browsing.page, self._browsing.address)

    def clear(self) -> None:
        """Clear the browser's cache and what it keeps for the desktop."""
        site_data.clear(self._browsing.page, self._browsing.address)

    def holds(self, text: str) -> None:
        """The browser keeps this text for the desktop for good."""
        site_data.confirms_stored(self._browsing.page, text)

    def holds_no_secret(self) -> None:
        """The browser keeps neither the person's password nor a token for good."""
        site_data.confirms_no_secret(self._browsing.page, self._person.password)
