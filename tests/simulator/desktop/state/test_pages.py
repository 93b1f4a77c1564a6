"""The addresses of the desk's pages, both ways."""

import pytest
from playwright.sync_api import Page


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate("async () => { self.rules = await import('/desktop/state/pages.js') }")
    return blank_page


@pytest.mark.parametrize(
    ("name", "address"), [("task", "/task"), ("home", "/pages/home"), ("a b/c", "/pages/a%20b%2Fc")]
)
def test_each_page_has_an_address(page: Page, name: str, address: str) -> None:
    script = "([name, address]) => [rules.addressOfPage(name), rules.pageOfAddress(address)]"
    assert page.evaluate(script, [name, address]) == [address, name]


@pytest.mark.parametrize("address", ["/", "/signed-in", "/tasks", "/pages/100%"])
def test_other_addresses_have_no_page(page: Page, address: str) -> None:
    assert page.evaluate("(address) => rules.pageOfAddress(address)", address) is None
