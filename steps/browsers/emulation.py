"""Emulating another browser: the user agent and the brands of its client hints, in a page's headers and scripts.

Rule: the page has the values that the named browser has; where that browser has no client hints, there are none. They
are set before the page is opened, for this page only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from deskproof.steps.gherkin.vocabulary.values import Brand

_WEBKIT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
_CHROMIUM = _WEBKIT + " Chrome/{version}.0.0.0 Safari/537.36"
_BRANDS: Mapping[Brand, tuple[str, ...]] = {
    Brand.CHROME: ("Chromium", "Google Chrome"),
    Brand.EDGE: ("Chromium", "Microsoft Edge"),
    Brand.FIREFOX: (),
}
_AGENTS: Mapping[Brand, str] = {
    Brand.CHROME: _CHROMIUM,
    Brand.EDGE: _CHROMIUM + " Edg/{version}.0.0.0",
    Brand.FIREFOX: "Mozilla/5.0 (X11; Linux x86_64; rv:{version}.0) Gecko/20100101 Firefox/{version}.0",
}


def emulate(page: Page, brand: Brand) -> None:
    """Emulate this browser in the page. The session stays open, because the emulation ends with it."""
    browser = page.context.browser
    version = browser.version.split(".")[0] if browser is not None else "140"
    override: dict[str, Any] = {"userAgent": _AGENTS[brand].format(version=version)}
    if _BRANDS[brand]:
        brands = [{"brand": name, "version": version} for name in ("Not:A-Brand", *_BRANDS[brand])]
        override["userAgentMetadata"] = {
            "brands": brands,
            "fullVersionList": [],
            "platform": "Linux",
            "platformVersion": "",
            "architecture": "x86",
            "model": "",
            "mobile": False,
        }
    page.context.new_cdp_session(page).send("Emulation.setUserAgentOverride", override)
