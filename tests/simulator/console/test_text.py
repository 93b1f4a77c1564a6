"""Both languages say the same things with the same values, each in its own words."""

from playwright.sync_api import Browser

from deskproof.simulator.console.text import TEXTS
from deskproof.simulator.runtime.language import Language
from deskproof.simulator.server import Server
from tests.languages import faults
from tests.simulator.console.conftest import console

SAME = (
    "clock.1", "clock.10", "clock.60", "clock.900", "state.rona", "contacts.heard", "party.agent", "campaigns.agent",
    "supervisors.agent", "format.curl", "format.python", "stream.journal",
)  # fmt: skip
"""Figures, abbreviations, and words that are the same in both."""


def test_both_languages_say_the_same() -> None:
    assert list(faults(TEXTS[Language.ENGLISH], TEXTS[Language.SWEDISH])) == []


def test_both_languages_of_the_live_console_say_the_same(browser: Browser, simulator: Server) -> None:
    with console(browser, simulator, None) as page:
        english, swedish = (
            page.evaluate(f"import('/_console/text/text.{language}.js').then((module) => module.default)")
            for language in ("en", "sv")
        )
    assert list(faults(english, swedish, same=SAME)) == []
