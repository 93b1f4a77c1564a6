"""Using a browser: the address, the history, and the places in which the desktop is open (AD-012 to AD-016)."""

from __future__ import annotations

from playwright.sync_api import Page

from deskproof.simulator.control.client import Person, TenantControl
from deskproof.steps.browsers import emulation
from deskproof.steps.browsers.firefox import find_firefox
from deskproof.steps.cast.facts import Facts
from deskproof.steps.cast.instances import FIRST, Instances
from deskproof.steps.cast.stored_sign_in import store_sign_in
from deskproof.steps.errors import HarnessError
from deskproof.steps.gherkin.words import Brand, Language, Place, Thing
from deskproof.steps.runner.fixtures import NewContext
from deskproof.steps.screens.interface import OpenScreens, Screens
from deskproof.steps.screens.keys import press_alt_left


class Browsing:
    """The browser of one person, with its tabs and windows, and further browsers of theirs."""

    def __init__(
        self, *, tenant: TenantControl, person: Person, facts: Facts, new_context: NewContext, language: Language,
        open_screens: OpenScreens,
    ) -> None:  # fmt: skip
        self._tenant = tenant
        self._person = person
        self._facts = facts
        self._language = language
        self._open_screens = open_screens
        self._name = person.key.title()
        self.instances = Instances(self._name, new_context)
        self._at = FIRST
        self._continued_after = 0

    @property
    def page(self) -> Page:
        """The page that is looked at; the browser opens when it is first needed."""
        return self.instances.open(self._at).page

    @property
    def screens(self) -> Screens:
        """What is on the page that is looked at."""
        return self._open_screens(self.page, self._language)

    @property
    def address(self) -> str:
        """The address of the desktop, from the administrator."""
        return self._tenant.desktop_url

    def read_other_language(self) -> None:
        """Expect the other of the two languages from now on."""
        self._language = "sv" if self._language == "en" else "en"

    def open_desktop(self) -> None:
        """Open the address from the administrator."""
        self.page.goto(self.address)

    def open_desktop_signed_in(self) -> None:
        """Open it in a browser that knows the person already."""
        tokens = store_sign_in(self.page.context, self._tenant, self._person)
        with self.screens.tab.holds(self.address, access_token=tokens.access_token, id_token=tokens.id_token):
            self.open_desktop()

    def open_desktop_in_vain(self) -> None:
        """Open the address and read that the desktop could not be loaded."""
        self.open_desktop()
        self.screens.loading.shows_error()

    def begin_to_open_desktop(self) -> None:
        """Open the address and wait for no more than that something comes."""
        self.page.goto(self.address, wait_until="commit")

    def open_unknown_address(self) -> None:
        """Open an address like the administrator's, of an organisation that does not exist."""
        self.page.goto(self.address.replace(self._tenant.id, "t-9999"))

    def open_path(self, path: str) -> None:
        """Open a path below the administrator's address."""
        self.page.goto(self.address.rstrip("/") + path)

    def is_at_desktop_address(self) -> None:
        """The page is at the administrator's address, to the letter: nothing of the sign-in is left in it."""
        self.screens.tab.shows_address(self.address.rstrip("/") + "/")

    def press_alt_left(self) -> None:
        """Press the browser's own keys for one step back."""
        press_alt_left(self.page)

    def go_back(self) -> None:
        """Go one step back in the browser's history."""
        self.page.go_back()

    def reload(self) -> None:
        """Reload the page."""
        self.page.reload()

    def click_reload(self) -> None:
        """Click Reload Browser, wherever it is offered."""
        self.screens.trouble.reload()

    def use_browser(self, brand: Brand) -> None:
        """Use a browser of this name; before the desktop is opened in it."""
        if brand is Brand.FIREFOX and find_firefox() is not None:
            self.instances.use_firefox()
        else:
            emulation.emulate(self.page, brand)

    def sit_down_at(self, other: Browsing) -> None:
        """Use the browser of another person."""
        self.instances.take(other.page)

    def lose_network(self) -> None:
        """Have no network."""
        self.page.context.set_offline(True)

    def regain_network(self) -> None:
        """Have the network again."""
        self.page.context.set_offline(False)

    def start_over(self) -> None:
        """Leave the browser and take a fresh one, which knows nothing of what was before."""
        self.leave()
        self._at = FIRST

    def leave(self) -> None:
        """Close the browser."""
        self.instances.close()

    # several places

    def open_in(self, place: Place) -> None:
        """Open the desktop in another place; only in another browser does the person have to be known first."""
        self.instances.open(place)
        self._at = place
        if place.thing is Thing.BROWSER:
            self.open_desktop_signed_in()
        else:
            self.open_desktop()

    def turn_to(self, place: Place) -> None:
        """Bring a tab, window or browser to the front and look at it."""
        self._at = place
        self.page.bring_to_front()
        self.page.wait_for_function("() => document.visibilityState === 'visible'")

    def at(self, place: Place) -> Screens:
        """What can be seen in a place without turning to it."""
        return self._open_screens(self.instances[place].page, self._language)

    def is_active_only_in(self, place: Place) -> None:
        """The desktop works there, all other places ask whether to continue, and the tenant agrees."""
        here = self.instances[place]
        self.at(place).task.shows()
        for other, instance in self.instances.items():
            if instance is not here:
                self.at(other).dialogs.shows_multiple_sign_in()
        self.at(place).dialogs.shows_no_multiple_sign_in()
        self._facts.confirms_only_connection(here.connection())

    def continue_in(self, *places: Place) -> None:
        """Click Continue in each of the places, one right after the other."""
        self._continued_after = self._facts.last_entry()
        for place in places:
            self.at(place).dialogs.continue_here()

    def winner_of(self, *places: Place) -> Place:
        """Which of the places the tenant has as the active one, once each that was continued in has connected."""
        self._facts.wait_until_connected(times=len(places), after=self._continued_after)
        active = self._facts.active_connection()
        for place in places:
            if self.instances[place].connection() == active:
                return place
        raise HarnessError(f"The active instance of {self._name} is none of those that the step names.")
