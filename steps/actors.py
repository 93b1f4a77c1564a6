"""The people of a scenario: each has a name, a browser of their own and a few abilities, and leaves nothing behind.

Abilities: `screens` (what they see and do), `mailbox`, and `facts` (what the tenant knows about them). A step
function asks the cast for an actor and lets the actor do one thing.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from simulator.control.client import TenantControl
from steps.facts import Facts
from steps.fixtures import NewContext
from steps.mailbox import Mailbox
from steps.screens.interface import Screens, StationScreen
from steps.screens.keys import press_alt_left
from steps.screens.reference import open_screens
from steps.words import PEOPLE, Language, Option

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
        self._new_context = new_context
        self._language = language
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        """The page the actor looks at; the browser opens when it is first needed."""
        if self._page is None:
            self._page = self._new_context(actor=self.name).new_page()
        return self._page

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

    def is_at_desktop(self) -> bool:
        """Whether the page is one of the administrator's address."""
        return self.page.url.startswith(self._tenant.desktop_url.rstrip("/") + "/")

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
        """Sign in with the own e-mail address and password and see Station Credentials."""
        self.come_to_password()
        self.screens.identity.give_password(self.person.password)
        self.screens.station.shows()

    def look_under(self, option: Option) -> StationScreen:
        """Turn to a station option to see what stands there."""
        self.screens.station.choose(option)
        return self.screens.station

    def sign_in(self, option: Option = Option.DIAL_NUMBER, number: str | None = None) -> None:
        """Sign in from the address to the Task page."""
        self.come_to_station()
        if self.person.teams:
            self.screens.station.pick_team(HOME_TEAM)
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
        self._page = None

    def leave(self) -> None:
        """Close the browser."""
        if self._page is not None:
            self._page.context.close()


class Cast:
    """The actors of a scenario by name; they come when they are first called."""

    def __init__(self, tenant: TenantControl, new_context: NewContext, language: Language) -> None:
        self._tenant = tenant
        self._new_context = new_context
        self._language = language
        self._actors: dict[str, Actor] = {}

    def __getitem__(self, name: str) -> Actor:
        if name not in PEOPLE:
            raise KeyError(f"nobody in the cast is called {name}; there are {', '.join(PEOPLE)}")
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
