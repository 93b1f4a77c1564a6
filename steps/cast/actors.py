"""The people of a scenario: each has a name, a browser of their own and a few abilities, and leaves nothing behind.

Abilities: `screens` (what they see and do), `mailbox`, and `facts` (what the tenant knows about them). A step
function asks the cast for an actor and lets the actor do one thing.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.browsers import guise
from deskproof.steps.browsers.firefox import find_firefox
from deskproof.steps.browsers.own_browser import NO_LOCAL_STORAGE, NO_MICROPHONE
from deskproof.steps.cast import site_data, voice
from deskproof.steps.cast.facts import Facts
from deskproof.steps.cast.instances import FIRST, Instances
from deskproof.steps.cast.mailbox import Mailbox
from deskproof.steps.cast.network import Network
from deskproof.steps.cast.stored_sign_in import store_sign_in
from deskproof.steps.errors import HarnessError, unknown
from deskproof.steps.gherkin.words import PEOPLE, Brand, Language, Option, Place, Thing
from deskproof.steps.runner.fixtures import NewContext
from deskproof.steps.screens.interface import Screens, StationScreen
from deskproof.steps.screens.keys import ZOOM_IN, ZOOM_OUT, ZOOM_RESET, press_alt_left, press_zoom
from deskproof.steps.screens.reference import open_screens

HOME_TEAM = "Support"
"""The team everybody with a team can work for, where the scenario does not care which."""

NUMBERS = {Option.DIAL_NUMBER: "2015532447", Option.EXTENSION: "1001", Option.DESKTOP: None}
"""The number for each station option where the scenario does not care; Desktop has none (AD-047)."""


class Actor:
    """Somebody with an account in the scenario's tenant, at a browser of their own."""

    def __init__(self, name: str, tenant: TenantControl, new_context: NewContext, language: Language) -> None:
        self.name = name
        self.person = tenant.people[name.lower()]
        self.mailbox = Mailbox(tenant, self.person.email)
        self.facts = Facts(tenant, self.person.key, self.person.email)
        self._tenant = tenant
        self._language = language
        self._instances = Instances(name, new_context)
        self._at = FIRST
        self._continued_after = 0
        self._networks: dict[Page, Network] = {}

    @property
    def page(self) -> Page:
        """The page the actor looks at; the browser opens when it is first needed."""
        return self._instances.open(self._at).page

    @property
    def screens(self) -> Screens:
        """What the actor sees."""
        return open_screens(self.page, self._language)

    def open_desktop(self) -> None:
        """Open the address from the administrator."""
        self.page.goto(self._tenant.desktop_url)

    def open_unknown_address(self) -> None:
        """Open an address like the administrator's, of an organisation that does not exist."""
        self.page.goto(self._tenant.desktop_url.replace(self._tenant.id, "t-9999"))

    def read_other_language(self) -> None:
        """Expect the other of the two languages from now on."""
        self._language = "sv" if self._language == "en" else "en"

    def open_path(self, path: str) -> None:
        """Open a path below the administrator's address."""
        self.page.goto(self._tenant.desktop_url.rstrip("/") + path)

    def is_at_desktop_address(self) -> None:
        """The page is at the administrator's address, to the letter: nothing of the sign-in is left in it."""
        self.screens.tab.shows_address(self._tenant.desktop_url.rstrip("/") + "/")

    def come_to_email(self) -> None:
        """Open the desktop and be asked for the e-mail address."""
        self.open_desktop()
        self.screens.identity.shows_email_page()

    def come_to_password(self) -> None:
        """Give the own e-mail address and be asked for the password."""
        self.come_to_email()
        self.screens.identity.give_email(self.person.email)
        self.screens.identity.shows_password_page()

    def come_to_code(self) -> None:
        """Choose Forgot Password and be asked for the confirmation code."""
        self.come_to_password()
        self.screens.identity.forget_password()
        self.screens.identity.shows_code_page()

    def come_to_new_password(self) -> None:
        """Enter the code from the mail and be asked for a new password."""
        self.come_to_code()
        self.screens.identity.enter_code(self.mailbox.code())
        self.screens.identity.shows_new_password_page()

    def come_to_station(self) -> None:
        """Open the desktop in a browser that knows the person already and see Station Credentials."""
        self._open_desktop_signed_in()
        self.screens.station.shows()

    def _open_desktop_signed_in(self) -> None:
        tokens = store_sign_in(self.page.context, self._tenant, self.person)
        address = self._tenant.desktop_url
        with self.screens.tab.holds(address, access_token=tokens.access_token, id_token=tokens.id_token):
            self.open_desktop()

    @property
    def teams_password(self) -> str:
        """The password of the own Microsoft Teams account."""
        if self.person.teams_password is None:
            raise HarnessError(f"{self.name} has no Microsoft Teams account; give them a teamsPassword.")
        return self.person.teams_password

    def give_teams_account(self, write: Callable[[str], str] = str) -> None:
        """Give the own Microsoft Teams account, written in this way, in its window, which closes."""
        self.screens.collaboration.finish_window(write(self.person.email), write(self.teams_password))

    def sign_in_to_teams(self) -> None:
        """Open the window, give the own account, and read that it went well."""
        self.screens.collaboration.open_window()
        self.give_teams_account()
        self.screens.collaboration.shows_success()

    def pick_team(self, team: str) -> None:
        """Pick a team that the tenant has."""
        self.screens.station.pick_team(self.facts.known_team(team))

    def look_under(self, option: Option) -> StationScreen:
        """Turn to a station option to see what stands there."""
        self.screens.station.choose(option)
        return self.screens.station

    def sign_in(self, option: Option = Option.DIAL_NUMBER, number: str | None = None, team: str = HOME_TEAM) -> None:
        """Sign in from the address to the Task page."""
        self.come_to_station()
        if "supervisor" not in self.person.roles:
            self.pick_team(team)
        self.submit_station(option, number)
        self.screens.task.shows()

    def submit_station(self, option: Option, number: str | None = None) -> None:
        """Choose the option, enter the number it asks for, and submit."""
        self.screens.station.choose(option)
        wanted = number or NUMBERS[option]
        if wanted is not None:
            self.screens.station.enter_number(wanted)
        self.screens.station.submit()

    def sign_out(self) -> None:
        """Open User Profile, sign out, and see the way back in."""
        self.screens.profile.open()
        self.screens.profile.sign_out()
        self.screens.identity.shows_email_page()
        self.facts.wait_until_signed_out()

    def sign_out_in_vain(self) -> None:
        """Open User Profile, click Sign Out, and read that something keeps the person signed in."""
        self.screens.profile.open()
        self.screens.profile.sign_out()
        self.screens.calls.shows_sign_out_refused()

    def finish_station(self, option: Option, number: str) -> None:
        """Pick the home team, submit the option and number, and see the Task page."""
        self.screens.station.pick_team(HOME_TEAM)
        self.submit_station(option, number)
        self.screens.task.shows()

    def click_reload(self) -> None:
        """Click Reload Browser, wherever it is offered."""
        self.screens.trouble.reload()

    def move_mouse(self) -> None:
        """Move the mouse over the page, which is a sign of life."""
        self.page.mouse.move(300, 300)
        self.page.mouse.move(320, 320)

    def press_alt_left(self) -> None:
        """Press the browser's own keys for one step back."""
        press_alt_left(self.page)

    def go_back(self) -> None:
        """Go one step back in the browser's history."""
        self.page.go_back()

    def reload(self) -> None:
        """Reload the page."""
        self.page.reload()

    def mistake_password(self, times: int) -> None:
        """Give a wrong password so many times, each after the answer to the one before."""
        for _ in range(times):
            self.screens.identity.give_password("not-the-password")
            self.screens.identity.shows_password_refused()

    def mistake_code(self, times: int) -> None:
        """Enter six wrong digits so many times, each after the answer to the one before."""
        for _ in range(times):
            self.screens.identity.enter_code(self.mailbox.other_code())
            self.screens.identity.shows_code_refused()

    def start_over(self) -> None:
        """Leave the browser and take a fresh one, which knows nothing of what was before."""
        self.leave()
        self._at = FIRST

    def leave(self) -> None:
        """Close the browser."""
        self._instances.close()

    # several instances

    def open_in(self, place: Place) -> None:
        """Open the desktop in another place; only another browser has to be told who it is."""
        self._instances.open(place)
        self._at = place
        if place.thing is Thing.BROWSER:
            self._open_desktop_signed_in()
        else:
            self.open_desktop()

    def turn_to(self, place: Place) -> None:
        """Bring a tab, window or browser to the front and look at it."""
        self._at = place
        self.page.bring_to_front()
        self.page.wait_for_function("() => document.visibilityState === 'visible'")

    def at(self, place: Place) -> Screens:
        """What can be seen in a place without turning to it."""
        return open_screens(self._instances[place].page, self._language)

    def is_active_only_in(self, place: Place) -> None:
        """The desktop works there, all other places ask whether to continue, and the tenant agrees."""
        here = self._instances[place]
        self.at(place).task.shows()
        for other, instance in self._instances.items():
            if instance is not here:
                self.at(other).dialogs.shows_multiple_sign_in()
        self.at(place).dialogs.shows_no_multiple_sign_in()
        self.facts.confirms_only_connection(here.connection())

    def continue_in(self, *places: Place) -> None:
        """Click Continue in each of the places, one right after the other."""
        self._continued_after = self.facts.last_entry()
        for place in places:
            self.at(place).dialogs.continue_here()

    def winner_of(self, *places: Place) -> Place:
        """Which of the places the tenant has as the active one, once each that was continued in has connected."""
        self.facts.wait_until_connected(times=len(places), after=self._continued_after)
        active = self.facts.active_connection()
        for place in places:
            if self._instances[place].connection() == active:
                return place
        raise HarnessError(f"The active instance of {self.name} is none of those that the step names.")

    # which browser it is, and talking in it

    def use_browser(self, brand: Brand) -> None:
        """Use a browser of this name; before the desktop is opened in it."""
        if brand is Brand.FIREFOX and find_firefox() is not None:
            self._instances.use_firefox()
        else:
            guise.take_on(self.page, brand)

    def allow_microphone(self) -> None:
        """Let the desktop use the microphone."""
        voice.allow_microphone(self.page)

    def deny_microphone(self) -> None:
        """Deny the desktop the microphone."""
        voice.deny_microphone(self.page, self._tenant.desktop_url.rstrip("/"))

    def have_no_microphone(self) -> None:
        """Use a browser that finds no microphone."""
        self._instances.set_flags(NO_MICROPHONE)

    def hears_the_customer(self) -> None:
        """What the desktop plays is what the customer says."""
        voice.hears(self.page, voice.TONE_HERTZ)

    def hears_nothing(self) -> None:
        """The desktop plays no call."""
        voice.hears_nothing(self.page)

    def try_station(self, option: Option) -> None:
        """Choose the option with whatever it asks for and the home team, and submit."""
        self.screens.station.pick_team(HOME_TEAM)
        self.submit_station(option)

    # what the browser keeps

    def have_no_local_storage(self) -> None:
        """Use a browser whose local storage is switched off."""
        self._instances.set_flags(NO_LOCAL_STORAGE)

    def fill_storage(self) -> None:
        """Fill what the browser keeps for the desktop to the brim."""
        site_data.fill(self.page)

    def damage_remembered(self, text: str) -> None:
        """Have the browser keep this text where the desktop looks for the station credentials it has remembered."""
        self.screens.tab.remembers(self.person.agent_id, text)

    def block_site_data(self) -> None:
        """Forbid the desktop, in the browser's settings, to keep anything."""
        site_data.block(self.page, self._tenant.desktop_url)

    def allow_site_data(self) -> None:
        """Allow it again."""
        site_data.allow(self.page, self._tenant.desktop_url)

    def clear_site_data(self) -> None:
        """Clear the browser's cache and what it keeps for the desktop."""
        site_data.clear(self.page, self._tenant.desktop_url)

    def keeps_in_browser(self, text: str) -> None:
        """The browser keeps this text for the desktop for good."""
        site_data.confirms_stored(self.page, text)

    def keeps_no_secret_in_browser(self) -> None:
        """The browser keeps neither the person's password nor a token for good."""
        site_data.confirms_no_secret(self.page, self.person.password)

    def sit_down_at(self, other: "Actor") -> None:
        """Use somebody else's browser."""
        self._instances.take(other.page)

    # the window

    def resize(self, width: int, height: int) -> None:
        """Give the window's page another size."""
        self.page.set_viewport_size({"width": width, "height": height})

    def use_dense_screen(self) -> None:
        """Use a screen with two of its own pixels for each of a page's, at 100 % zoom."""
        self._instances.set_density(2)

    def zoom_in(self) -> None:
        """Press Ctrl and plus."""
        press_zoom(self.page, ZOOM_IN)

    def zoom_out(self) -> None:
        """Press Ctrl and minus."""
        press_zoom(self.page, ZOOM_OUT)

    def reset_zoom(self) -> None:
        """Press Ctrl and 0."""
        press_zoom(self.page, ZOOM_RESET)

    def clipboard(self) -> str:
        """What was copied last."""
        self.page.context.grant_permissions(["clipboard-read"])
        text: str = self.page.evaluate("navigator.clipboard.readText()")
        return text

    # the network

    @property
    def network(self) -> Network:
        """The network as the page has it."""
        if self.page not in self._networks:
            self._networks[self.page] = Network(self.page)
        return self._networks[self.page]

    @property
    def desktop_address(self) -> str:
        """The address from the administrator."""
        return self._tenant.desktop_url

    def open_desktop_in_vain(self) -> None:
        """Open the address and be told that the desktop could not be loaded."""
        self.open_desktop()
        self.screens.loading.shows_error()

    def begin_to_open_desktop(self) -> None:
        """Open the address and wait for no more than that something comes."""
        self.page.goto(self._tenant.desktop_url, wait_until="commit")

    def lose_network(self) -> None:
        """Have no network."""
        self.page.context.set_offline(True)

    def regain_network(self) -> None:
        """Have the network again."""
        self.page.context.set_offline(False)


class Cast:
    """The actors of a scenario by name; they come when they are first called."""

    def __init__(self, tenant: TenantControl, new_context: NewContext, language: Language) -> None:
        self._tenant = tenant
        self._new_context = new_context
        self._language = language
        self._actors: dict[str, Actor] = {}

    def __getitem__(self, name: str) -> Actor:
        if name not in PEOPLE:
            raise unknown("person", name, PEOPLE)
        if name not in self._actors:
            self._actors[name] = Actor(name, self._tenant, self._new_context, self._language)
        return self._actors[name]

    def leave(self) -> None:
        """Everybody closes their browser."""
        for actor in self._actors.values():
            actor.leave()


@pytest.fixture
def cast(tenant: TenantControl, new_context: NewContext, language: Language) -> Iterator[Cast]:
    """The people of the scenario's tenant."""
    cast = Cast(tenant, new_context, language)
    yield cast
    cast.leave()
