"""A small tenant for tests of the product surface: Ada and Bo, time frozen on the morning of 15 January 2026."""

from collections.abc import Callable

import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.domain.configuration import (
    AuxiliaryCode,
    Configuration,
    DesktopProfile,
    Person,
    Team,
    WorkType,
)
from deskproof.simulator.domain.values import Instant, Secret, entity_id
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.tenancy import Origins, Tenancy

TOKEN = "a-control-token-of-tests"

MORNING = Instant(1_768_467_600_000)
"""2026-01-15T09:00:00Z."""

ADA = Person(
    key="ada", first_name="Ada", last_name="Lindqvist", email="ada.lindqvist@example.com",
    password=Secret("correct horse 7"), profile="agents", teams=("support",),
)  # fmt: skip
BO = Person(
    key="bo", first_name="Bo", last_name="Ek", email="bo.ek@example.com",
    password=Secret("battery staple 9"), profile="agents", teams=("support",), language="sv",
)  # fmt: skip


def configuration_of(people: tuple[Person, ...] = (ADA, BO)) -> Configuration:
    """A configuration with these people."""
    return Configuration(
        teams=(Team(key="support", name="Support"),),
        profiles=(DesktopProfile(key="agents", name="Agents"),),
        auxiliary_codes=(AuxiliaryCode(key="meeting", name="Meeting", work=WorkType.IDLE, default=True),),
        people=people,
    )


def tenancy_of(number: int = 1, *, people: tuple[Person, ...] = (ADA, BO)) -> Tenancy:
    """A tenant with this number and these people, without anything of the product."""
    host = f"t-{number:04}.localhost:8400"
    return Tenancy(
        id_=f"t-{number:04}",
        org_id=entity_id("organisation", f"t-{number:04}"),
        origins=Origins(desktop=f"http://{host}", identity=f"http://id.{host}", teams=f"http://teams.{host}"),
        configuration=configuration_of(people),
        clock=Clock.frozen(MORNING),
        seed=1,
    )


@pytest.fixture
def make_tenancy() -> Callable[..., Tenancy]:
    """Makes tenants; each number is another organisation."""
    return tenancy_of


@pytest.fixture
def application() -> Application:
    """The whole simulator, so that requests go through its chain."""
    return Application(port=8400, token=TOKEN)


def served(application: Application) -> Tenancy:
    """A new tenant of the simulator."""
    return application.tenants.create(configuration_of(), clock=Clock.frozen(MORNING))


@pytest.fixture
def tenancy(application: Application) -> Tenancy:
    """The tenant most tests need."""
    return served(application)


@pytest.fixture
def other_tenancy(application: Application, tenancy: Tenancy) -> Tenancy:
    """Another organisation, served by the same simulator."""
    return served(application)
