"""Using a browser: the address, the history, and the places in which the desktop is open (AD-012 to AD-016)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit, urlunsplit

from playwright.sync_api import Page

from deskproof.simulator.control.client import Person, TenantControl
from deskproof.steps.browsers import emulation
from deskproof.steps.cast.browser.instances import FIRST, Instances
from deskproof.steps.cast.browser.stored_sign_in import store_sign_in
from deskproof.steps.cast.facts import Facts
from deskproof.steps.errors import HarnessError
from deskproof.steps.gherkin.vocabulary.values import Brand, Language, Place, Thing
from deskproof.steps.runner.fixtures import NewContext
from deskproof.steps.screens.interface import OpenScreens, Screens
from deskproof.steps.screens.keys import press_alt_left

Screen = TypeVar("Screen")


class Browsing:
    """The browsers of one person, with their tabs and windows."""

    def __init__(
        self, *, tenant: TenantControl, person: Person, facts: Facts, desktop: str, new_context: NewContext,
        language: Language, open_screens: OpenScreens, has_firefox: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._tenant = tenant
        self._person = person
        self._facts = facts
        self._desktop = desktop
        self._language = language
        self._open_screens = open_screens
        self._has_firefox = has_firefox
        self._name = person.key.title()
        self.instances = Instances(self._name, new_context)
        self._at = FIRST
        self._continued_after = 0

    @property
    def page(self) -> Page:
        """The page that the person looks at; the browser opens on first use."""
        return self.instances.open(self._at).page

    @property
    def screens(self) -> Screens:
        """The screens of the page that the person looks at."""
        return self._open_screens(self.page, self._language)

    def open_screen(self, of: Callable[[Page, Language], Screen]) -> Screen:
        """A screen of this kind in the page that the person looks at, in the person's language."""
        return of(self.page, self._language)

    @property
    def address(self) -> str:
        """The address of the desktop, from the administrator."""
        return self._desktop

    def read_other_language(self) -> None:
        """Expect the desktop in the other language from now on."""
        self._language = "sv" if self._language == "en" else "en"

    def sent_station(self) -> str | None:
        """The number or extension that this page sent to sign in with; None where it did not sign in."""
        return self.instances.open(self._at).sent_station()

    def open_desktop(self) -> None:
        """Open the address from the administrator."""
        self.page.goto(self.address)

    def open_desktop_signed_in(self) -> None:
        """Open the address in a browser with a stored sign-in."""
        tokens = store_sign_in(self.page.context, self._tenant, self._person)
        with self.screens.tab.signed_in(self.address, access_token=tokens.access_token, id_token=tokens.id_token):
            self.open_desktop()

    def open_desktop_with_error(self) -> None:
        """Open the address and see that the desktop could not be loaded."""
        self.open_desktop()
        self.screens.loading.shows_error()

    def start_opening_desktop(self) -> None:
        """Open the address and wait only until the first bytes arrive."""
        self.page.goto(self.address, wait_until="commit")

    def open_unknown_address(self) -> None:
        """Open an address like the administrator's, of an organisation that does not exist."""
        self.page.goto(self.address.replace(self._tenant.id, "t-9999"))

    def open_path(self, path: str) -> None:
        """Open a path below the administrator's address."""
        self.page.goto(urlunsplit(urlsplit(self.address)._replace(path=path)))

    def is_at_desktop_address(self) -> None:
        """The page is at exactly the administrator's address: nothing of the sign-in is left in it."""
        self.screens.tab.shows_address(self.address.rstrip("/") + "/")

    def press_alt_left(self) -> None:
        """Press the browser's keys for one step back."""
        press_alt_left(self.page)

    def go_back(self) -> None:
        """Go one step back in the browser's history."""
        self.page.go_back()

    def reload(self) -> None:
        """Reload the page."""
        self.page.reload()

    def click_reload(self) -> None:
        """Click Reload Browser, wherever it is offered."""
        self.screens.errors.reload()

    def use_browser(self, brand: Brand) -> None:
        """Use a browser of this brand; to be called before the desktop is opened."""
        if brand is Brand.FIREFOX and self._has_firefox():
            self.instances.use_firefox()
        else:
            emulation.emulate(self.page, brand)

    def use_browser_of(self, other: Browsing) -> None:
        """Use the browser of another person."""
        self.instances.take(other.page)

    def lose_network(self) -> None:
        """Have no network."""
        self.page.context.set_offline(True)

    def regain_network(self) -> None:
        """Have the network again."""
        self.page.context.set_offline(False)

    def start_over(self) -> None:
        """Close the browser and use a new one, with an empty profile."""
        self.leave()
        self._at = FIRST

    def leave(self) -> None:
        """Close the browser."""
        self.instances.close()

    # several tabs, windows and browsers

    def open_in(self, place: Place) -> None:
        """Open the desktop in another place; another browser gets the stored sign-in first."""
        self.instances.open(place)
        self._at = place
        if place.thing is Thing.BROWSER:
            self.open_desktop_signed_in()
        else:
            self.open_desktop()

    def switch_to(self, place: Place) -> None:
        """Bring a tab, window or browser to the front and use it."""
        self._at = place
        self.page.bring_to_front()
        self.page.wait_for_function("() => document.visibilityState === 'visible'")

    def at(self, place: Place) -> Screens:
        """The screens of a place, without switching to it."""
        return self._open_screens(self.instances[place].page, self._language)

    def is_active_only_in(self, place: Place) -> None:
        """The desktop is active there, all other places show the Multiple Sign In Alert, and the journal agrees."""
        here = self.instances[place]
        self.at(place).task.shows()
        for other, instance in self.instances.items():
            if instance is not here:
                self.at(other).dialogs.shows_multiple_sign_in()
        self.at(place).dialogs.shows_no_multiple_sign_in()
        self._facts.confirms_only_connection(here.connection())

    def continue_in(self, *places: Place) -> None:
        """Click Continue in each of the places, without waiting in between."""
        self._continued_after = self._facts.last_entry()
        for place in places:
            self.at(place).dialogs.continue_here()

    def winner_of(self, *places: Place) -> Place:
        """The place of the active connection, once each place where Continue was clicked has connected."""
        self._facts.wait_until_connected(times=len(places), after=self._continued_after)
        active = self._facts.active_connection()
        for place in places:
            if self.instances[place].connection() == active:
                return place
        raise HarnessError(
            f"The active instance of {self._name} is not at one of the places that the step names; name it in the step."
        )
