"""The message of a key: in the language of the page, with its values; a key that is in no catalogue is a mistake."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Error, Page

SAY = """async ([language, key, values]) => {
  const { catalogue } = await import("/desktop/text/text.js");
  return catalogue(language)(key, values);
}"""


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "“Clock” has stopped because of an error: no time. Reload the page, or tell your administrator."),
        ("sv", "”Clock” har stannat på grund av ett fel: no time. Läs in sidan igen eller kontakta administratören."),
    ],
)
def test_a_message_has_its_values_in_the_language_of_the_page(blank_page: Page, language: str, message: str) -> None:
    values = {"name": "Clock", "message": "no time"}
    assert blank_page.evaluate(SAY, [language, "widget.threw", values]) == message


def test_a_message_without_values_needs_none(blank_page: Page) -> None:
    assert blank_page.evaluate(SAY, ["en", "task.none"]) == "No tasks"


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_key_that_is_in_no_catalogue_is_named(blank_page: Page, language: str) -> None:
    sentence = f'no message "widget.gone" in the catalogue "{language}"'
    with pytest.raises(Error, match=re.escape(sentence)):
        blank_page.evaluate(SAY, [language, "widget.gone"])
