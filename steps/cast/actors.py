"""The people of a scenario: a name each, and abilities. Their browsers close with the scenario.

An ability is an object of `cast/abilities`. A step function gets an actor from the cast and calls one method of one
ability.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar
from typing import cast as cast_type

import pytest
from playwright.sync_api import Page

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.browsers.pool import Browsers
from deskproof.steps.cast.abilities.browsing import Browsing
from deskproof.steps.cast.abilities.signing_in import SigningIn
from deskproof.steps.cast.abilities.storage import Storage
from deskproof.steps.cast.abilities.talking import Talking
from deskproof.steps.cast.abilities.teams_account import TeamsAccount
from deskproof.steps.cast.abilities.window import Window
from deskproof.steps.cast.browser.network import Network
from deskproof.steps.cast.facts import Facts
from deskproof.steps.cast.mailbox import Mailbox
from deskproof.steps.errors import unknown
from deskproof.steps.gherkin.vocabulary.values import PEOPLE, Language
from deskproof.steps.runner.fixtures import NewContext
from deskproof.steps.screens.interface import OpenScreens, Screens

Screen = TypeVar("Screen")
Ability = TypeVar("Ability")


class Actor:
    """A person with an account in the scenario's tenant and their own browser."""

    def __init__(
        self, name: str, *, tenant: TenantControl, desktop: str, new_context: NewContext, language: Language,
        open_screens: OpenScreens, dial_number: str, has_firefox: Callable[[], bool],
    ) -> None:  # fmt: skip
        self.name = name
        self.tenant = tenant
        self.person = tenant.people[name.lower()]
        self.mailbox = Mailbox(tenant, self.person.email)
        self.facts = Facts(tenant, self.person.key, self.person.email)
        self.browsing = Browsing(
            tenant=tenant, person=self.person, facts=self.facts, desktop=desktop, new_context=new_context,
            language=language, open_screens=open_screens, has_firefox=has_firefox,
        )  # fmt: skip
        self.signing_in = SigningIn(self.person, self.browsing, self.mailbox, self.facts, dial_number=dial_number)
        self.teams_account = TeamsAccount(self.person, self.browsing)
        self.window = Window(self.browsing)
        self.storage = Storage(self.person, self.browsing)
        self.talking = Talking(self.browsing)
        self._networks: dict[Page, Network] = {}
        self._abilities: dict[Callable[[Actor], object], object] = {}

    @property
    def screens(self) -> Screens:
        """What the actor sees."""
        return self.browsing.screens

    def screen(self, of: Callable[[Page, Language], Screen]) -> Screen:
        """A screen of the project's own, in the page that the actor looks at."""
        return self.browsing.open_screen(of)

    def ability(self, of: Callable[[Actor], Ability]) -> Ability:
        """An ability of the project's own: the same object each time in a scenario."""
        if of not in self._abilities:
            self._abilities[of] = of(self)
        return cast_type(Ability, self._abilities[of])

    @property
    def network(self) -> Network:
        """The network of the page that the actor looks at."""
        page = self.browsing.page
        if page not in self._networks:
            self._networks[page] = Network(page)
        return self._networks[page]


class Cast:
    """The actors of a scenario by name, each made on first use. Raises HarnessError for an unknown name."""

    def __init__(self, make: Callable[[str], Actor]) -> None:
        self._make = make
        self._actors: dict[str, Actor] = {}

    def __getitem__(self, name: str) -> Actor:
        if name not in PEOPLE:
            raise unknown("person", name, PEOPLE)
        if name not in self._actors:
            self._actors[name] = self._make(name)
        return self._actors[name]

    def leave(self) -> None:
        """Close every actor's browser."""
        for actor in self._actors.values():
            actor.browsing.leave()


@pytest.fixture
def cast(
    tenant: TenantControl,
    desktop: str,
    new_context: NewContext,
    language: Language,
    open_screens: OpenScreens,
    dial_number: str,
    browsers: Browsers,
) -> Iterator[Cast]:
    """The people of the scenario's tenant."""
    make = partial(
        Actor, tenant=tenant, desktop=desktop, new_context=new_context, language=language, open_screens=open_screens,
        dial_number=dial_number, has_firefox=browsers.has_firefox,
    )  # fmt: skip
    cast = Cast(make)
    yield cast
    cast.leave()
