"""The roles of a person: as the wire names them, and as they are chosen."""

import pytest
from playwright.sync_api import Page


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate("async () => { self.rules = await import('/desktop/state/person.js') }")
    return blank_page


@pytest.mark.parametrize(
    ("roles", "choice"),
    [
        ([], "agent"),
        (["agent"], "agent"),
        (["supervisor"], "supervisor"),
        (["agent", "supervisor"], "supervisorAgent"),
    ],
)
def test_the_role_of_a_session(page: Page, roles: list[str], choice: str) -> None:
    assert page.evaluate("(roles) => rules.roleChoice(roles)", roles) == choice


@pytest.mark.parametrize(
    ("choice", "roles"),
    [("agent", ["agent"]), ("supervisor", ["supervisor"]), ("supervisorAgent", ["supervisor", "agent"])],
)
def test_the_roles_of_a_choice(page: Page, choice: str, roles: list[str]) -> None:
    assert page.evaluate("(choice) => rules.rolesOf(choice)", choice) == roles


def test_what_can_be_chosen_in_the_order_in_which_it_is_offered(page: Page) -> None:
    known = page.evaluate("() => [rules.STATION_OPTIONS, rules.ROLE_CHOICES, rules.AVAILABLE]")
    assert known == [["AGENT_DN", "EXTENSION", "BROWSER"], ["agent", "supervisor", "supervisorAgent"], "0"]
