"""The desktop's messages: both catalogues have the same, each in its own language."""

import re

import pytest

from deskproof.simulator.desktop.files import STATIC
from deskproof.steps.mutation.derived.javascript_source import messages
from tests.languages import is_mixed

ENGLISH, SWEDISH = (messages((STATIC / f"text/text.{language}.js").read_bytes()) for language in ("en", "sv"))
SCRIPTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(STATIC.rglob("*.js"))
    if path.parent.name != "text" and "vendor" not in path.parts
)
SAME = {
    "product",
    "station.team",
    "profile.team",
    "limit.ok",
    "refused.settings.agent",
    "monitoring.agent",
    "role.agent",
    "appearance.system",
}
"""Messages that are written alike in both languages, or nearly."""


def test_both_languages_have_the_same_messages_in_the_same_order() -> None:
    assert list(ENGLISH) == list(SWEDISH)


@pytest.mark.parametrize("key", list(ENGLISH))
def test_a_message_has_the_same_values_in_both_languages(key: str) -> None:
    values = (sorted(re.findall(r"\{\w+\}", catalogue[key])) for catalogue in (ENGLISH, SWEDISH))
    assert len(set(map(tuple, values))) == 1


@pytest.mark.parametrize("key", list(ENGLISH))
def test_a_message_is_in_its_own_language(key: str) -> None:
    assert not is_mixed(ENGLISH[key], "en")
    assert not is_mixed(SWEDISH[key], "sv")
    assert (ENGLISH[key] == SWEDISH[key]) == (key in SAME)


def test_no_message_says_what_another_of_its_part_says() -> None:
    """Labels may be alike, sentences are not."""
    for catalogue in (ENGLISH, SWEDISH):
        sentences = [words for words in catalogue.values() if words.rstrip('"`').endswith(".")]
        assert len(sentences) == len(set(sentences))


def test_no_message_is_left_over() -> None:
    families = {match[1] for match in re.finditer(r"[`\"]([\w.\-]+\.)(?:\$\{|\")", SCRIPTS)}
    left_over = [
        key for key in ENGLISH if f'"{key}"' not in SCRIPTS and not any(key.startswith(family) for family in families)
    ]
    assert left_over == []
