"""Each sentence that the console copies is matched by exactly one step definition, in both languages and with each
keyword that it is copied with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from deskproof.simulator.server import Server
from deskproof.steps import definitions as modules
from deskproof.steps.gherkin.vocabulary import values
from deskproof.steps.gherkin.vocabulary.sentences import definitions
from tests.simulator.console.conftest import console

VALUES = {
    "person": ["Ada", "Bo", "Signe", "Lars"],
    "whose": {"en": ["Ada's", "Lars's"], "sv": ["Adas", "Lars"]},
    "number": ["2015550123", "+12015550170"],
    "duration": {"en": ["1 second", "90 seconds", "15 minutes"], "sv": ["1 sekund", "90 sekunder", "15 minuter"]},
}


@pytest.fixture(scope="module", autouse=True)
def _definitions() -> None:
    modules.load()


@pytest.fixture(scope="module")
def page(browser: Browser, simulator: Server) -> Iterator[Page]:
    with console(browser, simulator, None) as page:
        yield page


@pytest.fixture(scope="module")
def table(page: Page) -> dict[str, Any]:
    modules.load()
    found: dict[str, Any] = page.evaluate("import('/_console/sentences.js').then((module) => ({ ...module }))")
    return found


def filled(pattern: str, language: str) -> Iterator[str]:
    """The pattern with each value of its first placeholder that there is."""
    name = next(iter(re.findall(r"{(\w+)}", pattern)), None)
    if name is None:
        yield pattern
        return
    choices = VALUES[name]
    for value in choices[language] if isinstance(choices, dict) else choices:
        yield from filled(pattern.replace(f"{{{name}}}", value), language)


def test_each_has_exactly_one_step_definition(table: dict[str, Any]) -> None:
    tried = 0
    for key, forms in table["SENTENCES"].items():
        for keyword, sentence in forms.items():
            first = "svFirst" if "svFirst" in sentence else "sv"
            for form, pattern in sentence.items():
                language = "en" if form == "en" else "sv"
                keyword_end = "att " if (language, keyword, form) == ("sv", "given", first) else ""
                for text in (f"{keyword_end}{text}" for text in filled(pattern, language)):
                    matching = [
                        definition
                        for definition in definitions()
                        if definition.type == keyword and definition.by_language[language].is_matching(text)
                    ]
                    assert len(matching) == 1, (key, keyword, language, text)
                    tried += 1
    assert tried > 60


def test_the_people_and_units_are_those_of_the_sentences(table: dict[str, Any]) -> None:
    assert tuple(table["PEOPLE"]) == values.PEOPLE
    for language, units in table["UNITS"].items():
        for seconds, one, several in units:
            for text in (f"1 {one}", f"2 {several}"):
                pattern = {"en": f"{text} have passed", "sv": f"det har gått {text}"}[language]
                read = [
                    one.by_language[language].parse_arguments(pattern) for one in definitions() if one.type == "given"
                ]
                assert [found for found in read if found is not None] == [{"duration": seconds * int(text.split()[0])}]
