"""The countries that a desktop can list, by the names that its browser has for them."""

from functools import cache

from phonenumbers import SUPPORTED_REGIONS
from playwright.sync_api import Page

from deskproof.steps.errors import unknown

_NAMES = """([languages, regions]) => languages.flatMap((language) => {
  const names = new Intl.DisplayNames([language], { type: "region" });
  return regions.map((region) => names.of(region));
})"""


def known_country(page: Page, name: str) -> str:
    """The name of a country, where there is one of this name in English or Swedish. Raises HarnessError."""
    names = page.evaluate(_NAMES, [["en", "sv"], _regions()])
    if name not in names:
        raise unknown("country", name, names)
    return name


@cache
def _regions() -> list[str]:
    return sorted(SUPPORTED_REGIONS)
