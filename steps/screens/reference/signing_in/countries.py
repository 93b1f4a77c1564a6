"""The countries that a desktop can list, by the browser's names for them."""

from functools import cache

from phonenumbers import SUPPORTED_REGIONS
from playwright.sync_api import Page

from deskproof.steps.errors import unknown

_NAMES = """([languages, regions]) => languages.flatMap((language) => {
  const names = new Intl.DisplayNames([language], { type: "region" });
  return regions.map((region) => names.of(region));
})"""


def known_country(page: Page, name: str) -> str:
    """`name`, if it is a country in English or Swedish. Raises HarnessError for any other name."""
    names = page.evaluate(_NAMES, [["en", "sv"], _regions()])
    if name not in names:
        raise unknown("country", name, names)
    return name


@cache
def _regions() -> list[str]:
    return sorted(SUPPORTED_REGIONS)
