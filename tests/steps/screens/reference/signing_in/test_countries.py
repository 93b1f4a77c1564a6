"""Names of countries: those that the browser has, in both languages, and no other."""

import pytest
from playwright.sync_api import Browser

from deskproof.steps.errors import HarnessError
from deskproof.steps.screens.reference.signing_in.countries import known_country


def test_a_country_is_known_in_both_languages(browser: Browser) -> None:
    page = browser.new_page()
    for name in ("Sweden", "Sverige", "United States", "Åland Islands", "Tyskland"):
        assert known_country(page, name) == name
    page.close()


@pytest.mark.parametrize("name", ["Swedne", "sweden", "Sweden ", "SE", "+46", ""])
def test_a_misspelt_country_is_a_fault_of_the_scenario(browser: Browser, name: str) -> None:
    page = browser.new_page()
    with pytest.raises(HarnessError, match=rf'^There is no country "{name.replace("+", ".")}" here; there are '):
        known_country(page, name)
    page.close()
